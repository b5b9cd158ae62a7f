import { describe, expect, it } from 'vitest';
import { ALWAYS, BOB, FAY, MONDAY, aLead, aSchedule, someFacts } from '#test/support/lead-facts.ts';
import { DAY, HOUR } from '../time.ts';
import { decideCommand } from './decide-event.ts';
import type { Decision } from './decision.ts';
import type { Facts } from './facts.ts';
import { LEAD_STATES } from './lead.ts';
import type { Lead, LeadState } from './lead.ts';
import type { LeadCommand } from './lead-event.ts';

const BACK = { custody: 'HandedBack', followUp: 'Stopped', nextFollowUpAt: null } as const;
const NEW = {
  state: 'New',
  hold: 'no-capacity',
  followUp: 'Waiting',
  nextFollowUpAt: null,
} as const;
/** Monday to Friday, 9 to 17. */
const OFFICE = { ...ALWAYS, opensAt: 540, closesAt: 1020, offDays: [6, 7] };
const LEO = { ...someFacts().assistant, id: 'a2', name: 'Leo', ownerId: '78', context: 'roofs' };

function office(over: Partial<Facts> = {}): Facts {
  const { assistant } = someFacts();
  return someFacts({ assistant: { ...assistant, rules: OFFICE }, ...over });
}

function done(lead: Lead, command: LeadCommand, facts: Facts = someFacts()): Decision & { lead: Lead } {
  const decision = decideCommand(lead, command, facts);
  if ('refused' in decision) throw new Error(decision.because);
  if (decision.lead === null) throw new Error('There is no lead after it.');
  return { ...decision, lead: decision.lead };
}

function refusal(lead: Lead, command: LeadCommand, facts: Facts = someFacts()): string | null {
  const decision = decideCommand(lead, command, facts);
  return 'refused' in decision ? decision.because : null;
}

const pause = (until: string | null): LeadCommand => ({ type: 'pause-pressed', until });
const ruleOf = ({ journal }: Decision): string => journal[0]?.rule ?? '';

describe('Pause until a day', () => {
  it.each([
    // The lead's zone, the day, and the first moment at which anything goes out.
    ['UTC', '2026-03-03', '2026-03-04T09:00:00Z'],
    ['UTC', '2026-03-05', '2026-03-06T09:00:00Z'],
    // Friday, Saturday and Sunday end on Monday.
    ['UTC', '2026-03-06', '2026-03-09T09:00:00Z'],
    ['UTC', '2026-03-07', '2026-03-09T09:00:00Z'],
    ['UTC', '2026-03-08', '2026-03-09T09:00:00Z'],
    // The clocks of Berlin go forward on Sunday 29 March, those of New York on 8 March.
    ['Europe/Berlin', '2026-03-27', '2026-03-30T07:00:00Z'],
    ['Europe/Berlin', '2026-03-26', '2026-03-27T08:00:00Z'],
    ['America/New_York', '2026-03-06', '2026-03-09T13:00:00Z'],
    ['Pacific/Auckland', '2026-03-09', '2026-03-09T20:00:00Z'],
    ['Pacific/Kiritimati', '2026-03-10', '2026-03-10T19:00:00Z'],
  ])('in %s until %s: nothing goes out before %s', (timeZone, until, expected) => {
    const { lead, effects } = done(aLead({ timeZone }), pause(until), office());
    expect(new Date(lead.nextFollowUpAt ?? 0)).toEqual(new Date(expected));
    expect(lead).toMatchObject({ state: 'Cold', followUp: 'Scheduled', pausedUntil: until });
    expect(effects).toEqual([]);
  });

  it('says until when in the journal', () => {
    const decision = done(aLead(), pause('2026-03-20'));
    expect(ruleOf(decision)).toContain('Until 20 March 2026.');
    expect(decision.journal[0]).toMatchObject({ event: 'pause-pressed', from: 'Cold', to: 'Cold' });
  });

  it('keeps a date that lies further ahead, and a later pause moves what an earlier one set', () => {
    const far = aLead({ nextFollowUpAt: MONDAY + 60 * DAY });
    const short = done(far, pause('2026-03-10')).lead;
    expect(short.nextFollowUpAt).toBe(far.nextFollowUpAt);
    expect(done(short, pause('2026-03-12')).lead.nextFollowUpAt).toBe(far.nextFollowUpAt);
    const long = done(aLead(), pause('2026-04-10')).lead;
    const sooner = done(long, pause('2026-03-10')).lead;
    expect(sooner).toMatchObject({ pausedUntil: '2026-03-10', nextFollowUpAt: Date.UTC(2026, 2, 11) });
  });

  it('is ended by Continue, at the date that the schedule gives', () => {
    const paused = done(aLead({ nextStep: 1, lastSentAt: MONDAY }), pause('2026-03-20')).lead;
    const decision = done(paused, { type: 'continue-pressed' });
    expect(decision.lead).toMatchObject({ pausedUntil: null, nextFollowUpAt: MONDAY + 2 * DAY });
    expect(ruleOf(decision)).toContain('The pause is over.');
  });

  it('ends with Stop, and with the message that goes out after it', () => {
    const paused = done(aLead(), pause('2026-03-20')).lead;
    expect(done(paused, { type: 'stop-pressed' }).lead).toMatchObject({
      followUp: 'Stopped',
      pausedUntil: null,
    });
  });

  it('lets a lead wait that waits for capacity, and the last gap run on', () => {
    const held = done(aLead(NEW), pause('2026-03-20')).lead;
    expect(held).toMatchObject({ state: 'New', nextFollowUpAt: null, pausedUntil: '2026-03-20' });
    expect(done(held, { type: 'continue-pressed' }).lead.pausedUntil).toBeNull();
    const last = aLead({ nextStep: 3, followUp: 'Waiting' });
    expect(done(last, pause('2026-03-20')).lead).toMatchObject({
      followUp: 'Waiting',
      nextFollowUpAt: Date.UTC(2026, 2, 21),
    });
  });

  it('takes a follow-up up again then that waits for a person', () => {
    const asked = aLead({ followUp: 'Paused', pausedBecause: 'colleague-replied', nextFollowUpAt: null });
    expect(done(asked, pause('2026-03-20')).lead).toMatchObject({
      followUp: 'Scheduled',
      pausedBecause: null,
      nextFollowUpAt: Date.UTC(2026, 2, 21),
    });
  });

  it.each([
    ['2026-03-01', 'over'],
    ['2029-01-01', 'two years'],
    ['2026-02-30', 'choose a day'],
    ['soon', 'choose a day'],
    [null, 'Choose the day'],
  ])('is refused for %s', (until, because) => {
    expect(refusal(aLead(), pause(until))).toContain(because);
  });

  it('is refused where nothing is under way', () => {
    expect(refusal(aLead({ followUp: 'Stopped', nextFollowUpAt: null }), pause('2026-03-20'))).toContain(
      'No follow-up',
    );
    expect(refusal(aLead({ ...BACK, state: 'Hot' }), pause('2026-03-20'))).toContain('ended');
    const paused = done(aLead(), pause('2026-03-20')).lead;
    expect(refusal(paused, pause('2026-03-20'))).toContain('already');
  });
});

