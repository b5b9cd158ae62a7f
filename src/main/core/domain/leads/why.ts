import type { Instant } from '../time.ts';
import type { JournalDraft } from './decision.ts';

/** The part of a journal entry that explains something. */
export type Reason = Pick<JournalDraft, 'event' | 'from' | 'to' | 'rule' | 'at'>;

/** What ends or begins a tenure: nothing before it explains what came after. */
const BEGINNINGS: ReadonlySet<Reason['event']> = new Set(['assigned', 'adopted', 'restart-pressed']);

/** What sets the date of the next message. */
const DATE_SETTING: ReadonlySet<Reason['event']> = new Set([
  'assigned',
  'adopted',
  'restart-pressed',
  'continue-pressed',
  'mail-sent',
  'replied',
  'meeting-booked',
  'meeting-cancelled',
  'colleague-replied',
  'unsubscribed',
  'send-postponed',
  'message-incomplete',
  'values-changed',
  'bounce-guard-asked',
  'schedule-changed',
  'sending-interrupted',
  'capacity-freed',
  'context-given',
  'marked',
  'mail-linked',
  'stop-pressed',
  'pause-pressed',
  'unsubscribe-pressed',
  'schedule-chosen',
  'assistant-chosen',
  'step-skipped',
  'next-message-moved',
  'schedule-finished',
]);

/**
 * The chain behind a lead's state, newest first: each entry that changed the state, back to the beginning of the
 * tenure. `journal` is oldest first.
 */
export function reasonsOfState<R extends Reason>(journal: readonly R[]): readonly R[] {
  return chain(journal, (entry) => entry.from !== entry.to);
}

/** The chain behind the next date, newest first: what set it last, and what set it before, back to the beginning. */
export function reasonsOfDate<R extends Reason>(journal: readonly R[]): readonly R[] {
  return chain(journal, (entry) => DATE_SETTING.has(entry.event));
}

/** The chain behind one entry: itself, then what brought the lead to where it decided. */
export function reasonsOfEntry<R extends Reason>(journal: readonly R[], entry: R): readonly R[] {
  const at = journal.indexOf(entry);
  const before = at < 0 ? journal.filter((each) => each.at < entry.at) : journal.slice(0, at);
  return BEGINNINGS.has(entry.event) ? [entry] : [entry, ...reasonsOfState(before)];
}

/** What was known at a moment, before the mail (if it is about one) went out. */
export function knownAt<R extends Reason & { readonly data: unknown }>(
  journal: readonly R[],
  at: Instant,
  mailId: string | null,
): readonly R[] {
  const sent = mailId === null ? -1 : journal.findIndex((entry) => isOfMail(entry, mailId));
  return journal.slice(0, sent < 0 ? journal.length : sent).filter((entry) => entry.at <= at);
}

function isOfMail(
  { event, data }: { readonly event: string; readonly data: unknown },
  mailId: string,
): boolean {
  if (event !== 'mail-sent' || typeof data !== 'object' || data === null) return false;
  return 'mailId' in data && data.mailId === mailId;
}

function chain<R extends Reason>(journal: readonly R[], counts: (entry: R) => boolean): readonly R[] {
  const found: R[] = [];
  for (const entry of journal.toReversed()) {
    const begins = BEGINNINGS.has(entry.event);
    if (begins || counts(entry)) found.push(entry);
    if (begins) break;
  }
  return found;
}
