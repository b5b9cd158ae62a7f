import { describe, expect, it } from 'vitest';
import { KILL_POINTS } from './protocol.ts';
import { runFaults } from './run-faults.ts';

/** As many as it takes for the kills; each is one data folder with its portal. */
const EPISODES = 6;

describe('the program, killed at every step while everything around it fails', () => {
  it('loses nothing, does nothing twice, and leaves nobody with an assistant', async () => {
    const summary = await runFaults({
      seed: 'short',
      minutes: null,
      episodes: EPISODES,
      atLeastKills: 200,
      onProgress: () => undefined,
    });
    expect(summary.findings).toEqual([]);
    expect(summary).toMatchObject({ duplicates: 0, losses: 0 });
    expect(summary.kills).toBeGreaterThanOrEqual(200);
    const killedAt = Object.keys(summary.killsByPoint);
    expect(KILL_POINTS.filter((point) => killedAt.includes(point)).length).toBeGreaterThan(8);
    expect(summary.leads).toBeGreaterThan(50);
    expect(summary.mails).toBeGreaterThan(50);
  }, 600_000);
});
