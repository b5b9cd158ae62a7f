import { afterEach, describe, expect, it } from 'vitest';
import { openFlowWorld, type FlowWorld } from '#test/support/flow-world.ts';
import { filterOf } from '../../src/renderer/features/leads/leads-search.ts';
import { TILES } from '../../src/renderer/features/leads/tiles.ts';

let world: FlowWorld;
afterEach(() => world.close());

/** Every lead of the list behind a filter, page by page. */
async function listed(filter: ReturnType<typeof filterOf>): Promise<number> {
  const sort = { by: 'updated', descending: true } as const;
  const seen = new Set<string>();
  for (let offset = 0; ; offset += 3) {
    const page = await world.api.leads.page({ filter, sort, offset, limit: 3 });
    for (const row of page.rows) seen.add(row.id);
    if (page.rows.length < 3) return seen.size;
  }
}

describe('the number of each tile', () => {
  it('is that of the list it opens, whatever has happened to the leads', async () => {
    world = await openFlowWorld();
    const ids = world.contacts(9);
    world.assign(ids);
    await world.poll();
    await world.passUntil(() => ids.every((id) => world.mailsTo(id).length > 0));
    const [hot, responded, away, handedBack] = ids;
    await world.reply(hot ?? '', 'agreed-to-meet');
    await world.reply(responded ?? '', 'more-info');
    await world.reply(away ?? '', 'out-of-office-undated');
    await world.press(handedBack ?? '', 'hand-back');
    const numbers: Record<string, number> = {};
    const lists: Record<string, number> = {};
    for (const tile of TILES) {
      const filter = filterOf(tile.search);
      numbers[tile.key] = (await world.api.leads.counts({ filter })).total;
      lists[tile.key] = await listed(filter);
    }
    expect(numbers).toEqual(lists);
    expect(numbers).toEqual({ all: 9, held: 6, answered: 2, 'at-risk': 0, away: 1 });
  });
});
