import type { AssignedHit, AssignedPage, CrmGateway } from '../../ports/crm-gateway.ts';
import type { Instant } from '../../domain/time.ts';

/**
 * This part of a page is asked for again with the next one. Rows leave the window while it is read (records are
 * handed back, or taken away), and those behind them move up: the last row read says by how much.
 */
const AGAIN = 0.05;

/**
 * Every assignment of the owners since a time, oldest first, page by page, past the provider's cap: at the cap,
 * and where more rows left than the overlap shows, the search begins anew at the last time seen; where more rows
 * than the cap share one instant they are read by record id. Hits may repeat; the caller acts on each once.
 */
export async function* readWindow(
  gateway: CrmGateway,
  ownerIds: readonly string[],
  since: Instant | null,
): AsyncGenerator<readonly AssignedHit[]> {
  const again = Math.ceil(gateway.pageSize * AGAIN);
  let from = since;
  for (;;) {
    let offset = 0;
    let last: AssignedHit | null = null;
    for (;;) {
      const page: AssignedPage = await gateway.findAssigned({
        kind: 'since',
        ownerIds,
        since: from,
        order: 'oldest-first',
        offset,
      });
      const read = last === null ? 0 : positionOf(page.hits, last) + 1;
      if (last !== null && read === 0) break;
      if (page.hits.length > read) yield page.hits.slice(read);
      last = page.hits.at(-1) ?? last;
      if (page.hits.length < gateway.pageSize) return;
      offset += page.hits.length - again;
      if (offset + gateway.pageSize > gateway.searchCap) break;
    }
    if (last === null) return;
    if (last.assignedAt === from) {
      yield* readInstant(gateway, ownerIds, last.assignedAt);
      from = last.assignedAt + 1;
    } else {
      from = last.assignedAt;
    }
  }
}

function positionOf(hits: readonly AssignedHit[], wanted: AssignedHit): number {
  return hits.findIndex((hit) => hit.recordId === wanted.recordId && hit.assignedAt === wanted.assignedAt);
}

async function* readInstant(
  gateway: CrmGateway,
  ownerIds: readonly string[],
  at: Instant,
): AsyncGenerator<readonly AssignedHit[]> {
  let afterRecordId: string | null = null;
  for (;;) {
    const page = await gateway.findAssigned({ kind: 'at', ownerIds, at, afterRecordId });
    if (page.hits.length > 0) yield page.hits;
    if (page.hits.length < gateway.pageSize) return;
    afterRecordId = page.hits.at(-1)?.recordId ?? null;
  }
}
