import type { CoreContext } from '../context.ts';
import type { Effect } from '../domain/leads/effect.ts';
import { MINUTE, SECOND } from '../domain/time.ts';
import type { OutgoingMail } from '../ports/mailbox.ts';
import type { Assistant, OutboxRow, OutboxSettlement } from '../ports/store/rows.ts';
import { sendOnce, type OnceOutcome } from './send-once.ts';
import { settleInterrupted } from './settle-failure.ts';
import { cancelled, delivered, needsAttention, triedAgain, waitAfter } from './settle.ts';

type NoticeMail = Extract<Effect, { kind: 'notice-mail' }>;

/** Rows taken in one round. */
const ROUND = 50;
/** Until a mail whose fate is unknown is looked for (again) in the Sent folder. */
const LOOK_AGAIN = 5 * SECOND;
/** How often it is looked for, before the user is asked. */
const LOOKS = 3;

const NOT_FOUND =
  'Baton was interrupted while this notice was leaving, and it is not in the Sent folder. ' +
  'Press Try again to send it, or Give up to leave it unsent.';

/**
 * Sends what admins are told by mail. It asks no CRM, so that the news of a CRM that cannot be reached gets out; and
 * it never sends a mail twice: see `sendOnce`.
 */
export async function deliverNotices(core: CoreContext): Promise<void> {
  for (;;) {
    if (core.halt.since !== null) return;
    const rows = core.store.outbox.dueNotices(core.clock.now(), ROUND);
    if (rows.length === 0) return;
    for (const row of rows) {
      if (core.halt.since !== null) return;
      try {
        const settlement = await deliverOne(core, row);
        core.store.commit({ settlements: settlement === null ? [] : [settlement] });
      } catch (error) {
        if (core.halt.since !== null) return;
        core.log.error('notice-failed', error, { connectionId: row.connectionId });
        settleInterrupted(core, row.connectionId, [row], error);
      }
    }
    core.push(['activity', 'attention']);
  }
}

async function deliverOne(core: CoreContext, row: OutboxRow): Promise<OutboxSettlement | null> {
  const { effect } = row;
  if (effect.kind !== 'notice-mail') throw new TypeError(`The effect ${effect.kind} is no notice by mail.`);
  const now = core.clock.now();
  const wasTried = row.uncertain || row.attempts > 0;
  if (!wasTried && isOver(core, effect)) {
    return cancelled(row, now, 'It works again by itself, before this mail could leave.');
  }
  const waits = wasTried ? null : await waitsForAccount(core, row, effect);
  if (waits !== null) return waits;
  const assistant = core.store.assistants.byId(effect.assistantId);
  const mailbox = assistant === null ? null : core.mailboxes.of(assistant);
  if (assistant === null || mailbox === null) {
    return cancelled(row, now, 'The assistant through whose mailbox it was to go has none any more.');
  }
  const mail = { outgoing: outgoing(effect, assistant, row), at: row.createdAt, sender: assistant.name };
  return settlementOf(core, row, await sendOnce(core, mailbox, row, mail));
}

/** A colleague is told by one machine what becomes of a mail, and only when it is known to be this one. */
async function waitsForAccount(
  core: CoreContext,
  row: OutboxRow,
  { incidentKey }: NoticeMail,
): Promise<OutboxSettlement | null> {
  if (core.store.imports.byId(incidentKey) === null) return null;
  if (await core.leases.holds(row.connectionId)) return null;
  const now = core.clock.now();
  if (core.leases.state(row.connectionId).kind === 'standing-by')
    return cancelled(row, now, 'Another machine works on this CRM account, and tells the sender.');
  const reason = core.leases.whyNoWrite(row.connectionId) ?? 'The CRM account is asked who works on it.';
  return { ...triedAgain(row, { at: now + MINUTE, uncertain: false, reason }), attempts: row.attempts };
}

/** The failure that it tells of has ended: nobody needs to hear of it any more. */
function isOver(core: CoreContext, { incidentKey }: NoticeMail): boolean {
  const incident = core.store.health.incident(incidentKey);
  return incident !== null && incident.until !== null;
}

function settlementOf(core: CoreContext, row: OutboxRow, outcome: OnceOutcome): OutboxSettlement | null {
  const now = core.clock.now();
  switch (outcome.kind) {
    case 'withdrawn':
      return null;
    case 'sent':
      return delivered(row, now, {});
    case 'refused':
      return needsAttention(row, outcome.because);
    case 'retry': {
      const at = now + Math.max(outcome.after ?? 0, waitAfter(row.attempts + 1, Math.random()));
      return triedAgain(row, { at, uncertain: false, reason: outcome.because });
    }
    case 'unknown': {
      const wait = row.uncertain ? waitAfter(row.attempts + 1, Math.random()) : 0;
      const at = now + Math.max(LOOK_AGAIN, wait);
      return triedAgain(row, { at, uncertain: true, reason: outcome.because });
    }
    case 'not-found': {
      if (row.attempts >= LOOKS) return needsAttention(row, NOT_FOUND);
      const reason = 'It is not known whether this mail left: it is looked for in the Sent folder.';
      return triedAgain(row, { at: now + LOOK_AGAIN * (row.attempts + 1), uncertain: true, reason });
    }
  }
}

function outgoing(effect: NoticeMail, assistant: Assistant, row: OutboxRow): OutgoingMail {
  return {
    messageId: effect.messageId,
    from: { address: assistant.email, name: assistant.name },
    to: [{ address: effect.to, name: '' }],
    bcc: [],
    subject: effect.subject,
    text: effect.text,
    html: '',
    inReplyTo: null,
    references: [],
    headers: { 'Auto-Submitted': 'auto-generated' },
    date: row.createdAt,
  };
}
