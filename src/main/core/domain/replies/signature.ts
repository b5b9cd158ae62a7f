import { fold } from './fold.ts';
import { DEVICE_LINES, SIGN_OFFS, SMALL_PRINT, THANKS } from './quote-words.ts';

const NO_WORD = '[^\\p{L}\\d]*';
const DELIMITER = /^\s*(?:--|—|–)\s?$/;
const DEVICE = new RegExp(`^${NO_WORD}(?:${DEVICE_LINES})`, 'u');
const SIGN_OFF = new RegExp(`^${NO_WORD}(?:${SIGN_OFFS})[^\\p{L}\\d]{0,3}\\p{L}{0,30}${NO_WORD}$`, 'u');
const THANKS_LINE = new RegExp(`^${NO_WORD}(?:${THANKS})${NO_WORD}$`, 'u');
const PRINT = new RegExp(`(?:${SMALL_PRINT})`, 'u');
const POSTSCRIPT = /^\s*p\.? ?s\.?\s*[:.]?\s+\S/i;
const CONTACT =
  /(?:tel|phone|fon|mob(?:ile|il)?|cell|fax|direct|office|handy|gsm|t|m|p|тел|電話|电话|手机)\.?\s*[:：.]\s*\+?[\d(]|^\+?[\d()/ .-]{8,}$|(?:https?:\/\/|www\.)\S+$|^\S+@\S+\.\S+$/i;
const NAME_WORDS = 4;
const CONTACT_BLOCK_LINES = 8;

/** The lines above the signature, without what phones and companies add; postscripts below it stay. */
export function withoutSignature(lines: readonly string[]): readonly string[] {
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
    if (folded.length < 110 && DEVICE.test(folded)) continue;
    if (folded.length < 60 && THANKS_LINE.test(folded) && isWritten(kept) && isName(lines.slice(index + 1)))
      return kept;
    if (PRINT.test(folded) && folded.length > 20) {
      // Small print at the top is a banner, below the text it runs to the end.
      if (isWritten(kept)) return kept;
      continue;
    }
    kept.push(line);
  }
  return withoutContactBlock(kept);
}

/** A last paragraph of a name and how to reach it, below other text. */
function withoutContactBlock(lines: readonly string[]): readonly string[] {
  const end = lines.findLastIndex((line) => line.trim() !== '') + 1;
  const start = lines.slice(0, end).findLastIndex((line) => line.trim() === '') + 1;
  const block = lines.slice(start, end).map((line) => line.trim());
  const isAll = !isWritten(lines.slice(0, start));
  if (isAll || block.length < 2 || block.length > CONTACT_BLOCK_LINES) return lines;
  const contacts = block.filter((line) => CONTACT.test(line));
  const [first = ''] = block;
  return contacts.length > 0 &&
    looksLikeName(first) &&
    block.every((line) => !/[?!]$|\.$/.test(line) || CONTACT.test(line))
    ? lines.slice(0, start)
    : lines;
}

function looksLikeName(line: string): boolean {
  const words = line.replaceAll(/[,.]/g, '').split(/\s+/);
  return words.length >= 2 && words.length <= NAME_WORDS && words.every((word) => /^\p{Lu}/u.test(word));
}

function isWritten(lines: readonly string[]): boolean {
  return lines.some((line) => line.trim() !== '');
}

/** Nothing but a name and perhaps a few short lines of a signature. */
function isName(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '');
  const [first = ''] = written;
  return written.length <= 8 && first.trim().split(/\s+/).length <= NAME_WORDS && !/[?!]|\.\s*$/.test(first);
}
