import { describe, expect, it } from 'vitest';
import { ALWAYS, BOB, MONDAY, aLead, aSchedule, someFacts } from '#test/support/lead-facts.ts';
import { DAY } from '../time.ts';
import { decideCommand, decideEvent } from './decide-event.ts';
import type { Decision } from './decision.ts';
import type { Facts } from './facts.ts';
import { DEACTIVATION_REASONS } from './lead.ts';
import type { Lead } from './lead.ts';
import type { LeadCommand } from './lead-event.ts';

const RESTART: LeadCommand = { type: 'restart-pressed', scheduleId: null, assistantId: null };
const BACK = { custody: 'HandedBack', followUp: 'Stopped', nextFollowUpAt: null } as const;

function done(lead: Lead, command: LeadCommand, facts: Facts = someFacts()): Decision {
  const decision = decideCommand(lead, command, facts);
  if ('refused' in decision) throw new Error(decision.because);
  return decision;
}

function refusal(lead: Lead, command: LeadCommand, facts: Facts = someFacts()): string | null {
  const decision = decideCommand(lead, command, facts);
  return 'refused' in decision ? decision.because : null;
}

function kinds(decision: Decision): string[] {
  return decision.effects.map((effect) => effect.kind);
}

describe('marking a lead', () => {
  it('Hot stops, hands back and leaves a task', () => {
    const decision = done(aLead(), { type: 'marked', state: 'Hot' });
    expect(decision.lead).toMatchObject({ state: 'Hot', custody: 'HandingBack', followUp: 'Stopped' });
    expect(kinds(decision)).toEqual(['crm-status', 'crm-task', 'crm-note', 'crm-owner', 'notice']);
  });

  it('DeActivated says that a person did it', () => {
    expect(done(aLead(), { type: 'marked', state: 'DeActivated' }).lead).toMatchObject({
      state: 'DeActivated',
      reason: 'ManuallyDeactivated',
    });
  });

  it('Cold begins the counting of opens anew and keeps the follow-up', () => {
    const warm = aLead({ state: 'Warm', opens: 4, clicks: 1 });
    expect(done(warm, { type: 'marked', state: 'Cold' }).lead).toMatchObject({
      state: 'Cold',
      opens: 0,
      clicks: 0,
      followUp: 'Scheduled',
    });
  });

  it.each(['Hot', 'Responded', 'LeadAtRisk', 'Processed', 'DeActivated', 'Cold', 'New'] as const)(
    'Cold makes no sense for %s',
    (state) => {
      expect(refusal(aLead({ state }), { type: 'marked', state: 'Cold' })).toContain('Cold');
    },
  );
});

describe('Stop and Continue', () => {
  it('stop the follow-up where it is, and go on with the steps not yet sent', () => {
    const warm = aLead({ state: 'Warm', nextStep: 1, lastSentAt: MONDAY - DAY });
    const stopped = done(warm, { type: 'stop-pressed' }).lead ?? warm;
    expect(stopped).toMatchObject({
      state: 'Warm',
      followUp: 'Stopped',
      nextFollowUpAt: null,
      custody: 'Held',
    });
    expect(refusal(stopped, { type: 'stop-pressed' })).toContain('stopped already');
    const resumed = done(stopped, { type: 'continue-pressed' });
    expect(resumed.lead).toMatchObject({
      state: 'Warm',
      followUp: 'Scheduled',
      nextStep: 1,
      nextFollowUpAt: MONDAY + DAY,
    });
    expect(resumed.effects).toEqual([]);
  });

  it('Continue refuses while the follow-up is under way', () => {
    expect(refusal(aLead(), { type: 'continue-pressed' })).toContain('under way');
  });

  it('Continue takes a Processed lead up again when the schedule has a new step', () => {
    const processed = aLead({
      ...BACK,
      state: 'Processed',
      followUp: 'Completed',
      nextStep: 3,
      lastSentAt: MONDAY,
    });
    expect(refusal(processed, { type: 'continue-pressed' })).toContain('Every step');
    const decision = done(
      processed,
      { type: 'continue-pressed' },
      someFacts({ schedule: aSchedule([1, 2, 3, 4]) }),
    );
    expect(decision.lead).toMatchObject({
      state: 'Cold',
      custody: 'Held',
      nextStep: 3,
      stepCount: 4,
      nextFollowUpAt: MONDAY + 4 * DAY,
    });
    expect(decision.effects).toEqual([
      { kind: 'crm-owner', recordId: '501', ownerId: '77', expectedOwnerId: BOB.id },
      { kind: 'crm-status', recordId: '501', state: 'Cold' },
    ]);
  });

  it.each(['Hot', 'Responded', 'DeActivated', 'LeadAtRisk'] as const)('Continue refuses %s', (state) => {
    expect(refusal(aLead({ ...BACK, state }), { type: 'continue-pressed' })).toContain('Restart');
  });
});

