import { describe, expect, it } from 'vitest';
import { BOB, FAY, MONDAY, aLead, someFacts } from '#test/support/lead-facts.ts';
import { DAY } from '../time.ts';
import { decideEvent } from './decide-event.ts';
import type { LeadEvent } from './lead-event.ts';

const HOT_BACK = aLead({ state: 'Hot', custody: 'HandedBack', followUp: 'Stopped', nextFollowUpAt: null });
const CHANGED: Extract<LeadEvent, { type: 'contact-changed' }> = {
  type: 'contact-changed',
  email: 'Ana.New@client.example',
  addresses: ['ANA@third.example'],
  firstName: 'Ana',
  lastName: 'Horvat',
  company: 'Client',
  country: 'AT',
  timeZone: 'Europe/Vienna',
};

describe('a record that a person takes away', () => {
  it('is released: the state stays, the follow-up stops, nothing is written', () => {
    const taken: LeadEvent = { type: 'taken-away', newOwnerId: FAY.id, at: MONDAY };
    const { lead, effects } = decideEvent(aLead({ state: 'Warm' }), taken, someFacts());
    expect(lead).toMatchObject({
      state: 'Warm',
      custody: 'Released',
      followUp: 'Stopped',
      nextFollowUpAt: null,
    });
    expect(effects).toEqual([]);
  });

  it('after hand-back stays handed back', () => {
    const taken: LeadEvent = { type: 'taken-away', newOwnerId: FAY.id, at: MONDAY };
    expect(decideEvent(HOT_BACK, taken, someFacts()).lead).toBe(HOT_BACK);
  });
});

describe('a record that was deleted or merged', () => {
  it('deleted, keeps its lead, marked and stopped', () => {
    const { lead, effects } = decideEvent(aLead(), { type: 'record-deleted' }, someFacts());
    expect(lead).toMatchObject({
      state: 'Cold',
      recordDeleted: true,
      custody: 'Released',
      followUp: 'Stopped',
    });
    expect(effects).toEqual([]);
  });

  it('merged, is followed by its lead, and what comes later is written to the survivor', () => {
    const merged = decideEvent(aLead(), { type: 'record-merged', intoRecordId: '900' }, someFacts()).lead;
    expect(merged).toMatchObject({ recordId: '900', followUp: 'Scheduled' });
    const opened: LeadEvent = { type: 'opened', sentAt: MONDAY, at: MONDAY + DAY };
    expect(decideEvent(merged ?? aLead(), opened, someFacts()).effects).toEqual([
      { kind: 'crm-status', recordId: '900', state: 'Engaged' },
    ]);
  });

  it('merged into one that has a lead of its own, ends: nobody is written to twice', () => {
    const event: LeadEvent = { type: 'record-merged', intoRecordId: '900', hasOwnLead: true };
    expect(decideEvent(aLead(), event, someFacts()).lead).toMatchObject({
      recordId: '900',
      custody: 'Released',
      followUp: 'Stopped',
    });
  });
});

describe('a hand-back', () => {
  const onItsWay = aLead({ state: 'Hot', custody: 'HandingBack', followUp: 'Stopped', nextFollowUpAt: null });

  it('is over when the record has its owner again', () => {
    const event: LeadEvent = { type: 'handed-back', toOwnerId: FAY.id, at: MONDAY };
    expect(decideEvent(onItsWay, event, someFacts()).lead).toMatchObject({
      custody: 'HandedBack',
      state: 'Hot',
      previousOwnerId: FAY.id,
    });
  });

  it('that failed says so and can be tried again', () => {
    const failed = decideEvent(onItsWay, { type: 'hand-back-failed', because: 'Bob is gone.' }, someFacts());
    expect(failed.lead).toBe(onItsWay);
    expect(failed.effects).toEqual([
      { kind: 'notice', topic: 'needs-attention', text: expect.stringContaining('Bob is gone.') as string },
    ]);
    const facts = someFacts({ previousOwner: { ...BOB, active: false } });
    expect(decideEvent(onItsWay, { type: 'hand-back-pressed' }, facts).effects).toEqual([
      { kind: 'crm-owner', recordId: '501', ownerId: FAY.id, expectedOwnerId: '77' },
    ]);
  });
});

