/** What a person or a template leaves where a value should stand, in the notations that mail tools use. */
const NOTATIONS: readonly RegExp[] = [
  /\{\{[^{}]*\}\}/,
  /\{%[^{}]*%\}/,
  /\{[a-z][\w .-]{0,40}\}/i,
  /\[\[[^[\]]*\]\]/,
  /\[(?:your|my|the|first|last|full|company|contact|lead|customer|insert|add|date|time|link|name|vorname|nachname|firma|ihr|name)\b[^[\]]{0,40}\]/i,
  /<(?:your|first|last|full|company|insert|name|vorname|nachname|firma)[ _-]?[a-z _-]{0,30}>/i,
  /%[A-Z][A-Z_]{2,40}%/,
  /\*\|[A-Z_]+\|\*/,
  /\$\{[^{}]*\}/,
  /_{4,}|\bX{3,}\b|\bTBD\b|\blorem ipsum\b/,
];

/** The first place of a text that was not filled in, as it stands there; null: there is none. */
export function unfilledPlaceholder(text: string): string | null {
  for (const notation of NOTATIONS) {
    const found = notation.exec(text);
    if (found !== null) return found[0];
  }
  return null;
}
