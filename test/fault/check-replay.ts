import { decideEvent } from '#core/domain/leads/decide-event.ts';
import type { Facts } from '#core/domain/leads/facts.ts';
import { isActive, type Lead } from '#core/domain/leads/lead.ts';
import { NO_HOLIDAYS } from '#core/domain/schedules/holiday-calendar.ts';
import type { LeadEvent } from '#core/domain/leads/lead-event.ts';
import { contactOf, json, number, text, type Evidence, type Row } from './evidence.ts';
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
      lead = decideEvent(lead, json(entry, 'data') as LeadEvent, factsAt(evidence, entry, lead)).lead ?? lead;
  }
  return lead;
}

/** The lead as an assignment makes it; one that was seen again leaves it as it was. */
function begin(evidence: Evidence, row: Row, entry: Row, before: Lead | null): Lead {
  const { tables } = evidence;
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
    assistantId: assistantAt(evidence, row, entry),
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
    nextStep: isBegun(evidence, entry) ? 1 : 0,
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

function factsAt({ tables }: Evidence, entry: Row, lead: Lead): Facts {
  const connection = tables.connection[0] ?? {};
  const { assistantId } = json(entry, 'data') as { assistantId?: string | null };
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
    assistant: assistantFacts(tables, lead.assistantId),
    ...(typeof assistantId === 'string' ? { restartAssistant: assistantFacts(tables, assistantId) } : {}),
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

function assistantFacts(tables: Evidence['tables'], id: string): Facts['assistant'] {
  const assistant = tables.assistant.find((each) => each['id'] === id) ?? {};
  const isReviewed = tables.writing_rules.some(
    (rules) => rules['assistant_id'] === id && rules['review_first'] === 1,
  );
  return {
    id,
    name: text(assistant, 'name'),
    email: text(assistant, 'email'),
    // Whose user she is decides nothing but that she is one.
    ownerId: `of/${id}`,
    context: text(assistant, 'context'),
    defaultScheduleId: text(assistant, 'default_schedule_id'),
    // Nothing of hers leaves unread: a person sends the brochure.
    brochureUrl: isReviewed ? null : (assistant['brochure_url'] as string | null),
    rules: json(assistant, 'rules') as Facts['assistant']['rules'],
    riskReminders: {
      everyDays: number(assistant, 'risk_reminder_days'),
      times: number(assistant, 'risk_reminder_times'),
    },
    hasCapacity: true,
  };
}

/** A colleague wrote the first message, with an assistant in copy. */
function isBegun({ tables }: Evidence, entry: Row): boolean {
  const byMail = new Set(
    tables.lead_import.filter((each) => each['source'] === 'mail').map((each) => each['id']),
  );
  return tables.import_person.some(
    (person) => person['record_id'] === entry['record_id'] && byMail.has(person['import_id'] ?? null),
  );
}

/** Whose the record was when it was taken, as the other side remembers it: the journal's line does not say. */
function assistantAt(evidence: Evidence, row: Row, entry: Row): string {
  const { recordId, assignedAt } = json(entry, 'data') as { recordId: string; assignedAt: number | null };
  const owners = contactOf(evidence, recordId)?.history['hubspot_owner_id'] ?? [];
  const owner = owners.find(({ timestamp }) => timestamp === assignedAt)?.value;
  const link = evidence.tables.assistant_link.find((each) => each['owner_id'] === owner);
  return text(link ?? row, 'assistant_id');
}

function stored(row: Row, key: (typeof COMPARED)[number]): unknown {
  return row[COLUMN[key]];
}

function comparable(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value;
}
