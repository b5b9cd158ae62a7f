import { bareReads } from './bare-client.ts';
import { openBenchWorld } from './bench-world.ts';
import { rounded, type BenchOptions, type Figure } from './summary.ts';

/** As many batch reads at once as intake makes. */
const CONCURRENT = 8;

/**
 * Contacts per second from the first look for assignments until every note and status is delivered, without
 * limits, beside HubSpot's own client that only reads the same contacts from the same server.
 */
export async function* benchIntakeThroughput({ quick }: BenchOptions): AsyncGenerator<Figure> {
  const contacts = quick ? 1_000 : 10_000;
  const world = await openBenchWorld({ contacts, limits: 'off' });
  try {
    const { core, sandbox } = world;
    const ids = world.contactIds.slice(0, contacts);
    await world.assign(ids);
    const began = performance.now();
    const cpuBegan = process.cpuUsage();
    const polled = core.pollNow();
    await world.untilDelivered(contacts);
    const perSecond = (contacts * 1_000) / (performance.now() - began);
    const cpu = process.cpuUsage(cpuBegan);
    await polled;
    await world.checkCrm(contacts);
    const fields = core.context.store.connections.byId(world.connectionId)?.fieldNames;
    if (fields === undefined) throw new Error('The connection is gone.');
    const bareSequential = await bareReads(sandbox, ids, fields, 1);
    const bareParallel = await bareReads(sandbox, ids, fields, CONCURRENT);
    yield {
      bench: 'intake-throughput',
      contacts,
      perSecond: rounded(perSecond, 0),
      cpuMsPerContact: rounded((cpu.user + cpu.system) / 1_000 / contacts, 3),
      bareReadsSequentialPerSecond: rounded(bareSequential, 0),
      bareReadsParallelPerSecond: rounded(bareParallel, 0),
      ofBareSequential: rounded(perSecond / bareSequential, 2),
      ofBareParallel: rounded(perSecond / bareParallel, 2),
    };
  } finally {
    await world.close();
  }
}
