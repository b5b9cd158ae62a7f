/** The source of a pattern for folded texts: without the accents that they have lost, its letters taken apart like theirs. */
export function plainPattern(pattern: string): string {
  return pattern.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '');
}

/**
 * One pattern of many, for texts that are folded: it begins at the beginning of a word, where the language has
 * words. Patterns are written in small letters.
 */
export function wordPattern(patterns: readonly string[]): RegExp {
  const plain = patterns.map(plainPattern).join('|');
  return new RegExp(`(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\d])(?:${plain})`, 'u');
}
