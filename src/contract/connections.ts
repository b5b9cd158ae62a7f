import { z } from 'zod';
import { base, instant } from './common.ts';
import {
  CONNECTION_STATUSES,
  FIELD_KEYS,
  HOLD_KINDS,
  IDENTITY_KINDS,
  INTEGRATION_STATUSES,
  NAMING_PRESETS,
  ROLES,
  SCOPE_FEATURES,
  SETTING_NAMES,
} from './names.ts';

export const crmUserView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  active: z.boolean(),
});

/** One row of *User · Assistant · Status*. */
export const integrationRow = z.object({
  userName: z.string(),
  assistantId: z.string().nullable(),
  assistantName: z.string().nullable(),
  assistantEmail: z.string().nullable(),
  status: z.enum(INTEGRATION_STATUSES),
  /** What the status means, and the next step: sentences. */
  meaning: z.string(),
  nextStep: z.string(),
  checkedAt: instant.nullable(),
});
export type IntegrationRow = z.infer<typeof integrationRow>;

export const baselineView = z.object({
  count: z.number().int(),
  takenAt: instant,
  answer: z.enum(['take', 'leave']).nullable(),
});

/** Which machine works on the account, seen from this one. */
export const leaseView = z.object({
  /** `unguarded`: this one works, and cannot say so in the CRM. */
  state: z.enum(['working', 'standing-by', 'taking-over', 'unguarded']),
  /** The other machine's name; empty: not known. */
  machine: z.string(),
  /** Since when it works, as it says; null: not known. */
  since: instant.nullable(),
  /** When it last gave a sign of life. */
  seenAt: instant.nullable(),
  /** While taking over: when this machine begins, at the earliest. */
  startsAt: instant.nullable(),
  /** What is to be known of it; empty: nothing. */
  remark: z.string(),
});
export type LeaseView = z.infer<typeof leaseView>;

/** How far the records of the account were looked through, where a search is not to be had. */
export const lookThroughView = z.object({
  looked: z.number().int(),
  /** Every record was looked at at least once. */
  isWhole: z.boolean(),
  /** When it begins again; null: it is under way. */
  againAt: instant.nullable(),
});

/** Access through an app of the team's own. */
export const appView = z.object({
  clientId: z.string(),
  /** The team's page that leads back; null: an address on this machine. */
  returnPage: z.string().nullable(),
  grantedAt: instant,
  /** Every scope that a feature can use, with what it is for. `isNeeded`: by what is switched on. */
  scopes: z.array(
    z.object({
      scope: z.string(),
      purpose: z.string(),
      feature: z.enum(SCOPE_FEATURES),
      isGranted: z.boolean(),
      isNeeded: z.boolean(),
    }),
  ),
});
export type AppView = z.infer<typeof appView>;

/** A connection as the CRM Details page shows it. No token is ever in it. */
export const connectionView = z.object({
  id: z.string(),
  version: z.number().int(),
  provider: z.enum(['hubspot', 'zoho']),
  name: z.string(),
  accountId: z.string(),
  uiDomain: z.string(),
  baseUrl: z.string().nullable(),
  timeZone: z.string(),
  identity: z.string(),
  status: z.enum(CONNECTION_STATUSES),
  failure: z.string().nullable(),
  preset: z.enum(NAMING_PRESETS),
  assignment: z.enum(['owner', 'property']),
  guardOn: z.boolean(),
  taskOnHot: z.boolean(),
  /** When one person of a company answers, the others there are paused and the owner is asked. */
  stopCompany: z.boolean(),
  /** New writes and mails wait in *Preview* for approval. */
  holdWrites: z.boolean(),
  /** Only these wait; empty: everything. */
  holdOnly: z.array(z.enum(HOLD_KINDS)),
  /** Nothing is written to this CRM: no call but reading leaves, and what would be written is listed in *Preview*. */
  readOnly: z.boolean(),
  /** How many wait there. */
  held: z.number().int(),
  /** null: read-only, not Active, or not asked yet. */
  lease: leaseView.nullable(),
  /** null: a search finds what is assigned. */
  lookThrough: lookThroughView.nullable(),
  fallbackOwnerId: z.string().nullable(),
  baseline: baselineView.nullable(),
  schedulesSyncedAt: instant.nullable(),
  /** Where the token lives, and a warning if that is weaker than a keychain. */
  tokenKept: z.object({
    where: z.enum(['keychain', 'encrypted-file', 'memory']),
    warning: z.string().nullable(),
  }),
  /** In whose name writes stand in the CRM's history: sentences. `warning` null: nothing speaks against it. */
  writesAs: z.object({
    as: z.enum(['key', ...IDENTITY_KINDS]),
    sentence: z.string(),
    warning: z.string().nullable(),
  }),
  /** null: it has a key. */
  app: appView.nullable(),
  lastSyncAt: instant.nullable(),
  rows: z.array(integrationRow),
});
export type ConnectionView = z.infer<typeof connectionView>;

/** One CRM property of ours as the portal has it. */
export const fieldView = z.object({
  key: z.enum(FIELD_KEYS),
  label: z.string(),
  internalName: z.string(),
  type: z.string(),
  direction: z.enum(['crm-to-app', 'app-to-crm']),
  state: z.enum(['present', 'missing', 'differs']),
  /** What differs, or that an existing property is used as it is: a sentence; empty when all is well. */
  remark: z.string(),
});
export type FieldView = z.infer<typeof fieldView>;

/** One row of the status table: what each lead state writes to the CRM's contact status here. */
export const statusMappingRow = z.object({
  state: z.string(),
  wanted: z.string(),
  /** What is written; null: not written. */
  written: z.string().nullable(),
  /** Why it is not written, or written differently; empty when it is as wanted. */
  remark: z.string(),
});

