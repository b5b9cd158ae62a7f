import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openStore } from '#adapters/store/open-store.ts';
import type { LeadFilter, LeadSort, Store } from '#core/ports/store/store.ts';
import { aConnection } from '#test/support/store-rows.ts';
import { FILLED_AT, fillLeads, numbersFrom } from './fill-leads.ts';

const CONNECTIONS = ['connection-0', 'connection-1'];
const SORTS: readonly LeadSort[] = ['name', 'state', 'next', 'updated', 'created', 'company'];
const PAGE = 100;
/** Each of them in every order and both directions. */
const FILTERS: Readonly<Record<string, readonly LeadFilter[]>> = {
  all: [{}],
  filtered: [
    { states: ['Hot'] },
    { states: ['LeadAtRisk'] },
    { states: ['Cold', 'Engaged', 'Warm'] },
    { states: ['Processed'] },
    { custody: ['Held'] },
    { custody: ['HandingBack'] },
    { followUp: ['Scheduled'] },
    { followUp: ['Completed'] },
    { assistantId: 'assistant-3' },
    { connectionId: 'connection-1', states: ['Responded'] },
    { scheduleId: 'schedule-2', assistantId: 'assistant-5' },
    { assistantId: 'assistant-1', states: ['New'], followUp: ['Waiting'] },
  ],
  searched: [
    { search: 'a' },
    { search: 'anna' },
    { search: 'ines bacofer' },
    { search: 'zimwes' },
    { search: 'cyber sec' },
    { search: 'gmbh' },
    { search: 'anna.denfergan.4' },
    { search: 'zoe ltd' },
    { search: 'nobody at all' },
  ],
  'searched and filtered': [
    { search: 'anna', states: ['Hot'] },
    { search: 'solar', followUp: ['Scheduled'] },
    { search: 'z', assistantId: 'assistant-3' },
    { search: 'gmbh', states: ['Processed', 'Cold'], custody: ['Held'] },
    { search: 'wesper', connectionId: 'connection-0' },
  ],
  narrowed: [
    { tag: 'VIP' },
    { tag: 'Trade fair' },
    { withoutTag: 'VIP' },
    { withoutTag: 'Trade fair' },
    { tag: 'Trade fair', withoutTag: 'VIP', states: ['Hot', 'Warm'] },
    { clicked: true },
    { clicked: false },
    { reasons: ['MovedOut'] },
    { reasons: ['BounceDeactivated', 'InvalidEmail', 'DeliveryFailed'] },
    { sentFrom: 3 },
    { sentFrom: 2, sentTo: 2 },
    { paused: true },
    { paused: false, assistantId: 'assistant-3' },
    { clicked: true, withoutTag: 'VIP', search: 'anna', sentFrom: 1 },
  ],
};

/** Times in milliseconds. */
export interface Times {
  readonly queries: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export interface LeadsQueryResult {
  readonly leads: number;
  readonly fillSeconds: number;
  readonly fileMegabytes: number;
  /** The first page of every filter, search and order below. */
  readonly firstPage: Times;
  readonly byKind: Readonly<Record<string, Times>>;
  /** Pages anywhere in the table, without and with a filter. */
  readonly anyOffset: Times;
  /** Counts of the filter chips, without a search. */
  readonly countByState: Times;
}

/** Measures the Leads query over made-up leads in a real file, which is removed afterwards. */
export async function benchLeadsQuery(options: { readonly leads: number }): Promise<LeadsQueryResult> {
  const directory = mkdtempSync(join(tmpdir(), 'baton-bench-'));
  const file = join(directory, 'baton.db');
  try {
    const started = performance.now();
    const empty = openStore({ file, now: () => FILLED_AT });
    empty.commit({ connections: CONNECTIONS.map((id) => aConnection({ id })) });
    empty.close();
    fillLeads(file, options.leads, CONNECTIONS);
    const fillSeconds = (performance.now() - started) / 1000;
    const store = openStore({ file, now: () => FILLED_AT });
    try {
      return {
        leads: options.leads,
        fillSeconds: round(fillSeconds),
        fileMegabytes: Math.round(statSync(file).size / 1_000_000),
        ...measure(store),
      };
    } finally {
      store.close();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function measure(
  store: Store,
): Pick<LeadsQueryResult, 'firstPage' | 'byKind' | 'anyOffset' | 'countByState'> {
  const byKind: Record<string, Times> = {};
  const all: number[] = [];
  for (const [kind, filters] of Object.entries(FILTERS)) {
    const times: number[] = [];
    for (const filter of filters) {
      for (const by of SORTS) {
        for (const descending of [false, true]) {
          for (let round = 0; round < 3; round += 1) {
            times.push(timeOf(() => store.leads.page(filter, { by, descending }, 0, PAGE)));
          }
        }
      }
    }
    byKind[kind] = summary(times);
    all.push(...times);
  }

  const random = numbersFrom(11);
  const anyOffset: number[] = [];
  for (const filter of [
    {},
    { followUp: ['Scheduled'] },
    { assistantId: 'assistant-3' },
  ] satisfies LeadFilter[]) {
    const { total } = store.leads.page(filter, { by: 'name', descending: false }, 0, 1);
    for (const by of SORTS) {
      for (let round = 0; round < 5; round += 1) {
        const offset = Math.floor(random() * total);
        anyOffset.push(timeOf(() => store.leads.page(filter, { by, descending: false }, offset, PAGE)));
      }
    }
  }
  const counts = [...FILTERS['all']!, ...FILTERS['filtered']!, ...FILTERS['narrowed']!].map((filter) =>
    timeOf(() => store.leads.countByState(filter)),
  );
  return { firstPage: summary(all), byKind, anyOffset: summary(anyOffset), countByState: summary(counts) };
}

function timeOf(query: () => unknown): number {
  const started = performance.now();
  query();
  return performance.now() - started;
}

function summary(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { queries: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const counts = process.argv.slice(2).map(Number);
  if (counts.length === 0 || counts.some((count) => !Number.isInteger(count) || count < 1)) {
    console.error(
      'Say how many leads to measure with, for example: node test/bench/leads-query.ts 100000 1000000',
    );
    process.exitCode = 2;
  } else {
    for (const leads of counts) console.log(JSON.stringify(await benchLeadsQuery({ leads })));
  }
}
