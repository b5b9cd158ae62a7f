import { UNDO_SECONDS, type UndoSeconds } from '#contract/human-mail.ts';
import type { CoreContext } from '../../context.ts';

const KEY = 'undo-send-seconds';
const USUAL: UndoSeconds = 30;

/** For how long a mail that a person sent waits, so that it can be taken back. */
export function undoSeconds({ store }: Pick<CoreContext, 'store'>): UndoSeconds {
  const kept = Number(store.cursor(KEY) ?? USUAL);
  return UNDO_SECONDS.find((seconds) => seconds === kept) ?? USUAL;
}

export function setUndoSeconds(core: CoreContext, seconds: UndoSeconds): void {
  core.store.commit({ cursors: { [KEY]: String(seconds) } });
}
