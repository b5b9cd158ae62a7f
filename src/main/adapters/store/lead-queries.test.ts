import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lead } from '#core/domain/leads/lead.ts';
import type { Store } from '#core/ports/store/store.ts';
import { MONDAY } from '#test/support/lead-facts.ts';
import { aConnection, aDraft, anEntry, aStoredLead, aStoredMail } from '#test/support/store-rows.ts';
import { openStore } from './open-store.ts';

let store: Store;
beforeEach(() => {
  store = openStore({ file: ':memory:', now: () => MONDAY });
  store.commit({ connections: [aConnection(), aConnection({ id: 'c2' })] });
});
afterEach(() => store.close());

const add = (...leads: readonly Partial<Lead>[]): void =>
  void store.commit({ leads: leads.map((lead) => ({ lead: aStoredLead(lead), plannedDay: null })) });
const ids = (leads: readonly Lead[]): string[] => leads.map((lead) => lead.id);

describe('leads that are due', () => {
  it('are active, held, with a date that has come, earliest first', () => {
    add(
      { id: 'later', nextFollowUpAt: MONDAY + 1 },
      { id: 'now', nextFollowUpAt: MONDAY },
      { id: 'before', nextFollowUpAt: MONDAY - 5, followUp: 'Waiting', state: 'Warm' },
      { id: 'hot', nextFollowUpAt: MONDAY, state: 'Hot' },
      { id: 'gone', nextFollowUpAt: MONDAY, custody: 'Released' },
      { id: 'stopped', nextFollowUpAt: MONDAY, followUp: 'Stopped' },
      { id: 'dateless', nextFollowUpAt: null },
    );
    expect(ids(store.leads.due(MONDAY, 10))).toEqual(['before', 'now']);
    expect(ids(store.leads.due(MONDAY, 1))).toEqual(['before']);
    expect(store.leads.nextDueAt()).toBe(MONDAY - 5);
  });

  it('leave out a lead whose mail is written, until that is sent or cancelled', () => {
    add({ id: 'l1' });
    store.commit({ mails: [aStoredMail()] });
    expect(store.leads.due(MONDAY, 10)).toEqual([]);
    expect(store.leads.nextDueAt()).toBeNull();
    store.commit({ mails: [aStoredMail({ status: 'cancelled' })] });
    expect(ids(store.leads.due(MONDAY, 10))).toEqual(['l1']);
  });
});

describe('leads held in New', () => {
  it('are listed for their assistant, oldest first, without those that were stopped or taken away', () => {
    const hold = { state: 'New', hold: 'no-capacity', followUp: 'Waiting', nextFollowUpAt: null } as const;
    add(
      { ...hold, id: 'young', createdAt: MONDAY + 1 },
      { ...hold, id: 'old', createdAt: MONDAY },
      { ...hold, id: 'other', assistantId: 'a2' },
      { ...hold, id: 'released', custody: 'Released' },
      { ...hold, id: 'begun', state: 'Cold', hold: null },
    );
    expect(ids(store.leads.onHold('a1', 10))).toEqual(['old', 'young']);
  });

  it('take up no place of their assistant', () => {
    add(
      { id: 'cold' },
      { id: 'paused', followUp: 'Paused' },
      { id: 'new', state: 'New', hold: 'no-capacity' },
      { id: 'stopped', followUp: 'Stopped' },
      { id: 'hot', state: 'Hot', custody: 'HandingBack' },
    );
    expect(store.assistants.activeLeads('a1')).toBe(2);
    expect(store.assistants.activeLeads('nobody')).toBe(0);
  });
});

