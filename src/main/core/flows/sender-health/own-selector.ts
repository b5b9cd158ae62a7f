import type { CoreContext } from '../../context.ts';
import type { Store } from '../../ports/store/store.ts';

const keyOf = (assistantId: string): string => `dkim-selector/${assistantId}`;

/** The DKIM selector that an assistant's provider named; null: none was entered. */
export function ownSelector(store: Store, assistantId: string): string | null {
  return store.cursor(keyOf(assistantId)) || null;
}

/** Keeps it; empty: forgets it. */
export function keepSelector(core: CoreContext, assistantId: string, selector: string): void {
  core.store.commit({ cursors: { [keyOf(assistantId)]: selector } });
  core.push(['assistants']);
}
