import { describe, expect, it } from 'vitest';
import { shellState } from './shell-state.ts';
import type { ShellFacts } from './shell-state.ts';

const QUIET: ShellFacts = {
  haltedSince: null,
  pausedUntil: null,
  attention: 0,
  outgoing: 0,
  leads: 12,
  nextWorkAt: 900,
};
const clockTime = (at: number): string => `at ${at}`;

describe('the tray says', () => {
  it.each<[string, Partial<ShellFacts>, string, string]>([
    ['when the next message goes out', {}, 'waiting', '12 leads in follow-up, next message at 900'],
    [
      'that nothing is planned',
      { leads: 0, nextWorkAt: null },
      'waiting',
      '0 leads in follow-up, nothing planned',
    ],
    ['how much is on its way', { outgoing: 1 }, 'working', 'Working: 1 write on the way'],
    [
      'what waits for the user, before any work',
      { outgoing: 5, attention: 1 },
      'attention',
      '1 thing needs attention',
    ],
    ['since when it is paused until', { pausedUntil: 700, attention: 2 }, 'stopped', 'Paused until at 700'],
    [
      'since when everything is stopped',
      { haltedSince: 5, pausedUntil: 700 },
      'stopped',
      'Stopped since at 5',
    ],
  ])('%s', (_title, facts, kind, line) => {
    expect(shellState({ ...QUIET, ...facts }, clockTime)).toEqual({ kind, line });
  });
});