describe('Restart', () => {
  it.each(['Processed', 'Responded', 'Hot'] as const)(
    'takes a %s lead up again from the first step',
    (state) => {
      const ended = aLead({
        ...BACK,
        state,
        nextStep: 2,
        opens: 4,
        thread: ['<1@firm>'],
        threadSubject: 'Hello',
      });
      const decision = done(ended, RESTART);
      expect(decision.lead).toMatchObject({
        state: 'Cold',
        custody: 'Held',
        followUp: 'Scheduled',
        run: 1,
        nextStep: 0,
        opens: 0,
        thread: [],
        threadSubject: null,
        nextFollowUpAt: MONDAY + DAY,
      });
      expect(kinds(decision)).toEqual(['crm-owner', 'crm-status', 'crm-note']);
      expect(decision.effects[2]).toMatchObject({ note: { about: 'taken', restarted: true } });
    },
  );

  it('starts a lead held in New', () => {
    const held = aLead({ state: 'New', hold: 'no-capacity', followUp: 'Waiting', nextFollowUpAt: null });
    expect(done(held, RESTART).lead).toMatchObject({ state: 'Cold', hold: null, followUp: 'Scheduled' });
  });

  it('works for a DeActivated lead only where the address still works', () => {
    const possible = DEACTIVATION_REASONS.filter(
      (reason) => refusal(aLead({ ...BACK, state: 'DeActivated', reason }), RESTART) === null,
    );
    expect(possible).toEqual(['ReferredSomeone', 'AskedToStop', 'ManuallyDeactivated']);
  });

  it('can use another schedule and another assistant', () => {
    const restartSchedule = aSchedule([5], { id: 's2', name: 'Short' });
    const restartAssistant = {
      ...someFacts().assistant,
      id: 'a2',
      name: 'Leo',
      ownerId: '78',
      context: 'roofs',
    };
    const stopped = aLead({ followUp: 'Stopped', nextFollowUpAt: null });
    const command = { ...RESTART, scheduleId: 's2', assistantId: 'a2' };
    const { lead, effects } = done(stopped, command, someFacts({ restartSchedule, restartAssistant }));
    expect(lead).toMatchObject({
      assistantId: 'a2',
      scheduleId: 's2',
      scheduleSource: 'person',
      stepCount: 1,
      context: 'roofs',
      nextFollowUpAt: MONDAY + 5 * DAY,
    });
    expect(effects[0]).toEqual({ kind: 'crm-owner', recordId: '501', ownerId: '78', expectedOwnerId: '77' });
    expect(refusal(stopped, command)).toContain('does not exist');
  });

  it('is refused while the follow-up is under way, at risk, on its way back, suppressed or without context', () => {
    expect(refusal(aLead(), RESTART)).toContain('Stop first');
    expect(refusal(aLead({ ...BACK, state: 'LeadAtRisk' }), RESTART)).toContain('Not at risk');
    const leaving = aLead({ state: 'Hot', custody: 'HandingBack', followUp: 'Stopped' });
    expect(refusal(leaving, RESTART)).toContain('on its way');
    const hot = aLead({ ...BACK, state: 'Hot', context: '' });
    expect(refusal(hot, RESTART, someFacts({ suppressedAddresses: ['ana@old.example'] }))).toContain(
      'for ever',
    );
    const mute = { ...someFacts().assistant, context: '', rules: ALWAYS };
    expect(refusal(hot, RESTART, someFacts({ assistant: mute }))).toContain('context');
  });
});

describe('Hand back and notes', () => {
  it('hands a lead under follow-up back as it is', () => {
    const decision = done(aLead({ state: 'Engaged' }), { type: 'hand-back-pressed' });
    expect(decision.lead).toMatchObject({ state: 'Engaged', custody: 'HandingBack', followUp: 'Stopped' });
    expect(kinds(decision)).toEqual(['crm-note', 'crm-owner', 'notice']);
  });

  it('refuses what its owner already has', () => {
    expect(refusal(aLead(BACK), { type: 'hand-back-pressed' })).toContain('already');
  });

  it('writes a note in the words of the user', () => {
    expect(done(aLead(), { type: 'note-added', text: ' Met at the fair ' }).effects).toEqual([
      { kind: 'crm-note', recordId: '501', at: MONDAY, note: { about: 'person', text: 'Met at the fair' } },
    ]);
    expect(refusal(aLead(), { type: 'note-added', text: ' ' })).toContain('empty');
    expect(refusal(aLead(BACK), { type: 'note-added', text: 'x' })).toContain('CRM');
  });
});

describe('a lead that nobody may touch', () => {
  const commands: readonly LeadCommand[] = [
    { type: 'marked', state: 'Hot' },
    { type: 'marked', state: 'Responded' },
    { type: 'marked', state: 'Cold' },
    { type: 'marked', state: 'DeActivated' },
    { type: 'stop-pressed' },
    { type: 'continue-pressed' },
    RESTART,
    { type: 'not-at-risk-pressed' },
    { type: 'note-added', text: 'x' },
    { type: 'hand-back-pressed' },
  ];

  it.each(commands)('refuses $type when UnSubscribed, released or deleted', (command) => {
    expect(refusal(aLead({ ...BACK, state: 'UnSubscribed' }), command)).not.toBeNull();
    expect(refusal(aLead({ ...BACK, custody: 'Released' }), command)).toContain('took the record away');
    expect(refusal(aLead({ recordDeleted: true }), command)).toContain('deleted');
  });

  it('says in the journal why a command changed nothing', () => {
    const hot = aLead({ ...BACK, state: 'Hot' });
    const { lead, journal, effects } = decideEvent(hot, { type: 'stop-pressed' }, someFacts());
    expect(lead).toBe(hot);
    expect(effects).toEqual([]);
    expect(journal).toMatchObject([
      { event: 'stop-pressed', from: 'Hot', to: 'Hot', rule: 'No follow-up is under way.' },
    ]);
  });
});
