import { createHash } from 'node:crypto';

/**
 * A short name for a write, shown at the end of notes and tasks: HubSpot stores no idempotency key, so this is
 * how a write whose answer was lost is found again. Ten characters are enough among the activities of a contact.
 */
export function refOf(key: string): string {
  return BigInt(`0x${createHash('sha256').update(key).digest('hex')}`)
    .toString(36)
    .slice(0, 10);
}

/** The line with the ref, as HTML. */
export function refLine(key: string): string {
  return `<p><small>Baton ref ${refOf(key)}</small></p>`;
}

export function hasRef(body: string | null | undefined, key: string): boolean {
  return body?.includes(`Baton ref ${refOf(key)}`) ?? false;
}
