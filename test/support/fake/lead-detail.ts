import { LEAD_ACTIONS } from '#contract/leads.ts';
import type { LeadAction, LeadDetail, TimelineEntry } from '#contract/leads.ts';
import type { LeadState } from '#contract/names.ts';
import type { FakeLead } from './leads.ts';
import { DAY, HOUR, MINUTE, NOW } from './world.ts';

const ACTIVE: ReadonlySet<LeadState> = new Set(['New', 'Pending', 'Cold', 'Engaged', 'Warm', 'OutOfOffice']);

/** Why an action makes no sense for a lead now; empty: it does. */
export function refusal(lead: FakeLead, action: LeadAction): string {
  if (lead.state === 'UnSubscribed') return 'Asked to be unsubscribed; never written to again.';
  if (lead.custody === 'Released') return 'A person took the record away; nothing is written to it any more.';
  switch (action) {
    case 'mark-hot':
      return lead.state === 'Hot' ? 'It is already Hot.' : '';
    case 'mark-responded':
      return lead.state === 'Responded' ? 'It is already Responded.' : '';
    case 'mark-cold':
      return lead.state === 'Cold' ? 'It is already Cold.' : '';
    case 'stop':
      return lead.followUp === 'Stopped' || lead.followUp === 'Completed'
        ? 'The follow-up has already ended.'
        : '';
    case 'continue':
      return lead.sent >= lead.of
        ? 'Every step of the schedule is out.'
        : lead.followUp === 'Scheduled'
          ? 'The follow-up is already running.'
          : '';
    case 'restart':
      return ACTIVE.has(lead.state) && lead.followUp === 'Scheduled'
        ? 'The follow-up is already running.'
        : '';
    case 'hand-back':
      return lead.custody === 'HandedBack' ? `The record is already back with ${lead.ownerName}.` : '';
    case 'not-at-risk':
      return lead.state === 'LeadAtRisk' ? '' : 'It is not at risk.';
    case 'mark-moved-out':
    case 'mark-deactivated':
      return lead.state === 'DeActivated' ? 'It is already DeActivated.' : '';
    case 'unsubscribe':
      return '';
    case 'pause':
    case 'change-schedule':
    case 'change-assistant':
    case 'change-owner':
      return ACTIVE.has(lead.state) && lead.custody === 'Held'
        ? ''
        : 'The follow-up has ended. Restart begins it anew.';
  }
}

