import { z } from 'zod';
import type { Instant } from '#core/domain/time.ts';

const folder = z.object({ validity: z.string(), uid: z.number() });
const cursor = z.object({
  v: z.literal(1),
  /** The account it belongs to: another one numbers its mails in its own way. */
  account: z.string(),
  folders: z.record(z.string(), folder),
  /** When the newest mail came that was read. */
  until: z.number(),
});

/** Where reading a mailbox stopped: for each folder the last mail of its numbering. */
export type MailCursor = z.infer<typeof cursor>;

/** Reads a cursor; null and what is not one begin at `since`. */
export function readCursor(text: string | null, account: string, since: Instant): MailCursor {
  const fresh: MailCursor = { v: 1, account, folders: {}, until: since };
  if (text === null) return fresh;
  const known = parse(text);
  if (known === null) return fresh;
  return known.account === account ? known : { ...fresh, until: known.until };
}

function parse(text: string): MailCursor | null {
  try {
    return cursor.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The same cursor is the same text. */
export function writeCursor(value: MailCursor): string {
  const names = Object.keys(value.folders).toSorted((a, b) => a.localeCompare(b));
  const folders = Object.fromEntries(names.map((name) => [name, value.folders[name]]));
  return JSON.stringify({ ...value, folders });
}
