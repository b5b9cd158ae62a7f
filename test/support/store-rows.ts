import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lead } from '#core/domain/leads/lead.ts';
import type { Schedule } from '#core/domain/schedules/schedule.ts';
import type {
  Assistant,
  AssistantLink,
  Connection,
  JournalEntry,
  Mail,
  OutboxDraft,
} from '#core/ports/store/rows.ts';
import { ALWAYS, MONDAY } from './lead-facts.ts';

/** A new folder for one test, and how to remove it. */
export function temporaryDirectory(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'baton-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function aConnection(over: Partial<Connection> = {}): Connection {
  return {
    id: 'c1',
    provider: 'hubspot',
    name: 'Firm',
    accountId: '4711',
    baseUrl: null,
    uiDomain: 'app.hubspot.com',
    timeZone: 'Europe/Berlin',
    identity: 'bob@firm.example',
    status: 'Active',
    failure: null,
    preset: 'Baton',
    fieldNames: {
      context: 'baton_context',
      schedule: null,
      connectionStatus: 'baton_status',
      assistant: null,
    },
    contactStatusOptions: ['NEW', 'CONNECTED'],
    contactStatusOverrides: { QUALIFIED: 'DONE', NEW: null },
    assignment: 'owner',
    guardOn: true,
    taskOnHot: false,
    fallbackOwnerId: '12',
    longTermScheduleId: null,
    handBackRule: { kind: 'fixed' },
    schedulesSyncedAt: MONDAY,
    createdAt: MONDAY,
    version: 0,
    holdWrites: false,
    holdOnly: [],
    readOnly: false,
    stopCompany: false,
    ...over,
  };
}

export function anAssistant(over: Partial<Assistant> = {}): Assistant {
  return {
    id: 'a1',
    name: 'Mia',
    title: 'Sales assistant',
    email: 'mia@firm.example',
    userName: 'Bob Ford',
    context: 'cyber security',
    moreInformation: '',
    signature: 'Mia',
    leadSource: 'Fair',
    brochureUrl: null,
    calendarUrl: 'https://firm.example/meet',
    bcc: null,
    defaultScheduleId: 's1',
    rules: ALWAYS,
    activeLimit: 100,
    createdAt: MONDAY,
    version: 0,
    riskReminderDays: 3,
    riskReminderTimes: 5,
    language: 'en',
    nurture: [],
    ...over,
  };
}

export function aLink(over: Partial<AssistantLink> = {}): AssistantLink {
  return {
    assistantId: 'a1',
    connectionId: 'c1',
    ownerId: '77',
    ownerActive: true,
    hasWorked: false,
    baseline: { takenAt: MONDAY, count: 3, answer: null, upTo: MONDAY },
    checkedAt: MONDAY,
    ...over,
  };
}

export function aStoredSchedule(over: Partial<Schedule> = {}): Schedule {
  return {
    id: 's1',
    name: 'Recommended',
    steps: [
      { gapDays: 1, message: { kind: 'assistant', tone: 'introduction' } },
      { gapDays: 2.5, message: { kind: 'template', subject: 'Hi {{name}}', body: 'Text' } },
    ],
    builtIn: true,
    crmValue: 's1--Recommended',
    deleted: false,
    version: 0,
    ...over,
  };
}

/** A new lead as an intake makes it: Cold, held, with a date. */
export function aStoredLead(over: Partial<Lead> = {}): Lead {
  return {
    id: 'l1',
    connectionId: 'c1',
    assistantId: 'a1',
    recordId: '101',
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
    stepCount: 7,
    nextFollowUpAt: MONDAY,
    pausedWithoutDate: false,
    pausedBecause: null,
    pausedUntil: null,
    context: 'cyber security',
    contextSource: 'default',
    email: 'anna@acme.example',
    isRisky: false,
    addresses: ['anna@acme.example'],
    firstName: 'Anna',
    lastName: 'Müller',
    company: 'Acme GmbH',
    country: 'Germany',
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
    previousOwnerId: '11',
    handBackTo: null,
    createdAt: MONDAY,
    updatedAt: MONDAY,
    recordDeleted: false,
    version: 0,
    ...over,
  };
}

export function aDraft(over: Partial<OutboxDraft> = {}): OutboxDraft {
  return {
    key: 'k1',
    connectionId: 'c1',
    leadId: null,
    recordId: '101',
    journalId: null,
    effect: { kind: 'crm-status', recordId: '101', state: 'Cold' },
    lane: 'crm/c1/101',
    priority: 0,
    createdAt: MONDAY,
    ...over,
  };
}

export function anEntry(over: Partial<JournalEntry> = {}): JournalEntry {
  return {
    id: 'j1',
    connectionId: 'c1',
    leadId: 'l1',
    recordId: '101',
    event: 'assigned',
    data: { by: 'owner' },
    from: null,
    to: 'Cold',
    rule: 'Assigned, with capacity and a valid address.',
    at: MONDAY,
    ...over,
  };
}

/** The first mail of a lead, queued. */
export function aStoredMail(over: Partial<Mail> = {}): Mail {
  return {
    id: 'm1',
    leadId: 'l1',
    connectionId: 'c1',
    assistantId: 'a1',
    direction: 'outgoing',
    status: 'queued',
    messageId: '<m1@firm.example>',
    inReplyTo: null,
    references: [],
    from: { address: 'mia@firm.example', name: 'Mia' },
    to: [{ address: 'anna@acme.example', name: 'Anna Müller' }],
    subject: 'Cyber security',
    text: 'Hello',
    html: null,
    at: MONDAY,
    sentAt: null,
    sentDay: null,
    run: 0,
    step: 0,
    intent: null,
    confidence: null,
    words: [],
    bounce: null,
    ...over,
  };
}
