import { expect, it } from 'vitest';
import { openStore } from '#adapters/store/open-store.ts';
import type { IncomingMail } from '#core/ports/mailbox.ts';
import { aConnection, anAssistant, aStoredLead, aStoredSchedule } from '#test/support/store-rows.ts';
import { leadOf } from './match-lead.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A mail from the address of the lead, outside of any thread. */
function mailAt(receivedAt: number, address: string): IncomingMail {
  return {
    id: 'm1',
    messageId: '<m1@outside.example>',
    receivedAt,
    from: { address, name: '' },
    to: [],
    subject: 'Hello',
    text: 'Hello.',
    html: null,
    headers: {},
    inReplyTo: null,
    references: [],
    report: null,
  };
}

it('a mail from before the assignment is no answer, however late it is read', () => {
  const store = openStore({ file: ':memory:', now: () => 0 });
  const assistant = anAssistant();
  const lead = aStoredLead({ assistantId: assistant.id });
  store.commit({
    connections: [aConnection()],
    assistants: [assistant],
    schedules: [aStoredSchedule()],
    leads: [{ lead, plannedDay: null }],
  });
  const ofMail = (receivedAt: number) => leadOf(store, assistant, mailAt(receivedAt, lead.email))?.id;
  expect(ofMail(lead.assignedAt - DAY)).toBeUndefined();
  expect(ofMail(lead.assignedAt + HOUR)).toBe(lead.id);
  // The clocks of a mail server and of the CRM are not quite the same.
  expect(ofMail(lead.assignedAt - HOUR / 2)).toBe(lead.id);
  store.close();
});
