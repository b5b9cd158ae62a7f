import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '#core/domain/drafts/draft.ts';
import type { Store } from '#core/ports/store/store.ts';
import { MONDAY } from '#test/support/lead-facts.ts';
import { aConnection, anAssistant, aStoredLead, aStoredSchedule } from '#test/support/store-rows.ts';
import { openStore } from './open-store.ts';

let store: Store;
beforeEach(() => {
  store = openStore({ file: ':memory:', now: () => MONDAY });
  store.commit({ connections: [aConnection()], assistants: [anAssistant()], schedules: [aStoredSchedule()] });
  store.commit({ leads: [{ lead: aStoredLead(), plannedDay: '2026-03-02' }] });
});
afterEach(() => store.close());

const draft: Draft = {
  id: 'd1',
  leadId: 'l1',
  connectionId: 'c1',
  assistantId: 'a1',
  run: 0,
  step: 0,
  status: 'waiting',
  writer: 'model',
  because: 'claims',
  recipient: 'anna@acme.example',
  subject: 'A question',
  text: 'Hello\n',
  html: '<p>Hello</p>',
  claims: [{ kind: 'name', words: 'Siemens' }],
  remark: null,
  createdAt: MONDAY,
  nextTryAt: MONDAY,
  attempts: 0,
  settledAt: null,
  version: 0,
};
const isDue = () => store.leads.due(MONDAY, 10).length === 1;

describe('drafts', () => {
  it('are read back as they were written, and refused where another version was read', () => {
    store.commit({ drafts: [draft] });
    expect(store.drafts.byId('d1')).toEqual({ ...draft, version: 1 });
    expect(store.commit({ drafts: [{ ...draft, version: 7 }] })).toMatchObject({ ok: false });
  });

  it('keep their lead from being due while they wait or are written, and not when approved', () => {
    expect(isDue()).toBe(true);
    store.commit({ drafts: [{ ...draft, status: 'writing' }] });
    expect(isDue()).toBe(false);
    store.commit({ drafts: [{ ...draft, status: 'waiting', version: 1 }] });
    expect(isDue()).toBe(false);
    store.commit({ drafts: [{ ...draft, status: 'approved', version: 2 }] });
    expect(isDue()).toBe(true);
  });

  it('are one at a time for a step of a lead, as long as one is open', () => {
    store.commit({ drafts: [draft] });
    expect(store.commit({ drafts: [{ ...draft, id: 'd2' }] })).toMatchObject({ ok: false });
    store.commit({ drafts: [{ ...draft, status: 'withdrawn', settledAt: MONDAY, version: 1 }] });
    expect(store.commit({ drafts: [{ ...draft, id: 'd2' }] })).toEqual({ ok: true });
    expect(store.drafts.openOf('l1')?.id).toBe('d2');
  });

  it('are listed a page at a time: what waits oldest first, what ended latest first', () => {
    const of = (id: string, over: Partial<Draft>) => ({ ...draft, id, step: Number(id.slice(1)), ...over });
    store.commit({
      drafts: [
        of('d1', { createdAt: MONDAY + 2 }),
        of('d2', { createdAt: MONDAY + 1 }),
        of('d3', { status: 'rejected', settledAt: MONDAY + 1 }),
        of('d4', { status: 'queued', settledAt: MONDAY + 2 }),
      ],
    });
    const all = { assistantId: null, after: null };
    expect(store.drafts.listed('waiting', all, 10).map(({ id }) => id)).toEqual(['d2', 'd1']);
    const after = { at: MONDAY + 1, id: 'd2' };
    expect(store.drafts.listed('waiting', { ...all, after }, 10).map(({ id }) => id)).toEqual(['d1']);
    expect(store.drafts.countOf('waiting', 'a1')).toEqual({ count: 2, since: MONDAY + 1 });
    expect(store.drafts.countOf('waiting', 'a2').count).toBe(0);
    expect(store.drafts.settled(null, 10).map(({ id }) => id)).toEqual(['d4', 'd3']);
    expect(store.drafts.settled({ at: MONDAY + 2, id: 'd4' }, 10).map(({ id }) => id)).toEqual(['d3']);
  });

  it('that the model is to write are told by their time', () => {
    store.commit({ drafts: [{ ...draft, status: 'writing', nextTryAt: MONDAY + 5 }] });
    expect(store.drafts.toWrite(MONDAY, 10)).toEqual([]);
    expect(store.drafts.nextToWriteAt()).toBe(MONDAY + 5);
    expect(store.drafts.toWrite(MONDAY + 5, 10)).toHaveLength(1);
  });

  it('and rules of writing go with their assistant', () => {
    const rules = {
      assistantId: 'a1',
      reviewFirst: true,
      byModel: true,
      whenRefused: 'hold',
      version: 0,
    } as const;
    expect(store.drafts.rulesOf('a1').reviewFirst).toBe(false);
    store.commit({ drafts: [draft], writingRules: [rules] });
    expect(store.drafts.rulesOf('a1')).toEqual({ ...rules, version: 1 });
    expect(store.commit({ writingRules: [rules] })).toMatchObject({ ok: false });
  });
});
