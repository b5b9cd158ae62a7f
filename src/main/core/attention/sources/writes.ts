import type { AttentionAction, AttentionEntry } from '#contract/attention.ts';
import type { CoreContext } from '../../context.ts';
import { LeadViews } from '../../api/views/lead-view.ts';
import { summaryOf, WHAT } from '../../api/views/outbox-view.ts';
import { FATE_UNKNOWN } from '../../outbox/fate-unknown.ts';
import type { OutboxRow } from '../../ports/store/rows.ts';
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
    actions:
      unknown && isMail
        ? fateActions(core, count, row)
        : [
            {
              kind: 'do',
              label: count === 1 ? 'Try again' : `Try all ${count} again`,
              command: 'retry',
              confirm: null,
            },
            openWrites(cause),
            giveUp(count, isByPerson(core, row) ? 'person' : isMail ? 'message' : 'write'),
          ],
  });
}

/** Of a mail that may have left only a person can say what is to be done. */
function fateActions(core: CoreContext, count: number, row: OutboxRow | null): AttentionAction[] {
  const one = count === 1;
  const ends = isByPerson(core, row)
    ? 'Its text is in the composer again.'
    : 'The follow-up of the lead ends.';
  return [
    { kind: 'do', label: one ? 'It was sent' : `All ${count} were sent`, command: 'was-sent', confirm: null },
    {
      kind: 'do',
      label: one ? 'Send it again' : `Send all ${count} again`,
      command: 'retry',
      confirm: 'If it did leave, it arrives twice. The Sent folder is looked into once more first.',
    },
    {
      kind: 'do',
      label: one ? 'Don’t send it' : `Send none of the ${count}`,
      command: 'give-up',
      confirm: ends,
    },
  ];
}

function isByPerson(core: CoreContext, row: OutboxRow | null): boolean {
  return row?.effect.kind === 'mail' && core.store.mails.byId(row.effect.mailId)?.byPerson === true;
}

function openWrites({ connectionId, kind }: OutboxCause): AttentionAction {
  return open('Open in Activity', '/activity', { status: 'attention', kind, connectionId });
}

function giveUp(count: number, kind: 'person' | 'message' | 'write'): AttentionAction {
  const what = count === 1 ? 'It is' : `${count} are`;
  const confirm = {
    person: `${what} not sent; the text is in the composer of the lead again.`,
    message: `${what} not sent, and the follow-up of the lead ends.`,
    write: `${what} not written, and the record's other writes go on.`,
  };
  return {
    kind: 'do',
    label: count === 1 ? 'Give up' : `Give up all ${count}`,
    command: 'give-up',
    confirm: confirm[kind],
  };
}
