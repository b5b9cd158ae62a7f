import { z } from 'zod';
import { openBenchWorld } from './bench-world.ts';
import { quantile, rounded, type BenchOptions, type Figure } from './summary.ts';

/** On average one assignment in so many ms. */
const APART = 2_000;
/** How long the CRM's search lags behind writes, in ms: not at all, and up to three seconds. */
const LAGS = ['0-0', '200-3000'];

const dump = z.object({
  objects: z.object({
    contacts: z.array(z.object({ id: z.string(), values: z.record(z.string(), z.string()) })),
    notes: z.array(
      z.object({ createdAt: z.number(), associations: z.array(z.object({ toId: z.string() })) }),
    ),
  }),
});

/**
 * Seconds from the moment at which a person assigns a contact until its note stands in the CRM, both by the
 * CRM's own times: single assignments at random moments, the real poll, HubSpot's limits, the machine's clock.
 */
export async function* benchAssignToNote({ quick }: BenchOptions): AsyncGenerator<Figure> {
  for (const lag of LAGS) yield await measure(quick ? 10 : 60, lag);
}

async function measure(contacts: number, lag: string): Promise<Figure> {
  const world = await openBenchWorld({ contacts, limits: 'hubspot', lag });
  try {
    const ids = world.contactIds.slice(0, contacts);
    for (const id of ids) {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 2 * APART));
      await world.assign([id]);
    }
    await world.untilDelivered(contacts);
    const { objects } = dump.parse(await world.sandbox.control('GET', '/dump'));
    const assignedAt = new Map(
      objects.contacts.map(({ id, values }) => [id, Date.parse(values['hubspot_owner_assigneddate'] ?? '')]),
    );
    const notedAt = new Map(
      objects.notes.flatMap(({ createdAt, associations }) =>
        associations.map(({ toId }) => [toId, createdAt] as const),
      ),
    );
    const seconds = ids.map((id) => ((notedAt.get(id) ?? NaN) - (assignedAt.get(id) ?? NaN)) / 1_000);
    if (seconds.some(Number.isNaN)) throw new Error('A contact has no note, or no date of assignment.');
    return {
      bench: 'assign-to-note',
      contacts,
      searchLagMs: lag,
      p50Seconds: rounded(quantile(seconds, 0.5), 2),
      p95Seconds: rounded(quantile(seconds, 0.95), 2),
      maxSeconds: rounded(Math.max(...seconds), 2),
    };
  } finally {
    await world.close();
  }
}
