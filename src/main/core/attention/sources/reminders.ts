import { leadName } from '../../domain/leads/lead-words.ts';
import { entry, open, type AttentionSource } from '../source.ts';

/** More are not shown at once; the next come when these are done. */
const MOST = 100;

const KIND = 'reminder';

/** What a person wanted to be reminded of, and is due. */
export const reminders: AttentionSource = ({ store, clock }) =>
  store.reminders.due(clock.now(), MOST).flatMap((reminder) => {
    const lead = store.leads.byId(reminder.leadId);
    if (lead === null) return [];
    return entry(reminder.id, {
      kind: KIND,
      severity: 'question',
      title: `Reminder: ${leadName(lead)}`,
      cause: reminder.text,
      since: reminder.dueAt,
      connectionId: lead.connectionId,
      assistantId: lead.assistantId,
      leadId: lead.id,
      actions: [
        { kind: 'do', label: 'Done', command: 'reminder-done', confirm: null },
        { kind: 'do', label: 'Tomorrow', command: 'reminder-tomorrow', confirm: null },
        open('Open the lead', `/leads/${lead.id}`),
      ],
    });
  });

/** Which reminder an entry is about. */
export function reminderIdOf({ id }: { readonly id: string }): string {
  return id.slice(KIND.length + 1);
}
