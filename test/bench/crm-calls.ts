import { openBenchWorld } from './bench-world.ts';
import { rounded, type BenchOptions, type Figure } from './summary.ts';

/** HubSpot's largest batches: search page, read with history, creates, updates. */
const SEARCH_PAGE = 200;
const HISTORY_READ = 50;
const WRITES = 100;
/** Search, read, note and status for every contact by itself. */
const STEPS = 4;

/**
 * HubSpot calls from the assignment of so many contacts until every note and status is delivered, whatever they
 * were made for, under HubSpot's own limits; beside the fewest that its batch sizes allow.
 */
export async function* benchCrmCalls({ quick }: BenchOptions): AsyncGenerator<Figure> {
  for (const contacts of quick ? [1, 100, 1_000] : [1, 100, 10_000]) {
    const world = await openBenchWorld({ contacts, limits: 'hubspot' });
    try {
      await world.sandbox.resetCalls();
      const began = performance.now();
      await world.assign(world.contactIds.slice(0, contacts));
      await world.untilDelivered(contacts);
      const seconds = (performance.now() - began) / 1_000;
      const byRoute = await world.sandbox.calls();
      await world.checkCrm(contacts);
      const calls = Object.values(byRoute).reduce((sum, count) => sum + count, 0);
      const bound = fewest(contacts);
      yield {
        bench: 'crm-calls',
        contacts,
        calls,
        perContact: rounded(calls / contacts, 4),
        bound,
        ratio: rounded(calls / bound, 3),
        oneCallPerStep: contacts * STEPS,
        seconds: rounded(seconds, 1),
        byRoute,
      };
    } finally {
      await world.close();
    }
  }
}

function fewest(contacts: number): number {
  const batches = [SEARCH_PAGE, HISTORY_READ, WRITES, WRITES];
  return batches.reduce((sum, size) => sum + Math.ceil(contacts / size), 0);
}
