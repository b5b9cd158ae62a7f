import { expect, it } from 'vitest';
import { LEAD_STATES } from '#contract/names.ts';
import { runOnce } from '#hosts/demo/once.ts';

it('the demo takes leads through all twelve states, hands every one back, and leaves the CRM whole', async () => {
  const result = await runOnce({ contacts: 60, seed: 1, hubSpot: null, onProgress: () => undefined });
  expect(result.problems).toEqual([]);
  expect(result).toMatchObject({ leads: 60, handedBack: 60 });
  expect(LEAD_STATES.filter((state) => (result.passed[state] ?? 0) === 0)).toEqual([]);
}, 240_000);
