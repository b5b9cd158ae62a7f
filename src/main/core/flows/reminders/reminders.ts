import { applyCommand } from '../../apply-event.ts';
import type { CoreContext } from '../../context.ts';
import { leadName } from '../../domain/leads/lead-words.ts';
import type { Refusal } from '../../domain/leads/decision.ts';
import type { Instant } from '../../domain/time.ts';

/** Reminders told of at once; more than a person has at a time. */
const ROUND = 200;

/**
 * Reminds the user of a lead at a time; with the id of an earlier reminder that one moves. Null: done, and otherwise
 * why it makes no sense.
 */
export function remind(
  core: CoreContext,
  wish: {
    readonly leadId: string;
    readonly reminderId: string | null;
    readonly dueAt: Instant;
    readonly text: string;
  },
): Refusal | null {
  const { leadId, dueAt } = wish;
  const now = core.clock.now();
  const text = wish.text.trim();
  const before = wish.reminderId === null ? null : core.store.reminders.byId(wish.reminderId);
  const id = before?.id ?? core.ids.next();
  const reminder = { id, leadId, dueAt, text, createdAt: before?.createdAt ?? now, toldAt: null };
  const command = { type: 'reminder-set', reminderId: id, dueAt, text } as const;
  const result = applyCommand(core, leadId, command, { reminders: [reminder] });
  core.push(['attention']);
  return result !== null && 'refused' in result ? result : null;
}

/** A person has dealt with a reminder: it is gone, and the journal of the lead keeps it. */
export function reminderDone(core: CoreContext, reminderId: string): void {
  const reminder = core.store.reminders.byId(reminderId);
  if (reminder === null) return;
  const { leadId, text } = reminder;
  const command = { type: 'reminder-done', reminderId, text } as const;
  applyCommand(core, leadId, command, { removeReminders: [reminderId] });
  core.push(['attention']);
}

/** Tells the user of what is due now, each once; it stands under Needs attention until it is done. */
export function tellReminders(core: CoreContext): void {
  const now = core.clock.now();
  const due = core.store.reminders.due(now, ROUND).filter((each) => each.toldAt === null);
  for (const reminder of due) {
    const lead = core.store.leads.byId(reminder.leadId);
    const text = `${lead === null ? 'A lead' : leadName(lead)}: ${reminder.text}`;
    const notice = { topic: 'needs-attention', text, leadId: reminder.leadId } as const;
    core.store.commit({
      reminders: [{ ...reminder, toldAt: now }],
      notices: [{ ...notice, id: core.ids.next(), at: now }],
    });
    core.notifier.notify(notice);
  }
  if (due.length > 0) core.push(['attention', 'notices']);
}
