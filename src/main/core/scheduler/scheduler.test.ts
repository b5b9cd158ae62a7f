import { describe, expect, it } from 'vitest';
import { manualClock } from '#adapters/system/manual-clock.ts';
import { MINUTE, SECOND } from '../domain/time.ts';
import { Scheduler, type Job } from './scheduler.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

function world(jobs: readonly Job[], start = 1_000_000) {
  const clock = manualClock(start);
  const scheduler = new Scheduler(jobs, clock, silent);
  scheduler.start();
  return { clock, scheduler };
}

function poll(name: string, every: number, runs: string[]): Job {
  return {
    name,
    every,
    due: () => null,
    run: () => {
      runs.push(name);
      return Promise.resolve();
    },
  };
}

describe('the scheduler', () => {
  it('begins nothing while it may not, and goes on when it is woken', async () => {
    const runs: string[] = [];
    let may = false;
    const scheduler = new Scheduler([poll('fast', SECOND, runs)], manualClock(1_000_000), silent, {
      mayBegin: () => may,
    });
    scheduler.start();
    await scheduler.pollNow();
    expect([runs, scheduler.nextWorkAt()]).toEqual([[], null]);
    may = true;
    scheduler.wake();
    await scheduler.drain();
    expect(runs).toEqual(['fast']);
    await scheduler.stop();
  });

  it('looks at everything at the start, then at its own pace', async () => {
    const runs: string[] = [];
    const { clock, scheduler } = world([poll('fast', 5 * SECOND, runs), poll('slow', MINUTE, runs)]);
    await scheduler.drain();
    expect(runs).toEqual(['fast', 'slow']);
    clock.advanceTo(clock.now() + 5 * SECOND);
    await scheduler.drain();
    expect(runs).toEqual(['fast', 'slow', 'fast']);
    await scheduler.stop();
  });

  it('looks less often on battery, and at once when the machine is back at the mains', async () => {
    const runs: string[] = [];
    let isOnBattery = true;
    const clock = manualClock(1_000_000);
    const jobs = [
      { ...poll('fast', 5 * SECOND, runs), onBattery: 30 * SECOND },
      poll('lease', 5 * SECOND, runs),
    ];
    const scheduler = new Scheduler(jobs, clock, silent, { isOnBattery: () => isOnBattery });
    scheduler.start();
    await scheduler.drain();
    clock.advanceTo(clock.now() + 10 * SECOND);
    await scheduler.drain();
    expect(runs).toEqual(['fast', 'lease', 'lease']);
    isOnBattery = false;
    scheduler.wake();
    await scheduler.drain();
    expect(runs).toEqual(['fast', 'lease', 'lease', 'fast']);
    await scheduler.stop();
  });

  it('catches up after a sleep with one look, not with one for every look it missed', async () => {
    const runs: string[] = [];
    const { clock, scheduler } = world([poll('fast', 5 * SECOND, runs)]);
    await scheduler.drain();
    clock.advanceTo(clock.now() + 8 * 60 * MINUTE);
    await scheduler.drain();
    expect(runs).toHaveLength(2);
    await scheduler.stop();
  });

  it('runs work when it is due, and says when that is', async () => {
    let due: number | null = 1_000_000 + MINUTE;
    const job: Job = {
      name: 'work',
      every: null,
      due: () => due,
      run: () => {
        due = null;
        return Promise.resolve();
      },
    };
    const { clock, scheduler } = world([job]);
    await scheduler.drain();
    expect(scheduler.nextWorkAt()).toBe(1_000_000 + MINUTE);
    clock.advanceTo(1_000_000 + MINUTE);
    await scheduler.drain();
    expect(due).toBeNull();
    expect(scheduler.nextWorkAt()).toBeNull();
    await scheduler.stop();
  });

  it('never runs a job beside itself', async () => {
    let running = 0;
    let most = 0;
    const job: Job = {
      name: 'slow',
      every: SECOND,
      due: () => null,
      run: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
      },
    };
    const { clock, scheduler } = world([job]);
    for (let nth = 0; nth < 5; nth += 1) {
      clock.advanceTo(clock.now() + SECOND);
      scheduler.wake();
    }
    await scheduler.drain();
    expect(most).toBe(1);
    await scheduler.stop();
  });

  it('waits after a failure instead of spinning, and lets the other jobs go on', async () => {
    const runs: string[] = [];
    let failures = 0;
    const broken: Job = {
      name: 'broken',
      every: null,
      due: (now) => now,
      run: () => {
        failures += 1;
        return Promise.reject(new Error('no'));
      },
    };
    const { clock, scheduler } = world([broken, poll('other', 5 * SECOND, runs)]);
    await scheduler.drain();
    expect([failures, runs.length]).toEqual([1, 1]);
    clock.advanceTo(clock.now() + 5 * SECOND);
    await scheduler.drain();
    expect([failures, runs.length]).toEqual([2, 2]);
    await scheduler.stop();
  });

  it('keeps looking when the clock is set back', async () => {
    const runs: string[] = [];
    let now = 10 * 60 * MINUTE;
    const clock = { now: () => now, steady: () => now, after: () => () => undefined };
    const scheduler = new Scheduler([poll('fast', 5 * SECOND, runs)], clock, silent);
    scheduler.start();
    await scheduler.drain();
    now -= 5 * 60 * MINUTE;
    await scheduler.drain();
    now += 5 * SECOND;
    await scheduler.drain();
    expect(runs.length).toBeGreaterThan(1);
    await scheduler.stop();
  });

  it('starts nothing any more after stop, and stop waits for what runs', async () => {
    let ended = false;
    const job: Job = {
      name: 'long',
      every: SECOND,
      due: () => null,
      run: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        ended = true;
      },
    };
    const { clock, scheduler } = world([job]);
    await Promise.resolve();
    await scheduler.stop();
    expect(ended).toBe(true);
    ended = false;
    clock.advanceTo(clock.now() + MINUTE);
    scheduler.wake();
    await scheduler.drain();
    expect(ended).toBe(false);
  });
});
