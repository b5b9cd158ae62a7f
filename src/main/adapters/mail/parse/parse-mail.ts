import type { ParsedMail } from './parsed-mail.ts';
import { readMail } from './read-mail.ts';

/** Reads the bytes of a mail (RFC 5322 and MIME). Never fails: what cannot be read is left out, and `cut` says so. */
export async function parseMail(source: Uint8Array): Promise<ParsedMail> {
  return readMail(source);
}
