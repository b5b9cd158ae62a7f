import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALWAYS, MONDAY } from '#test/support/lead-facts.ts';
import { DAY, HOUR, MINUTE } from '../time.ts';
import { answerDue } from './due-now.ts';
import type { DueAnswer, PutOff } from './due-now.ts';
import { localDay } from './send-time.ts';
import type { Sending } from './send-time.ts';

const sending: Sending = { zone: null, rules: { ...ALWAYS, dailyLimit: 50 }, plannedPerDay: {} };
const none = { byHer: 0, fromMailbox: 0 };

/** Messages that are due now, one after the other, as a day with an empty beginning answers them. */
function answers(count: number, over: Partial<Sending> = {}): DueAnswer[] {
  let putOff: PutOff = {};
  let sent = 0;
  return Array.from({ length: count }, () => {
    const today = { byHer: sent, fromMailbox: sent };
    const answer = answerDue({ ...sending, ...over }, MONDAY, today, putOff);
    if (answer.kind === 'send') sent += 1;
    else putOff = answer.putOff;
    return answer;
  });
}
const untils = (list: readonly DueAnswer[]) =>
  list.flatMap((answer) => (answer.kind === 'postpone' ? [answer.until] : []));

describe('a message that is due', () => {
  it('goes out now while there is room', () => {
    expect(answerDue(sending, MONDAY, none, {})).toEqual({ kind: 'send' });
  });

  it('with 76 due and a limit of 50: 50 today, 26 first tomorrow, in their order', () => {
    const list = answers(76);
    expect(list.filter((answer) => answer.kind === 'send')).toHaveLength(50);
    const later = untils(list);
    expect(later).toHaveLength(26);
    expect(later).toEqual(later.toSorted((a, b) => a - b));
    expect(new Set(later.map((at) => localDay(at, 'UTC')))).toEqual(new Set(['2026-03-03']));
  });

  it('over the limit goes before what is planned for tomorrow, which moves on in its turn', () => {
    const [answer] = answers(51, { plannedPerDay: { '2026-03-03': 50 } }).slice(-1);
    expect(answer).toMatchObject({ because: 'daily-limit' });
    expect(localDay(untils(answer === undefined ? [] : [answer])[0] ?? 0, 'UTC')).toBe('2026-03-03');
  });

  it('over the limit of a mailbox that two share waits, though the assistant has room', () => {
    const mailbox = { limit: 30, planned: {} };
    const shared = { byHer: 3, fromMailbox: 30 };
    expect(answerDue({ ...sending, mailbox }, MONDAY, shared, {})).toMatchObject({
      kind: 'postpone',
      because: 'mailbox-limit',
    });
  });

  it('outside of business hours waits for them', () => {
    const rules = { ...ALWAYS, opensAt: 12 * 60 };
    expect(answerDue({ ...sending, rules }, MONDAY, none, {})).toMatchObject({
      because: 'hours',
      until: MONDAY + 2 * HOUR,
    });
  });

  it('keeps the order of time, whenever on the day each is due, and all wait for the next day', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 13 * 60 }), { maxLength: 60 }), (minutes) => {
        let putOff: PutOff = {};
        const later = minutes
          .toSorted((a, b) => a - b)
          .map((minute) => {
            const full = { byHer: 50, fromMailbox: 50 };
            const answer = answerDue(sending, MONDAY + minute * MINUTE, full, putOff);
            if (answer.kind === 'send') throw new Error('It was sent over the limit.');
            putOff = answer.putOff;
            return answer.until;
          });
        expect(new Set(later.map((at) => localDay(at, 'UTC'))).size).toBeLessThanOrEqual(1);
        expect(later.every((at, nth) => nth === 0 || at > (later[nth - 1] ?? 0))).toBe(true);
      }),
    );
  });

  it('that was put off to a moment long past is forgotten', () => {
    const answer = answerDue(sending, MONDAY, { byHer: 50, fromMailbox: 50 }, { [MONDAY - DAY]: 9 });
    expect(answer).toMatchObject({ putOff: { [MONDAY + 14 * HOUR]: 1 } });
    expect(Object.keys('putOff' in answer ? answer.putOff : {})).toHaveLength(1);
  });
});
