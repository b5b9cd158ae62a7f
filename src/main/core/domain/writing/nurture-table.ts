/** Facts that a table holds at most. */
export const MOST_NURTURE_LINES = 200;

const LEAST_WORDS = 12;
const MOST_WORDS = 15;
const LINK = /https?:\/\/[^\s<>"]+/g;
/** With a host that has a dot in it. */
const WHOLE = /^https:\/\/[^\s/.]+(\.[^\s/.]+)+/;

/** What is wrong with one line. */
export interface NurtureProblem {
  /** 0-based. */
  readonly line: number;
  readonly sentence: string;
}

/**
 * What is wrong with a nurture table (domain.md section 1): each line is one fact of 12 to 15 words, its link not
 * counted, with one https link, and none stands there twice.
 */
export function checkNurtureTable(lines: readonly string[]): readonly NurtureProblem[] {
  const problems: NurtureProblem[] = [];
  const seen = new Map<string, number>();
  lines.forEach((text, line) => {
    const sentence = problemOf(text) ?? twice(seen.get(keyOf(text)));
    if (sentence !== null) problems.push({ line, sentence: `Fact ${line + 1}: ${sentence}` });
    if (!seen.has(keyOf(text))) seen.set(keyOf(text), line);
  });
  if (lines.length > MOST_NURTURE_LINES) {
    problems.push({
      line: MOST_NURTURE_LINES,
      sentence: `Facts: a table has at most ${MOST_NURTURE_LINES}; remove ${lines.length - MOST_NURTURE_LINES}.`,
    });
  }
  return problems;
}

/**
 * The fact for the next message: the first of the table that stands in nothing the lead was sent; null when all do.
 * What was sent is the memory, so that no fact comes twice, in another run neither.
 */
export function nextNurtureLine(table: readonly string[], sent: readonly string[]): string | null {
  const told = sent.map((text) => text.replaceAll(/\s+/g, ' '));
  return table.find((line) => !told.some((text) => text.includes(line))) ?? null;
}

function problemOf(text: string): string | null {
  const links = text.match(LINK) ?? [];
  const words = text
    .replaceAll(LINK, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  if (text.trim() === '') return 'write a fact, or remove the line.';
  if (/[\r\n]/.test(text)) return 'write it in one line.';
  if (links.length === 0) return 'add one link that begins with https://.';
  if (links.length > 1) return `leave one link; it has ${links.length}.`;
  if (!WHOLE.test(links[0] ?? '')) return 'its link has to begin with https:// and be whole.';
  if (words < LEAST_WORDS)
    return `write ${LEAST_WORDS} to ${MOST_WORDS} words beside the link; it has ${words}.`;
  if (words > MOST_WORDS)
    return `shorten it to ${LEAST_WORDS} to ${MOST_WORDS} words beside the link; it has ${words}.`;
  return null;
}

function twice(first: number | undefined): string | null {
  return first === undefined ? null : `it says the same as fact ${first + 1}; remove one.`;
}

function keyOf(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}
