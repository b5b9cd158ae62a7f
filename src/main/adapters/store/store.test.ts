import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOLD_REASONS } from '#contract/names.ts';
import {
  CUSTODIES,
  DEACTIVATION_REASONS,
  FOLLOW_UPS,
  LEAD_STATES,
  PAUSE_REASONS,
  type Lead,
} from '#core/domain/leads/lead.ts';
import type { Store } from '#core/ports/store/store.ts';
import { MONDAY } from '#test/support/lead-facts.ts';
import {
  aConnection,
  aDraft,
  aLink,
  anAssistant,
  anEntry,
  aStoredLead,
  aStoredMail,
  aStoredSchedule,
  temporaryDirectory,
} from '#test/support/store-rows.ts';
import { openStore } from './open-store.ts';
import { RowRefused, StoredRowInvalid } from './store-error.ts';

let directory: ReturnType<typeof temporaryDirectory>;
let file: string;
let store: Store;
beforeEach(() => {
  directory = temporaryDirectory();
  file = join(directory.path, 'baton.db');
  store = openStore({ file, now: () => MONDAY });
  store.commit({ connections: [aConnection()], assistants: [anAssistant()], schedules: [aStoredSchedule()] });
});
afterEach(() => {
  store.close();
  directory.remove();
});

/** Changes the file behind the program's back. */
function tamper(sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}

const instant = fc.integer({ min: 0, max: 4e12 });
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value);
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const address = fc.integer({ min: 0, max: 30 }).map((number) => `p${number}@firm.example`);
const anyLead: fc.Arbitrary<Omit<Lead, 'id' | 'connectionId' | 'version'>> = fc.record({
  assistantId: fc.constantFrom('a1', 'a2'),
  recordId: fc.constantFrom('101', '102', '103'),
  state: fc.constantFrom(...LEAD_STATES),
  reason: orNull(fc.constantFrom(...DEACTIVATION_REASONS)),
  stateBefore: orNull(fc.constantFrom(...LEAD_STATES)),
  hold: orNull(fc.constantFrom(...HOLD_REASONS)),
  heldSince: orNull(instant),
  custody: fc.constantFrom(...CUSTODIES),
  followUp: fc.constantFrom(...FOLLOW_UPS),
  run: fc.nat(5),
  scheduleId: fc.constantFrom('s1', 's2'),
  scheduleSource: fc.constantFrom('record' as const, 'default' as const, 'person' as const),
  nextStep: fc.nat(20),
  stepCount: fc.nat(20),
  nextFollowUpAt: orNull(instant),
  pausedWithoutDate: fc.boolean(),
  pausedBecause: orNull(fc.constantFrom(...PAUSE_REASONS)),
  handBackTo: orNull(fc.constantFrom('11', '12')),
  pausedUntil: orNull(fc.constantFrom('2026-09-08', '2027-02-28')),
  context: text,
  contextSource: fc.constantFrom('record' as const, 'default' as const),
  email: fc.oneof(address, fc.constant('')),
  isRisky: fc.boolean(),
  addresses: fc.uniqueArray(address, { maxLength: 3 }),
  firstName: text,
  lastName: text,
  company: text,
  country: text,
  timeZone: orNull(fc.constant('Asia/Tokyo')),
  opens: fc.nat(9),
  clicks: fc.nat(9),
  openedAt: fc.array(instant, { maxLength: 3 }),
  lastSentAt: orNull(instant),
  lastReplyAt: orNull(instant),
  answerAwaitedSince: orNull(instant),
  nextRiskAt: orNull(instant),
  riskReminders: fc.nat(5),
  threadSubject: orNull(text),
  thread: fc.array(text, { maxLength: 3 }),
  assignedAt: instant,
  previousOwnerId: orNull(fc.constant('12')),
  createdAt: instant,
  updatedAt: instant,
  recordDeleted: fc.boolean(),
});

