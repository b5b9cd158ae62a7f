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
  calls: ['hs_call_title', 'hs_call_body'],
  communications: ['hs_communication_body'],
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
  const page = firstInOrder(portal, type, hits, order, after + limit).slice(after);
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

/** Each once; ids that neither have nor had one of the owners are forgotten on the way. */
function* ownedBy(
  portal: Portal,
  type: ObjectType,
  owners: ReadonlySet<string>,
  now: number,
): Iterable<CrmObject> {
  const seen = new Set<string>();
  for (const owner of owners) {
    const ids = portal.index.owned.get(`${type}/${owner}`);
    for (const id of ids ?? []) {
      const object = portal.objects[type].get(id);
      if (object === undefined || isFormerOwner(object, owner, now)) ids?.delete(id);
      else if (owners.size === 1 || !seen.has(id)) {
        if (owners.size > 1) seen.add(id);
        yield object;
      }
    }
  }
}

/** Whether search can no longer find the object under this owner. */
function isFormerOwner(object: CrmObject, owner: string, now: number): boolean {
  if (object.values['hubspot_owner_id'] === owner) return false;
  return visibleValues(object, now)?.['hubspot_owner_id'] !== owner && object.pendingIndex.length === 0;
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

interface Keyed {
  readonly hit: Hit;
  readonly key: number | string | null;
  readonly id: number;
}

/** The first `count` hits in order: records without a value last, equal ones by id. */
function firstInOrder(
  portal: Portal,
  type: ObjectType,
  hits: readonly Hit[],
  order: SortOrder | null,
  count: number,
): Hit[] {
  const property = order === null ? undefined : portal.properties[type].get(order.property);
  const sign = order?.descending === true ? -1 : 1;
  const compare = (a: Keyed, b: Keyed): number => {
    if (a.key === b.key) return a.id - b.id;
    if (a.key === null) return 1;
    if (b.key === null) return -1;
    return a.key < b.key ? -sign : sign;
  };
  const keyed = hits.map((hit): Keyed => {
    const value = order === null ? undefined : hit[1][order.property];
    const key = value === undefined || property === undefined ? null : comparable(property, value);
    return { hit, key, id: Number(hit[0].id) };
  });
  // A poll wants the first page of many hits: keeping the best few is far cheaper than sorting all.
  const first = count * 8 < keyed.length ? bestOf(keyed, count, compare) : keyed.sort(compare);
  return first.slice(0, count).map(({ hit }) => hit);
}

function bestOf(all: readonly Keyed[], count: number, compare: (a: Keyed, b: Keyed) => number): Keyed[] {
  const best: Keyed[] = [];
  for (const item of all) {
    const last = best.at(-1);
    if (best.length === count && last !== undefined && compare(item, last) >= 0) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = best[middle];
      if (other !== undefined && compare(other, item) < 0) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, item);
    if (best.length > count) best.pop();
  }
  return best;
}

function cursorOf(input: unknown): number {
  if (input === undefined || input === null || input === '') return 0;
  const cursor = Number(input);
  if (Number.isInteger(cursor) && cursor >= 0) return cursor;
  throw invalid(`after must be a whole number, not '${JSON.stringify(input)}'`);
}
