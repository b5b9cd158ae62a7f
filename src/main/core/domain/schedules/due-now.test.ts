import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALWAYS, MONDAY } from '#test/support/lead-facts.ts';
import { DAY, HOUR } from '../time.ts';
import { answerDue, NOTHING_PUT_OFF } from './due-now.ts';
import type { DueAnswer, PutOff } from './due-now.ts';
import { localDay } from './send-time.ts';
import type { Sending } from './send-time.ts';

const sending: Sending = { zone: null, rules: { ...ALWAYS, dailyLimit: 50 }, plannedPerDay: {} };
const none = { byHer: 0, fromMailbox: 0 };

/** Messages that are due now, one after the other, as a day with an empty beginning answers them. */
function answers(count: number, over: Partial<Sending> = {}): DueAnswer[] {
  let putOff: PutOff = NOTHING_PUT_OFF;
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
    expect(answerDue(sending, MONDAY, none, NOTHING_PUT_OFF)).toEqual({ kind: 'send' });
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
    expect(answerDue({ ...sending, mailbox }, MONDAY, shared, NOTHING_PUT_OFF)).toMatchObject({
      kind: 'postpone',
      because: 'mailbox-limit',
    });
  });

  it('outside of business hours waits for them', () => {
    const rules = { ...ALWAYS, opensAt: 12 * 60 };
    expect(answerDue({ ...sending, rules }, MONDAY, none, NOTHING_PUT_OFF)).toMatchObject({
      because: 'hours',
      until: MONDAY + 2 * HOUR,
    });
  });

  it('leaves the order of time as it is and no day over the limit, however many there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 40 }), (count, dailyLimit) => {
        const list = answers(count, { rules: { ...ALWAYS, dailyLimit } });
        const later = untils(list);
        expect(later.length).toBe(Math.max(0, count - dailyLimit));
        const perDay = Map.groupBy(later, (at) => localDay(at, 'UTC'));
        expect(Math.max(0, ...[...perDay.values()].map((day) => day.length))).toBeLessThanOrEqual(dailyLimit);
        expect(later.every((at, nth) => nth === 0 || at > (later[nth - 1] ?? 0))).toBe(true);
        expect(later.every((at) => at < MONDAY + (Math.ceil(count / dailyLimit) + 1) * DAY)).toBe(true);
      }),
    );
  });
});
