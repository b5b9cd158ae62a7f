import { fold } from './fold.ts';
import {
  ATTRIBUTION_AFTER_NAME,
  ATTRIBUTION_ENDS,
  ATTRIBUTION_STARTS,
  DEVICE_LINES,
  FROM_LABELS,
  ORIGINAL_MESSAGE,
  OTHER_LABELS,
  SIGN_OFFS,
  SMALL_PRINT,
  THANKS,
} from './quote-words.ts';

const QUOTED = /^\s*(?:>|&gt;)/;
const ATTRIBUTION = new RegExp(
  `^\\W*(?:${ATTRIBUTION_STARTS})\\b.*\\b(?:${ATTRIBUTION_ENDS})\\b[^:]{0,80}:\\s*$`,
  'u',
);
const ATTRIBUTION_BY_NAME = new RegExp(
  `^\\W*\\S.{0,80}[<(\\[]\\S+@\\S+[>)\\]]?.{0,4}\\b(?:${ATTRIBUTION_AFTER_NAME})\\b.{0,80}:\\s*$`,
  'u',
);
const ORIGINAL = new RegExp(`^\\W*(?:${ORIGINAL_MESSAGE})\\W*$`, 'u');
const LONG_RULE = /^\s*_{20,}\s*$/;
const FROM_LINE = new RegExp(`^[\\s*]*(?:${FROM_LABELS})\\s*:[\\s*]*\\S`, 'u');
const HEADER_LINE = new RegExp(`^[\\s*]*(?:${FROM_LABELS}|${OTHER_LABELS})\\s*:`, 'u');
const DELIMITER = /^\s*--\s?$/;
const DEVICE = new RegExp(`^\\W*(?:${DEVICE_LINES})`, 'u');
const SIGN_OFF = new RegExp(`^\\W*(?:${SIGN_OFFS})\\W{0,3}(?:\\p{L}+){0,1}\\W*$`, 'u');
const THANKS_LINE = new RegExp(`^\\W*(?:${THANKS})\\W*$`, 'u');
const PRINT = new RegExp(`(?:${SMALL_PRINT})`, 'u');
const POSTSCRIPT = /^\s*p\.? ?s\.?\s*[:.]?\s+\S/i;
/** Lines of an attribution that a mail program wrapped. */
const MAX_ATTRIBUTION_LINES = 3;

/**
 * What the writer of a reply wrote himself: without quotations, forwarded mails, signature, small print and
 * the line of a phone (domain.md section 1: "judged on the reply's own text"). Answers between or below
 * quoted lines stay. Empty when nothing of his own is there.
 */
export function ownWords(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n');
  return withoutSignature(withoutQuotations(lines))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function withoutQuotations(lines: readonly string[]): readonly string[] {
  const own: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') {
      own.push(line);
      continue;
    }
    if (QUOTED.test(line)) continue;
    if (isHeaderBlock(lines, index) || ORIGINAL.test(fold(line))) return own;
    if (LONG_RULE.test(line) && isHeaderBlock(lines, nextWritten(lines, index + 1))) return own;
    const length = attributionLength(lines, index);
    if (length === 0) {
      own.push(line);
      continue;
    }
    const after = nextWritten(lines, index + length);
    // Above quoted lines the attribution goes alone: an answer may stand below them.
    if (!QUOTED.test(lines[after] ?? '')) return own;
    index += length - 1;
  }
  return own;
}

/** How many lines the "… wrote:" that begins here takes; 0: none begins here. */
function attributionLength(lines: readonly string[], start: number): number {
  let joined = '';
  for (let length = 1; length <= MAX_ATTRIBUTION_LINES; length += 1) {
    const line = lines[start + length - 1];
    if (line === undefined || line.trim() === '' || QUOTED.test(line)) return 0;
    joined = `${joined} ${fold(line)}`.trim();
    if (joined.length > 300) return 0;
    if (ATTRIBUTION.test(joined) && /\d|@/.test(joined)) return length;
    if (ATTRIBUTION_BY_NAME.test(joined)) return length;
  }
  return 0;
}

/** A sender's line with at least two more header lines right below. */
function isHeaderBlock(lines: readonly string[], start: number): boolean {
  if (!FROM_LINE.test(fold(lines[start] ?? ''))) return false;
  const next = lines.slice(start + 1, start + 6).filter((line) => HEADER_LINE.test(fold(line)));
  return next.length >= 2;
}

function nextWritten(lines: readonly string[], start: number): number {
  let index = start;
  while (index < lines.length && (lines[index] ?? '').trim() === '') index += 1;
  return index;
}

function withoutSignature(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') {
      kept.push(line);
      continue;
    }
    const folded = fold(line).trim();
    if (DELIMITER.test(line) || (folded.length < 60 && SIGN_OFF.test(folded) && isWritten(kept))) {
      return [...kept, ...lines.slice(index + 1).filter((each) => POSTSCRIPT.test(each))];
    }
    if (folded.length < 100 && DEVICE.test(folded)) continue;
    if (folded.length < 60 && THANKS_LINE.test(folded) && isWritten(kept) && isName(lines.slice(index + 1)))
      return kept;
    if (PRINT.test(folded) && folded.length > 20) {
      // Small print at the top is a banner, below the text it runs to the end.
      if (isWritten(kept)) return kept;
      continue;
    }
    kept.push(line);
  }
  return kept;
}

function isWritten(lines: readonly string[]): boolean {
  return lines.some((line) => line.trim() !== '');
}

/** Nothing but a name and perhaps a few short lines of a signature. */
function isName(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '');
  const [first = ''] = written;
  return written.length <= 8 && first.trim().split(/\s+/).length <= 4 && !/[?!]|\.\s*$/.test(first);
}
