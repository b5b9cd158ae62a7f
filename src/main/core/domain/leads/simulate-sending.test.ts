import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aLead, ALWAYS, aSchedule, MONDAY, someFacts } from '#test/support/lead-facts.ts';
import { localDay } from '../schedules/send-time.ts';
import { DAY, HOUR, MINUTE } from '../time.ts';
import type { Lead } from './lead.ts';
import { simulateSending } from './simulate-sending.ts';
import type { Simulation, SimulatedWorld } from './simulate-sending.ts';

function simulate(leads: readonly Lead[], over: Partial<SimulatedWorld> = {}, dailyLimit = 50): Simulation {
  const facts = someFacts();
  const assistant = { ...facts.assistant, rules: { ...ALWAYS, dailyLimit } };
  const run = simulateSending({
    from: MONDAY,
    until: MONDAY + 14 * DAY,
    leads,
    onTheWay: new Set(),
    assistants: [{ id: 'a1', timeZone: 'UTC', sentToday: 0, mailbox: null, putOff: {} }],
    factsOf: (_lead, now) => ({ ...facts, assistant, schedule: aSchedule([1, 2.5, 3]), now }),
    isKeptBack: () => false,
    ...over,
  });
  for (let turn = run.next(); ; turn = run.next()) if (turn.done === true) return turn.value;
}

const leads = (count: number, over: (nth: number) => Partial<Lead> = () => ({})): Lead[] =>
  Array.from({ length: count }, (_, nth) =>
    aLead({ id: `l${nth}`, nextFollowUpAt: MONDAY + DAY, ...over(nth) }),
  );
const days = ({ sends }: Simulation) => sends.map(({ at }) => (at - MONDAY) / DAY);

describe('a simulation', () => {
  it('sends each step after its gap, parts of a day included, and ends the schedule', () => {
    const simulation = simulate(leads(1));
    expect(days(simulation)).toEqual([1, 3.5, 6.5]);
    expect(simulation).toMatchObject({ ended: 1, keptBack: 0, delays: [] });
    expect(simulation.sends.map(({ step, of }) => [step, of])).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
  });

  it('stops at its end', () => {
    expect(days(simulate(leads(1), { until: MONDAY + 4 * DAY }))).toEqual([1, 3.5]);
  });

  it('goes on after a message that is on its way already, and does not count it again', () => {
    const [lead] = leads(1, () => ({ nextFollowUpAt: MONDAY }));
    const simulation = simulate(lead === undefined ? [] : [lead], { onTheWay: new Set(['l0']) });
    expect(days(simulation)).toEqual([2.5, 5.5]);
  });

  it('leaves out who would not be written to', () => {
    const simulation = simulate(leads(3), { isKeptBack: (lead) => lead.id === 'l1' });
    expect(simulation.keptBack).toBe(1);
    expect(new Set(simulation.sends.map((send) => send.leadId))).toEqual(new Set(['l0', 'l2']));
  });

  it('keeps to the limit of each day, in the order of time, and loses no message', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 3, max: 9 }), (count, limit) => {
        const many = leads(count, (nth) => ({ nextFollowUpAt: MONDAY + DAY + nth * HOUR + MINUTE }));
        const { sends } = simulate(many, { until: MONDAY + 90 * DAY }, limit);
        const perDay = Map.groupBy(sends, ({ at }) => localDay(at, 'UTC'));
        expect(Math.max(...[...perDay.values()].map((day) => day.length))).toBeLessThanOrEqual(limit);
        expect(sends).toHaveLength(3 * count);
        const firsts = sends.filter(({ step }) => step === 0).map(({ leadId }) => leadId);
        expect(firsts).toEqual(many.map(({ id }) => id));
      }),
      { numRuns: 50 },
    );
  });

  it('keeps to the limit of a mail account that two assistants share', () => {
    const mailbox = { key: 'sales', limit: 5 };
    const shared = leads(20, (nth) => ({ assistantId: nth % 2 === 0 ? 'a1' : 'a2' }));
    const assistants = ['a1', 'a2'].map((id) => ({ id, timeZone: 'UTC', sentToday: 0, mailbox, putOff: {} }));
    const { sends, delays } = simulate(shared, { assistants, until: MONDAY + 60 * DAY });
    const perDay = Map.groupBy(sends, ({ at }) => localDay(at, 'UTC'));
    expect(Math.max(...[...perDay.values()].map((day) => day.length))).toBe(5);
    expect(new Set(delays.map((delay) => delay.because))).toEqual(new Set(['mailbox-limit']));
    expect(sends).toHaveLength(60);
  });
});
