import type { AttentionCommand, AttentionEntry } from '#contract/attention.ts';
import type { CoreContext } from '../context.ts';
import { DAY } from '../domain/time.ts';
import { remind, reminderDone } from '../flows/reminders/reminders.ts';
import { reminderIdOf } from './sources/reminders.ts';
import { answerBaseline } from '../flows/intake/baseline.ts';
import { dismissRow, retryRow, wasSentRow } from '../outbox/by-hand.ts';

/** Rows treated at once. */
const ROUND = 500;

/** What a button of an entry does. Each may be pressed again without harm. */
export const COMMANDS: Readonly<
  Record<AttentionCommand, (core: CoreContext, about: AttentionEntry) => void | Promise<void>>
> = {
  resume: (core) => {
    core.halt.lift();
    core.log.info('resumed', {});
    core.push(['system', 'attention']);
    core.wake();
  },
  retry: (core, { outboxId }) => forRows(core, outboxId, retryRow),
  'give-up': (core, { outboxId }) => forRows(core, outboxId, dismissRow),
  'was-sent': (core, { outboxId }) => forRows(core, outboxId, wasSentRow),
  'back-up-now': async (core) => {
    await core.backups.make('by-hand');
    core.backups.rotate(core.store.people.lastErasedAt());
    core.push(['data', 'attention']);
  },
  'take-baseline': (core, { connectionId }) => {
    if (connectionId !== null) answerBaseline(core, connectionId, 'take');
  },
  'leave-baseline': (core, { connectionId }) => {
    if (connectionId !== null) answerBaseline(core, connectionId, 'leave');
  },
  'reminder-done': (core, entry) => reminderDone(core, reminderIdOf(entry)),
  'reminder-tomorrow': (core, entry) => {
    const reminder = core.store.reminders.byId(reminderIdOf(entry));
    if (reminder === null) return;
    const { id, leadId, text } = reminder;
    remind(core, { leadId, reminderId: id, dueAt: core.clock.now() + DAY, text });
  },
};

/** Every row that needs attention for the same cause as the given one; that one last, because it names the cause. */
async function forRows(
  core: CoreContext,
  oldestId: number | null,
  treat: (core: CoreContext, id: number) => boolean,
): Promise<void> {
  if (oldestId === null) return;
  for (let after = oldestId; ;) {
    const ids = core.store.outbox.ofCause(oldestId, after, ROUND);
    for (const id of ids) treat(core, id);
    after = ids.at(-1) ?? after;
    if (ids.length < ROUND) break;
    await new Promise(setImmediate);
  }
  treat(core, oldestId);
}
