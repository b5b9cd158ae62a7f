import { attributionLength, beginsOriginal, isQuoted, nextWritten } from './attribution.ts';
import { withoutSignature } from './signature.ts';

/** A line of a hostile mail: nobody writes one so long, and no rule needs to look at it. */
const MAX_LINE = 2000;
const MAX_LINES = 20_000;

/**
 * What the writer of a reply wrote himself: without quotations, forwarded mails, signature, small print and
 * the line of a phone (domain.md section 1: "judged on the reply's own text"). Answers between or below
 * quoted lines stay. Empty when nothing of his own is there.
 *
 * Rules of our own and not the package email-reply-parser, which reads 137 of the 256 cases in
 * `test/reply-cases.ts` right: it knows few header blocks, and loses answers between quoted lines.
 */
export function ownWords(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n', MAX_LINES);
  return withoutSignature(withoutQuotations(lines))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function withoutQuotations(lines: readonly string[]): readonly string[] {
  const own: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '' || line.length > MAX_LINE) {
      own.push(line);
      continue;
    }
    if (isQuoted(line)) continue;
    if (beginsOriginal(lines, index)) return own;
    const length = attributionLength(lines, index);
    if (length === 0) {
      own.push(line);
      continue;
    }
    // Above quoted lines the attribution goes alone: an answer may stand below them.
    if (!isQuoted(lines[nextWritten(lines, index + length)] ?? '')) return own;
    index += length - 1;
  }
  return own;
}
