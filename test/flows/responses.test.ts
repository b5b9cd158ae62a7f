import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFlowWorld, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

const responses = () => world.api.responses;
const page = (kind: 'open' | 'unsure' | 'human' | 'automatic' | 'bounce' | 'all') =>
  responses().page({ kind, after: null, limit: 50 });

describe('the responses', () => {
  it('lists what came in, newest first, and what a person dealt with goes from the open ones', async () => {
    const first = await world.mailed();
    await world.reply(first, 'more-info');
    const second = await world.mailed();
    await world.reply(second, 'out-of-office');
    const all = (await page('all')).rows;
    expect(all.map(({ leadId }) => leadId)).toEqual([world.lead(second).id, world.lead(first).id]);
    expect(await responses().counts()).toMatchObject({ all: 2, human: 1, open: 1, automatic: 1, bounce: 0 });
    const [open] = (await page('open')).rows;
    expect(open).toMatchObject({
      leadId: world.lead(first).id,
      intent: 'SeekingMoreInfo',
    });
    await responses().settle({ mailId: open?.mailId ?? '', settled: true });
    expect((await page('open')).rows).toEqual([]);
    expect((await page('human')).rows).toHaveLength(1);
  });

  it('goes on after the last row of a page', async () => {
    const id = await world.mailed();
    await world.reply(id, 'more-info');
    const [row] = (await page('all')).rows;
    const after = { at: row?.at ?? 0, mailId: row?.mailId ?? '' };
    expect((await responses().page({ kind: 'all', after, limit: 50 })).rows).toEqual([]);
  });

  it('a corrected intent reaches the CRM: the status and a task, and nothing twice', async () => {
    const id = await world.mailed();
    await world.reply(id, 'more-info');
    expect(world.value(id, STATUS)).toBe('Responded');
    const [row] = (await page('open')).rows;
    const mailId = row?.mailId ?? '';
    const logged = world.activities(id, 'emails').length;
    const corrected = await responses().correct({ mailId, intent: 'AgreedToMeet' });
    expect(corrected).toMatchObject({ intent: 'AgreedToMeet', confidence: 1, state: 'Hot', isUnsure: false });
    await world.core.drain();
    expect(world.value(id, STATUS)).toBe('Hot');
    expect(world.activities(id, 'tasks')).toHaveLength(1);
    expect(world.activities(id, 'emails')).toHaveLength(logged);
    expect(world.owner(id)).toBe(world.colleague().id);
    await expect(responses().correct({ mailId, intent: 'AgreedToMeet' })).rejects.toThrow(/already/);
  });
});
