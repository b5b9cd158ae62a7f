import type { ActivityRow, Overview } from '#contract/activity.ts';
import { LEAD_STATES, OUTBOX_STATUSES } from '#contract/names.ts';
import type { OutboxStatus } from '#contract/names.ts';
import type { FakeLead } from './leads.ts';
import { randomFrom } from './random.ts';
import { DAY, MINUTE, NOW } from './world.ts';

type What = Pick<ActivityRow, 'what' | 'summary' | 'changes' | 'why'>;

function whatFor(lead: FakeLead, kind: number): What {
  switch (kind) {
    case 0:
      return {
        what: 'crm-note',
        summary: `Note: ${lead.assistantName} has taken over, first message tomorrow at 09:10`,
        changes: [],
        why: 'A newly assigned record gets a note of confirmation.',
      };
    case 1:
      return {
        what: 'crm-status',
        summary: `Status written: ${lead.state}`,
        changes: [
          { field: 'Lead Connection Status', before: 'Cold', after: lead.state },
          { field: 'hs_lead_status', before: 'NEW', after: 'IN_PROGRESS' },
        ],
        why: 'First open, more than 180 seconds after sending.',
      };
    case 2:
      return {
        what: 'crm-email',
        summary: `E-mail logged: Re: ${lead.context || 'your question'}`,
        changes: [],
        why: 'Every e-mail sent or received is logged on the record.',
      };
    case 3:
      return {
        what: 'crm-owner',
        summary: `Owner: ${lead.assistantName} → ${lead.previousOwnerName ?? 'nobody'}`,
        changes: [
          { field: 'hubspot_owner_id', before: lead.assistantName, after: lead.previousOwnerName ?? '' },
        ],
        why: 'Reply read as AgreedToMeet (94 % sure): stop, hand back, task for the owner.',
      };
    case 4:
      return {
        what: 'crm-task',
        summary: `Task for ${lead.previousOwnerName ?? 'nobody'}: answer ${lead.name} today`,
        changes: [],
        why: 'Hot leaves a task for the owner.',
      };
    default:
      return {
        what: 'mail',
        summary: `Follow-up ${lead.sent} of ${lead.of}: Re: ${lead.context || 'your question'}`,
        changes: [],
        why: `Step ${lead.sent} of “${lead.scheduleName}” was due.`,
      };
  }
}

/** `count` writes, newest first. */
export function makeActivity(leads: readonly FakeLead[], count: number): ActivityRow[] {
  const random = randomFrom(11);
  if (leads.length === 0) return [];
  return Array.from({ length: count }, (_, index): ActivityRow => {
    const lead = leads[random.below(Math.min(leads.length, 3_000))]!;
    const status: OutboxStatus =
      index === 3 || index === 9
        ? 'attention'
        : index < 3
          ? 'waiting'
          : random.next() < 0.97
            ? 'delivered'
            : 'cancelled';
    const at = NOW - index * 7 * MINUTE - random.below(5 * MINUTE);
    return {
      id: count - index,
      at,
      settledAt: status === 'delivered' ? at + 800 + random.below(4_000) : null,
      connectionId: 'con-1',
      connectionName: 'Northwind HubSpot',
      identity: 'Baton service key',
      recordId: lead.recordId,
      recordUrl: lead.recordUrl,
      recordName: lead.name,
      leadId: lead.id,
      ...whatFor(lead, index % 6),
      status,
      undoable: status === 'delivered' && index % 6 !== 2 && index % 6 !== 5,
      attempts: status === 'attention' ? 5 : status === 'waiting' ? 0 : 1,
      reason:
        status === 'attention'
          ? 'HubSpot refused the value (400): the property “hs_lead_status” has no option “QUALIFIED”.'
          : status === 'cancelled'
            ? 'A reply came first; the message was not sent.'
            : null,
    };
  });
}

/** Numbers for the charts. */
export function makeOverview(leads: readonly FakeLead[], rows: readonly ActivityRow[]): Overview {
  const random = randomFrom(5);
  const byState = Object.fromEntries(LEAD_STATES.map((state) => [state, 0])) as Overview['byState'];
  for (const lead of leads) byState[lead.state]++;
  const outbox = Object.fromEntries(OUTBOX_STATUSES.map((status) => [status, 0])) as Overview['outbox'];
  for (const row of rows) outbox[row.status]++;
  const perDay = Array.from({ length: 30 }, (_, index) => {
    const at = NOW - (29 - index) * DAY;
    const weekend = [0, 6].includes(new Date(at).getUTCDay());
    const full = leads.length === 0 ? 0 : weekend ? 0 : 70 + random.below(60);
    return {
      day: new Date(at).toISOString().slice(0, 10),
      sent: full,
      received: Math.round(full * (0.08 + random.next() * 0.1)),
      taken: Math.round(full * 0.3),
    };
  });
  return { byState, perDay, outbox };
}
