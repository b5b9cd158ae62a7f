import { fold } from '../fold.ts';

/** Words, numbers and addresses of a text; what stands between them does not count. */
const WORD = /[\p{L}\p{M}\d@#%]+/gu;

/**
 * Folded words as they stand in a text, accents and capitals included, each once; those that are not found as
 * they are.
 */
export function asWritten(words: readonly string[], text: string): readonly string[] {
  if (words.length === 0) return [];
  const places = [...text.matchAll(WORD)].map((match) => ({
    word: fold(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const written = words.map((said) => {
    const wanted = [...said.matchAll(WORD)].map(([word]) => word);
    const first = places.findIndex((_, start) =>
      wanted.every((word, index) => places[start + index]?.word === word),
    );
    const from = places[first]?.from;
    const to = places[first + wanted.length - 1]?.to;
    if (wanted.length === 0 || from === undefined || to === undefined) return said;
    return text.slice(from, to).replaceAll(/\s+/g, ' ');
  });
  return [...new Set(written)];
}
