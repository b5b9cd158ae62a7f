import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CUSTODIES,
  DEACTIVATION_REASONS,
  FOLLOW_UPS,
  LEAD_NEEDS,
  LEAD_STATES,
  type DeactivationReason,
  type Lead,
  type LeadNeed,
} from '#core/domain/leads/lead.ts';
import type { LeadFilter, LeadQueries, LeadSort } from '#core/ports/store/store.ts';
import { MONDAY } from '#test/support/lead-facts.ts';
import { aConnection, anAssistant, aStoredLead } from '#test/support/store-rows.ts';
import { createCommit } from './commit.ts';
import { openDatabaseFile } from './database-file.ts';
import { leadFacets, outboxFacets } from './facets.ts';
import { leadPage } from './lead-page.ts';
import { Remembered } from './remembered.ts';
import { foldText, searchWords } from './search-words.ts';
import { Statements } from './statements.ts';

const SORTS: readonly LeadSort[] = ['name', 'state', 'next', 'updated', 'created', 'company'];
const NAMES = ['Anna', 'Ánna', 'Ben', 'Zoë', 'ølaf', '', 'Mary Jane'];
const COMPANIES = ['Acme GmbH', 'acme ltd', 'Zeta', '', 'Ökowerk'];

const leads: Lead[] = Array.from({ length: 300 }, (_, index) =>
  aStoredLead({
    id: `l${index}`,
    recordId: String(index),
    connectionId: `c${index % 2}`,
    assistantId: `a${index % 3}`,
    scheduleId: `s${(index * 7) % 4}`,
    state: LEAD_STATES[(index * 5) % 12]!,
    custody: CUSTODIES[(index * 3) % 4]!,
    followUp: FOLLOW_UPS[(index * 11) % 5]!,
    pausedWithoutDate: index % 9 === 0,
    hold: index % 24 === 0 ? 'no-context' : null,
    firstName: NAMES[(index * 13) % NAMES.length]!,
    lastName: ['Miller', 'Weiß', ''][index % 3]!,
    company: COMPANIES[(index * 17) % COMPANIES.length]!,
    context: index % 2 === 0 ? 'solar roofs' : 'cyber security',
    email: index % 10 === 0 ? '' : `p${index}@firm${index % 7}.example`,
    addresses: index % 10 === 0 ? [] : [`p${index}@firm${index % 7}.example`, `old${index}@home.example`],
    clicks: index % 11 === 0 ? 2 : 0,
    nextStep: index % 8,
    reason: LEAD_STATES[(index * 5) % 12] === 'DeActivated' ? DEACTIVATION_REASONS[index % 13]! : null,
    pausedUntil: index % 13 === 0 ? '2026-03-20' : null,
    nextFollowUpAt: index % 4 === 0 ? null : MONDAY + ((index * 37) % 50),
    createdAt: MONDAY + ((index * 29) % 100),
    updatedAt: MONDAY + ((index * 31) % 100),
  }),
);

const statements = new Statements(openDatabaseFile(':memory:', () => MONDAY));
/** Limits so low that 300 leads meet every way of finding a page. */
const withLowLimits = leadPage(statements, {
  sortedAtOnce: 20,
  walkedForWords: 60,
  countedHits: 90,
  countedHitsFiltered: 40,
});
const usual = leadPage(statements);

beforeAll(() => {
  const commit = createCommit(statements, leadFacets(statements), outboxFacets(statements), new Remembered());
  commit({
    connections: [aConnection({ id: 'c0' }), aConnection({ id: 'c1' })],
    assistants: ['a0', 'a1', 'a2'].map((id) => anAssistant({ id })),
    leads: leads.map((lead) => ({ lead, plannedDay: null })),
    tags: leads.map((lead) => ({ leadId: lead.id, add: tagsOf(lead), remove: [] })),
  });
});
afterAll(() => void statements.db.close());

/** Which leads need what; nobody replied here and nothing was restored. */
const NEEDS: Readonly<Record<LeadNeed, (lead: Lead) => boolean>> = {
  'no-context': ({ state, custody, hold }) => state === 'New' && custody === 'Held' && hold === 'no-context',
  'paused-without-date': ({ pausedWithoutDate, custody }) => pausedWithoutDate && custody === 'Held',
  'unsure-reply': () => false,
  'colleague-replied': ({ pausedBecause, custody }) =>
    pausedBecause === 'colleague-replied' && custody === 'Held',
  'value-missing': ({ pausedBecause, custody }) => pausedBecause === 'value-missing' && custody === 'Held',
  'at-risk': ({ state, answerAwaitedSince }) => state === 'LeadAtRisk' && answerAwaitedSince !== null,
  restored: () => false,
};

const tagsOf = (lead: Lead): string[] => [
  ...(Number(lead.recordId) % 3 === 0 ? ['Fair'] : []),
  ...(Number(lead.recordId) % 50 === 7 ? ['VIP'] : []),
];

