import type { CrmRecord, CrmUser } from '../domain/leads/facts.ts';
import type { Duration, Instant } from '../domain/time.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { CrmError } from './crm-error.ts';

export interface CrmAccount {
  /** HubSpot: portal id. The key of a connection. */
  readonly accountId: string;
  readonly timeZone: string;
  /** Host of the CRM's own pages, for links. */
  readonly uiDomain: string;
  readonly kind: string;
  /** Whose credential it is, as far as the CRM tells. */
  readonly identity: string;
}

/** Internal names of the properties of this connection; null where the portal has none. */
export interface FieldNames {
  readonly context: string | null;
  readonly schedule: string | null;
  readonly connectionStatus: string | null;
  readonly assistant: string | null;
}

/**
 * `since`: records with one of these owners, assigned at or after that time (null: ever), by time of assignment;
 * pages by `offset`, which the provider caps (`searchCap`). `at`: those of one instant, by record id, after an
 * id: the way past the cap when more than that many share an instant.
 */
export type AssignedQuery =
  | {
      readonly kind: 'since';
      readonly ownerIds: readonly string[];
      readonly since: Instant | null;
      readonly order: 'oldest-first' | 'newest-first';
      readonly offset: number;
    }
  | {
      readonly kind: 'at';
      readonly ownerIds: readonly string[];
      readonly at: Instant;
      readonly afterRecordId: string | null;
    };

export interface AssignedHit {
  readonly recordId: string;
  readonly ownerId: string;
  readonly assignedAt: Instant;
}

/**
 * The index's view, which may lag (`lag`); `total` counts all hits, not only this page's. `isWhole` false: the
 * records are still being looked through for the first time, so more may show.
 */
export interface AssignedPage {
  readonly hits: readonly AssignedHit[];
  readonly total: number;
  readonly isWhole: boolean;
}

/** How far a gateway that may not search has looked through the records of the account. */
export interface LookThrough {
  /** Records looked at in this round, or in the last one while it rests. */
  readonly looked: number;
  /** Every record was looked at at least once. */
  readonly isWhole: boolean;
  /** When the next round begins; null: one is under way. */
  readonly againAt: Instant | null;
}

/** A few words that a gateway keeps from one start of the program to the next. */
export interface GatewayMemory {
  read(): string | null;
  write(words: string): void;
}

/**
 * Records whose "… Assistant" field names one of the values (assignment by property), by record id, after an id.
 * `assignedAt` of a hit is when the record was last modified: the read by id tells when the field was set.
 */
export interface ByPropertyQuery {
  readonly property: string;
  readonly values: readonly string[];
  readonly modifiedSince: Instant | null;
  readonly afterRecordId: string | null;
}

/** What a read by id found. `merged`: the id was absorbed, `record` is the survivor. */
export type RecordRead =
  | { readonly kind: 'found'; readonly askedId: string; readonly record: CrmRecord }
  | { readonly kind: 'merged'; readonly askedId: string; readonly record: CrmRecord }
  | { readonly kind: 'gone'; readonly askedId: string };

/** One write. `key` is ours: unique, stored by the other side where it can, and the trace id of a batch. */
export type CrmWrite = RecordWrite | ContactWrite;

/** What is written on a record that is there. */
export type RecordWrite = NoteWrite | EmailWrite | TaskWrite | PropertiesWrite;

export interface NoteWrite {
  readonly kind: 'note';
  readonly key: string;
  readonly recordId: string;
  readonly at: Instant;
  readonly bodyHtml: string;
}
export interface EmailWrite {
  readonly kind: 'email';
  readonly key: string;
  readonly recordId: string;
  readonly at: Instant;
  readonly direction: 'outgoing' | 'incoming';
  readonly status: 'sent' | 'bounced';
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly from: { readonly address: string; readonly name: string };
  readonly to: readonly { readonly address: string; readonly name: string }[];
  /** Absent: nobody. */
  readonly cc?: readonly { readonly address: string; readonly name: string }[];
}
export interface TaskWrite {
  readonly kind: 'task';
  readonly key: string;
  readonly recordId: string;
  readonly dueAt: Instant;
  readonly subject: string;
  readonly body: string;
  readonly ownerId: string | null;
}
export interface PropertiesWrite {
  readonly kind: 'properties';
  readonly key: string;
  readonly recordId: string;
  /** By internal property name. */
  readonly values: Readonly<Record<string, string>>;
}

