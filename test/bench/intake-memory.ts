import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openBenchWorld } from './bench-world.ts';
import { rounded, type BenchOptions, type Figure } from './summary.ts';

/** The delay is looked at every so many ms, and a delay of that length is none. */
const RESOLUTION = 1;
const MEGABYTE = 1_000_000;

/** Memory of the core's process and the delay of its event loop while it takes contacts as fast as it can. */
export async function* benchIntakeMemory({ quick }: BenchOptions): AsyncGenerator<Figure> {
  const contacts = quick ? 1_000 : 10_000;
  const world = await openBenchWorld({ contacts, limits: 'off' });
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  try {
    const ids = world.contactIds.slice(0, contacts);
    await world.assign(ids);
    const before = process.memoryUsage();
    let heap = before.heapUsed;
    const look = setInterval(() => {
      heap = Math.max(heap, process.memoryUsage().heapUsed);
    }, 50);
    delay.enable();
    const polled = world.core.pollNow();
    await world.untilDelivered(contacts);
    delay.disable();
    clearInterval(look);
    await polled;
    const inMs = (nanoseconds: number): number => rounded(Math.max(0, nanoseconds / 1e6 - RESOLUTION), 1);
    yield {
      bench: 'intake-memory',
      contacts,
      rssBeforeMegabytes: rounded(before.rss / MEGABYTE, 0),
      rssPeakMegabytes: rounded((process.resourceUsage().maxRSS * 1024) / MEGABYTE, 0),
      heapPeakMegabytes: rounded(heap / MEGABYTE, 0),
      loopDelayP50Ms: inMs(delay.percentile(50)),
      loopDelayP99Ms: inMs(delay.percentile(99)),
      loopDelayMaxMs: inMs(delay.max),
    };
  } finally {
    await world.close();
  }
}