describe('a commit', () => {
  it('reads every lead back as it was written, with its addresses, plan and counts', () => {
    const write = fc.record({
      id: fc.constantFrom('l1', 'l2', 'l3'),
      lead: anyLead,
      day: orNull(fc.constantFrom('2026-03-02', '2026-03-03')),
    });
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(write, { selector: (each) => each.id, maxLength: 3 }), { maxLength: 6 }),
        (changes) => {
          const fresh = openStore({ file: ':memory:', now: () => MONDAY });
          fresh.commit({ connections: [aConnection()] });
          const model = new Map<string, { lead: Lead; plannedDay: string | null }>();
          for (const writes of changes) {
            const leads = writes.map(({ id, lead, day }) => {
              const version = model.get(id)?.lead.version ?? 0;
              return { lead: { ...lead, id, connectionId: 'c1', version }, plannedDay: day };
            });
            expect(fresh.commit({ leads })).toEqual({ ok: true });
            for (const each of leads) {
              model.set(each.lead.id, { ...each, lead: { ...each.lead, version: each.lead.version + 1 } });
            }
          }
          const all = [...model.values()];
          for (const { lead } of all) expect(fresh.leads.byId(lead.id)).toEqual(lead);
          for (let number = 0; number <= 30; number += 1) {
            const each = `p${number}@firm.example`;
            expect(
              fresh.leads
                .byAddress(each)
                .map((lead) => lead.id)
                .toSorted(),
            ).toEqual(
              all
                .filter(({ lead }) => lead.addresses.includes(each))
                .map(({ lead }) => lead.id)
                .toSorted(),
            );
          }
          for (const assistantId of ['a1', 'a2']) {
            const plan: Record<string, number> = {};
            for (const { lead, plannedDay } of all) {
              if (lead.assistantId === assistantId && plannedDay !== null)
                plan[plannedDay] = (plan[plannedDay] ?? 0) + 1;
            }
            expect(fresh.leads.plannedPerDay(assistantId, '2026-01-01')).toEqual(plan);
          }
          const counts = fresh.leads.countByState({});
          for (const state of LEAD_STATES) {
            expect(counts[state]).toBe(all.filter(({ lead }) => lead.state === state).length);
          }
          fresh.close();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads settings back as they were written, and again after another start', () => {
    const user = { connectionId: 'c1', id: '11', email: 'bob@firm.example', name: 'Bob', active: true };
    store.commit({ links: [aLink()], users: { connectionId: 'c1', users: [user] } });
    store.commit({ users: { connectionId: 'c1', users: [{ ...user, active: false }] } });
    store.close();
    store = openStore({ file, now: () => MONDAY });
    expect(store.connections.all()).toEqual([aConnection({ version: 1 })]);
    expect(store.assistants.byId('a1')).toEqual(anAssistant({ version: 1 }));
    expect(store.assistants.links('c1')).toEqual([aLink()]);
    expect(store.assistants.links('c2')).toEqual([]);
    expect(store.schedules.byId('s1')).toEqual(aStoredSchedule({ version: 1 }));
    expect(store.users.byId('c1', '11')).toEqual({ ...user, active: false });
  });

  it('shows changed settings at once', () => {
    expect(store.assistants.byId('a1')?.name).toBe('Mia');
    expect(store.schedules.all()).toHaveLength(1);
    store.commit({
      assistants: [anAssistant({ name: 'Mila', version: 1 })],
      schedules: [aStoredSchedule({ deleted: true, version: 1 })],
    });
    expect(store.assistants.byId('a1')?.name).toBe('Mila');
    expect(store.schedules.all()).toEqual([]);
    expect(store.schedules.all(true)).toHaveLength(1);
  });

  it.each([
    ['connection', { connections: [aConnection({ version: 2 })] }, 'c1'],
    ['assistant', { assistants: [anAssistant({ version: 0 })] }, 'a1'],
    ['schedule', { schedules: [aStoredSchedule({ version: 7 })] }, 's1'],
    ['lead', { leads: [{ lead: aStoredLead({ version: 1 }), plannedDay: null }] }, 'l1'],
  ] as const)('writes nothing when a %s moved since it was read', (table, change, id) => {
    expect(store.commit({ ...change, outbox: [aDraft()], cursors: { at: '5' } })).toEqual({
      ok: false,
      moved: { table, id },
    });
    expect(store.outbox.counts().waiting).toBe(0);
    expect(store.cursor('at')).toBeNull();
  });

  it('goes on rightly after a change that was refused', () => {
    const lead = aStoredLead({ scheduleId: 'new schedule' });
    const write = { lead, plannedDay: '2026-03-02' };
    expect(
      store.commit({ leads: [write, { lead: aStoredLead({ id: 'l2', version: 9 }), plannedDay: null }] }).ok,
    ).toBe(false);
    expect(store.leads.countByState({}).Cold).toBe(0);
    expect(store.commit({ leads: [write], outbox: [aDraft()] }).ok).toBe(true);
    expect(store.leads.countByState({ scheduleId: 'new schedule' }).Cold).toBe(1);
    expect(store.leads.plannedPerDay('a1', '2026-03-01')).toEqual({ '2026-03-02': 1 });
  });

  it('refuses a lead of an unknown connection by name, and writes nothing', () => {
    const change = {
      leads: [{ lead: aStoredLead({ connectionId: 'c9' }), plannedDay: null }],
      cursors: { at: '5' },
    };
    expect(() => store.commit(change)).toThrow(RowRefused);
    expect(() => store.commit(change)).toThrow(/row "l1" of table "lead".*Nothing of the change was stored/);
    expect(store.cursor('at')).toBeNull();
  });

  it('removes with a connection what belongs to it, and nothing else', () => {
    store.commit({
      connections: [aConnection({ id: 'c2' })],
      links: [aLink()],
      leads: ['c1', 'c2'].map((connectionId) => ({
        lead: aStoredLead({ id: `of-${connectionId}`, connectionId }),
        plannedDay: '2026-03-02',
      })),
      journal: [anEntry({ leadId: 'of-c1' })],
      mails: [aStoredMail({ leadId: 'of-c1' })],
      outbox: [aDraft(), aDraft({ key: 'k2', connectionId: 'c2' })],
      seen: [
        {
          connectionId: 'c1',
          recordId: '101',
          ownerId: '77',
          assignedAt: MONDAY,
          outcome: 'taken',
          leadId: 'of-c1',
        },
      ],
      suppress: [{ address: 'Stop@acme.example', reason: 'unsubscribed', at: MONDAY }],
    });
    store.commit({ removeConnections: ['c1'] });
    expect(store.connections.all().map((each) => each.id)).toEqual(['c2']);
    expect(
      store.leads.page({}, { by: 'name', descending: false }, 0, 9).leads.map((lead) => lead.id),
    ).toEqual(['of-c2']);
    expect(store.leads.page({ search: 'anna' }, { by: 'name', descending: false }, 0, 9).total).toBe(1);
    expect(store.leads.byAddress('anna@acme.example').map((lead) => lead.id)).toEqual(['of-c2']);
    expect(store.leads.plannedPerDay('a1', '2026-01-01')).toEqual({ '2026-03-02': 1 });
    expect(store.leads.countByState({}).Cold).toBe(1);
    expect(store.journal.byId('j1')).toBeNull();
    expect(store.mails.byId('m1')).toBeNull();
    expect(store.outbox.counts().waiting).toBe(1);
    expect(store.assistants.links()).toEqual([]);
    expect(store.assistants.byId('a1')).not.toBeNull();
    expect(store.suppressions.has('stop@acme.example')).toBe(true);
  });

  it('passes over a settlement whose effect went with its connection', () => {
    store.commit({ outbox: [aDraft()] });
    const row = store.outbox.heads('c1', MONDAY, 1)[0]!;
    store.commit({ removeConnections: ['c1'] });
    expect(store.commit({ settlements: [{ ...row, status: 'delivered', settledAt: MONDAY }] }).ok).toBe(true);
  });
});