describe('leads', () => {
  it('in Pending are found by when their mail went out', () => {
    add(
      { id: 'proved', state: 'Pending', lastSentAt: MONDAY - 2 },
      { id: 'too young', state: 'Pending', lastSentAt: MONDAY },
      { id: 'unsent', state: 'Pending', lastSentAt: null },
      { id: 'cold', state: 'Cold', lastSentAt: MONDAY - 2 },
    );
    expect(ids(store.leads.pendingSentBefore(MONDAY, 10))).toEqual(['proved']);
  });

  it('of a record: the one that is held before the one of earlier days', () => {
    add(
      { id: 'held', custody: 'Held' },
      { id: 'newer', custody: 'HandedBack' },
      { id: 'elsewhere', connectionId: 'c2' },
    );
    expect(store.leads.byRecord('c1', '101')?.id).toBe('held');
    expect(ids(store.leads.byRecords('c1', ['101', '101', '102']))).toEqual(['held']);
    expect(store.leads.byRecord('c1', '102')).toBeNull();
  });

  it('held in a connection are gone through in turn', () => {
    add(
      { id: 'a' },
      { id: 'b', custody: 'HandedBack' },
      { id: 'c' },
      { id: 'd', connectionId: 'c2' },
      { id: 'e' },
    );
    expect(store.leads.heldRecords('c1', null, 2)).toEqual([
      { leadId: 'a', recordId: '101' },
      { leadId: 'c', recordId: '101' },
    ]);
    expect(store.leads.heldRecords('c1', 'c', 2).map((each) => each.leadId)).toEqual(['e']);
  });

  it('are found by the words they have now, not by those of before', () => {
    add({ firstName: 'Anna' });
    const found = (search: string): number =>
      store.leads.page({ search }, { by: 'name', descending: false }, 0, 1).total;
    store.commit({
      leads: [
        { lead: aStoredLead({ firstName: 'Berta', email: '', addresses: [], version: 1 }), plannedDay: null },
      ],
    });
    expect([found('anna'), found('berta')]).toEqual([0, 1]);
  });

  it('on a schedule are counted while their follow-up has not ended', () => {
    add(
      { id: 'a' },
      { id: 'b', followUp: 'Completed' },
      { id: 'c', followUp: 'Paused' },
      { id: 'd', scheduleId: 's2' },
    );
    expect(store.schedules.leadsOn('s1')).toBe(2);
  });
});

describe('mails', () => {
  beforeEach(() => add({}));

  it('are read back as written, oldest first', () => {
    const sent = aStoredMail({ status: 'sent', sentAt: MONDAY, sentDay: '2026-03-02' });
    const reply = aStoredMail({
      id: 'm2',
      direction: 'incoming',
      status: 'received',
      messageId: '<r@acme.example>',
      inReplyTo: sent.messageId,
      references: [sent.messageId],
      html: '<p>Yes</p>',
      at: MONDAY - 1,
      run: null,
      step: null,
      intent: 'AgreedToMeet',
      confidence: 0.93,
      words: ['tomorrow works'],
    });
    store.commit({ mails: [aStoredMail()] });
    store.commit({ mails: [sent, reply] });
    expect(store.mails.ofLead('l1')).toEqual([reply, sent]);
    expect(store.mails.byMessageIds([sent.messageId, sent.messageId, '<none>'])).toEqual([sent]);
    expect(store.mails.hasIncoming('a1', reply.messageId)).toBe(true);
    expect(store.mails.hasIncoming('a1', sent.messageId)).toBe(false);
  });

  it('are written once for a step, unless the first was cancelled', () => {
    store.commit({ mails: [aStoredMail()] });
    const second = aStoredMail({ id: 'm2', messageId: '<m2>' });
    expect(store.commit({ mails: [second] })).toEqual({ ok: false, moved: { table: 'mail', id: 'm2' } });
    store.commit({ mails: [aStoredMail({ status: 'cancelled' })] });
    expect(store.commit({ mails: [second] }).ok).toBe(true);
  });

  it('are received once by an assistant', () => {
    const reply = aStoredMail({ direction: 'incoming', status: 'received', run: null, step: null });
    store.commit({ mails: [reply] });
    expect(store.commit({ mails: [{ ...reply, id: 'm2' }], cursors: { at: '2' } }).ok).toBe(false);
    expect(store.cursor('at')).toBeNull();
    expect(store.commit({ mails: [{ ...reply, id: 'm3', assistantId: 'a2' }] }).ok).toBe(true);
  });

  it('count for the daily limit on the day they go out, cancelled ones not', () => {
    store.commit({
      mails: [
        aStoredMail({ sentDay: '2026-03-02' }),
        aStoredMail({ id: 'm2', step: 1, sentDay: '2026-03-02', status: 'cancelled' }),
        aStoredMail({ id: 'm3', step: 2, sentDay: '2026-03-03', status: 'sent' }),
      ],
    });
    expect(store.mails.sentOn('a1', '2026-03-02')).toBe(1);
    expect(store.mails.sentOn('a1', '2026-03-03')).toBe(1);
    expect(store.mails.sentOn('a2', '2026-03-02')).toBe(0);
  });

  it('and taken leads are counted by day, days without any included', () => {
    const day = 86_400_000;
    store.commit({
      journal: [anEntry({ at: MONDAY - 2 * day }), anEntry({ id: 'j2', event: 'mail-sent' })],
      mails: [
        aStoredMail({ status: 'sent', sentAt: MONDAY }),
        aStoredMail({ id: 'm2', direction: 'incoming', status: 'received', step: null, at: MONDAY }),
      ],
    });
    expect(store.history.perDay(MONDAY - 2 * day, MONDAY)).toEqual([
      { day: '2026-02-28', sent: 0, received: 0, taken: 1 },
      { day: '2026-03-01', sent: 0, received: 0, taken: 0 },
      { day: '2026-03-02', sent: 1, received: 1, taken: 0 },
    ]);
  });
});