describe('Mark moved out and Unsubscribe', () => {
  it('moved out: DeActivated, stopped, handed back with the reason', () => {
    const decision = done(aLead(), { type: 'marked', state: 'DeActivated', reason: 'MovedOut' });
    expect(decision.lead).toMatchObject({
      state: 'DeActivated',
      reason: 'MovedOut',
      custody: 'HandingBack',
      followUp: 'Stopped',
    });
    expect(decision.effects.map(({ kind }) => kind)).toEqual([
      'crm-status',
      'crm-note',
      'crm-owner',
      'notice',
    ]);
    expect(decision.suppress).toEqual([]);
  });

  it('moved out corrects another sub-state, and is refused where it stands already', () => {
    const bounced = aLead({ ...BACK, state: 'DeActivated', reason: 'BounceDeactivated' });
    const { lead, effects } = done(bounced, { type: 'marked', state: 'DeActivated', reason: 'MovedOut' });
    expect(lead).toMatchObject({ reason: 'MovedOut', custody: 'HandedBack' });
    expect(effects).toEqual([]);
    expect(refusal(lead, { type: 'marked', state: 'DeActivated', reason: 'MovedOut' })).toContain('already');
  });

  it.each(LEAD_STATES.filter((state) => state !== 'UnSubscribed'))(
    'unsubscribed from %s: every address is suppressed, for ever',
    (state) => {
      const reason = state === 'DeActivated' ? 'AskedToStop' : null;
      const decision = done(aLead({ state, reason }), { type: 'unsubscribe-pressed' });
      expect(decision.lead).toMatchObject({
        state: 'UnSubscribed',
        reason: null,
        custody: 'HandingBack',
        nextFollowUpAt: null,
      });
      expect(decision.suppress).toEqual(['ana@client.example', 'ana@old.example']);
    },
  );

  it('unsubscribes also a person whose record somebody took away, and writes nothing to it', () => {
    const released = aLead({ custody: 'Released', followUp: 'Stopped', nextFollowUpAt: null });
    const decision = done(released, { type: 'unsubscribe-pressed' });
    expect(decision.lead).toMatchObject({ state: 'UnSubscribed', custody: 'Released' });
    expect(decision.suppress).toHaveLength(2);
    expect(decision.effects.filter((effect) => 'recordId' in effect)).toEqual([]);
    expect(refusal(decision.lead, { type: 'unsubscribe-pressed' })).toContain('for ever');
  });
});

