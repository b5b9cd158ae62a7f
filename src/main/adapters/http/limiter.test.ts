import { describe, expect, it } from 'vitest';
import { createLimiter, LimiterClosed, LimiterPaused, type Turn } from './limiter.ts';
import type { MonotonicTime } from './monotonic-time.ts';

/** Time that stands still until told otherwise. */
function handMovedTime(): MonotonicTime & { pass(delay: number): Promise<void>; readonly timers: number } {
  let now = 0;
  let timers: { at: number; callback: () => void }[] = [];
  return {
    now: () => now,
    after(delay, callback) {
      const timer = { at: now + delay, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async pass(delay) {
      const end = now + delay;
      for (;;) {
        const due = timers.filter((timer) => timer.at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers = timers.filter((timer) => timer !== due);
        now = Math.max(now, due.at);
        due.callback();
        await settle();
      }
      now = end;
      await settle();
    },
    get timers() {
      return timers.length;
    },
  };
}

async function settle(): Promise<void> {
  for (let i = 0; i < 10; i += 1) await Promise.resolve();
}

const background = { urgency: 'background', lane: 'read' } as const;
const interactive = { urgency: 'interactive', lane: 'account' } as const;

function limiterOf(max: number, concurrent = 100) {
  const time = handMovedTime();
  const limiter = createLimiter({ burst: { max, interval: 10_000, concurrent } }, time);
  const granted: { name: string; turn: Turn; at: number }[] = [];
  const refused: Error[] = [];
  function ask(name: string, who: { urgency: 'interactive' | 'background'; lane: string }): void {
    limiter.turn('burst', who).then(
      (turn) => granted.push({ name, turn, at: time.now() }),
      (error: Error) => refused.push(error),
    );
  }
  return { time, limiter, granted, refused, ask, names: () => granted.map((entry) => entry.name) };
}

/** Asks and ends at once, as a call with an immediate answer. */
async function call(
  setup: ReturnType<typeof limiterOf>,
  who = background as { urgency: 'interactive' | 'background'; lane: string },
) {
  const before = setup.granted.length;
  setup.ask('call', who);
  await settle();
  setup.granted[before]?.turn.end();
  await settle();
  return setup.granted.length > before;
}

describe('a limiter', () => {
  it('lets no more calls start in any window than the other side allows', async () => {
    const setup = limiterOf(4);
    for (let n = 0; n < 4; n += 1) expect(await call(setup, interactive)).toBe(true);
    expect(await call(setup, interactive)).toBe(false);
    await setup.time.pass(9_999);
    expect(setup.granted).toHaveLength(4);
    await setup.time.pass(1);
    expect(setup.granted).toHaveLength(5);
    expect(setup.granted[4]?.at).toBe(10_000);
  });

  it('counts a call until one window after its answer, since nobody knows when the other side counted it', async () => {
    const setup = limiterOf(1);
    setup.ask('slow', interactive);
    await settle();
    await setup.time.pass(8_000);
    setup.granted[0]?.turn.end();
    setup.ask('next', interactive);
    await setup.time.pass(9_999);
    expect(setup.names()).toEqual(['slow']);
    await setup.time.pass(1);
    expect(setup.names()).toEqual(['slow', 'next']);
  });

  it('grows and shrinks with the allowance that the headers name', async () => {
    const setup = limiterOf(2);
    await call(setup, interactive);
    await call(setup, interactive);
    expect(await call(setup, interactive)).toBe(false);
    setup.limiter.see('burst', { max: 5, remaining: 3, interval: 10_000 });
    expect(await call(setup, interactive)).toBe(true);
    setup.limiter.see('burst', { max: 3, remaining: 0, interval: 10_000 });
    expect(await call(setup, interactive)).toBe(false);
  });

  it('leaves room for what other programs have used of the same allowance', async () => {
    const setup = limiterOf(10);
    await call(setup, interactive);
    setup.limiter.see('burst', { max: 10, remaining: 1, interval: 10_000 });
    expect(await call(setup, interactive)).toBe(true);
    expect(await call(setup, interactive)).toBe(false);
    await setup.time.pass(10_000);
    expect(await call(setup, interactive)).toBe(true);
  });

  it('keeps a tenth of the window for a person at a screen', async () => {
    const setup = limiterOf(20);
    for (let n = 0; n < 18; n += 1) expect(await call(setup)).toBe(true);
    expect(await call(setup)).toBe(false);
    expect(await call(setup, interactive)).toBe(true);
  });

  it('serves interactive calls first and yet never starves the background', async () => {
    const setup = limiterOf(100, 1);
    setup.ask('first', background);
    setup.ask('background', background);
    for (let n = 1; n <= 6; n += 1) setup.ask(`person ${n}`, interactive);
    await settle();
    for (let n = 0; n < 8; n += 1) {
      setup.granted[n]?.turn.end();
      await settle();
    }
    expect(setup.names()).toEqual([
      'first',
      'person 1',
      'person 2',
      'person 3',
      'person 4',
      'background',
      'person 5',
      'person 6',
    ]);
  });

  it('lets kinds of background work take turns', async () => {
    const setup = limiterOf(100, 1);
    for (let n = 1; n <= 3; n += 1) setup.ask(`note ${n}`, { urgency: 'background', lane: 'note' });
    setup.ask('read 1', { urgency: 'background', lane: 'read' });
    await settle();
    for (let n = 0; n < 4; n += 1) {
      setup.granted[n]?.turn.end();
      await settle();
    }
    expect(setup.names()).toEqual(['note 1', 'note 2', 'read 1', 'note 3']);
  });

  it('keeps at most the allowed number of calls under way', async () => {
    const setup = limiterOf(100, 2);
    for (let n = 0; n < 5; n += 1) setup.ask('call', background);
    await settle();
    expect(setup.granted).toHaveLength(2);
    setup.granted[0]?.turn.end();
    setup.granted[0]?.turn.end();
    await settle();
    expect(setup.granted).toHaveLength(3);
  });

  it('holds everything for a short pause, and a shorter pause does not end it', async () => {
    const setup = limiterOf(100);
    setup.limiter.pause(['burst'], 10_000, 'full');
    setup.limiter.pause(['burst'], 1_000, 'full');
    setup.ask('call', interactive);
    await setup.time.pass(9_999);
    expect(setup.granted).toHaveLength(0);
    expect(setup.limiter.pausedFor()).toBe(1);
    await setup.time.pass(1);
    expect(setup.granted).toHaveLength(1);
    expect(setup.limiter.pausedFor()).toBe(null);
  });

  it('tells callers at once about a pause that lasts longer than they can wait', async () => {
    const setup = limiterOf(1);
    await call(setup, interactive);
    setup.ask('waits already', interactive);
    await settle();
    setup.limiter.pause(['burst'], 3_600_000, 'The daily limit is used up.');
    setup.ask('comes later', interactive);
    await settle();
    expect(setup.refused).toHaveLength(2);
    expect(setup.refused[0]).toBeInstanceOf(LimiterPaused);
    expect(setup.refused[0]?.message).toBe('The daily limit is used up.');
    expect((setup.refused[1] as LimiterPaused).remaining).toBe(3_600_000);
    expect(setup.time.timers).toBe(0);
  });

  it('frees everybody who waits when it is closed, and leaves no timer behind', async () => {
    const setup = limiterOf(1);
    await call(setup, interactive);
    setup.ask('waits', interactive);
    await settle();
    setup.limiter.close();
    setup.ask('comes later', interactive);
    await settle();
    expect(setup.refused.map((error) => error.constructor)).toEqual([LimiterClosed, LimiterClosed]);
    expect(setup.time.timers).toBe(0);
  });

  it('paces nothing where the allowance is infinite, whatever the headers say', async () => {
    const setup = limiterOf(Number.POSITIVE_INFINITY);
    setup.limiter.see('burst', { max: 1, remaining: 0, interval: 10_000 });
    for (let n = 0; n < 500; n += 1) expect(await call(setup)).toBe(true);
  });
});
