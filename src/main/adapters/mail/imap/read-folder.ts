import type { ImapFlow } from 'imapflow';
import { DAY, MINUTE, type Instant } from '#core/domain/time.ts';

/** Of a bigger mail the first part is read: the words stand before what is attached. */
const MOST_BYTES = 5_000_000;
/** Mails and bytes read in one go; the rest in the next. */
const AT_ONCE = 100;
const BYTES_AT_ONCE = 20_000_000;
const CHUNK = 256 * 1024;

/** A mail as the server has it. */
export interface RawMail {
  readonly uid: number;
  readonly receivedAt: Instant;
  readonly source: Buffer;
}

export interface FolderRead {
  /** Oldest first. */
  readonly mails: readonly RawMail[];
  readonly validity: string;
  /** All up to this number are read. */
  readonly uid: number;
}

export interface FolderPlace {
  readonly validity: string;
  readonly uid: number;
}

/**
 * Reads what came into a folder after a place in it. Where the place means nothing any more (never read, or the
 * server numbers its mails anew), everything since `since` is read: the reader knows mails again by their Message-ID.
 * Throws errors of the library.
 */
export async function readFolder(
  client: ImapFlow,
  path: string,
  place: FolderPlace | null,
  since: Instant,
): Promise<FolderRead> {
  const box = await client.mailboxOpen(path, { readOnly: true });
  const validity = String(box.uidValidity);
  const isKnown = place !== null && place.validity === validity;
  const last = isKnown ? place.uid : 0;
  const highest = Math.max(last, box.uidNext - 1);
  if (box.exists === 0 || (isKnown && box.uidNext > 0 && box.uidNext <= last + 1))
    return { mails: [], validity, uid: highest };

  // A search goes by whole days in the server's own zone.
  const range = isKnown ? { uid: `${last + 1}:*` } : { since: new Date(since - DAY) };
  const found = await client.search(range, { uid: true });
  if (!Array.isArray(found)) throw new Error(`The search in ${path} was refused.`);
  const uids = found.filter((uid) => uid > last).toSorted((a, b) => a - b);
  const mails: RawMail[] = [];
  let lastRead = last;
  let bytes = 0;
  for (const uid of uids.slice(0, AT_ONCE)) {
    if (bytes > BYTES_AT_ONCE) break;
    lastRead = uid;
    const mail = await readable(readOne(client, uid, since));
    if (mail !== null && (isKnown || mail.receivedAt >= since - MINUTE)) mails.push(mail);
    bytes += mail?.source.length ?? 0;
  }
  // Numbers below the next one that were not found belong to no mail.
  const isAll = lastRead === (uids.at(-1) ?? last);
  return { mails, validity, uid: isAll ? Math.max(highest, lastRead) : lastRead };
}

/** One mail that the server itself cannot read must not keep the later ones back: null. */
async function readable(reading: Promise<RawMail | null>): Promise<RawMail | null> {
  try {
    return await reading;
  } catch (error) {
    const status = (error as { readonly responseStatus?: string }).responseStatus;
    if (status === 'NO' || status === 'BAD') return null;
    throw error;
  }
}

/** Null: it was deleted meanwhile. */
async function readOne(client: ImapFlow, uid: number, since: Instant): Promise<RawMail | null> {
  const about = await client.fetchOne(
    String(uid),
    { uid: true, internalDate: true, size: true },
    { uid: true },
  );
  if (!about) return null;
  const parts: Buffer[] = [];
  const size = Math.min(about.size ?? MOST_BYTES, MOST_BYTES);
  for (let start = 0; start < size; start += CHUNK) {
    const query = { source: { start, maxLength: Math.min(CHUNK, size - start) } };
    const part = await client.fetchOne(String(uid), query, { uid: true });
    if (!part || part.source === undefined) return null;
    parts.push(part.source);
    if (part.source.length < query.source.maxLength) break;
  }
  return { uid, receivedAt: new Date(about.internalDate ?? since).getTime(), source: Buffer.concat(parts) };
}
