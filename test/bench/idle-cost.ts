import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { startHubBeside } from './hub-beside.ts';
import { rounded, type BenchOptions, type Figure } from './summary.ts';

const LEADS = 200;
const MINUTES = 10;
/** What the start and the last deliveries leave behind is over after this, in ms. */
const SETTLE = 30_000;
const SAMPLE_EVERY = 5_000;
/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;

/**
 * What the program costs while nothing happens: a hub with leads in follow-up and no window, beside a CRM in which
 * nobody does anything. Processor time and memory of its process, calls to the CRM. Linux only.
 */
export async function* benchIdleCost({ quick, minutes }: BenchOptions): AsyncGenerator<Figure> {
  const length = (minutes ?? (quick ? 1 : MINUTES)) * 60_000;
  const world = await startHubBeside(LEADS);
  try {
    await pause(SETTLE);
    const { pid } = world.hub;
    await world.sandbox.resetCalls();
    const before = processorSeconds(pid);
    const began = performance.now();
    const memory: number[] = [];
    while (performance.now() - began < length) {
      await pause(Math.min(SAMPLE_EVERY, length));
      memory.push(residentMegabytes(pid));
    }
    const seconds = (performance.now() - began) / 1_000;
    const processor = processorSeconds(pid) - before;
    const byRoute = await world.sandbox.calls();
    const calls = Object.values(byRoute).reduce((sum, each) => sum + each, 0);
    yield {
      bench: 'idle-cost',
      leads: LEADS,
      minutes: rounded(seconds / 60, 2),
      processorSeconds: rounded(processor, 2),
      processorShare: rounded(processor / seconds, 4),
      residentMegabytes: { least: Math.min(...memory), most: Math.max(...memory), last: memory.at(-1) },
      calls,
      callsPerMinute: rounded(calls / (seconds / 60), 1),
      byRoute,
    };
  } finally {
    await world.close();
  }
}

/** User and system time of a process. */
function processorSeconds(pid: number): number {
  // Behind the name, which may hold spaces, the 12th and 13th number.
  const numbers = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(numbers[11]) + Number(numbers[12])) / TICKS;
}

function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1_024);
}