/** A new record. Refused as a conflict where the address is there already. */
export interface ContactWrite {
  readonly kind: 'contact';
  readonly key: string;
  /** The CRM's own fields, filled at creation only; empty ones are left out. */
  readonly stock: {
    readonly email: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly company: string;
    readonly country: string;
  };
  /** By internal property name: the owner and our own. */
  readonly values: Readonly<Record<string, string>>;
}

/** `unknown`: the answer was lost, the write may stand; look it up before writing again. */
export type WriteOutcome =
  | { readonly kind: 'done'; readonly remoteId: string }
  | { readonly kind: 'refused'; readonly error: CrmError }
  | { readonly kind: 'retry'; readonly error: CrmError }
  | { readonly kind: 'unknown'; readonly error: CrmError };

/** A note or task that we created, and the id under which it stands. */
export interface WrittenActivity {
  readonly write: NoteWrite | TaskWrite;
  readonly remoteId: string;
}

/** `changed`: somebody edited it; `ours` is what we wrote, `theirs` what it is now, as plain text. */
export type WrittenState =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'changed'; readonly ours: string; readonly theirs: string }
  | { readonly kind: 'gone' };

export interface PortalOption {
  readonly value: string;
  readonly label: string;
  readonly hidden: boolean;
  readonly displayOrder: number;
}

export interface PortalField {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fieldType: string;
  readonly groupName: string;
  readonly options: readonly PortalOption[];
  readonly archived: boolean;
}

export interface NewField {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fieldType: string;
  readonly groupName: string;
  readonly description: string;
  readonly options: readonly PortalOption[];
}

/** How much of the CRM's allowance is left, as its last answers said. */
export interface CallBudget {
  readonly window: { readonly max: number; readonly remaining: number; readonly interval: Duration } | null;
  readonly day: { readonly max: number; readonly remaining: number } | null;
  /** Calls made since the start, by purpose. */
  readonly calls: Readonly<Record<string, number>>;
  readonly pausedUntil: Instant | null;
}

