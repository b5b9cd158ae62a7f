import type { Instant } from '#core/domain/time.ts';
import { CrmError } from '#core/ports/crm-error.ts';
import type { CrmGateway, CrmWrite, WriteOutcome } from '#core/ports/crm-gateway.ts';
import { describeAccount } from './account.ts';
import { emailFormat, noteFormat, taskFormat } from './activity-formats.ts';
import { SEARCH_CAP, SEARCH_PAGE_SIZE } from './assigned-search.ts';
import { archiveActivities, compareWritten } from './archive-activities.ts';
import { BATCH_SIZE } from './batch-read.ts';
import { findByAddress } from './contacts-by-address.ts';
import { createContacts } from './create-contacts.ts';
import { changeField, createField, ensureFieldGroup, listFields, replaceOptions } from './fields.ts';
import { findActivities } from './find-written.ts';
import { createNotedField, readFieldNote, writeFieldNote } from './field-notes.ts';
import { inviteUser, listUsers } from './owners.ts';
import { LEAD_STATUS, OWNER } from './properties.ts';
import { deletedForEver } from './deleted-records.ts';
import { readActivities } from './read-activities.ts';
import { readRecords } from './read-records.ts';
import type { Reader } from './reader.ts';
import type { Traffic } from './traffic.ts';
import type { Transport } from './transport.ts';
import { writeActivities } from './write-activities.ts';
import { writeProperties } from './write-properties.ts';

export interface HubSpotGatewayOptions {
  readonly transport: Transport;
  readonly reader: Reader;
  /** A key that stays as it is; null: the tokens of an app. */
  readonly token: string | null;
  /** Our app as HubSpot's histories name it; null: unknown. */
  readonly appId: string | null;
  readonly wallNow: () => Instant;
  /** The traffic of an account, once it is known whose the token is. */
  readonly trafficOf: (accountId: string) => Traffic;
}

/** One authorised HubSpot portal. */
export function createHubSpotGateway(options: HubSpotGatewayOptions): CrmGateway {
  const { transport, reader } = options;
  return {
    ownerProperty: OWNER,
    contactStatusProperty: LEAD_STATUS,
    batchSize: BATCH_SIZE,
    pageSize: SEARCH_PAGE_SIZE,
    searchCap: SEARCH_CAP,
    lag: reader.lag,
    watchRound: reader.watchRound,
    async describeAccount() {
      const account = await describeAccount(transport, options.token);
      transport.traffic = options.trafficOf(account.accountId);
      transport.traffic.zone = account.timeZone;
      return account;
    },
    listUsers: () => listUsers(transport),
    inviteUser: (email, name) => inviteUser(transport, email, name),
    findAssigned: (query) => reader.findAssigned(query),
    findByProperty: (query) => reader.findByProperty(query),
    readRecords: (ids, fields, more) =>
      readRecords(reader, ids, fields, { history: more.history, appId: options.appId }),
    findByAddress: (addresses, fields) => findByAddress(reader, addresses, fields),
    readActivities: (ids, kinds) => readActivities(reader, ids, kinds),
    deletedForEver: (ids) => deletedForEver(reader, ids),
    write: (writes) => write(transport, writes),
    findWritten: (writes) => findWritten(reader, writes),
    compareWritten: (items) => compareWritten(reader, items),
    archive: (items) => archiveActivities(transport, items),
    listFields: () => listFields(transport),
    ensureFieldGroup: (name, label) => ensureFieldGroup(transport, name, label),
    createField: (field) => createField(transport, field),
    changeField: (name, change) => changeField(transport, name, change),
    replaceOptions: (name, replacements) => replaceOptions(transport, name, replacements),
    readFieldNote: (name) => readFieldNote(transport, name),
    createNotedField: (field, group) => createNotedField(transport, field, group),
    writeFieldNote: (name, words) => writeFieldNote(transport, name, words),
    lookThrough: () => reader.lookThrough(),
    budget: () => transport.traffic.budget(options.wallNow()),
  };
}

async function write(transport: Transport, writes: readonly CrmWrite[]): Promise<WriteOutcome[]> {
  const first = writes[0];
  if (first === undefined) return [];
  if (writes.length > BATCH_SIZE) {
    throw new CrmError(
      'rejected',
      `HubSpot takes at most ${BATCH_SIZE} writes at once, not ${writes.length}.`,
    );
  }
  switch (first.kind) {
    case 'note':
      return writeActivities(transport, allOf('note', writes), noteFormat);
    case 'email':
      return writeActivities(transport, allOf('email', writes), emailFormat);
    case 'task':
      return writeActivities(transport, allOf('task', writes), taskFormat);
    case 'properties':
      return writeProperties(transport, allOf('properties', writes));
    case 'contact':
      return createContacts(transport, allOf('contact', writes));
  }
}

/** Updates need no looking up: written again they say the same. Contacts are looked up by their address. */
async function findWritten(reader: Reader, writes: readonly CrmWrite[]): Promise<(string | null)[]> {
  const first = writes[0];
  switch (first?.kind) {
    case undefined:
      return [];
    case 'note':
      return findActivities(reader, allOf('note', writes), noteFormat);
    case 'email':
      return findActivities(reader, allOf('email', writes), emailFormat);
    case 'task':
      return findActivities(reader, allOf('task', writes), taskFormat);
    case 'properties':
    case 'contact':
      return writes.map(() => null);
  }
}

function allOf<Kind extends CrmWrite['kind']>(
  kind: Kind,
  writes: readonly CrmWrite[],
): Extract<CrmWrite, { kind: Kind }>[] {
  return writes.map((each) => {
    if (isOf(each, kind)) return each;
    throw new CrmError('rejected', `Writes of one kind go together, not ${kind} and ${each.kind}.`);
  });
}

function isOf<Kind extends CrmWrite['kind']>(
  each: CrmWrite,
  kind: Kind,
): each is Extract<CrmWrite, { kind: Kind }> {
  return each.kind === kind;
}