describe('looked-at assignments', () => {
  const seen = {
    connectionId: 'c1',
    recordId: '101',
    ownerId: '77',
    assignedAt: MONDAY,
    outcome: 'taken',
    leadId: 'l1',
  } as const;

  it('are found by record, owner and time, with the last outcome', () => {
    store.commit({ seen: [{ ...seen, outcome: 'not-ours', leadId: null }] });
    store.commit({ seen: [seen] });
    expect(
      store.seen.among('c1', [seen, { ...seen, assignedAt: MONDAY + 1 }, { ...seen, ownerId: '78' }]),
    ).toEqual([seen]);
    expect(store.seen.among('c2', [seen])).toEqual([]);
  });

  it('count as still hers while the lead is held or its hand-back is under way, each record once', () => {
    add(
      {},
      { id: 'l2', recordId: '102', custody: 'HandingBack' },
      { id: 'l3', recordId: '103', custody: 'HandedBack' },
    );
    const owner = { kind: 'crm-owner', recordId: '104', ownerId: '11', expectedOwnerId: '77' } as const;
    store.commit({
      seen: [
        seen,
        { ...seen, assignedAt: MONDAY + 9 },
        { ...seen, recordId: '102', leadId: 'l2' },
        { ...seen, recordId: '103', leadId: 'l3' },
        { ...seen, recordId: '104', leadId: null, outcome: 'refused' },
        { ...seen, recordId: '105', leadId: null, outcome: 'gone' },
      ],
      outbox: [aDraft({ recordId: '104', effect: owner, lane: 'crm/c1/104' })],
    });
    expect(store.seen.heldSince('c1', null)).toBe(3);
    expect(store.seen.heldSince('c1', MONDAY + 1)).toBe(1);
    const row = store.outbox.heads('c1', MONDAY, 1)[0]!;
    store.commit({ settlements: [{ ...row, status: 'delivered', settledAt: MONDAY }] });
    expect(store.seen.heldSince('c1', null)).toBe(2);
  });
});

describe('small things', () => {
  it('journal entries are read back in the order of what happened', () => {
    add({});
    store.commit({ journal: [anEntry({ id: 'j2', at: MONDAY + 1, from: 'Cold', to: 'Hot' }), anEntry()] });
    expect(store.journal.ofLead('l1').map((entry) => entry.id)).toEqual(['j1', 'j2']);
    expect(store.journal.byId('j1')).toEqual(anEntry());
  });

  it('suppressed addresses are known in any case of letters, and the first reason stays', () => {
    const entry = { address: 'Stop@Acme.example', reason: 'unsubscribed', at: MONDAY };
    store.commit({ suppress: [entry] });
    store.commit({ suppress: [{ ...entry, reason: 'again' }] });
    expect(store.suppressions.has('STOP@acme.example')).toBe(true);
    expect(store.suppressions.among(['stop@ACME.example', 'go@acme.example'])).toEqual(
      new Set(['stop@acme.example']),
    );
    expect(store.suppressions.count()).toBe(1);
  });

  it('the latest notices come newest first', () => {
    const notice = { topic: 'hot', text: 'Anna wants to meet.', leadId: 'l1' } as const;
    store.commit({ notices: [1, 2, 3].map((at) => ({ ...notice, id: `n${at}`, at })) });
    expect(store.notices.latest(2)).toEqual([
      { ...notice, id: 'n3', at: 3 },
      { ...notice, id: 'n2', at: 2 },
    ]);
  });

  it('a cursor is the last one written', () => {
    store.commit({ cursors: { a: '1', b: '2' } });
    store.commit({ cursors: { a: '3' } });
    expect([store.cursor('a'), store.cursor('b'), store.cursor('c')]).toEqual(['3', '2', null]);
  });
});