/** What people can do with a record, beside writing into its fields. */
export const ACTIVITY_KINDS = ['email', 'call', 'meeting', 'message'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** A mail logged on a record, a call, a meeting or a message, whoever made it. */
export interface RecordActivity {
  readonly id: string;
  readonly kind: ActivityKind;
  /** When it happened; of a meeting: when it came into the CRM, because it may lie ahead. */
  readonly at: Instant;
  /** Of mails and calls; null: unknown, or neither. */
  readonly direction: 'outgoing' | 'incoming' | null;
  /** The sender's address of a mail, lower case; "" where it is unknown. */
  readonly from: string;
  /** It did not take place: a mail not sent, a meeting called off. */
  readonly isVoid: boolean;
  /** Of a meeting: when it begins; null: unknown, or no meeting. */
  readonly startsAt: Instant | null;
  /** Of a mail: how often it was opened and its links clicked, where the CRM saw that. */
  readonly opens: number;
  readonly clicks: number;
}

/** One authorised CRM account. Every method may throw CrmError; nothing else. */
export interface CrmGateway {
  /** The owner and the contact-status property, by internal name. */
  readonly ownerProperty: string;
  readonly contactStatusProperty: string;
  /** The most items one `write` takes of a kind. */
  readonly batchSize: number;
  /** Rows a page of `findAssigned` and `findByProperty` holds at most (HubSpot: 200). */
  readonly pageSize: number;
  /** Rows one search can page through (HubSpot: 10,000). */
  readonly searchCap: number;
  /** How late a change may show in `findAssigned` and `findByProperty`; Infinity: any time. */
  readonly lag: Duration;
  /** Held records to look at in one round of watching: what the allowance permits. */
  readonly watchRound: number;
  describeAccount(): Promise<CrmAccount>;
  /** Active and deactivated users who can own records. */
  listUsers(): Promise<readonly CrmUser[]>;
  /** Invites an address as a user, where the credential may. */
  inviteUser(email: string, name: string): Promise<void>;
  findAssigned(query: AssignedQuery): Promise<AssignedPage>;
  findByProperty(query: ByPropertyQuery): Promise<AssignedPage>;
  /** The truth by id, in any number; the answer has one entry an id, in order. */
  readRecords(
    ids: readonly string[],
    fields: FieldNames,
    more: { readonly history: boolean },
  ): Promise<readonly RecordRead[]>;
  /** The records of these addresses as the CRM has them now, in any number, by the address asked for. No history. */
  findByAddress(addresses: readonly string[], fields: FieldNames): Promise<ReadonlyMap<string, CrmRecord>>;
  /** Those of the given deleted records that the CRM cannot bring back: deleted at the person's wish, or long ago. */
  deletedForEver(ids: readonly string[]): Promise<readonly string[]>;
  /** What was done with the records, of these kinds, oldest first, by the id asked for. */
  readActivities(
    recordIds: readonly string[],
    kinds: readonly ActivityKind[],
  ): Promise<ReadonlyMap<string, readonly RecordActivity[]>>;
  /** At most `batchSize` writes of one kind; one outcome a write, in order. Never throws for a single item. */
  write(writes: readonly CrmWrite[]): Promise<readonly WriteOutcome[]>;
  /** For notes, e-mails and tasks whose answer was lost: the id under which each stands, or null. */
  findWritten(writes: readonly CrmWrite[]): Promise<readonly (string | null)[]>;
  /** Whether notes and tasks are still as written; one answer an item, in order. */
  compareWritten(items: readonly WrittenActivity[]): Promise<readonly WrittenState[]>;
  /** Archives notes or tasks (of one kind); one outcome an item. Archiving one that is gone already is done. */
  archive(items: readonly WrittenActivity[]): Promise<readonly WriteOutcome[]>;
  listFields(): Promise<readonly PortalField[]>;
  /** Creates the group if it is absent. */
  ensureFieldGroup(name: string, label: string): Promise<void>;
  /** Creates the field, or finds it there already. */
  createField(field: NewField): Promise<PortalField>;
  /** Gives a field of ours its label or its group back; nothing else of it is touched. */
  changeField(
    name: string,
    change: { readonly label: string } | { readonly groupName: string },
  ): Promise<void>;
  /** Replaces the whole list of options. */
  replaceOptions(name: string, options: readonly PortalOption[]): Promise<void>;
  /** What is written in the description of a property of ours; null: there is no such property. */
  readFieldNote(name: string): Promise<string | null>;
  /** Creates a hidden property with its description, and its group; false: somebody else was first. */
  createNotedField(
    field: NewField,
    group: { readonly name: string; readonly label: string },
  ): Promise<boolean>;
  writeFieldNote(name: string, words: string): Promise<void>;
  /** null: a search finds everything. */
  lookThrough(): LookThrough | null;
  budget(): CallBudget;
}

/** Makes a gateway for a credential; the only way a flow gets one. */
export interface CrmGateways {
  open(connection: {
    readonly provider: 'hubspot' | 'zoho';
    readonly baseUrl: string | null;
    /** A key that stays as it is, or the tokens of an app, which change. */
    readonly token: string | AccessTokens;
    /** Whose account it is, where that is known: its calls keep one pace, also when the token changes. */
    readonly accountId?: string;
    /** Asked before each call leaves: why it must not (a CrmError `stopped` with that sentence), or null. */
    readonly whyNot?: () => string | null;
    /**
     * Why nothing may be written to this account and nothing but GET may leave (CrmError `read-only`), or null. What
     * it says at the opening decides how the gateway reads.
     */
    readonly whyReadOnly?: () => string | null;
    /** Why nothing may be written now (CrmError `stopped`), or null; reading and the field notes go on. */
    readonly whyNoWrite?: () => string | null;
    readonly memory?: GatewayMemory;
  }): CrmGateway;
  /** The record's page in the CRM; needs no credential. */
  recordUrl(
    account: {
      readonly provider: 'hubspot' | 'zoho';
      readonly accountId: string;
      readonly uiDomain: string;
      /** The API's address when it is not the provider's own: its pages are there too. */
      readonly baseUrl: string | null;
    },
    recordId: string,
  ): string;
}