export const fieldsView = z.object({
  /** The hidden property whose description says which machine works on the account. */
  lease: z.object({ internalName: z.string() }),
  groupName: z.string(),
  fields: z.array(fieldView),
  contactStatusProperty: z.string(),
  /** The portal's own options (value, label). */
  contactStatusOptions: z.array(z.object({ value: z.string(), label: z.string() })),
  mapping: z.array(statusMappingRow),
  /** Options of the table that the portal lacks. */
  missingOptions: z.array(z.string()),
});
export type FieldsView = z.infer<typeof fieldsView>;

export const scheduleSyncView = z.object({
  syncedAt: instant.nullable(),
  /** What a sync would do, or did. */
  changes: z.array(
    z.object({
      kind: z.enum(['add', 'rename', 'hide', 'unchanged']),
      value: z.string(),
      label: z.string(),
    }),
  ),
});
export type ScheduleSyncView = z.infer<typeof scheduleSyncView>;

export const budgetView = z.object({
  window: z.object({ max: z.number(), remaining: z.number(), intervalMs: z.number() }).nullable(),
  day: z.object({ max: z.number(), remaining: z.number() }).nullable(),
  /** Calls since the start, by purpose. */
  calls: z.array(z.object({ purpose: z.string(), count: z.number().int() })),
  /** Calls a minute over the last hour, oldest first: for the chart. */
  perMinute: z.array(z.object({ at: instant, count: z.number().int() })),
  pausedUntil: instant.nullable(),
});
export type BudgetView = z.infer<typeof budgetView>;

/** A scope the switched-on features need, with its purpose. */
export const scopeView = z.object({ scope: z.string(), purpose: z.string(), needed: z.boolean() });

/** One line of the audit of switches. */
export const switchChange = z.object({
  id: z.string(),
  setting: z.enum(SETTING_NAMES),
  /** Whose switch it is; null: the connection's. */
  assistantName: z.string().nullable(),
  role: z.enum(ROLES),
  at: instant,
  /** In the words of that moment. */
  from: z.string(),
  to: z.string(),
});
export type SwitchChange = z.infer<typeof switchChange>;

const id = z.object({ id: z.string() });

export const connections = {
  list: base.output(z.array(connectionView)),
  scopes: base.output(z.array(scopeView)),
  /** Tries a token: who it is for, nothing is kept. */
  test: base
    .input(z.object({ provider: z.literal('hubspot'), token: z.string(), baseUrl: z.string().nullable() }))
    .output(
      z.object({ accountId: z.string(), identity: z.string(), timeZone: z.string(), kind: z.string() }),
    ),
  /** Keeps the token in the vault, takes the baseline, and starts. */
  connect: base
    .input(
      z.object({
        provider: z.literal('hubspot'),
        name: z.string(),
        token: z.string(),
        baseUrl: z.string().nullable(),
        preset: z.enum(NAMING_PRESETS),
        readOnly: z.boolean().default(false),
      }),
    )
    .output(connectionView),
  /** A new token for a connection: must belong to the same account. */
  renewToken: base.input(id.extend({ token: z.string() })).output(connectionView),
  /** Ends it here and at the CRM. `remark`: what is left to do there by hand; null: nothing. */
  disconnect: base.input(id).output(z.object({ done: z.literal(true), remark: z.string().nullable() })),
  update: base
    .input(
      id.extend({
        version: z.number().int(),
        name: z.string(),
        guardOn: z.boolean(),
        taskOnHot: z.boolean(),
        stopCompany: z.boolean(),
        fallbackOwnerId: z.string().nullable(),
        assignment: z.enum(['owner', 'property']),
      }),
    )
    .output(connectionView),
  /** Holds new writes for approval, or no longer; those already held are released or kept. */
  setHold: base
    .input(
      id.extend({
        hold: z.boolean(),
        /** Only these kinds; empty: everything. */
        only: z.array(z.enum(HOLD_KINDS)).default([]),
        held: z.enum(['release', 'keep']),
      }),
    )
    .output(connectionView),
  /**
   * Nothing is written to this CRM from now on, or it may be again. What is listed then is kept, to be approved one by
   * one, or rejected.
   */
  setReadOnly: base
    .input(id.extend({ readOnly: z.boolean(), listed: z.enum(['keep', 'reject']) }))
    .output(connectionView),
  /** This machine works on the account from now on; the other one stands by as soon as it notices. */
  takeOver: base.input(id).output(connectionView),
  /** *Refresh* and *Verify Again*: owners are read again, all statuses computed anew. */
  refresh: base.input(id).output(connectionView),
  /** "Take these n?" */
  answerBaseline: base.input(id.extend({ answer: z.enum(['take', 'leave']) })).output(connectionView),
  /** Which switches were turned, of the connection and of the assistants, newest first. */
  changes: base.input(id).output(z.array(switchChange)),
  users: base.input(id).output(z.array(crmUserView)),
  /** Invites the assistant's address as a CRM user where the token may. */
  inviteAssistant: base.input(z.object({ id: z.string(), assistantId: z.string() })).output(connectionView),
  fields: base.input(id).output(fieldsView),
  /** Creates what is missing, adopts what is there. */
  setUpFields: base.input(id).output(fieldsView),
  /** For a contact status the portal lacks: add the option, write another, or do not write. */
  mapContactStatus: base
    .input(
      id.extend({
        wanted: z.string(),
        choice: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('add-option') }),
          z.object({ kind: z.literal('write-other'), value: z.string() }),
          z.object({ kind: z.literal('do-not-write') }),
        ]),
      }),
    )
    .output(fieldsView),
  previewSchedules: base.input(id).output(scheduleSyncView),
  syncSchedules: base.input(id).output(scheduleSyncView),
  budget: base.input(id).output(budgetView),
};