describe('a lead that no person has answered', () => {
  it('is at risk, with a task for whoever has the record', () => {
    const waiting = aLead({ ...HOT_BACK, answerAwaitedSince: MONDAY - DAY, nextRiskAt: MONDAY });
    const { lead, effects } = decideEvent(waiting, { type: 'owner-silent' }, someFacts());
    expect(lead).toMatchObject({ state: 'LeadAtRisk', stateBefore: 'Hot', custody: 'HandedBack' });
    expect(effects.map((effect) => effect.kind)).toEqual(['crm-status', 'crm-task', 'notice']);
    expect(effects[1]).toMatchObject({ ownerId: BOB.id });
  });

  it('is reminded of without a second task', () => {
    const risky = aLead({ ...HOT_BACK, state: 'LeadAtRisk', stateBefore: 'Hot' });
    const { lead, effects } = decideEvent(risky, { type: 'owner-silent' }, someFacts());
    expect(lead).toMatchObject({ state: 'LeadAtRisk', riskReminders: 1, nextRiskAt: MONDAY + 3 * DAY });
    expect(effects.map((effect) => effect.kind)).toEqual(['notice']);
  });

  it.each([{ type: 'owner-answered', at: MONDAY, seen: 'call' }, { type: 'not-at-risk-pressed' }] as const)(
    'is what it was before after $type, without a second task or notice',
    (event) => {
      const risky = aLead({ ...HOT_BACK, state: 'LeadAtRisk', stateBefore: 'Hot' });
      const { lead, effects } = decideEvent(risky, event, someFacts());
      expect(lead).toMatchObject({ state: 'Hot', stateBefore: null });
      expect(effects).toEqual([{ kind: 'crm-status', recordId: '501', state: 'Hot' }]);
    },
  );
});

describe('a contact that was changed', () => {
  it('keeps every address it ever had', () => {
    const { lead, suppress } = decideEvent(aLead(), CHANGED, someFacts());
    expect(lead).toMatchObject({
      email: 'ana.new@client.example',
      addresses: ['ana@client.example', 'ana@old.example', 'ana.new@client.example', 'ana@third.example'],
      lastName: 'Horvat',
      timeZone: 'Europe/Vienna',
      state: 'Cold',
    });
    expect(suppress).toEqual([]);
  });

  it('to a suppressed address ends for ever', () => {
    const facts = someFacts({ suppressedAddresses: ['ana@third.example'] });
    const { lead, suppress } = decideEvent(aLead(), CHANGED, facts);
    expect(lead).toMatchObject({ state: 'UnSubscribed', custody: 'HandingBack' });
    expect(suppress).toHaveLength(4);
  });

  it('after unsubscribing has its new addresses suppressed too', () => {
    const gone = aLead({
      state: 'UnSubscribed',
      custody: 'HandedBack',
      followUp: 'Stopped',
      nextFollowUpAt: null,
    });
    const { lead, suppress, effects } = decideEvent(gone, CHANGED, someFacts());
    expect(lead?.state).toBe('UnSubscribed');
    expect(suppress).toContain('ana.new@client.example');
    expect(effects).toEqual([]);
  });

  it('without any address left is deactivated and handed back', () => {
    const { lead, effects } = decideEvent(aLead(), { ...CHANGED, email: '', addresses: [] }, someFacts());
    expect(lead).toMatchObject({ state: 'DeActivated', reason: 'InvalidEmail', custody: 'HandingBack' });
    expect(effects.map((effect) => effect.kind)).toEqual(['crm-status', 'crm-note', 'crm-owner', 'notice']);
  });
});

describe('an address that must not be written to', () => {
  it.each(['Cold', 'New', 'Warm'] as const)('ends a %s lead for ever and hands it back', (state) => {
    const { lead, suppress } = decideEvent(aLead({ state }), { type: 'address-suppressed' }, someFacts());
    expect(lead).toMatchObject({ state: 'UnSubscribed', custody: 'HandingBack', followUp: 'Stopped' });
    expect(suppress).toEqual(['ana@client.example', 'ana@old.example']);
  });
});
