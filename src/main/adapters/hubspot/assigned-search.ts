import { z } from 'zod';
import { CrmError } from '#core/ports/crm-error.ts';
import type { AssignedHit, AssignedPage, AssignedQuery, ByPropertyQuery } from '#core/ports/crm-gateway.ts';
import { paths } from './paths.ts';
import { ASSIGNED_AT, MODIFIED_AT, OWNER } from './properties.ts';
import type { Transport } from './transport.ts';
import { crmObject, instantOf, type CrmObject } from './values.ts';

const searchPage = z.object({ total: z.number(), results: z.array(crmObject) });

export const SEARCH_PAGE_SIZE = 200;
/** HubSpot refuses to page further than that through one search. */
export const SEARCH_CAP = 10_000;

/** A search body may have 3,000 characters; a value takes about fifteen. */
const MOST_VALUES = 150;

const RECORD_ID = 'hs_object_id';

interface Filter {
  readonly propertyName: string;
  readonly operator: 'IN' | 'GTE' | 'GT' | 'EQ';
  readonly value?: string;
  readonly values?: readonly string[];
}

interface Search {
  readonly filters: readonly Filter[];
  readonly sort: { readonly propertyName: string; readonly direction: 'ASCENDING' | 'DESCENDING' };
  readonly offset: number;
  /** The property that a hit's `assignedAt` is taken from. */
  readonly timeProperty: string;
}

/** One page of contacts with one of these owners. */
export async function findAssigned(transport: Transport, query: AssignedQuery): Promise<AssignedPage> {
  const owners = oneOf(OWNER, query.ownerIds);
  if (query.kind === 'at') {
    return search(transport, {
      filters: [
        owners,
        { propertyName: ASSIGNED_AT, operator: 'EQ', value: String(query.at) },
        ...after(query.afterRecordId),
      ],
      sort: { propertyName: RECORD_ID, direction: 'ASCENDING' },
      offset: 0,
      timeProperty: ASSIGNED_AT,
    });
  }
  return search(transport, {
    filters: [owners, ...since(ASSIGNED_AT, query.since)],
    sort: {
      propertyName: ASSIGNED_AT,
      direction: query.order === 'oldest-first' ? 'ASCENDING' : 'DESCENDING',
    },
    offset: query.offset,
    timeProperty: ASSIGNED_AT,
  });
}

/** One page of contacts whose property names one of the values, by id. */
export async function findByProperty(transport: Transport, query: ByPropertyQuery): Promise<AssignedPage> {
  return search(transport, {
    filters: [
      oneOf(query.property, query.values),
      ...since(MODIFIED_AT, query.modifiedSince),
      ...after(query.afterRecordId),
    ],
    sort: { propertyName: RECORD_ID, direction: 'ASCENDING' },
    offset: 0,
    timeProperty: MODIFIED_AT,
  });
}

async function search(transport: Transport, wanted: Search): Promise<AssignedPage> {
  const page = await transport.send(
    {
      method: 'POST',
      path: paths.search('contacts'),
      body: {
        filterGroups: [{ filters: wanted.filters }],
        sorts: [wanted.sort],
        properties: [OWNER, wanted.timeProperty],
        limit: SEARCH_PAGE_SIZE,
        // HubSpot's schema wants it on the first page, too.
        after: String(wanted.offset),
      },
      doing: 'to search for assigned contacts',
      isWrite: false,
      purpose: 'search',
      policy: 'search',
      urgency: 'background',
    },
    searchPage,
  );
  return {
    hits: page.results.map((found) => hitOf(found, wanted.timeProperty)),
    total: page.total,
    isWhole: true,
  };
}

function oneOf(property: string, values: readonly string[]): Filter {
  if (values.length > MOST_VALUES) {
    throw new CrmError(
      'rejected',
      `HubSpot can search for at most ${MOST_VALUES} assistants at once, this connection has ${values.length}. Deactivate assistants that are not needed.`,
    );
  }
  return { propertyName: property, operator: 'IN', values };
}

function since(property: string, instant: number | null): Filter[] {
  return instant === null ? [] : [{ propertyName: property, operator: 'GTE', value: String(instant) }];
}

function after(recordId: string | null): Filter[] {
  return recordId === null ? [] : [{ propertyName: RECORD_ID, operator: 'GT', value: recordId }];
}

/** An owner without a date of assignment came with the record's creation. */
function hitOf(found: CrmObject, timeProperty: string): AssignedHit {
  return {
    recordId: found.id,
    ownerId: found.properties[OWNER] ?? '',
    assignedAt: instantOf(found.properties[timeProperty]) ?? instantOf(found.createdAt) ?? 0,
  };
}
