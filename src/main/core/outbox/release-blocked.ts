import type { CoreContext } from '../context.ts';
import type { WatchedKey } from '../domain/fields/drift.ts';
import type { OutboxRow } from '../ports/store/rows.ts';
import { asIs } from './settle.ts';

const ROUND = 500;

/** The lane of a value that waits for its property, beside the lane of its record: nothing else waits for it. */
export function blockedLane(key: WatchedKey, recordId: string): string {
  return `${lanesOf(key)}${recordId}`;
}

function lanesOf(key: WatchedKey): string {
  return `field/${key}/`;
}

/** A property can be written again: what waited for it goes now. */
export function releaseBlocked(core: CoreContext, connectionId: string, key: WatchedKey): void {
  const rows = key === 'assistant' ? waitingOwners(core, connectionId) : blockedRows(core, connectionId, key);
  for (const some of rows) {
    core.store.commit({
      settlements: some.map((row) => ({ ...asIs(row), nextAttemptAt: core.clock.now() })),
    });
  }
  core.wake();
}

/** How many writes wait for a property. */
export function countBlocked(core: CoreContext, connectionId: string, key: WatchedKey): number {
  let count = 0;
  const rows = key === 'assistant' ? waitingOwners(core, connectionId) : blockedRows(core, connectionId, key);
  for (const some of rows) count += some.length;
  return count;
}

function* blockedRows(
  core: CoreContext,
  connectionId: string,
  key: WatchedKey,
): Generator<readonly OutboxRow[]> {
  for (let after = ''; ;) {
    const rows = core.store.outbox.inLanes(connectionId, lanesOf(key), after, ROUND);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.filter((row) => row.status === 'waiting');
    after = last.lane;
  }
}

/** By property an owner is the assistant's name in her field; it waits in the lane of its record, as the last word. */
function* waitingOwners(core: CoreContext, connectionId: string): Generator<readonly OutboxRow[]> {
  for (let after = 0; ;) {
    const rows = core.store.outbox.oldest('waiting', { connectionId, after }, ROUND);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.filter((row) => row.kind === 'crm-owner' && row.nextAttemptAt > core.clock.now());
    after = last.id;
  }
}
