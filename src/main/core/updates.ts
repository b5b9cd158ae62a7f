import type { UpdatesView } from '#contract/updates.ts';
import type { CoreContext } from './context.ts';

const KEY = 'update-feed';
const LOOPBACK: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];
const ELSEWHERE =
  'A hub is updated the way it was installed: bring the folder up to date and start it again.';

/** Where newer versions are looked for; null: nowhere, which is how a fresh installation begins. */
export function updateFeed({ store }: Pick<CoreContext, 'store'>): string | null {
  const kept = store.cursor(KEY) ?? '';
  return kept === '' ? null : kept;
}

export function setUpdateFeed(core: CoreContext, feedUrl: string | null): void {
  core.store.commit({ cursors: { [KEY]: feedUrl ?? '' } });
  core.log.info('update-feed', { on: feedUrl !== null });
  core.push(['system']);
}

/**
 * What is wrong with an address of newer versions, a sentence; null: nothing. A program comes from there, so nobody
 * on the way may change it: https, or this very machine.
 */
export function feedProblem(feedUrl: string): string | null {
  const url = URL.parse(feedUrl);
  if (url === null) return 'The address must be one such as https://updates.your-company.com/baton.';
  const isGuarded =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  if (!isGuarded)
    return 'The address must begin with https://, so that nobody can change what comes from it.';
  if (url.username !== '' || url.password !== '') return 'The address must hold no user and no password.';
  if (url.search !== '' || url.hash !== '') return 'The address must end with its folder, without ? and #.';
  return null;
}

/** Looks once, where an address is set. */
export async function lookForUpdate(core: CoreContext): Promise<void> {
  const feed = updateFeed(core);
  if (core.updates === undefined || core.updates.impossible !== null || feed === null) return;
  // What was brought here already is not looked for again.
  if (['downloading', 'ready'].includes(core.updates.state.kind)) return;
  await core.updates.check(feed);
}

export function updatesView(core: CoreContext): UpdatesView {
  return {
    version: core.host.version,
    impossible: core.updates === undefined ? ELSEWHERE : core.updates.impossible,
    feedUrl: updateFeed(core),
    state: core.updates?.state ?? { kind: 'unknown' },
  };
}
