import type { Route, SandboxContext, SandboxReply, SandboxRequest } from '../http/route.ts';
import type { CrmObject, ObjectType, Portal } from '../portal/model.ts';
import { visibleValues } from '../portal/write.ts';
import { objectCall, objectPaths } from './object-call.ts';
import { createViewer, viewObject } from './object-view.ts';
import { bodyRecord, invalid, optionalInteger, optionalText, optionalTexts } from './request-body.ts';
import { ANY_TOKEN } from './scopes.ts';
import { comparable, compileGroups, readFilterGroups, tokens } from './search-filters.ts';
import type { SearchFilter } from './search-filters.ts';

const MAX_BODY_CHARACTERS = 3_000;
const MAX_PAGE = 200;
const MAX_RESULTS = 10_000;
const DEFAULT_PAGE = 10;

/** CRM search over all object types. */
export const searchRoutes: readonly Route[] = [
  {
    method: 'POST',
    paths: objectPaths('/:objectType/search'),
    scopes: ANY_TOKEN,
    limit: 'search',
    handle: search,
  },
];

type Values = Readonly<Record<string, string>>;
type Hit = readonly [object: CrmObject, values: Values];

/** What `query` looks into (HubSpot's default searchable properties). */
const SEARCHED: Readonly<Record<ObjectType, readonly string[]>> = {
  contacts: [
    'firstname',
    'lastname',
    'email',
    'hs_additional_emails',
    'phone',
    'mobilephone',
    'fax',
    'company',
  ],
  companies: ['name', 'domain', 'website', 'phone'],
  notes: ['hs_body_preview'],
  emails: ['hs_email_subject', 'hs_email_from_email', 'hs_email_to_email'],
  tasks: ['hs_task_subject', 'hs_task_body'],
  meetings: ['hs_meeting_title', 'hs_meeting_body'],
};

function search(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = objectCall(request, 'read');
  const { portal } = context;
  const body = bodyRecord(request.body);
  const length = JSON.stringify(body).length;
  if (length > MAX_BODY_CHARACTERS) {
    throw invalid(`The search request has ${length} characters; at most ${MAX_BODY_CHARACTERS} are allowed`);
  }
  const limit = optionalInteger(body, 'limit') ?? DEFAULT_PAGE;
  if (limit < 0 || limit > MAX_PAGE) throw invalid(`limit must be at most ${MAX_PAGE}, not ${limit}`);
  const after = cursorOf(body['after']);
  if (after + limit > MAX_RESULTS) {
    throw invalid(
      `A search shows its first ${MAX_RESULTS} results only; after ${after} with limit ${limit} is beyond`,
    );
  }
  const groups = readFilterGroups(portal, type, body['filterGroups']);
  const order = readSort(portal, type, body['sorts']);
  const hits = findHits(context, type, groups, optionalText(body, 'query') ?? '');
  sortHits(portal, type, hits, order);
  const page = hits.slice(after, after + limit);
  const viewer = createViewer(portal, type, request.path, {
    properties: optionalTexts(body, 'properties') ?? [],
  });
  const next = String(after + limit);
  const link = `https://api.hubapi.com${request.path}?after=${next}`;
  return {
    status: 200,
    body: {
      total: hits.length,
      results: page.map(([object, values]) => viewObject(portal, object, viewer, values)),
      ...(after + limit < hits.length && limit > 0 ? { paging: { next: { after: next, link } } } : {}),
    },
  };
}

function findHits(
  context: SandboxContext,
  type: ObjectType,
  groups: readonly (readonly SearchFilter[])[],
  query: string,
): Hit[] {
  const { portal } = context;
  const now = context.now();
  const fits = compileGroups(portal, type, groups);
  const words = tokens(query.toLowerCase());
  const hits: Hit[] = [];
  for (const object of candidates(portal, type, groups, now)) {
    if (object.archivedAt !== null) continue;
    const values = visibleValues(object, now);
    if (values === null || !fits(values, object)) continue;
    if (words.length > 0 && !matchesQuery(type, values, words)) continue;
    hits.push([object, values]);
  }
  return hits;
}

