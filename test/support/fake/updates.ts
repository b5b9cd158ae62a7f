import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { UpdatesView } from '#contract/updates.ts';

const os = implement(contract);

/** An installed program that finds a newer version wherever it looks. */
export function fakeUpdates() {
  let view: UpdatesView = { version: '0.1.0', impossible: null, feedUrl: null, state: { kind: 'unknown' } };
  const become = (next: Partial<UpdatesView>): UpdatesView => {
    view = { ...view, ...next };
    return view;
  };
  return {
    get: os.updates.get.handler(() => view),
    setFeed: os.updates.setFeed.handler(({ input }) => become({ feedUrl: input.feedUrl })),
    check: os.updates.check.handler(() => become({ state: { kind: 'available', version: '0.2.0' } })),
    download: os.updates.download.handler(() => become({ state: { kind: 'ready', version: '0.2.0' } })),
    restart: os.updates.restart.handler(() => ({ done: true as const })),
  };
}
