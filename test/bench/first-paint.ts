import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#test/support/browser.ts';
import { startHubBeside } from './hub-beside.ts';
import { quantile, rounded, type BenchOptions, type Figure } from './summary.ts';

const LEADS = 200;
/** Since the page began to load, in ms. */
const FIRST_PAINT = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null`;

/** One opening of the window, in ms. */
interface Opening {
  /** Start of the program until it serves its screens. */
  readonly start?: number;
  /** The window is opened until something is painted. */
  readonly paint: number;
  /** Until the leads stand there. */
  readonly leads: number;
}

/**
 * How long a person waits: the start of the program, the first paint of its window, the first screen with its data.
 * Cold: a program just started and a browser that has seen none of it. Warm: the window is opened again.
 */
export async function* benchFirstPaint({ quick }: BenchOptions): AsyncGenerator<Figure> {
  const runs = quick ? 3 : 9;
  const world = await startHubBeside(LEADS);
  const cold: Opening[] = [];
  const warm: Opening[] = [];
  try {
    for (let run = 0; run < runs; run += 1) {
      const began = performance.now();
      const hub = await world.restart();
      const start = performance.now() - began;
      const browser = await launchBrowser();
      try {
        cold.push({ start, ...(await opened(browser, hub.openUrl, warm)) });
      } finally {
        await browser.close();
      }
    }
  } finally {
    await world.close();
  }
  yield { bench: 'first-paint', window: 'cold', runs, leads: LEADS, ...summary(cold) };
  yield { bench: 'first-paint', window: 'warm', runs, leads: LEADS, ...summary(warm) };
}

/** Opens the screens, and once more in the same browser: that goes to `again`. */
async function opened(browser: Browser, url: string, again: Opening[]): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const first = await context.newPage();
  const cold = await waited(first, url);
  await first.close();
  // The session is there now: the address without its token.
  again.push(await waited(await context.newPage(), new URL('/', url).href));
  return cold;
}

async function waited(page: Page, url: string): Promise<Opening> {
  const began = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.getByRole('row').nth(3).waitFor();
  const leads = performance.now() - began;
  const paint = await page.evaluate<number | null>(FIRST_PAINT);
  if (paint === null) throw new Error('The browser tells of no paint.');
  return { paint, leads };
}

function summary(openings: readonly Opening[]): Readonly<Record<string, unknown>> {
  const ofAll = (values: readonly (number | undefined)[]) => {
    const known = values.filter((value) => value !== undefined);
    return { p50: rounded(quantile(known, 0.5), 0), worst: rounded(Math.max(...known), 0) };
  };
  const starts = openings.map(({ start }) => start);
  return {
    ...(starts.includes(undefined) ? {} : { startMs: ofAll(starts) }),
    firstPaintMs: ofAll(openings.map(({ paint }) => paint)),
    leadsShownMs: ofAll(openings.map(({ leads }) => leads)),
  };
}
