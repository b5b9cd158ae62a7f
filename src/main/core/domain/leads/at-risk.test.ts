import { describe, expect, it } from 'vitest';
import { MONDAY, aLead, someFacts } from '#test/support/lead-facts.ts';
import { DAY, HOUR } from '../time.ts';
import { decideEvent } from './decide-event.ts';
import type { Lead } from './lead.ts';
import type { LeadCommand, LeadEvent } from './lead-event.ts';

const WROTE: LeadEvent = {
  type: 'replied',
  intent: 'SeekingMoreInfo',
  confidence: 1,
  at: MONDAY,
  until: null,
  mailId: 'm1',
  text: 'What does it cost?',
  fromAddress: 'ana@client.example',
};
const SILENCE: LeadEvent = { type: 'owner-silent' };
const facts = (now: number, over: Parameters<typeof someFacts>[0] = {}) => someFacts({ now, ...over });

/** The lead after these events, each with its moment. */
function after(lead: Lead, ...events: readonly (readonly [number, LeadEvent | LeadCommand])[]): Lead {
  return events.reduce((now, [at, event]) => decideEvent(now, event, facts(at)).lead ?? now, lead);
}

/** Responded on Monday at ten, and handed back. */
const RESPONDED = after(
  aLead(),
  [MONDAY, WROTE],
  [MONDAY, { type: 'handed-back', toOwnerId: '11', at: MONDAY }],
);
const answered = (at: number): LeadEvent => ({ type: 'owner-answered', at, seen: 'email' });

describe('a lead that wrote', () => {
  it('is at risk after 24 hours', () => {
    expect(RESPONDED).toMatchObject({ answerAwaitedSince: MONDAY, nextRiskAt: MONDAY + DAY });
    expect(after(RESPONDED, [MONDAY + DAY, SILENCE])).toMatchObject({
      state: 'LeadAtRisk',
      stateBefore: 'Responded',
      nextRiskAt: MONDAY + 4 * DAY,
    });
  });

  it('is not at risk a minute earlier, whoever asks', () => {
    expect(after(RESPONDED, [MONDAY + DAY - 60_000, SILENCE]).state).toBe('Responded');
  });

  it('and wrote again is at risk 24 hours after the first message that nobody answered', () => {
    const again = after(RESPONDED, [MONDAY + 5 * HOUR, { ...WROTE, at: MONDAY + 5 * HOUR }]);
    expect(again.nextRiskAt).toBe(MONDAY + DAY);
  });

  it('is not watched any more once a person answered, and again when it writes again', () => {
    const done = after(RESPONDED, [MONDAY + HOUR, answered(MONDAY + HOUR)]);
    expect(done).toMatchObject({ state: 'Responded', answerAwaitedSince: null, nextRiskAt: null });
    expect(after(done, [MONDAY + 3 * DAY, SILENCE]).state).toBe('Responded');
    const again = after(done, [MONDAY + 2 * DAY, { ...WROTE, at: MONDAY + 2 * DAY }]);
    expect(again.nextRiskAt).toBe(MONDAY + 3 * DAY);
  });

  it('is not answered by what a person did before', () => {
    const still = after(RESPONDED, [MONDAY + HOUR, answered(MONDAY - HOUR)]);
    expect(still.nextRiskAt).toBe(MONDAY + DAY);
  });

  it('is watched no more when a person restarts it', () => {
    const restart: LeadCommand = { type: 'restart-pressed', scheduleId: null, assistantId: null };
    expect(after(RESPONDED, [MONDAY + HOUR, restart])).toMatchObject({
      state: 'Cold',
      answerAwaitedSince: null,
      nextRiskAt: null,
    });
  });

  it('is watched from the moment on at which a person marks it', () => {
    const marked = after(aLead(), [MONDAY + HOUR, { type: 'marked', state: 'Hot' }]);
    expect(marked.nextRiskAt).toBe(MONDAY + HOUR + DAY);
  });
});

describe('a lead at risk', () => {
  const RISKY = after(RESPONDED, [MONDAY + DAY, SILENCE]);

  it('is reminded of five times, every three days, and then no more', () => {
    let lead = RISKY;
    const reminders: string[] = [];
    while (lead.nextRiskAt !== null) {
      const { lead: next, effects } = decideEvent(lead, SILENCE, facts(lead.nextRiskAt));
      reminders.push(...effects.map((effect) => (effect.kind === 'notice' ? effect.text : effect.kind)));
      lead = next ?? lead;
    }
    expect(reminders).toHaveLength(5);
    expect(reminders[4]).toContain('Reminder 5 of 5');
    expect(lead).toMatchObject({ state: 'LeadAtRisk', riskReminders: 5 });
  });

  it('is never reminded of where the assistant is set to no reminders', () => {
    const { assistant } = someFacts();
    const none = { assistant: { ...assistant, riskReminders: { everyDays: 3, times: 0 } } };
    const { lead } = decideEvent(RESPONDED, SILENCE, facts(MONDAY + DAY, none));
    expect(lead).toMatchObject({ state: 'LeadAtRisk', nextRiskAt: null });
  });

  it.each([answered(MONDAY + 2 * DAY), { type: 'not-at-risk-pressed' }] as LeadEvent[])(
    'is what it was before after $type, and is not watched until it writes again',
    (event) => {
      expect(after(RISKY, [MONDAY + 2 * DAY, event])).toMatchObject({
        state: 'Responded',
        stateBefore: null,
        answerAwaitedSince: null,
        nextRiskAt: null,
        riskReminders: 0,
      });
    },
  );
});

describe('an owner who is away', () => {
  const away = { since: MONDAY + 10 * HOUR, until: MONDAY + 10 * DAY };
  const silent = (lead: Lead, now: number) => decideEvent(lead, SILENCE, facts(now, { ownerAway: away }));

  it('has what was left of the 24 hours from the return on', () => {
    const { lead, effects } = silent(RESPONDED, MONDAY + DAY);
    expect(lead).toMatchObject({ state: 'Responded', nextRiskAt: away.until + 14 * HOUR });
    expect(effects).toEqual([]);
    expect(silent(lead ?? RESPONDED, away.until + 14 * HOUR).lead?.state).toBe('LeadAtRisk');
  });

  it('who left after the 24 hours were over had all of them', () => {
    const later = { since: MONDAY + 2 * DAY, until: MONDAY + 10 * DAY };
    const { lead } = decideEvent(RESPONDED, SILENCE, facts(MONDAY + 3 * DAY, { ownerAway: later }));
    expect(lead?.state).toBe('LeadAtRisk');
  });

  it('is reminded at the return of a lead that was at risk before', () => {
    const risky = after(RESPONDED, [MONDAY + DAY, SILENCE]);
    const { lead } = silent(risky, MONDAY + 4 * DAY);
    expect(lead).toMatchObject({ state: 'LeadAtRisk', nextRiskAt: away.until, riskReminders: 0 });
  });
});
