import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClock } from '../control/clock.ts';
import { startPortalServer } from '../http/portal-server.ts';
import type { PortalServer } from '../http/portal-server.ts';
import { archiveObject, createObject, updateObject } from '../portal/write.ts';
import type { CrmObject, WriteSource } from '../portal/model.ts';
import { createServiceKey } from './oauth.ts';
import { KNOWN_SCOPES } from './scopes.ts';

const START = Date.UTC(2026, 10, 20, 9);
const APP: WriteSource = { sourceType: 'INTEGRATION', sourceId: '77' };
const clock = createClock({ startAt: START, frozen: true });

let server: PortalServer;
let key: string;
const people = new Map<string, CrmObject>();

const ROWS: readonly (readonly [name: string, values: Record<string, string>])[] = [
  ['ada', { email: 'ada@analytical.example', firstname: 'Ada', lastname: 'Lovelace', hs_lead_status: 'NEW' }],
  ['alan', { email: 'alan@bletchley.example', firstname: 'Alan', num_associated_deals: '2' }],
  ['grace', { email: 'grace@navy.example', firstname: 'Grace', city: 'New York', hs_lead_status: 'OPEN' }],
];

beforeAll(async () => {
  server = await startPortalServer({ clock, limits: { enabled: false } });
  key = createServiceKey(server.portal, KNOWN_SCOPES);
  ROWS.forEach(([name, values], index) => {
    people.set(
      name,
      createObject(server.context, 'contacts', values, APP, { at: START - (10 - index) * 60_000 }),
    );
  });
});
afterAll(() => server.close());

async function send(body: unknown): Promise<{ status: number; body: Record<string, never> }> {
  const response = await fetch(`${server.url}/crm/objects/2026-09/contacts/search`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
}

/** The names of the people that a search finds, in its order. */
async function find(body: object): Promise<string[]> {
  const answer = await send({ limit: 100, ...body });
  expect(answer.status).toBe(200);
  const { results } = answer.body as unknown as { results: { id: string }[] };
  return results.map(({ id }) => [...people].find(([, person]) => person.id === id)?.[0] ?? id);
}

const where = (propertyName: string, operator: string, more: object = {}) => ({
  filterGroups: [{ filters: [{ propertyName, operator, ...more }] }],
});

describe('search filters', () => {
  it.each([
    ['EQ ignores case in texts', where('firstname', 'EQ', { value: 'ADA' }), ['ada']],
    ['EQ minds case in options', where('hs_lead_status', 'EQ', { value: 'new' }), []],
    ['NEQ leaves out those without a value', where('hs_lead_status', 'NEQ', { value: 'NEW' }), ['grace']],
    ['IN needs lower case for texts', where('firstname', 'IN', { values: ['ada', 'Grace'] }), ['ada']],
    [
      'IN takes options as they are',
      where('hs_lead_status', 'IN', { values: ['NEW', 'OPEN'] }),
      ['ada', 'grace'],
    ],
    [
      'NOT_IN keeps those without a value',
      where('hs_lead_status', 'NOT_IN', { values: ['NEW'] }),
      ['alan', 'grace'],
    ],
    ['HAS_PROPERTY', where('city', 'HAS_PROPERTY'), ['grace']],
    ['NOT_HAS_PROPERTY', where('city', 'NOT_HAS_PROPERTY'), ['ada', 'alan']],
    ['CONTAINS_TOKEN finds a word', where('city', 'CONTAINS_TOKEN', { value: 'york' }), ['grace']],
    ['CONTAINS_TOKEN finds no part of a word', where('city', 'CONTAINS_TOKEN', { value: 'yor' }), []],
    ['CONTAINS_TOKEN with a star', where('email', 'CONTAINS_TOKEN', { value: '*@bletchley*' }), ['alan']],
    ['NOT_CONTAINS_TOKEN', where('city', 'NOT_CONTAINS_TOKEN', { value: 'york' }), ['ada', 'alan']],
    ['times in ms', where('createdate', 'GTE', { value: String(START - 9 * 60_000) }), ['alan', 'grace']],
    ['times as ISO', where('createdate', 'LT', { value: '2026-11-20T08:51:00Z' }), ['ada']],
    [
      'BETWEEN includes both ends',
      where('createdate', 'BETWEEN', {
        value: String(START - 10 * 60_000),
        highValue: String(START - 9 * 60_000),
      }),
      ['ada', 'alan'],
    ],
    ['a query begins words', { query: 'gra nav' }, ['grace']],
    ['no filter finds all by id', {}, ['ada', 'alan', 'grace']],
    ['a sort by name backwards', { sorts: ['-firstname'] }, ['grace', 'alan', 'ada']],
    [
      'a sort as an object, those without a value last',
      { sorts: [{ propertyName: 'hs_lead_status', direction: 'DESCENDING' }] },
      ['grace', 'ada', 'alan'],
    ],
  ] as const)('%s', async (_, body, expected) => {
    expect(await find(body)).toEqual(expected);
  });

  it('joins the filters of a group with and, the groups with or', async () => {
    const has = (propertyName: string) => ({ propertyName, operator: 'HAS_PROPERTY' });
    const found = await find({
      filterGroups: [
        { filters: [has('city'), has('lastname')] },
        { filters: [has('lastname'), has('firstname')] },
      ],
    });
    expect(found).toEqual(['ada']);
  });

  it.each([
    ['more than 200 results a page', { limit: 201 }],
    ['results beyond the 10,000th', { limit: 100, after: '9901' }],
    ['two sorts', { sorts: ['email', 'firstname'] }],
    ['an unknown property', where('shoe_size', 'HAS_PROPERTY')],
    ['an unknown operator', where('email', 'LIKE', { value: 'x' })],
    ['an operator without its value', where('email', 'EQ')],
    ['a time that is none', where('createdate', 'GT', { value: 'yesterday' })],
    ['six groups', { filterGroups: Array.from({ length: 6 }, () => ({ filters: [] })) }],
    [
      'seven filters in a group',
      {
        filterGroups: [
          { filters: Array.from({ length: 7 }, () => ({ propertyName: 'email', operator: 'HAS_PROPERTY' })) },
        ],
      },
    ],
    ['a request of more than 3,000 characters', { query: 'x'.repeat(3_000) }],
  ])('refuses %s', async (_, body) => {
    const answer = await send(body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ category: 'VALIDATION_ERROR' });
  });
});

