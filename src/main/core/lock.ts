import type { CoreContext } from './context.ts';

const KEY = 'lock-after-minutes';

/** After so many minutes without a person the host ends what a window may see; 0: never. */
export function lockAfterMinutes({ store }: Pick<CoreContext, 'store'>): number {
  return Number(store.cursor(KEY) ?? 0);
}

export function setLockAfter(core: CoreContext, minutes: number): void {
  core.store.commit({ cursors: { [KEY]: String(minutes) } });
  core.log.info('lock-after', { minutes });
  core.push(['system']);
}