describe('Change schedule', () => {
  const short = aSchedule([2, 5], { id: 's2', name: 'Short' });
  const choose = (fromStep: number | null, scheduleId: string | null = 's2'): LeadCommand => ({
    type: 'schedule-chosen',
    scheduleId,
    fromStep,
  });
  const facts = someFacts({ restartSchedule: short });

  it('goes on after as many messages as were sent, in the same thread', () => {
    const sent = aLead({ nextStep: 1, lastSentAt: MONDAY, thread: ['<1@firm>'], threadSubject: 'Hello' });
    const due = { ...sent, nextFollowUpAt: MONDAY + 2 * DAY };
    const decision = done(due, choose(null), facts);
    expect(decision.lead).toMatchObject({
      scheduleId: 's2',
      scheduleSource: 'person',
      run: 1,
      nextStep: 1,
      stepCount: 2,
      nextFollowUpAt: MONDAY + 5 * DAY,
      thread: ['<1@firm>'],
      threadSubject: 'Hello',
      lastSentAt: MONDAY,
    });
    expect(ruleOf(decision)).toContain('“Short”, from message 2.');
  });

  it('begins with the message that is chosen', () => {
    const sent = aLead({ nextStep: 2, lastSentAt: MONDAY, nextFollowUpAt: MONDAY + 3 * DAY });
    expect(done(sent, choose(0), facts).lead).toMatchObject({
      nextStep: 0,
      nextFollowUpAt: MONDAY + 2 * DAY,
    });
    expect(done(sent, choose(0, 's1'), facts).lead).toMatchObject({ scheduleId: 's1', nextStep: 0 });
  });

  it('keeps a date that the lead asked for, and a stopped follow-up stopped', () => {
    const away = aLead({ state: 'OutOfOffice', stateBefore: 'Cold', nextFollowUpAt: MONDAY + 30 * DAY });
    expect(done(away, choose(null), facts).lead.nextFollowUpAt).toBe(MONDAY + 30 * DAY);
    const stopped = aLead({ followUp: 'Stopped', nextFollowUpAt: null });
    expect(done(stopped, choose(null), facts).lead).toMatchObject({
      followUp: 'Stopped',
      nextFollowUpAt: null,
      scheduleId: 's2',
    });
  });

  it('is refused with a sentence', () => {
    expect(refusal(aLead({ nextStep: 2 }), choose(null), facts)).toContain('2 went out already');
    expect(refusal(aLead(), choose(7), facts)).toContain('has 2 messages');
    expect(refusal(aLead(), choose(null, 's7'), facts)).toContain('does not exist');
    expect(refusal(aLead(), choose(null, 's1'), facts)).toContain('already');
    expect(refusal(aLead({ ...BACK, state: 'Hot' }), choose(null), facts)).toContain('Restart');
    expect(refusal(aLead(BACK), choose(null), facts)).toContain('Restart');
    expect(refusal(aLead(), choose(null, null), facts)).toBe('Choose a schedule.');
  });
});

describe('Change assistant', () => {
  const toLeo: LeadCommand = { type: 'assistant-chosen', assistantId: 'a2' };
  const facts = someFacts({ restartAssistant: LEO });

  it('gives the record to her user, only while the one before still owns it', () => {
    const decision = done(aLead({ nextStep: 1 }), toLeo, facts);
    expect(decision.lead).toMatchObject({
      assistantId: 'a2',
      custody: 'Held',
      nextStep: 1,
      assignedAt: MONDAY,
      context: 'roofs',
      nextFollowUpAt: MONDAY + DAY,
      previousOwnerId: BOB.id,
    });
    expect(decision.effects).toMatchObject([
      { kind: 'crm-owner', ownerId: '78', expectedOwnerId: '77' },
      { kind: 'crm-note', note: { about: 'taken', assistantName: 'Leo', restarted: false } },
    ]);
    expect(ruleOf(decision)).toContain('Mia gives it to Leo.');
  });

  it('sends at her hours, and keeps the context of the record', () => {
    const late = { ...LEO, rules: { ...ALWAYS, opensAt: 20 * 60 } };
    const own = aLead({ contextSource: 'record', context: 'bees' });
    const { lead } = done(own, toLeo, someFacts({ restartAssistant: late }));
    expect(lead).toMatchObject({ context: 'bees', nextFollowUpAt: MONDAY + DAY + 10 * HOUR });
  });

  it('is refused with a sentence', () => {
    const outside = { ...LEO, ownerId: '' };
    expect(refusal(aLead(), toLeo, someFacts({ restartAssistant: outside }))).toContain('no user');
    const full = { ...LEO, hasCapacity: false };
    expect(refusal(aLead(), toLeo, someFacts({ restartAssistant: full }))).toContain('as many leads');
    expect(refusal(aLead(), { ...toLeo, assistantId: 'a1' }, facts)).toContain('already');
    expect(refusal(aLead(), { ...toLeo, assistantId: 'a9' }, facts)).toContain('does not exist');
    expect(refusal(aLead({ ...BACK, state: 'Hot' }), toLeo, facts)).toContain('Restart');
    expect(refusal(aLead({ custody: 'HandingBack' }), toLeo, facts)).toContain('on its way');
  });

  it('needs no user where assistants are named in a field', () => {
    const connection = { ...someFacts().connection, assignment: 'property' } as const;
    const outside = { ...LEO, ownerId: '' };
    expect(refusal(aLead(), toLeo, someFacts({ connection, restartAssistant: outside }))).toBeNull();
  });
});