/** The same by plain filtering. */
function matching(filter: LeadFilter): Lead[] {
  const isIn = <T>(choice: readonly T[] | undefined, value: T): boolean =>
    choice === undefined || choice.length === 0 || choice.includes(value);
  const words = searchWords(filter.search ?? '');
  return leads.filter((lead) => {
    const text = [lead.firstName, lead.lastName, lead.company, ...lead.addresses, lead.context].join(' ');
    const own = searchWords(text);
    return (
      isIn(filter.states, lead.state) &&
      isIn(filter.custody, lead.custody) &&
      isIn(filter.followUp, lead.followUp) &&
      (filter.assistantId ?? lead.assistantId) === lead.assistantId &&
      (filter.connectionId ?? lead.connectionId) === lead.connectionId &&
      (filter.scheduleId ?? lead.scheduleId) === lead.scheduleId &&
      (filter.need === undefined || NEEDS[filter.need](lead)) &&
      (filter.tag === undefined || tagsOf(lead).includes(filter.tag)) &&
      (filter.withoutTag === undefined || !tagsOf(lead).includes(filter.withoutTag)) &&
      (filter.clicked === undefined || filter.clicked === lead.clicks > 0) &&
      (filter.paused === undefined || filter.paused === (lead.pausedUntil !== null)) &&
      isIn<DeactivationReason | null>(filter.reasons, lead.reason) &&
      lead.nextStep >= (filter.sentFrom ?? 0) &&
      lead.nextStep <= (filter.sentTo ?? lead.nextStep) &&
      words.every((word) => own.some((each) => each.startsWith(word)))
    );
  });
}

/** What a row is ordered by; null comes last in both directions. */
function keyOf(lead: Lead, by: LeadSort): string | number | null {
  switch (by) {
    case 'name':
      return foldText(`${lead.firstName} ${lead.lastName}`.trim()) || lead.email || null;
    case 'company':
      return foldText(lead.company) || null;
    case 'state':
      return LEAD_STATES.indexOf(lead.state) * 1e15 + lead.updatedAt;
    case 'next':
      return lead.nextFollowUpAt;
    case 'updated':
      return lead.updatedAt;
    case 'created':
      return lead.createdAt;
  }
}

function sortedKeys(filter: LeadFilter, by: LeadSort, descending: boolean): (string | number | null)[] {
  const keys = matching(filter).map((lead) => keyOf(lead, by));
  const present = keys.filter((key) => key !== null).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (descending) present.reverse();
  return [...present, ...keys.filter((key) => key === null)];
}

const filters: fc.Arbitrary<LeadFilter> = fc.record(
  {
    search: fc.constantFrom(
      '',
      'a',
      'anna',
      'ANNA Miller',
      'ol',
      'weiß acme',
      'firm3',
      'solar',
      'c',
      'p12@firm',
      'zzz',
      '--',
    ),
    states: fc.subarray([...LEAD_STATES]),
    custody: fc.subarray([...CUSTODIES]),
    followUp: fc.subarray([...FOLLOW_UPS]),
    assistantId: fc.constantFrom('a0', 'a1', 'nobody'),
    connectionId: fc.constantFrom('c0', 'c1'),
    scheduleId: fc.constantFrom('s0', 's3'),
    need: fc.constantFrom(...LEAD_NEEDS),
    tag: fc.constantFrom('Fair', 'VIP', 'Nobody'),
    withoutTag: fc.constantFrom('Fair', 'VIP', 'Nobody'),
    clicked: fc.boolean(),
    paused: fc.boolean(),
    reasons: fc.subarray([...DEACTIVATION_REASONS]),
    sentFrom: fc.nat(8),
    sentTo: fc.nat(8),
  },
  { requiredKeys: [] },
);

describe.each<[string, Pick<LeadQueries, 'page' | 'countByState' | 'ids'>]>([
  ['with the usual limits', usual],
  ['where every limit is reached', withLowLimits],
])('the Leads page %s', (_, pages) => {
  it('shows the leads that match, in the order asked for, on every page, each once', () => {
    fc.assert(
      fc.property(
        filters,
        fc.constantFrom(...SORTS),
        fc.boolean(),
        fc.integer({ min: 3, max: 90 }),
        (filter, by, descending, size) => {
          const expected = sortedKeys(filter, by, descending);
          const shown: Lead[] = [];
          for (let offset = 0; ; offset += size) {
            const page = pages.page(filter, { by, descending }, offset, size);
            expect(page.isTotalExact ? page.total : expected.length).toBe(expected.length);
            expect(page.total).toBeLessThanOrEqual(expected.length);
            expect(page.total).toBeGreaterThanOrEqual(Math.min(expected.length, offset + page.leads.length));
            shown.push(...page.leads);
            if (page.leads.length < size) break;
          }
          expect(shown.map((lead) => keyOf(lead, by))).toEqual(expected);
          expect(new Set(shown.map((lead) => lead.id)).size).toBe(expected.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('counts by state and names the ids of all that match', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const expected = matching(filter);
        expect(pages.ids(filter, 1000).toSorted()).toEqual(expected.map((lead) => lead.id).toSorted());
        expect(pages.ids(filter, 5)).toHaveLength(Math.min(5, expected.length));
        if (pages === withLowLimits) return;
        const counts = pages.countByState(filter);
        for (const state of LEAD_STATES) {
          expect(counts[state]).toBe(expected.filter((lead) => lead.state === state).length);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('the search on the Leads page', () => {
  const found = (search: string): number =>
    usual.page({ search }, { by: 'name', descending: false }, 0, 1).total;

  it('finds words by their beginning, without regard to case and accents', () => {
    expect(found('ann')).toBe(matching({ search: 'Änn' }).length);
    expect(found('ann')).toBeGreaterThan(0);
    expect(found('nna')).toBe(0);
    expect(found('OKOWERK')).toBeGreaterThan(0);
  });

  it('finds a person by an address of earlier days', () => {
    expect(found('old7@home.example')).toBe(10); // and 71 to 79; 70 has no address
    expect(found('old77@home.example')).toBe(1);
  });

  it('takes quotes and operators of the index as ordinary text', () => {
    for (const search of ['"', 'anna" OR "ben', 'NEAR(anna)', '*', 'words:anna'])
      expect(() => found(search)).not.toThrow();
  });
});
