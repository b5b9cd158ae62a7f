import type { AssignmentFacts, CrmRecord, CrmUser, Facts, ScheduleFacts } from '#core/domain/leads/facts.ts';
import type { Lead } from '#core/domain/leads/lead.ts';
import { NO_HOLIDAYS } from '#core/domain/schedules/holiday-calendar.ts';
import type { SendingRules } from '#core/domain/schedules/sending-rules.ts';
import { DAY } from '#core/domain/time.ts';

/** Monday 2 March 2026, 10:00 UTC. */
export const MONDAY = Date.UTC(2026, 2, 2, 10);

/** Every hour of every day, so that dates can be counted by hand. */
export const ALWAYS: SendingRules = {
  timeZone: 'UTC',
  opensAt: 0,
  closesAt: 24 * 60,
  offDays: [],
  holidays: [],
  dailyLimit: 50,
  publicHolidays: true,
  country: null,
  atOpenHour: false,
};

export const BOB: CrmUser = { id: '11', email: 'bob@firm.example', name: 'Bob Ford', active: true };
export const FAY: CrmUser = { id: '12', email: 'fay@firm.example', name: 'Fay Berg', active: true };

/** A schedule of assistant-written steps with these gaps in days. */
export function aSchedule(
  gapDays: readonly number[] = [1, 2, 3],
  over: Partial<ScheduleFacts> = {},
): ScheduleFacts {
  const steps = gapDays.map((gap) => ({
    gapDays: gap,
    message: { kind: 'assistant', tone: 'gentle' } as const,
  }));
  return { id: 's1', name: 'Recommended', crmValue: 's1--Recommended', steps, ...over };
}

export function someFacts(over: Partial<Facts> = {}): Facts {
  return {
    now: MONDAY,
    connection: {
      id: 'c1',
      guardOn: true,
      taskOnHot: true,
      fallbackOwnerId: FAY.id,
      longTermScheduleId: null,
      assignment: 'owner',
    },
    assistant: {
      id: 'a1',
      name: 'Mia',
      email: 'mia@firm.example',
      ownerId: '77',
      context: 'cyber security',
      defaultScheduleId: 's1',
      brochureUrl: null,
      rules: ALWAYS,
      riskReminders: { everyDays: 3, times: 5 },
      hasCapacity: true,
    },
    schedule: aSchedule(),
    longTermSchedule: null,
    previousOwner: BOB,
    fallbackOwner: FAY,
    plannedPerDay: {},
    mailbox: null,
    holidays: NO_HOLIDAYS,
    suppressedAddresses: [],
    ...over,
  };
}

/** A Cold lead whose first step is planned for tomorrow. */
export function aLead(over: Partial<Lead> = {}): Lead {
  return {
    id: 'l1',
    connectionId: 'c1',
    assistantId: 'a1',
    recordId: '501',
    state: 'Cold',
    reason: null,
    stateBefore: null,
    hold: null,
    heldSince: null,
    custody: 'Held',
    followUp: 'Scheduled',
    run: 0,
    scheduleId: 's1',
    scheduleSource: 'default',
    nextStep: 0,
    stepCount: 3,
    nextFollowUpAt: MONDAY + DAY,
    pausedWithoutDate: false,
    pausedBecause: null,
    pausedUntil: null,
    context: 'cyber security',
    contextSource: 'default',
    email: 'ana@client.example',
    isRisky: false,
    addresses: ['ana@client.example', 'ana@old.example'],
    firstName: 'Ana',
    lastName: 'Kovač',
    company: 'Client',
    country: 'DE',
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
    assignedAt: MONDAY,
    previousOwnerId: BOB.id,
    handBackTo: null,
    createdAt: MONDAY,
    updatedAt: MONDAY,
    recordDeleted: false,
    version: 3,
    ...over,
  };
}

export function aRecord(over: Partial<CrmRecord> = {}): CrmRecord {
  return {
    id: '501',
    mergedIds: [],
    ownerId: '77',
    assignedAt: MONDAY,
    ownerHistory: [
      { ownerId: '77', at: MONDAY, byUs: false },
      { ownerId: BOB.id, at: MONDAY - 9 * DAY, byUs: false },
    ],
    email: 'Ana@Client.example',
    otherEmails: [],
    firstName: 'Ana',
    lastName: 'Kovač',
    company: 'Client',
    country: 'DE',
    timeZone: null,
    context: '',
    schedule: '',
    connectionStatus: '',
    connectionStatusAt: null,
    contactStatus: '',
    assistantField: '',
    assistantFieldAt: null,
    optedOut: false,
    ...over,
  };
}

export function someAssignment(over: Partial<AssignmentFacts> = {}): AssignmentFacts {
  const { schedule, suppressedAddresses: _, ...facts } = someFacts();
  return {
    ...facts,
    newLeadId: 'l1',
    record: aRecord(),
    existingLead: null,
    address: { verdict: 'valid' },
    suppressed: false,
    schedules: [schedule],
    ...over,
  };
}