describe('Who gets it back', () => {
  const fay: LeadCommand = { type: 'owner-chosen', ownerId: FAY.id };
  const facts = someFacts({ chosenOwner: FAY });

  it('is kept for this lead, and used at hand-back', () => {
    const decision = done(aLead(), fay, facts);
    expect(decision.lead).toMatchObject({ handBackTo: FAY.id, previousOwnerId: BOB.id, custody: 'Held' });
    expect(decision.effects).toEqual([]);
    const back = done(
      decision.lead,
      { type: 'hand-back-pressed' },
      { ...facts, previousOwner: FAY, isChosen: true },
    );
    expect(back.effects).toMatchObject([
      { kind: 'crm-note', note: { ownerNote: { kind: 'chosen' } } },
      { kind: 'crm-owner', ownerId: FAY.id },
      { kind: 'notice' },
    ]);
  });

  it('is undone by choosing the previous owner', () => {
    const chosen = aLead({ handBackTo: FAY.id });
    const bob: LeadCommand = { type: 'owner-chosen', ownerId: BOB.id };
    expect(done(chosen, bob, someFacts({ chosenOwner: BOB })).lead.handBackTo).toBeNull();
  });

  it('is refused with a sentence', () => {
    expect(refusal(aLead(), fay)).toContain('no active user');
    expect(refusal(aLead(), fay, someFacts({ chosenOwner: { ...FAY, active: false } }))).toContain(
      'no active',
    );
    expect(refusal(aLead({ handBackTo: FAY.id }), fay, facts)).toContain('already');
    expect(refusal(aLead(BACK), fay, facts)).toContain('in the CRM');
    const connection = { ...someFacts().connection, assignment: 'property' } as const;
    expect(refusal(aLead(), fay, someFacts({ chosenOwner: FAY, connection }))).toContain('never changes');
  });
});

describe('Tags and reminders', () => {
  const states: readonly Partial<Lead>[] = [
    { custody: 'Released', followUp: 'Stopped', nextFollowUpAt: null },
    { recordDeleted: true },
    { ...BACK, state: 'UnSubscribed' satisfies LeadState },
    {},
  ];

  it.each(states)('are possible for every lead: %o', (over) => {
    const lead = aLead(over);
    const decision = done(lead, { type: 'tagged', add: ['Fair'], remove: [] });
    expect(decision).toMatchObject({ lead, effects: [], suppress: [] });
    expect(ruleOf(decision)).toMatch(/^Added: “Fair”\./);
  });

  it('say what changed, and are refused where nothing does', () => {
    const facts = someFacts({ tags: ['Fair', 'VIP'] });
    const change: LeadCommand = { type: 'tagged', add: ['Fair', 'Board'], remove: ['VIP', 'Old'] };
    expect(ruleOf(done(aLead(), change, facts))).toContain('Added: “Board”. Removed: “VIP”.');
    expect(refusal(aLead(), { ...change, add: ['VIP'], remove: [] }, facts)).toContain('already');
    expect(refusal(aLead(), { ...change, add: [], remove: ['Old'] }, facts)).toContain('does not have');
    expect(refusal(aLead(), { ...change, add: [' '], remove: [] }, facts)).toContain('1 to 40');
  });

  it.each([
    ['', MONDAY + DAY, 'write what'],
    ['Call', MONDAY, 'still to come'],
    ['x'.repeat(301), MONDAY + DAY, '300'],
  ])('a reminder of %j is refused', (text, dueAt, because) => {
    expect(refusal(aLead(), { type: 'reminder-set', reminderId: 'r1', dueAt, text })).toContain(because);
  });

  it('a reminder changes nothing about the lead', () => {
    const lead = aLead();
    const set = done(lead, { type: 'reminder-set', reminderId: 'r1', dueAt: MONDAY + DAY, text: 'Call Ana' });
    expect(set).toMatchObject({ lead, effects: [] });
    expect(set.journal[0]).toMatchObject({ at: MONDAY, rule: '“Call Ana”. A person wants to be reminded.' });
  });
});
