/** What the journal calls an event, as a person would say it. */
const EVENT_WORDS: Readonly<Record<string, string>> = {
  assigned: 'Assigned',
  'capacity-freed': 'Capacity became free',
  'context-given': 'A context was given',
  'mail-sent': 'Message went out',
  'address-proved': 'The address works',
  opened: 'Opened',
  clicked: 'Clicked',
  replied: 'Replied',
  bounced: 'Bounced',
  unsubscribed: 'Unsubscribed',
  'meeting-booked': 'A meeting was booked',
  'colleague-replied': 'A colleague of theirs answered',
  'schedule-finished': 'The schedule is complete',
  'send-postponed': 'Message put off',
  'sending-interrupted': 'Message not sent in time',
  'owner-silent': 'The owner has not reached out',
  'owner-answered': 'The owner reached out',
  'taken-away': 'Taken away by a person',
  'record-deleted': 'Deleted in the CRM',
  'record-merged': 'Merged in the CRM',
  'contact-changed': 'Changed in the CRM',
  'handed-back': 'Handed back',
  'hand-back-failed': 'The hand-back failed',
  'hand-back-undone': 'The hand-back was undone',
  'address-suppressed': 'The address may not be written to',
  'address-excluded': 'On the list “Never write to”',
  'bounce-guard-asked': 'A risky address',
  'schedule-changed': 'The schedule was changed',
  marked: 'Marked by a person',
  'intent-corrected': 'The answer was corrected',
  'stop-pressed': 'Stop pressed',
  'continue-pressed': 'Continue pressed',
  'restart-pressed': 'Restart pressed',
  'hand-back-pressed': 'Hand back pressed',
  'not-at-risk-pressed': 'Not at risk pressed',
  'note-added': 'A note was added',
};

/** The title of an entry of the journal; an event without words of its own reads as its name does. */
export function eventWords(event: string): string {
  return EVENT_WORDS[event] ?? `${event.charAt(0).toUpperCase()}${event.slice(1).replaceAll('-', ' ')}`;
}
