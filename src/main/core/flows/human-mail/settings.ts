import { QUIET_DAYS, UNDO_SECONDS, type QuietDays, type UndoSeconds } from '#contract/human-mail.ts';
import type { Store } from '../../ports/store/store.ts';

const UNDO = 'undo-send-seconds';
const USUAL_UNDO: UndoSeconds = 30;
const QUIET = 'quiet-days';
const USUAL_QUIET: QuietDays = 2;

/** For how long a mail that a person sent waits, so that it can be taken back. */
export function undoSeconds(store: Pick<Store, 'cursor'>): UndoSeconds {
  const kept = Number(store.cursor(UNDO) ?? USUAL_UNDO);
  return UNDO_SECONDS.find((seconds) => seconds === kept) ?? USUAL_UNDO;
}

/** For how many days after a person's mail the assistant sends none of her own to the lead. */
export function quietDays(store: Pick<Store, 'cursor'>): QuietDays {
  const kept = Number(store.cursor(QUIET) ?? USUAL_QUIET);
  return QUIET_DAYS.find((days) => days === kept) ?? USUAL_QUIET;
}

export function saveSettings(
  store: Pick<Store, 'commit'>,
  settings: { readonly undoSeconds: UndoSeconds; readonly quietDays: QuietDays },
): void {
  store.commit({ cursors: { [UNDO]: String(settings.undoSeconds), [QUIET]: String(settings.quietDays) } });
}
