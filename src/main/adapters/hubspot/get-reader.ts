import { z } from 'zod';
import { inParallel } from '#adapters/http/in-parallel.ts';
import { CrmError } from '#core/ports/crm-error.ts';
import type { AssignedHit, AssignedPage, AssignedQuery, ByPropertyQuery } from '#core/ports/crm-gateway.ts';
import { SEARCH_PAGE_SIZE } from './assigned-search.ts';
import type { ContactWalk, WalkedContact } from './contact-walk.ts';
import { paths, type ObjectType } from './paths.ts';
import { readOne } from './read-one.ts';
import type { ObjectsRead, Reader, WantedOfContact } from './reader.ts';
import type { Transport } from './transport.ts';
import { idText, paging, type CrmObject } from './values.ts';

const CONCURRENT = 8;
const ASSOCIATIONS_PAGE = 500;
/** Every record costs a call: ten each half minute are a ninth of the smallest daily allowance. */
const WATCH_ROUND = 10;

const associationsPage = z.object({ results: z.array(z.object({ toObjectId: idText })), paging });

/** Reads with GET alone: for a connection to which nothing is written, and nothing else may leave. */
export function getReader(transport: Transport, walk: ContactWalk): Reader {
  const inOrder = sortedOnce(walk);
  return {
    // A contact may change right after the walk has passed it: however old, it is new when it shows.
    lag: Number.POSITIVE_INFINITY,
    watchRound: WATCH_ROUND,
    async findAssigned(query) {
      await walk.goOn({ ownerIds: query.ownerIds });
      return assignedPage(
        query,
        inOrder(query, () => assigned(walk.found, query)),
        walk.progress.isWhole,
      );
    },
    async findByProperty(query) {
      await walk.goOn({ property: { name: query.property, values: query.values } });
      return byPropertyPage(query, walk.found, walk.progress.isWhole);
    },
    readContacts: (ids, wanted) => readContacts(transport, ids, wanted),
    contactsByAddress: (addresses, properties) => contactsByAddress(transport, addresses, properties),
    readObjects: (read) => readObjects(transport, read),
    activityIds: (contacts, type) => activityIds(transport, contacts, type),
    lookThrough: () => walk.progress,
  };
}

/** Pages of one query are cut from one sorted list, as long as nothing new was found. */
function sortedOnce(walk: ContactWalk) {
  let last: { readonly key: string; readonly contacts: readonly WalkedContact[] } | null = null;
  return (query: AssignedQuery, sorted: () => readonly WalkedContact[]): readonly WalkedContact[] => {
    const key = JSON.stringify({ ...query, offset: 0, version: walk.version });
    if (last?.key !== key) last = { key, contacts: sorted() };
    return last.contacts;
  };
}

function assigned(found: readonly WalkedContact[], query: AssignedQuery): readonly WalkedContact[] {
  const owners = new Set(query.ownerIds);
  const theirs = found.filter((contact) => owners.has(contact.ownerId));
  if (query.kind === 'at') {
    return theirs
      .filter(({ assignedAt, recordId }) => assignedAt === query.at && isAfter(recordId, query.afterRecordId))
      .toSorted(byId);
  }
  const { since } = query;
  const direction = query.order === 'oldest-first' ? 1 : -1;
  return theirs
    .filter(({ assignedAt }) => since === null || (assignedAt !== null && assignedAt >= since))
    .toSorted((a, b) => direction * ((a.assignedAt ?? 0) - (b.assignedAt ?? 0)) || byId(a, b));
}

function assignedPage(
  query: AssignedQuery,
  contacts: readonly WalkedContact[],
  isWhole: boolean,
): AssignedPage {
  const offset = query.kind === 'since' ? query.offset : 0;
  const hits = contacts
    .slice(offset, offset + SEARCH_PAGE_SIZE)
    .map((contact) => hitOf(contact, contact.assignedAt));
  return { hits, total: contacts.length, isWhole };
}

function byPropertyPage(
  query: ByPropertyQuery,
  found: readonly WalkedContact[],
  isWhole: boolean,
): AssignedPage {
  const values = new Set(query.values);
  const { modifiedSince, afterRecordId } = query;
  const contacts = found
    .filter(
      ({ value, modifiedAt, recordId }) =>
        values.has(value) &&
        (modifiedSince === null || (modifiedAt !== null && modifiedAt >= modifiedSince)) &&
        isAfter(recordId, afterRecordId),
    )
    .toSorted(byId);
  const hits = contacts.slice(0, SEARCH_PAGE_SIZE).map((contact) => hitOf(contact, contact.modifiedAt));
  return { hits, total: contacts.length, isWhole };
}

/** An owner without a date of assignment came with the record's creation. */
function hitOf(contact: WalkedContact, at: number | null): AssignedHit {
  const { recordId, ownerId, createdAt } = contact;
  return { recordId, ownerId, assignedAt: at ?? createdAt ?? 0 };
}

function byId(a: { readonly recordId: string }, b: { readonly recordId: string }): number {
  return compareIds(a.recordId, b.recordId);
}

function isAfter(id: string, after: string | null): boolean {
  return after === null || compareIds(id, after) > 0;
}

/** Ids are numbers, longer than a number can be exact. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

async function readContacts(
  transport: Transport,
  ids: readonly string[],
  wanted: WantedOfContact,
): Promise<Map<string, CrmObject>> {
  const read = { type: 'contacts', ...wanted, purpose: 'read' } as const;
  const contacts = await inParallel(ids, CONCURRENT, (id) => readOne(transport, id, read));
  const found = new Map<string, CrmObject>();
  for (const [index, id] of ids.entries()) {
    const contact = contacts[index];
    if (contact) found.set(id, contact);
  }
  return found;
}

async function contactsByAddress(
  transport: Transport,
  addresses: readonly string[],
  properties: readonly string[],
): Promise<CrmObject[]> {
  const read = {
    type: 'contacts',
    idProperty: 'email',
    properties,
    histories: [],
    purpose: 'lookup',
  } as const;
  const contacts = await inParallel(addresses, CONCURRENT, (address) => readOne(transport, address, read));
  return contacts.filter((contact) => contact !== null);
}

async function readObjects(transport: Transport, { ids, ...read }: ObjectsRead): Promise<CrmObject[]> {
  const objects = await inParallel(ids, CONCURRENT, (id) =>
    readOne(transport, id, { ...read, histories: [] }),
  );
  return objects.filter((object) => object !== null);
}

async function activityIds(
  transport: Transport,
  contacts: readonly string[],
  type: ObjectType,
): Promise<Map<string, string[]>> {
  const ids = await inParallel(contacts, CONCURRENT, (id) => associatedIds(transport, id, type));
  return new Map(contacts.map((id, index) => [id, ids[index] ?? []]));
}

async function associatedIds(transport: Transport, contactId: string, type: ObjectType): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  try {
    do {
      const read = await transport.send(
        {
          method: 'GET',
          path: paths.associationsOf('contacts', contactId, type),
          query: [
            ['limit', String(ASSOCIATIONS_PAGE)],
            ...(after === undefined ? [] : [['after', after] as const]),
          ],
          doing: `to look up the ${type} of a contact`,
          isWrite: false,
          purpose: 'lookup',
          policy: 'burst',
          urgency: 'background',
        },
        associationsPage,
      );
      ids.push(...read.results.map((each) => each.toObjectId));
      after = read.paging?.next?.after;
    } while (after !== undefined);
  } catch (error) {
    if (!(error instanceof CrmError) || error.kind !== 'not-found') throw error;
  }
  return ids;
}