describe('search and time', () => {
  it('shows an assignment when the index has it, with the values of then, and forgets the former owner', async () => {
    const [vera, willi] = [
      server.control.person.addUser({ email: 'vera@example.com' }),
      server.control.person.addUser({ email: 'willi@example.com' }),
    ];
    const ada = people.get('ada');
    if (ada === undefined) throw new Error('no ada');
    const ownedBy = (id: string) => find(where('hubspot_owner_id', 'IN', { values: [id] }));
    server.control.setIndexLag({ minMs: 5_000, maxMs: 5_000 });
    server.control.person.assign([ada.id], vera.id);
    expect(await ownedBy(vera.id)).toEqual([]);
    clock.advance(5_000);
    expect(await ownedBy(vera.id)).toEqual(['ada']);
    server.control.person.assign([ada.id], willi.id);
    expect(await ownedBy(vera.id)).toEqual(['ada']);
    clock.advance(5_000);
    expect(await ownedBy(vera.id)).toEqual([]);
    expect(await ownedBy(willi.id)).toEqual(['ada']);
    server.control.setIndexLag({ minMs: 0, maxMs: 0 });
  });

  it('never shows an archived record', async () => {
    const gone = createObject(server.context, 'contacts', { city: 'Atlantis' }, APP);
    expect(await find(where('city', 'EQ', { value: 'atlantis' }))).toEqual([gone.id]);
    updateObject(server.context, gone, { firstname: 'X' }, APP);
    archiveObject(server.context, gone);
    expect(await find(where('city', 'EQ', { value: 'atlantis' }))).toEqual([]);
  });

  it('gives the same order whether it sorts all hits or keeps the best few', async () => {
    for (let i = 0; i < 60; i += 1) {
      createObject(server.context, 'contacts', { city: 'Many', zip: String((i * 37) % 60) }, APP);
    }
    const body = { ...where('city', 'EQ', { value: 'many' }), sorts: ['zip'] };
    const all = await find(body);
    const few: string[] = [];
    for (let after = 0; after < 60; after += 5) few.push(...(await find({ ...body, limit: 5, after })));
    expect(all).toHaveLength(60);
    expect(few).toEqual(all);
  });
});
