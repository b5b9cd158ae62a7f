import type { AttentionAction, AttentionEntry } from '#contract/attention.ts';
import type { CoreContext } from '../../context.ts';
import { LeadViews } from '../../api/views/lead-view.ts';
import { summaryOf, WHAT } from '../../api/views/outbox-view.ts';
import { FATE_UNKNOWN } from '../../outbox/fate-unknown.ts';
import type { OutboxCause } from '../../ports/store/store.ts';
import { entry, open, type AttentionSource } from '../source.ts';

/** Causes shown at most. */
const MOST_CAUSES = 100;

/**
 * Writes and mails that were refused, one entry a cause: a thousand statuses that the CRM refuses for one missing
 * option are one thing to look at.
 */
export const writes: AttentionSource = (core) => {
  const views = new LeadViews(core);
  return core.store.outbox.causes(MOST_CAUSES).map((cause) => ofCause(core, views, cause));
};

function ofCause(core: CoreContext, views: LeadViews, cause: OutboxCause): AttentionEntry {
  const { count, oldestId, kind } = cause;
  const row = core.store.outbox.byId(oldestId);
  const summary = row === null ? '' : summaryOf(core, views, row);
  const what = WHAT[kind];
  const about =
    count === 1 && summary !== '' ? `${what} (${summary})` : count === 1 ? what : `${count} × ${what}`;
  const unknown = cause.reason === FATE_UNKNOWN;
  // A notice belongs to no follow-up.
  const isMail = kind === 'mail' || kind === 'compose-mail';
  return entry(String(oldestId), {
    kind: unknown ? 'mail-fate-unknown' : isMail ? 'mail-refused' : 'write-refused',
    severity: unknown ? 'question' : 'problem',
    title: unknown
      ? 'Did this mail leave?'
      : isMail || kind === 'notice-mail'
        ? 'A mail is held up'
        : 'The CRM refused a write',
    cause: `${about}: ${cause.reason ?? 'it was refused.'}`,
    since: cause.since,
    count,
    connectionId: cause.connectionId,
    leadId: count === 1 ? (row?.leadId ?? null) : null,
    outboxId: oldestId,
    actions: [
      {
        kind: 'do',
        label: count === 1 ? 'Try again' : `Try all ${count} again`,
        command: 'retry',
        confirm: null,
      },
      openWrites(cause),
      giveUp(count, isMail),
    ],
  });
}

function openWrites({ connectionId, kind }: OutboxCause): AttentionAction {
  return open('Open in Activity', '/activity', { status: 'attention', kind, connectionId });
}

function giveUp(count: number, isMail: boolean): AttentionAction {
  const what = count === 1 ? 'It is' : `${count} are`;
  return {
    kind: 'do',
    label: count === 1 ? 'Give up' : `Give up all ${count}`,
    command: 'give-up',
    confirm: isMail
      ? `${what} not sent, and the follow-up of the lead ends.`
      : `${what} not written, and the record's other writes go on.`,
  };
}
