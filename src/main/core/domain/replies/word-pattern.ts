/**
 * One pattern of many, for texts that are folded: it begins at the beginning of a word, where the language has
 * words. Patterns are written in small letters; accents that a folded text has lost are taken away here.
 */
export function wordPattern(patterns: readonly string[]): RegExp {
  const plain = patterns.map((pattern) => pattern.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, ''));
  return new RegExp(`(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\d])(?:${plain.join('|')})`, 'u');
}
