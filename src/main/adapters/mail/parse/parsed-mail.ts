import type { IncomingMail } from '#core/ports/mailbox.ts';
import type { Instant } from '#core/domain/time.ts';

/** What was left out of a mail because it is too big, too deep, or takes too long or too much memory. */
export type Cut = 'size' | 'headers' | 'parts' | 'text' | 'html' | 'time' | 'memory';

/** A mail as read from its bytes; its id and the time of its arrival are the mailbox's to know. */
export interface ParsedMail extends Omit<IncomingMail, 'id' | 'receivedAt'> {
  /** Of its `Date`, else of its newest `Received`; null: neither can be read. */
  readonly date: Instant | null;
  /** Empty: it was read whole. */
  readonly cut: readonly Cut[];
}
