import type { Transform } from 'node:stream';
import { Splitter } from '@zone-eu/mailsplit';
import type { MimeNode, SplitterChunk } from '@zone-eu/mailsplit';
import type { MailFields } from '#core/domain/replies/mail-report.ts';
import { parameter, readFields } from './headers.ts';
import type { Cut } from './parsed-mail.ts';

/** One part of a mail; a multipart has children, every other one its bytes as they were sent. */
export interface MailPart {
  /** Lower case, such as `text/plain`. */
  readonly type: string;
  readonly fields: MailFields;
  readonly children: MailPart[];
  /** Still in their transfer encoding; empty for what is not read (attachments). */
  readonly bytes: Buffer;
}

const MAX_HEADER_BYTES = 4_000_000;
const MAX_PARTS = 500;
/** Of one part, in its transfer encoding: texts are read this far, a returned mail to the end of its headers. */
const MAX_BYTES: readonly (readonly [type: RegExp, bytes: number])[] = [
  [/^text\/(?:plain|html)$/, 6_000_000],
  [
    /^message\/(?:delivery-status|global-delivery-status|feedback-report|disposition-notification)$/,
    1_000_000,
  ],
  [/^message\/|^text\/rfc822/, 200_000],
  // A calendar of 256 kB, and what base64 adds.
  [/^(?:text\/calendar|application\/ics)$/, 360_000],
  // Read only where its boundary is missing, so that nothing of it is lost.
  [/^multipart\/|^text\//, 200_000],
];

interface OpenPart {
  readonly part: MailPart;
  readonly chunks: Buffer[];
  room: number;
}

/** Takes a mail apart. What stands behind a limit is left out, and named. */
export async function mailParts(
  source: Uint8Array,
): Promise<{ readonly root: MailPart; readonly cut: readonly Cut[] }> {
  const cut = new Set<Cut>();
  const open = new Map<MimeNode, OpenPart>();
  // Its own types leave out the events of the stream that it is.
  const splitter = new Splitter({
    ignoreEmbedded: true,
    maxHeadSize: MAX_HEADER_BYTES,
    maxChildNodes: MAX_PARTS,
  }) as unknown as Transform;
  let root: MailPart | null = null;
  splitter.on('data', (chunk: SplitterChunk) => {
    if (chunk.type === 'node') {
      const opened = openPart(chunk, cut);
      open.set(chunk, opened);
      const parent = chunk.parentNode === false ? undefined : open.get(chunk.parentNode);
      if (root === null) root = opened.part;
      else parent?.part.children.push(opened.part);
    } else {
      const opened = open.get(chunk.node);
      if (opened !== undefined) addBytes(opened, chunk.value, cut);
    }
  });
  await new Promise<void>((resolve) => {
    splitter.on('end', resolve);
    splitter.on('close', resolve);
    splitter.on('error', (error: Error) => {
      cut.add(/header/i.test(error.message) ? 'headers' : 'parts');
      resolve();
    });
    splitter.end(Buffer.from(source.buffer, source.byteOffset, source.byteLength));
  });
  for (const opened of open.values()) {
    (opened.part as { bytes: Buffer }).bytes = Buffer.concat(opened.chunks);
  }
  return { root: root ?? emptyPart(), cut: [...cut] };
}

function openPart(node: MimeNode, cut: Set<Cut>): OpenPart {
  const { fields, isCut } = readFields(node.getHeaders());
  if (isCut) cut.add('headers');
  const type = isCalendarFile(fields) ? 'text/calendar' : node.contentType || 'text/plain';
  const room = MAX_BYTES.find(([pattern]) => pattern.test(type))?.[1] ?? 0;
  const part = { type, fields, children: [], bytes: Buffer.alloc(0) };
  return { part, chunks: [], room };
}

/** Some programs send an event as a file of no known type. */
function isCalendarFile(fields: MailFields): boolean {
  const type = fields['content-type'] ?? '';
  const name = parameter(fields['content-disposition'] ?? '', 'filename') || parameter(type, 'name');
  return /^\s*application\/octet-stream\b/i.test(type) && /\.ics$/i.test(name);
}

function addBytes(opened: OpenPart, bytes: Buffer, cut: Set<Cut>): void {
  if (opened.room <= 0) {
    if (/^text\/(?:plain|html)$/.test(opened.part.type)) cut.add('text');
    return;
  }
  opened.chunks.push(bytes.subarray(0, opened.room));
  if (bytes.length > opened.room && /^text\/(?:plain|html)$/.test(opened.part.type)) cut.add('text');
  opened.room -= bytes.length;
}

function emptyPart(): MailPart {
  return { type: 'text/plain', fields: {}, children: [], bytes: Buffer.alloc(0) };
}
