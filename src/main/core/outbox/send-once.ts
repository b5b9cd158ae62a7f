import type { CoreContext } from '../context.ts';
import type { Instant } from '../domain/time.ts';
import type { Mailbox, OutgoingMail, SendOutcome } from '../ports/mailbox.ts';
import type { OutboxRow } from '../ports/store/rows.ts';

/** A mail that is to leave once. */
export interface OnceMail {
  readonly outgoing: OutgoingMail;
  /** When it counts as sent if it is found in the Sent folder. */
  readonly at: Instant;
  /** Whose Sent folder it is, for the sentence. */
  readonly sender: string;
}

export type OnceOutcome =
  | SendOutcome
  /** Looked for in the Sent folder, and not there: only the user can say whether it left. */
  | { readonly kind: 'not-found' }
  /** It was taken back, held or given up while this was under way: nothing has left. */
  | { readonly kind: 'withdrawn' };

/**
 * Whatever was tried before is looked up in the Sent folder first. A mail whose fate is unknown is never sent again
 * by itself; one that the user wants sent is, when it is not there.
 */
export async function sendOnce(
  core: CoreContext,
  mailbox: Mailbox,
  row: OutboxRow,
  { outgoing, at, sender }: OnceMail,
): Promise<OnceOutcome> {
  if (row.uncertain || row.attempts > 0) {
    const fate = await mailbox.wasSent(outgoing.messageId);
    if (fate === 'sent') return { kind: 'sent', at };
    if (fate === 'unknown') {
      const because = `The Sent folder of ${sender} cannot be read, so it is not known whether this mail left already.`;
      return row.uncertain ? { kind: 'unknown', because } : { kind: 'retry', because, after: null };
    }
    if (row.uncertain) return { kind: 'not-found' };
  }
  if (!core.store.outbox.markInFlight([row.id]).has(row.id)) return { kind: 'withdrawn' };
  return mailbox.send(outgoing);
}
