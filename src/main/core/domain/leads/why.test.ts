import { describe, expect, it } from 'vitest';
import { reasonsOfDate, reasonsOfEntry, reasonsOfState, type Reason } from './why.ts';

const entry = (at: number, event: Reason['event'], from: Reason['from'], to: Reason['to']): Reason => ({
  at,
  event,
  from,
  to,
  rule: `rule ${at}`,
});
const journal = [
  entry(1, 'assigned', null, 'Cold'),
  entry(2, 'mail-sent', 'Cold', 'Cold'),
  entry(3, 'replied', 'Cold', 'Hot'),
  entry(4, 'restart-pressed', 'Hot', 'Cold'),
  entry(5, 'mail-sent', 'Cold', 'Cold'),
  entry(6, 'opened', 'Cold', 'Engaged'),
];
const times = (reasons: readonly Reason[]) => reasons.map(({ at }) => at);

describe('why a lead is as it is', () => {
  it('tells the changes of its state, newest first, back to where this run began', () => {
    expect(times(reasonsOfState(journal))).toEqual([6, 4]);
  });

  it('tells what set the next date', () => {
    expect(times(reasonsOfDate(journal))).toEqual([5, 4]);
  });

  it('tells what led to one entry, and nothing that came after it', () => {
    const [, , reply] = journal;
    expect(times(reasonsOfEntry(journal, reply!))).toEqual([3, 1]);
    expect(times(reasonsOfEntry(journal, journal[0]!))).toEqual([1]);
  });
});
