import { isUtf8 } from 'node:buffer';

const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
} as const;
export type TableEncoding = keyof typeof ENCODINGS;

/** How an encoding is called for people. */
export function encodingInWords(encoding: TableEncoding): string {
  return ENCODINGS[encoding];
}

const LOOKED_AT = 4_000;

/** The encoding of a text file: by its mark, by its zero bytes, as UTF-8 where it is valid, else Windows-1252. */
export function encodingOf(bytes: Uint8Array): TableEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const start = bytes.subarray(0, LOOKED_AT);
  const zeros = [0, 1].map((odd) => start.filter((byte, at) => byte === 0 && at % 2 === odd).length);
  const [even = 0, odd = 0] = zeros;
  if (odd > start.length / 8) return 'utf-16le';
  if (even > start.length / 8) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

const PIECE = 1_000_000;

/** The text in pieces, without its mark. */
export function* textOf(bytes: Uint8Array, encoding: TableEncoding): Generator<string, void> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += PIECE) {
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
  }
  yield decoder.decode();
}

const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const DELIMITER_WORDS: Readonly<Record<Delimiter, string>> = {
  ';': 'semicolons',
  ',': 'commas',
  '\t': 'tabs',
  '|': 'bars',
};

export function delimiterInWords(delimiter: Delimiter): string {
  return DELIMITER_WORDS[delimiter];
}

const LINES = 20;

/**
 * What separates the cells: the character that the first lines have most often and each as often, quoted text left
 * aside. A file of one column has none; a comma does no harm there.
 */
export function delimiterOf(text: string): Delimiter {
  const lines = linesOf(text);
  const scores = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const most = counts[0] ?? 0;
    const alike = counts.filter((count) => count === most).length;
    return { delimiter, score: most === 0 ? 0 : alike * 100 + most };
  });
  const best = scores.toSorted((a, b) => b.score - a.score)[0];
  return best === undefined || best.score === 0 ? ',' : best.delimiter;
}

/** The first lines, without what stands in quotes. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let isQuoted = false;
  for (const char of text) {
    if (char === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (char === '\n' || char === '\r') {
      if (line !== '') lines.push(line);
      if (lines.length === LINES) return lines;
      line = '';
    } else line += char;
  }
  return line === '' ? lines : [...lines, line];
}
