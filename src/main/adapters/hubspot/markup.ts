const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it must stand in HTML to be read as the same text. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** Plain text as HTML, its line breaks kept. */
export function htmlOf(text: string): string {
  return escapeHtml(text).replaceAll(/\r\n|\r|\n/g, '<br>');
}

/** Text of at most `max` characters; where something is left out, `…` says so. */
export function cutText(text: string, max: number): string {
  return text.length <= max ? text : `${withoutHalfCharacter(text.slice(0, max - 1))}…`;
}

/** HTML of at most `max` characters, never cut inside a tag or an entity. */
export function cutHtml(html: string, max: number): string {
  if (html.length <= max) return html;
  let kept = html.slice(0, max - 1);
  if (kept.lastIndexOf('<') > kept.lastIndexOf('>')) kept = kept.slice(0, kept.lastIndexOf('<'));
  const entity = kept.lastIndexOf('&');
  if (entity > kept.lastIndexOf(';') && kept.length - entity < 10) kept = kept.slice(0, entity);
  return `${withoutHalfCharacter(kept)}…`;
}

/** Cutting must not leave the first half of a surrogate pair. */
function withoutHalfCharacter(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
