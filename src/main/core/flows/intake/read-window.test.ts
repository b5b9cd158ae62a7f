import { describe, expect, it } from 'vitest';
import type { AssignedHit, AssignedQuery, CrmGateway } from '../../ports/crm-gateway.ts';
import { readWindow } from './read-window.ts';

/** A search with small pages and a small cap, as strict as the real one. */
function search(hits: readonly AssignedHit[]): { gateway: CrmGateway; calls: AssignedQuery[] } {
  const calls: AssignedQuery[] = [];
  const pageSize = 4;
  const searchCap = 12;
  const findAssigned = (query: AssignedQuery) => {
    calls.push(query);
    if (query.kind === 'since' && query.offset + pageSize > searchCap) throw new Error('past the cap');
    const all =
      query.kind === 'since'
        ? hits
            .filter((hit) => query.since === null || hit.assignedAt >= query.since)
            .toSorted((a, b) => a.assignedAt - b.assignedAt)
        : hits
            .filter(
              (hit) =>
                hit.assignedAt === query.at &&
                (query.afterRecordId === null || Number(hit.recordId) > Number(query.afterRecordId)),
            )
            .toSorted((a, b) => Number(a.recordId) - Number(b.recordId));
    const offset = query.kind === 'since' ? query.offset : 0;
    return Promise.resolve({ hits: all.slice(offset, offset + pageSize), total: all.length });
  };
  return { gateway: { findAssigned, pageSize, searchCap } as unknown as CrmGateway, calls };
}

const hits = (times: readonly number[]) =>
  times.map((assignedAt, nth): AssignedHit => ({ recordId: String(nth + 1), ownerId: '9', assignedAt }));

async function idsOf(given: readonly AssignedHit[], since: number | null = null): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const page of readWindow(search(given).gateway, ['9'], since))
    for (const hit of page) found.add(hit.recordId);
  return found;
}

describe('reading a window of assignments', () => {
  it.each([0, 1, 3, 4, 5, 12, 13, 50, 101])('finds all of %i, past the cap of a search', async (count) => {
    const given = hits(Array.from({ length: count }, (_, nth) => 1_000 + nth));
    expect((await idsOf(given)).size).toBe(count);
  });

  it('finds all when more than the cap share one instant', async () => {
    const times = [
      ...Array.from({ length: 40 }, () => 5_000),
      ...Array.from({ length: 30 }, (_, nth) => 5_001 + nth),
    ];
    expect((await idsOf(hits(times))).size).toBe(70);
  });

  it('finds all when every row shares one instant with others', async () => {
    expect(
      (await idsOf(hits(Array.from({ length: 60 }, (_, nth) => 1_000 + Math.floor(nth / 7))))).size,
    ).toBe(60);
  });

  it.each([1, 2, 6])('passes over none when %i rows leave with each page that is read', async (leaving) => {
    const given = hits(Array.from({ length: 60 }, (_, nth) => 1_000 + nth));
    const found = new Set<string>();
    const inWindow = [...given];
    for await (const page of readWindow(search(inWindow).gateway, ['9'], null)) {
      for (const hit of page) found.add(hit.recordId);
      const gone = inWindow.filter((hit) => found.has(hit.recordId)).slice(0, leaving);
      for (const hit of gone) inWindow.splice(inWindow.indexOf(hit), 1);
    }
    expect(found.size).toBe(60);
  });

  it('begins where it is told to', async () => {
    expect(await idsOf(hits([1, 2, 3, 4]), 3)).toEqual(new Set(['3', '4']));
  });

  it('asks no page more than it needs', async () => {
    const { gateway, calls } = search(hits([1, 2, 3, 4, 5, 6]));
    const pages = readWindow(gateway, ['9'], null);
    while (!(await pages.next()).done);
    expect(calls).toHaveLength(2);
  });
});
