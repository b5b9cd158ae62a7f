import { describe, expect, it } from 'vitest';
import { programTime } from '../api/program-time.ts';
import { exactTime, relativeTime } from './time-words.ts';

const now = Date.UTC(2026, 2, 3, 13, 5);
const minutes = (n: number): number => n * 60_000;

describe('relativeTime', () => {
  it.each([
    [0, 'just now'],
    [-minutes(5), '5 min ago'],
    [minutes(90), 'in 2 h'],
    [minutes(60 * 24 * 3), 'in 3 d'],
    [-minutes(60 * 24 * 100), '3 mo ago'],
    [minutes(60 * 24 * 800), 'in 2 y'],
    [minutes(0.6), 'in 1 min'],
  ])('%d ms away reads "%s"', (away, words) => {
    expect(relativeTime(now + away, now)).toBe(words);
  });
});

describe('exactTime', () => {
  it('names the zone, so that a reader elsewhere is not misled', () => {
    expect(exactTime(now, 'en-GB', 'Europe/Berlin')).toBe('Tue, 3 Mar 2026, 14:05 CET');
  });
});

describe('programTime', () => {
  it('runs as fast as the demo does', () => {
    expect(programTime({ now, speed: 3600, heardAt: 1_000 }, 3_000)).toBe(now + minutes(120));
  });

  it('is this machine’s clock until the program has said its own', () => {
    expect(programTime(null, 42)).toBe(42);
  });
});