/** The records worth looking at: those of the owners that every group asks for, else all. */
function candidates(
  portal: Portal,
  type: ObjectType,
  groups: readonly (readonly SearchFilter[])[],
  now: number,
): Iterable<CrmObject> {
  const owners = new Set<string>();
  for (const filters of groups) {
    const filter = filters.find(
      (one) => one.propertyName === 'hubspot_owner_id' && (one.operator === 'EQ' || one.operator === 'IN'),
    );
    if (filter === undefined) return portal.objects[type].values();
    for (const owner of filter.operator === 'EQ' ? [filter.value ?? ''] : filter.values) owners.add(owner);
  }
  return owners.size === 0 ? portal.objects[type].values() : ownedBy(portal, type, owners, now);
}

function ownedBy(portal: Portal, type: ObjectType, owners: Iterable<string>, now: number): Set<CrmObject> {
  const found = new Set<CrmObject>();
  for (const owner of owners) {
    const ids = portal.index.owned.get(`${type}/${owner}`);
    for (const id of ids ?? []) {
      const object = portal.objects[type].get(id);
      const isCurrent =
        object !== undefined &&
        (object.values['hubspot_owner_id'] === owner ||
          visibleValues(object, now)?.['hubspot_owner_id'] === owner ||
          object.pendingIndex.length > 0);
      if (isCurrent) found.add(object);
      else ids?.delete(id);
    }
  }
  return found;
}

function matchesQuery(type: ObjectType, values: Values, words: readonly string[]): boolean {
  const have = SEARCHED[type].flatMap((name) => tokens((values[name] ?? '').toLowerCase()));
  return words.every((word) => have.some((token) => token.startsWith(word)));
}

interface SortOrder {
  readonly property: string;
  readonly descending: boolean;
}

/** One sort at most: `name`, `-name` or `{propertyName, direction}`. */
function readSort(portal: Portal, type: ObjectType, input: unknown): SortOrder | null {
  if (input === undefined || input === null) return null;
  if (!Array.isArray(input)) throw invalid('sorts must be an array');
  if (input.length > 1) throw invalid(`A search takes one sort, but ${input.length} were given`);
  const item: unknown = input[0];
  if (item === undefined || item === '') return null;
  const order = typeof item === 'string' ? orderFromText(item) : orderFromRecord(bodyRecord(item));
  if (portal.properties[type].get(order.property)?.archived !== false) {
    throw invalid(`There was a problem with the request: Property "${order.property}" does not exist`);
  }
  return order;
}

function orderFromText(text: string): SortOrder {
  const descending = text.startsWith('-');
  return { property: descending ? text.slice(1) : text, descending };
}

function orderFromRecord(record: Readonly<Record<string, unknown>>): SortOrder {
  const direction = optionalText(record, 'direction') ?? 'ASCENDING';
  if (direction !== 'ASCENDING' && direction !== 'DESCENDING') {
    throw invalid(`The direction of a sort is ASCENDING or DESCENDING, not ${direction}`);
  }
  return { property: optionalText(record, 'propertyName') ?? '', descending: direction === 'DESCENDING' };
}

/** Sorts in place: records without a value last, equal ones by id. */
function sortHits(portal: Portal, type: ObjectType, hits: Hit[], order: SortOrder | null): void {
  const property = order === null ? undefined : portal.properties[type].get(order.property);
  if (order === null || property === undefined) {
    hits.sort(byId);
    return;
  }
  const sign = order.descending ? -1 : 1;
  const keyed = hits.map((hit) => {
    const value = hit[1][order.property];
    return { hit, key: value === undefined ? null : comparable(property, value) };
  });
  keyed.sort((a, b) => {
    if (a.key === b.key) return byId(a.hit, b.hit);
    if (a.key === null) return 1;
    if (b.key === null) return -1;
    return a.key < b.key ? -sign : sign;
  });
  keyed.forEach(({ hit }, index) => (hits[index] = hit));
}

function byId(a: Hit, b: Hit): number {
  return Number(a[0].id) - Number(b[0].id);
}

function cursorOf(input: unknown): number {
  if (input === undefined || input === null || input === '') return 0;
  const cursor = Number(input);
  if (Number.isInteger(cursor) && cursor >= 0) return cursor;
  throw invalid(`after must be a whole number, not '${JSON.stringify(input)}'`);
}
