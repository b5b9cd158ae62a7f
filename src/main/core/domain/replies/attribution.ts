import { fold } from './fold.ts';
import { FROM_LABELS, ORIGINAL_MESSAGE, OTHER_LABELS, WROTE } from './quote-words.ts';

/** Lines of an attribution that a mail program wrapped. */
const MAX_ATTRIBUTION_LINES = 4;
const MAX_ATTRIBUTION_LENGTH = 320;
/** Header lines below the first within which the sender must stand. */
const MAX_HEADER_LINES = 7;

const QUOTED = /^\s*(?:>|&gt;)/;
const WORD_START = '(?<![\\p{L}\\d])';
const SAYS_WROTE = new RegExp(
  `(?:${WORD_START}(?=\\p{Script=Latin}|\\p{Script=Cyrillic})|(?![\\p{Script=Latin}\\p{Script=Cyrillic}]))(?:${WROTE})`,
  'u',
);
const ENDS = /[:：]\s*$/;
/** Zoho puts its attribution between dashes. */
const BETWEEN_DASHES = new RegExp(`^-{3,} ?\\S.*(?:${WROTE}) ?:? ?-{3,}$`, 'u');
const ADDRESS = /[<([][^<>()[\]\s]+@[^<>()[\]\s]+[>)\]]|mailto:|\S+@\S+\.\S+/;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
const DATE =
  /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[:.]\d\d|\d{1,2}\. ?\p{L}{3}|\p{L}{3,}\.? \d{1,2}/u;
const ORIGINAL = new RegExp(
  `^[\\s>*_=-]*(?:(?:[-_=*]{2,}|\\*) ?)(?:${ORIGINAL_MESSAGE}) ?:?[\\s*_=:-]*$|^[\\s*]*(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|debut du message (?:reexpedie|transfere)|inicio del mensaje reenviado|inizio messaggio inoltrato)\\s*:[\\s*]*$`,
  'u',
);
const LABEL_END = '\\s*[*]{0,2}\\s*[:：]';
const FROM_LINE = new RegExp(`^[\\s*|]*(?:${FROM_LABELS})${LABEL_END}[\\s*]*\\S`, 'u');
const HEADER_LINE = new RegExp(`^[\\s*|]*(?:${FROM_LABELS}|${OTHER_LABELS})${LABEL_END}`, 'u');
const RULE = /^\s*(?:_{10,}|-{10,}|={10,}|\*{10,})\s*$/;

/** Whether the line is quoted by its first sign. */
export function isQuoted(line: string): boolean {
  return QUOTED.test(line);
}

/** Whether all below the line is the mail that is answered: "-----Original Message-----", a header block, or a rule above one. */
export function beginsOriginal(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (ORIGINAL.test(plain(line))) return true;
  if (RULE.test(line)) return isHeaderBlock(lines, nextWritten(lines, index + 1));
  return isHeaderBlock(lines, index);
}

/** How many lines the "… wrote:" that begins here takes; 0: none begins here. */
export function attributionLength(lines: readonly string[], start: number): number {
  let joined = '';
  for (let length = 1; length <= MAX_ATTRIBUTION_LINES; length += 1) {
    const line = lines[start + length - 1];
    if (line === undefined || line.trim() === '' || QUOTED.test(line)) return 0;
    if (length === 2 && !mayBeCut(lines[start] ?? '', line)) return 0;
    joined = `${joined} ${plain(line)}`.trim();
    if (joined.length > MAX_ATTRIBUTION_LENGTH) return 0;
    const isAboveQuote = QUOTED.test(lines[nextWritten(lines, start + length)] ?? '');
    if (isAttribution(joined, isAboveQuote)) return length;
  }
  return 0;
}

/** Whether a line may be the first part of an attribution and the next one the rest: no sentence, and part of what it names. */
function mayBeCut(line: string, next: string): boolean {
  if (/[?!]\s*$|\p{L}{5,}\.\s*$/u.test(line)) return false;
  const isName = /^\s*"?\p{Lu}\S*(?: \p{Lu}\S*){0,3}"?\s*$/u.test(line) && /^\s*[<(]\S+@/.test(next);
  return isName || DATE.test(plain(line)) || ADDRESS.test(line);
}

/** Folded; some programs leave a sign of HTML in plain text. */
function plain(line: string): string {
  return fold(line.replaceAll('&nbsp;', ' '));
}

/** The first line from here on that is not empty. */
export function nextWritten(lines: readonly string[], start: number): number {
  let index = start;
  while (index < lines.length && (lines[index] ?? '').trim() === '') index += 1;
  return index;
}

/** Some languages have no word for it: a date, a name, an address and a colon are enough. */
function isAttribution(line: string, isAboveQuote: boolean): boolean {
  if (BETWEEN_DASHES.test(line)) return true;
  if (!ENDS.test(line)) return false;
  const says = SAYS_WROTE.test(line);
  if (says && (ADDRESS.test(line) || DATE.test(line))) return true;
  if (ADDRESS.test(line) && DATE.test(line) && (isAboveQuote || YEAR.test(line))) return true;
  // "Ana writes:" may be anybody's sentence, but not above a quotation.
  return isAboveQuote && (says || ADDRESS.test(line)) && line.length < 120;
}

/** A sender and at least two more header lines; the sender may stand second. */
function isHeaderBlock(lines: readonly string[], start: number): boolean {
  if (!HEADER_LINE.test(plain(lines[start] ?? ''))) return false;
  const block: string[] = [];
  for (const line of lines.slice(start, start + MAX_HEADER_LINES)) {
    if (line.trim() === '' && block.length > 0) break;
    block.push(plain(line));
  }
  const headers = block.filter((line) => HEADER_LINE.test(line));
  return headers.length >= 3 && block.slice(0, 3).some((line) => FROM_LINE.test(line));
}
