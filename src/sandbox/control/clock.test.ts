import { describe, expect, it } from 'vitest';
import { createClock } from './clock.ts';

describe('the clock of the portal', () => {
  it('runs with real time, faster, or not at all', () => {
    let real = 1_000;
    const clock = createClock({ startAt: 0, realNow: () => real });
    real += 10;
    expect(clock.now()).toBe(10);
    clock.run(60);
    real += 10;
    expect(clock.now()).toBe(610);
    clock.freeze();
    real += 10;
    expect(clock.now()).toBe(610);
    clock.advance(5);
    expect(clock.state()).toEqual({ now: 615, frozen: true, speed: 60 });
    clock.run();
    real += 1;
    expect(clock.now()).toBe(616);
    clock.set(3);
    expect(clock.now()).toBe(3);
  });

  it('refuses to be advanced backwards or to run at no speed', () => {
    const clock = createClock();
    expect(() => clock.advance(-1)).toThrow('use set to go back');
    expect(() => clock.run(0)).toThrow('freeze stops it');
  });
});