function timeline(lead: FakeLead): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  const start = NOW - 9 * DAY;
  const add = (entry: TimelineEntry): void => void entries.push(entry);
  add({
    kind: 'journal',
    id: 'j-1',
    at: start,
    event: 'assigned',
    from: null,
    to: lead.state === 'New' ? 'New' : 'Cold',
    rule: `Assigned to ${lead.assistantName}'s CRM user by ${lead.previousOwnerName}, address valid.`,
  });
  add({
    kind: 'crm-write',
    id: 'w-1',
    at: start + MINUTE / 6,
    what: 'note',
    status: 'delivered',
    summary: 'Confirmation: taken over, first message tomorrow at 09:10',
    reason: null,
  });
  add({
    kind: 'crm-write',
    id: 'w-2',
    at: start + MINUTE / 6,
    what: 'status',
    status: 'attention',
    summary: 'Lead Connection Status: (empty) → Cold',
    reason:
      'HubSpot refused the value: the property has no option “Cold”. Set up the fields, then try again.',
  });
  for (let step = 1; step <= lead.sent; step++) {
    add({
      kind: 'mail',
      id: `m-${step}`,
      at: start + step * DAY,
      direction: 'outgoing',
      status: 'sent',
      from: 'lena@northwind.example',
      to: lead.email,
      subject: step === 1 ? lead.context : `Re: ${lead.context}`,
      cc: [],
      parts: [
        {
          text: `Hello ${lead.name.split(' ')[0]},\n\nI write about ${lead.context}. Teams like yours save about six hours a week with it.\n\nWould a short call this week suit you?\n\nLena Fischer\nSales Development, Northwind`,
          isOwn: true,
        },
      ],
      isCut: false,
      hasHtml: true,
      byPerson: false,
      isEdited: step === 2,
      leaving: null,
      remark: null,
      step: step - 1,
      intent: null,
      confidence: null,
      words: [],
    });
  }
  if (
    lead.state === 'Warm' ||
    lead.state === 'Hot' ||
    lead.state === 'Responded' ||
    lead.state === 'LeadAtRisk'
  ) {
    const at = start + lead.sent * DAY + 3 * HOUR;
    add({
      kind: 'journal',
      id: 'j-2',
      at: at - HOUR,
      event: 'opened',
      from: 'Cold',
      to: 'Engaged',
      rule: 'First open, more than 180 seconds after sending.',
    });
    add({
      kind: 'mail',
      id: 'm-r',
      at,
      direction: 'incoming',
      status: 'received',
      from: lead.email,
      to: 'lena@northwind.example',
      subject: `Re: ${lead.context}`,
      cc: [],
      parts: [
        {
          text: 'Hi Lena,\n\nthanks for staying on it. Tomorrow 5 pm works for me, can you send an invite?\n\nBest',
          isOwn: true,
        },
        { text: '\n\nOn Monday Lena wrote:\n> Would a short call this week suit you?', isOwn: false },
      ],
      isCut: false,
      hasHtml: true,
      byPerson: false,
      isEdited: false,
      leaving: null,
      remark: null,
      step: null,
      intent: 'AgreedToMeet',
      confidence: 0.94,
      words: ['Tomorrow 5 pm works', 'send an invite'],
    });
    add({
      kind: 'journal',
      id: 'j-3',
      at: at + MINUTE,
      event: 'replied',
      from: 'Engaged',
      to: lead.state,
      rule: 'Reply read as AgreedToMeet (94 % sure): stop, hand back, task for the owner.',
    });
    add({
      kind: 'crm-write',
      id: 'w-3',
      at: at + 2 * MINUTE,
      what: 'owner',
      status: 'delivered',
      summary: `Owner: ${lead.assistantName} → ${lead.previousOwnerName}`,
      reason: null,
    });
  }
  if (lead.nextFollowUpAt !== null) {
    for (let step = lead.sent + 1; step <= lead.of; step++) {
      add({
        kind: 'planned',
        id: `p-${step}`,
        at: lead.nextFollowUpAt + (step - lead.sent - 1) * 3 * DAY,
        step: step - 1,
        summary: `Follow-up ${step} of ${lead.of}, written by ${lead.assistantName} (gentle)`,
      });
    }
  }
  return entries.toSorted((a, b) => b.at - a.at);
}

function answerOf({ state }: FakeLead): LeadDetail['answer'] {
  if (state === 'LeadAtRisk') return { since: NOW - 6 * DAY, next: NOW + DAY, reminders: 1, ofReminders: 5 };
  if (state === 'Hot')
    return { since: NOW - DAY / 4, next: NOW + (3 * DAY) / 4, reminders: 0, ofReminders: 5 };
  return null;
}

/** Everything about one lead. */
export function makeDetail(lead: FakeLead): LeadDetail {
  return {
    lead,
    addresses: [lead.email, `old.${lead.email}`],
    country: 'Germany',
    timeZone: lead.sent % 2 === 0 ? 'Europe/Berlin' : null,
    opens: lead.state === 'Cold' ? 0 : 3,
    clicks: lead.state === 'Warm' ? 1 : 0,
    engagementMeasured: lead.sent !== 3,
    answer: answerOf(lead),
    assignedAt: NOW - 9 * DAY,
    handBackTo: null,
    reminders: [...(lead.reminders ?? [])],
    recordDeleted: false,
    timeline: timeline(lead),
    begun: [],
    actions: LEAD_ACTIONS.map((action) => {
      const because = refusal(lead, action);
      return { action, possible: because === '', because };
    }),
  };
}
