import type { AssignedHit, CrmGateway } from '../../ports/crm-gateway.ts';
import type { Instant } from '../../domain/time.ts';

/**
 * Every assignment of the owners since a time, oldest first, page by page, past the provider's cap: at the cap
 * the search begins anew at the last time seen; where more rows than the cap share one instant they are read by
 * record id. Hits may repeat; the caller acts on each once.
 */
export async function* readWindow(
  gateway: CrmGateway,
  ownerIds: readonly string[],
  since: Instant | null,
): AsyncGenerator<readonly AssignedHit[]> {
  let from = since;
  for (;;) {
    let offset = 0;
    let last: Instant | null = null;
    for (;;) {
      const page = await gateway.findAssigned({
        kind: 'since',
        ownerIds,
        since: from,
        order: 'oldest-first',
        offset,
      });
      if (page.hits.length > 0) yield page.hits;
      last = page.hits.at(-1)?.assignedAt ?? last;
      offset += page.hits.length;
      if (page.hits.length < gateway.pageSize) return;
      if (offset + gateway.pageSize > gateway.searchCap) break;
    }
    if (last === null) return;
    if (last === from) {
      yield* readInstant(gateway, ownerIds, last);
      from = last + 1;
    } else {
      from = last;
    }
  }
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
