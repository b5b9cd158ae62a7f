import type { AssistantView } from '#contract/assistants.ts';
import type { BudgetView, ConnectionView, FieldsView, ScheduleSyncView } from '#contract/connections.ts';
import type { ScheduleView } from '#contract/schedules.ts';
import { LEAD_STATES } from '#contract/names.ts';
import { DAY, MINUTE, NOW } from './world.ts';

const MEANINGS = [
  {
    status: 'ALL_WORKING_WELL',
    meaning: 'The user is there, and she already works on an assigned contact.',
    nextStep: 'Nothing to do.',
  },
  {
    status: 'ASSISTANT_EXISTS_AS_USER_IN_CRM',
    meaning: 'The user is there, and nothing is assigned to her yet.',
    nextStep: 'Assign a contact to her; it appears under Leads within seconds and gets a note.',
  },
  {
    status: 'ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM',
    meaning: 'Her address is no user of the CRM.',
    nextStep: 'Invite the address in HubSpot as an admin, accept the invitation, then press Refresh.',
  },
] as const;

/** The one connected account of the made-up team. */
export function makeConnections(assistants: readonly AssistantView[]): ConnectionView[] {
  return [
    {
      id: 'con-1',
      version: 4,
      provider: 'hubspot',
      name: 'Northwind HubSpot',
      accountId: '4711',
      uiDomain: 'app.hubspot.com',
      baseUrl: null,
      timeZone: 'Europe/Berlin',
      identity: 'Service key of robin@northwind.example',
      status: 'Active',
      failure: null,
      preset: 'Baton',
      assignment: 'owner',
      guardOn: true,
      taskOnHot: true,
      stopCompany: false,
      holdWrites: false,
      holdOnly: [],
      readOnly: false,
      held: 0,
      lease: {
        state: 'working',
        machine: 'Desk',
        since: NOW - 3 * DAY,
        seenAt: null,
        startsAt: null,
        remark: '',
      },
      lookThrough: null,
      fallbackOwnerId: 'own-1',
      baseline: { count: 37, takenAt: NOW - DAY, answer: null },
      schedulesSyncedAt: NOW - 2 * DAY,
      tokenKept: { where: 'keychain', warning: null },
      writesAs: {
        as: 'key',
        sentence: 'In HubSpot’s history writes stand under the name of the key, not under a person’s.',
        warning: null,
      },
      app: null,
      lastSyncAt: NOW - 4_000,
      rows: assistants.map((assistant, index) => ({
        userName: assistant.userName,
        assistantId: assistant.id,
        assistantName: assistant.name,
        assistantEmail: assistant.email,
        ...MEANINGS[index % MEANINGS.length]!,
        checkedAt: NOW - 3 * MINUTE,
      })),
    },
  ];
}

/** Our fields in the portal: one of each state. */
export function makeFields(): FieldsView {
  return {
    lease: { internalName: 'baton_lease' },
    groupName: 'baton',
    fields: [
      field('context', 'Context', 'baton_context', 'string · textarea', 'crm-to-app', 'present', ''),
      field(
        'schedule',
        'Baton Schedule',
        'baton_schedule',
        'enumeration · select',
        'crm-to-app',
        'differs',
        'One option is missing: “Trade fair, short”. Sync schedules puts it there.',
      ),
      field(
        'connectionStatus',
        'Lead Connection Status',
        'lead_connection_status',
        'enumeration · select',
        'app-to-crm',
        'missing',
        'The portal does not have it yet.',
      ),
    ],
    contactStatusProperty: 'hs_lead_status',
    contactStatusOptions: ['NEW', 'OPEN', 'IN_PROGRESS', 'CONNECTED', 'UNQUALIFIED'].map((value) => ({
      value,
      label: value,
    })),
    mapping: LEAD_STATES.map((state) => {
      const wanted = CONTACT_STATUS[state];
      const lacks = wanted === 'QUALIFIED';
      return {
        state,
        wanted,
        written: lacks ? null : wanted,
        remark: lacks ? 'The portal has no option QUALIFIED, so nothing is written.' : '',
      };
    }),
    missingOptions: ['QUALIFIED'],
  };
}

const CONTACT_STATUS = {
  Cold: 'IN_PROGRESS',
  Engaged: 'IN_PROGRESS',
  Warm: 'IN_PROGRESS',
  OutOfOffice: 'IN_PROGRESS',
  Hot: 'CONNECTED',
  Responded: 'CONNECTED',
  UnSubscribed: 'UNQUALIFIED',
  DeActivated: 'UNQUALIFIED',
  LeadAtRisk: 'CONNECTED',
  Processed: 'QUALIFIED',
  Pending: 'IN_PROGRESS',
  New: 'NEW',
} as const;

function field(
  key: FieldsView['fields'][number]['key'],
  label: string,
  internalName: string,
  type: string,
  direction: FieldsView['fields'][number]['direction'],
  state: FieldsView['fields'][number]['state'],
  remark: string,
): FieldsView['fields'][number] {
  return { key, label, internalName, type, direction, state, remark };
}

/** What a sync of the schedules would do. */
export function makeScheduleSync(schedules: readonly ScheduleView[], done: boolean): ScheduleSyncView {
  return {
    syncedAt: done ? NOW : NOW - 2 * DAY,
    changes: schedules.map((schedule, index) => ({
      kind: done || index === 0 ? 'unchanged' : index === 1 ? 'add' : 'rename',
      value: schedule.crmValue,
      label: schedule.name,
    })),
  };
}

/** Calls to the CRM over the last hour. */
export function makeBudget(): BudgetView {
  return {
    window: { max: 100, remaining: 82, intervalMs: 10_000 },
    day: { max: 250_000, remaining: 241_377 },
    calls: [
      { purpose: 'Poll for assignments', count: 5_214 },
      { purpose: 'Read records', count: 1_833 },
      { purpose: 'Write status', count: 962 },
      { purpose: 'Notes, e-mails and tasks', count: 614 },
    ],
    perMinute: Array.from({ length: 60 }, (_, minute) => ({
      at: NOW - (59 - minute) * MINUTE,
      count: 12 + ((minute * 7) % 9) + (minute > 40 && minute < 46 ? 60 : 0),
    })),
    pausedUntil: null,
  };
}
