import { decideEvent } from '#core/domain/leads/decide-event.ts';
import type { Facts } from '#core/domain/leads/facts.ts';
import { isActive, type Lead } from '#core/domain/leads/lead.ts';
import { NO_HOLIDAYS } from '#core/domain/schedules/holiday-calendar.ts';
import type { LeadEvent } from '#core/domain/leads/lead-event.ts';
import { json, number, text, type Evidence, type Row } from './evidence.ts';
import type { Finding } from './finding.ts';

/** What a replay must come to; dates depend on what others planned on the day and are left out. */
const COMPARED = [
  'state',
  'reason',
  'custody',
  'run',
  'nextStep',
  'opens',
  'clicks',
  'recordId',
  'recordDeleted',
] as const satisfies readonly (keyof Lead)[];

const COLUMN: Readonly<Record<(typeof COMPARED)[number], string>> = {
  state: 'state',
  reason: 'reason',
  custody: 'custody',
  run: 'run',
  nextStep: 'next_step',
  opens: 'opens',
  clicks: 'clicks',
  recordId: 'record_id',
  recordDeleted: 'record_deleted',
};

/** The journal, replayed through the domain, gives the leads as they stand; each line begins where the last ended. */
export function checkReplay(evidence: Evidence): readonly Finding[] {
  return evidence.tables.lead.flatMap((row): Finding[] => {
    const entries = evidence.tables.journal.filter((entry) => entry['lead_id'] === row['id']);
    const broken = firstBreak(entries);
    if (broken !== null)
      return [{ kind: 'replay', sentence: `The journal of lead ${row['id']} breaks: ${broken}` }];
    const lead = replay(evidence, row, entries);
    if (lead === null)
      return [{ kind: 'replay', sentence: `The journal of lead ${row['id']} has no beginning.` }];
    const different = COMPARED.filter((key) => stored(row, key) !== comparable(lead[key]));
    if (different.length === 0) return [];
    const what = different.map((key) => `${key} ${String(lead[key])}, stored ${String(row[COLUMN[key]])}`);
    return [{ kind: 'replay', sentence: `The journal of lead ${row['id']} gives ${what.join('; ')}.` }];
  });
}

function firstBreak(entries: readonly Row[]): string | null {
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1];
    if (before === undefined || entry['event'] === 'assigned' || entry['event'] === 'adopted') continue;
    if (entry['from_state'] !== before['to_state'])
      return `${text(entry, 'event')} begins at ${text(entry, 'from_state')}, ${text(before, 'event')} ended at ${text(before, 'to_state')}.`;
  }
  return null;
}

function replay(evidence: Evidence, row: Row, entries: readonly Row[]): Lead | null {
  let lead: Lead | null = null;
  for (const entry of entries) {
    const event = text(entry, 'event');
    if (event === 'assigned' || event === 'adopted') lead = begin(evidence, row, entry, lead);
    else if (lead !== null)
      lead =
        decideEvent(lead, json(entry, 'data') as LeadEvent, factsAt(evidence, row, entry, lead)).lead ?? lead;
  }
  return lead;
}

/** The lead as an assignment makes it; one that was seen again leaves it as it was. */
function begin({ tables }: Evidence, row: Row, entry: Row, before: Lead | null): Lead {
  const state = text(entry, 'to_state') as Lead['state'];
  if (before !== null && /already/i.test(text(entry, 'rule')) && before.custody === 'Held') return before;
  const ended = !isActive(state);
  const schedule = tables.schedule.find((each) => each['id'] === row['schedule_id']);
  const steps = (json(schedule ?? {}, 'steps') as readonly unknown[] | null) ?? [];
  const at = number(entry, 'at');
  const held = state === 'New';
  return {
    id: text(row, 'id'),
    connectionId: text(row, 'connection_id'),
    assistantId: text(row, 'assistant_id'),
    recordId: text(entry, 'record_id'),
    state,
    reason: state === 'DeActivated' ? ((row['reason'] as Lead['reason']) ?? 'InvalidEmail') : null,
    stateBefore: null,
    hold: held ? ((row['hold'] as Lead['hold']) ?? 'no-capacity') : null,
    heldSince: row['held_since'] as number | null,
    custody: ended ? 'HandingBack' : 'Held',
    followUp: ended
      ? 'Stopped'
      : held
        ? 'Waiting'
        : text(entry, 'event') === 'adopted'
          ? 'Paused'
          : 'Scheduled',
    run: before === null ? 0 : before.run + 1,
    scheduleId: text(row, 'schedule_id'),
    scheduleSource: 'default',
    nextStep: 0,
    stepCount: steps.length,
    nextFollowUpAt: ended || held ? null : at,
    pausedWithoutDate: false,
    pausedBecause: null,
    pausedUntil: null,
    context: text(row, 'context'),
    contextSource: 'default',
    email: text(row, 'email'),
    isRisky: row['is_risky'] === 1,
    addresses: json(row, 'addresses') as string[],
    firstName: text(row, 'first_name'),
    lastName: text(row, 'last_name'),
    company: text(row, 'company'),
    country: text(row, 'country'),
    timeZone: null,
    opens: 0,
    clicks: 0,
    openedAt: [],
    lastSentAt: null,
    lastReplyAt: null,
    answerAwaitedSince: null,
    nextRiskAt: null,
    riskReminders: 0,
    threadSubject: null,
    thread: [],
    assignedAt: at,
    previousOwnerId: row['previous_owner_id'] as string | null,
    handBackTo: null,
    createdAt: at,
    updatedAt: at,
    recordDeleted: false,
    version: 0,
  };
}

function factsAt({ tables }: Evidence, row: Row, entry: Row, lead: Lead): Facts {
  const connection = tables.connection[0] ?? {};
  const assistant = tables.assistant.find((each) => each['id'] === row['assistant_id']) ?? {};
  const schedule = tables.schedule.find((each) => each['id'] === lead.scheduleId) ?? {};
  const scheduleFacts = {
    id: lead.scheduleId,
    name: text(schedule, 'name'),
    steps: json(schedule, 'steps') as Facts['schedule']['steps'],
    crmValue: text(schedule, 'crm_value'),
  };
  return {
    now: number(entry, 'at'),
    connection: {
      id: text(connection, 'id'),
      guardOn: true,
      taskOnHot: true,
      fallbackOwnerId: null,
      longTermScheduleId: null,
      assignment: 'owner',
    },
    assistant: {
      id: text(assistant, 'id'),
      name: text(assistant, 'name'),
      email: text(assistant, 'email'),
      // Whose user she is decides nothing but that she is one.
      ownerId: 'hers',
      context: text(assistant, 'context'),
      defaultScheduleId: text(assistant, 'default_schedule_id'),
      brochureUrl: assistant['brochure_url'] as string | null,
      rules: json(assistant, 'rules') as Facts['assistant']['rules'],
      riskReminders: {
        everyDays: number(assistant, 'risk_reminder_days'),
        times: number(assistant, 'risk_reminder_times'),
      },
      hasCapacity: true,
    },
    schedule: scheduleFacts,
    longTermSchedule: null,
    previousOwner: null,
    fallbackOwner: null,
    plannedPerDay: {},
    mailbox: null,
    holidays: NO_HOLIDAYS,
    // Whether an address was suppressed then is told by what followed.
    suppressedAddresses: text(entry, 'to_state') === 'UnSubscribed' ? lead.addresses : [],
  };
}

function stored(row: Row, key: (typeof COMPARED)[number]): unknown {
  return row[COLUMN[key]];
}

function comparable(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value;
}
