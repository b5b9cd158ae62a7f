import { runInThisContext } from 'node:vm';
import electron from './electron.ts';
import { outside } from './outside.ts';

interface Order {
  readonly id: number;
  readonly source: string;
  readonly argument: unknown;
}

/** Runs functions that a test sends, as Playwright's `electronApp.evaluate` does in a real one. */
export function serveControl(): void {
  process.on('message', (order: Order) => {
    void obey(order).then((answer) => process.send?.(answer));
  });
  // A test that went away takes the program with it.
  process.on('disconnect', () => electron.app.exit(1));
}

async function obey({ id, source, argument }: Order): Promise<object> {
  try {
    // The source is a function of the test suite's own; this runtime exists only for tests.
    const run = runInThisContext(`(${source})`) as (parts: object, argument: unknown) => unknown;
    return { id, value: await run({ ...electron, outside }, argument) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