describe('a row that is not what was written', () => {
  it.each([
    [
      'lead',
      'l1',
      "UPDATE lead SET addresses = '[1]'",
      /row "l1" of table "lead".*"addresses"/,
      () => store.leads.byId('l1'),
    ],
    ['lead', 'l1', "UPDATE lead SET state = 'Happy'", /unknown word "Happy"/, () => store.leads.byId('l1')],
    [
      'assistant',
      'a1',
      "UPDATE assistant SET rules = '{'",
      /"rules" holds no JSON/,
      () => store.assistants.byId('a1'),
    ],
    [
      'schedule',
      's1',
      "UPDATE schedule SET steps = '[{}]'",
      /"steps" holds something else.*0\.gapDays/,
      () => store.schedules.all(),
    ],
    [
      'outbox',
      '1',
      `UPDATE outbox SET effect = '{"kind":"mail"}'`,
      /"effect" holds something else/,
      () => store.outbox.heads('c1', MONDAY, 1),
    ],
  ] as const)('in %s gives an error that names table and id', (table, id, sql, message, read) => {
    store.commit({ leads: [{ lead: aStoredLead(), plannedDay: null }], outbox: [aDraft()] });
    tamper(sql);
    const error = (() => {
      try {
        read();
      } catch (thrown) {
        return thrown;
      }
      return null;
    })();
    expect(error).toBeInstanceOf(StoredRowInvalid);
    expect(error).toMatchObject({ table, id });
    expect((error as Error).message).toMatch(message);
  });
});
