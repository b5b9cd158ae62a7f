import type { CoreContext } from '../../context.ts';
import type { AssignedHit, CrmGateway } from '../../ports/crm-gateway.ts';
import type { AssistantLink, Connection } from '../../ports/store/rows.ts';
import {
  cursorKey,
  FULL_READ_EVERY,
  PATIENCE,
  readCursor,
  windowStart,
  type AssignmentCursor,
} from './assignment-cursor.ts';
import { countBaselines, isBaseline } from './baseline.ts';
import { observeByProperty } from './observe-by-property.ts';
import { readWindow } from './read-window.ts';
import { takeAssignments } from './take-assignments.ts';

/** How many assignments are read back and decided together: one history read and one commit each. */
const CHUNK = 200;

/** An assistant who is a user of the CRM and may take records: her baseline is counted. */
interface ReadyLink extends AssistantLink {
  readonly ownerId: string;
}

/** The assistants whose assignments are watched in this connection. */
export function readyLinks(core: CoreContext, connectionId: string): readonly ReadyLink[] {
  return core.store.assistants
    .links(connectionId)
    .filter((link): link is ReadyLink => link.ownerId !== null && link.ownerActive && link.baseline !== null);
}

/**
 * One look for new assignments of a connection: one search for all its assistants. The newest page and the total
 * tell whether there is more; only then the window is read through.
 */
export async function observeAssignments(core: CoreContext, connectionId: string): Promise<void> {
  const connection = core.store.connections.byId(connectionId);
  if (connection === null) return;
  const look = async (gateway: CrmGateway): Promise<void> => {
    await countBaselines(core, connection, gateway);
    if (connection.assignment === 'owner') await observeByOwner(core, connection, gateway);
    else await observeByProperty(core, connection, gateway);
    core.lastPolls.set(connectionId, core.clock.now());
  };
  await core.crm.during(connectionId, look, 'intake');
}

async function observeByOwner(core: CoreContext, connection: Connection, gateway: CrmGateway): Promise<void> {
  const links = readyLinks(core, connection.id);
  if (links.length === 0) return;
  const ownerIds = links.map((link) => link.ownerId);
  const cursor = readCursor(core.store.cursor(cursorKey(connection.id)));
  const since = windowStart(cursor, gateway.lag);

  const newest = await gateway.findAssigned({
    kind: 'since',
    ownerIds,
    since,
    order: 'newest-first',
    offset: 0,
  });
  const fresh = unseen(core, connection.id, links, newest.hits);
  const unexplained = newest.total - core.store.seen.heldSince(connection.id, since) - fresh.length;
  const readThrough =
    (fresh.length > 0 && fresh.length === gateway.pageSize) ||
    unexplained > cursor.unexplained ||
    cursor.fullReadAt === null ||
    cursor.fullReadAt + FULL_READ_EVERY <= core.clock.now();

  if (!readThrough) {
    await take(core, connection, gateway, [...fresh].reverse());
    const left = Math.min(cursor.unexplained, Math.max(0, unexplained));
    save(
      core,
      connection.id,
      advance(core, cursor, { highWater: latest(cursor, newest.hits), unexplained: left }),
    );
    return;
  }
  let highWater = latest(cursor, newest.hits);
  if (newest.total <= newest.hits.length) {
    await take(core, connection, gateway, [...fresh].reverse());
  } else {
    let waiting: readonly AssignedHit[] = [];
    for await (const hits of readWindow(gateway, ownerIds, since)) {
      waiting = unseen(core, connection.id, links, [...waiting, ...hits]);
      // Full chunks only: they make full batches of reads and writes.
      const full = waiting.length - (waiting.length % CHUNK);
      await take(core, connection, gateway, waiting.slice(0, full));
      waiting = waiting.slice(full);
      highWater = latest({ ...cursor, highWater }, hits);
    }
    await take(core, connection, gateway, waiting);
  }
  const left = newest.total - core.store.seen.heldSince(connection.id, since);
  const fullReadAt = core.clock.now();
  save(core, connection.id, {
    ...advance(core, cursor, { highWater, unexplained: Math.max(0, left) }),
    fullReadAt,
  });
}

/** The window stays where it is while the index counts rows in it that it has not shown yet. */
function advance(
  core: CoreContext,
  cursor: AssignmentCursor,
  seen: Pick<AssignmentCursor, 'highWater' | 'unexplained'>,
): AssignmentCursor {
  const now = core.clock.now();
  if (seen.unexplained === 0) return { ...cursor, ...seen, heldBackAt: null };
  const heldBackAt = cursor.heldBackAt ?? now;
  const waits = heldBackAt <= now && now < heldBackAt + PATIENCE;
  return { ...cursor, ...seen, highWater: waits ? cursor.highWater : seen.highWater, heldBackAt };
}

/** Those not looked at before and not of the baseline, each once, in their order. */
export function unseen(
  core: CoreContext,
  connectionId: string,
  links: readonly AssistantLink[],
  hits: readonly AssignedHit[],
): readonly AssignedHit[] {
  const candidates = hits.filter((hit) => {
    const link = links.find((each) => each.ownerId === hit.ownerId);
    return link === undefined || !isBaseline(link, hit.assignedAt);
  });
  const seen = new Set(core.store.seen.among(connectionId, candidates).map(keyOf));
  return candidates.filter((hit) => {
    const key = keyOf(hit);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

async function take(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  hits: readonly AssignedHit[],
): Promise<void> {
  for (let start = 0; start < hits.length; start += CHUNK) {
    await takeAssignments(core, connection.id, gateway, hits.slice(start, start + CHUNK));
  }
}

function latest(cursor: AssignmentCursor, hits: readonly AssignedHit[]): number | null {
  return hits.reduce<number | null>(
    (high, hit) => (high === null || hit.assignedAt > high ? hit.assignedAt : high),
    cursor.highWater,
  );
}

function save(core: CoreContext, connectionId: string, cursor: AssignmentCursor): void {
  core.store.commit({ cursors: { [cursorKey(connectionId)]: JSON.stringify(cursor) } });
}

function keyOf(hit: { recordId: string; ownerId: string; assignedAt: number }): string {
  return `${hit.recordId}/${hit.ownerId}/${hit.assignedAt}`;
}
