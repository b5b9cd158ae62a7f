import type { MailFields } from '#core/domain/replies/mail-report.ts';
import { decodeText } from './charset.ts';
import { decodeTransfer } from './transfer-encoding.ts';

/** More lines than any mail server writes; the rest of a hostile mail's is left out. */
const MAX_FIELDS = 1000;
const MAX_VALUE = 16_000;
const ENCODED_WORD = /=\?([\w.:-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?\r\n]{0,4000})\?=/gi;
const ENCODED_WORDS =
  /=\?[\w.:-]{1,40}(?:\*[\w-]{1,20})?\?[bq]\?[^?\r\n]{0,4000}\?=(?:\s*=\?[\w.:-]{1,40}(?:\*[\w-]{1,20})?\?[bq]\?[^?\r\n]{0,4000}\?=)*/gi;

/** The fields of a header block as they stand there, and whether some had to be left out. */
export function readFields(block: Buffer): { readonly fields: MailFields; readonly isCut: boolean } {
  const lines = decodeText(block, 'utf-8').split(/\r\n|\n|\r/);
  const values = new Map<string, string[]>();
  let current: { name: string; value: string } | null = null;
  let count = 0;
  const keep = () => {
    if (current === null) return;
    const known = values.get(current.name) ?? [];
    known.push(decodeWords(current.value.slice(0, MAX_VALUE)).trim());
    values.set(current.name, known);
    current = null;
  };
  for (const line of lines) {
    if (/^[ \t]/.test(line)) {
      const open = current as { name: string; value: string } | null;
      if (open !== null && open.value.length < MAX_VALUE) open.value += ` ${line.trim()}`;
      continue;
    }
    keep();
    const [, name, value] = /^([!-9;-~]{1,200})[ \t]*:(.*)$/s.exec(line) ?? [];
    if (name === undefined) continue;
    count += 1;
    if (count > MAX_FIELDS) break;
    current = { name: name.toLowerCase(), value: value ?? '' };
  }
  keep();
  const fields = Object.fromEntries([...values].map(([name, all]) => [name, all.join('\n')]));
  return { fields, isCut: count > MAX_FIELDS };
}

/** RFC 2047 words of a header as text; broken ones stay as they are. */
export function decodeWords(value: string): string {
  return value.replaceAll(ENCODED_WORDS, (run) => {
    // A character may be cut in two by the end of a word: words of one character set are one text.
    const texts: { charset: string; bytes: Buffer }[] = [];
    for (const [, charset = '', coding = '', coded = ''] of run.matchAll(ENCODED_WORD)) {
      const bytes = wordBytes(coding, coded);
      const last = texts.at(-1);
      if (last?.charset === charset.toLowerCase()) last.bytes = Buffer.concat([last.bytes, bytes]);
      else texts.push({ charset: charset.toLowerCase(), bytes });
    }
    return texts.map(({ charset, bytes }) => decodeText(bytes, charset).replaceAll(/[\r\n]+/g, ' ')).join('');
  });
}

function wordBytes(coding: string, coded: string): Buffer {
  return coding.toLowerCase() === 'b'
    ? decodeTransfer(Buffer.from(coded, 'latin1'), 'base64')
    : decodeTransfer(Buffer.from(coded.replaceAll('_', ' '), 'latin1'), 'quoted-printable');
}

/** A parameter of a structured field such as `boundary`; empty where it is missing. */
export function parameter(value: string, name: string): string {
  const found = new RegExp(`;\\s*${name}\\s*\\*?\\s*=\\s*(?:"([^"]{0,500})"|([^\\s;]{0,500}))`, 'i').exec(
    value,
  );
  return (found?.[1] ?? found?.[2] ?? '').trim();
}
