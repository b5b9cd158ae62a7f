import { fold } from '../fold.ts';

export const LONGEST_TERM = 120;
/** More rules than this would make every reply slow to judge. */
export const MOST_RULES = 300;
const LEAST_LETTERS = 2;

/** Why a term cannot be taught: a sentence; null: it can. `others`: the terms that are taught already. */
export function termProblem(term: string, others: readonly string[]): string | null {
  const words = wordsOf(term);
  if (words.replaceAll(' ', '').length < LEAST_LETTERS) {
    return 'Words: enter at least two letters of what a reply says, such as "works council".';
  }
  if (term.length > LONGEST_TERM) {
    return `Words: use at most ${LONGEST_TERM} characters; a few words that decide are enough.`;
  }
  if (others.some((other) => wordsOf(other) === words)) {
    return `Words: "${term.trim()}" is taught already. Change that rule instead.`;
  }
  if (others.length >= MOST_RULES) {
    return `Words: there are ${MOST_RULES} rules already. Remove one that is not needed any more.`;
  }
  return null;
}

function wordsOf(term: string): string {
  return (fold(term).match(/[\p{L}\d@#%]+/gu) ?? []).join(' ');
}
