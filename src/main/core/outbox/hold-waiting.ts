import type { CoreContext } from '../context.ts';
import { heldBack } from './settle.ts';

/** Rows moved at once. */
const ROUND = 500;

/**
 * Holds everything that waits to go out to a connection: it is listed in Preview. What is under way is held as soon
 * as it comes back.
 */
export function holdWaiting(core: CoreContext, connectionId: string): void {
  for (let after = 0; ;) {
    const rows = core.store.outbox.oldest('waiting', { connectionId, after }, ROUND);
    // A notice to the admins is about the connection and goes to nobody else.
    const held = rows.filter((row) => row.kind !== 'notice-mail');
    if (held.length > 0) core.store.commit({ settlements: held.map(heldBack) });
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
