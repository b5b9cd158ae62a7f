import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { LeadFilterInput, LeadRow } from '#contract/leads.ts';
import { api } from '../../api/client.ts';
import type { LeadSort } from './leads-search.ts';

/** Leads are read in pages of this many. */
export const PAGE_SIZE = 200;
/** A page that was left is kept this long, so that scrolling back is instant. */
const KEEP_MS = 5 * 60_000;
/** While the view flies past, its pages are not asked for. */
const SETTLE_MS = 90;

interface Wanted {
  readonly filter: LeadFilterInput;
  readonly sort: LeadSort;
  /** First and last row in view, 0-based. */
  readonly first: number;
  readonly last: number;
}

export interface LeadPages {
  /** How many leads match; the last known number while it is asked again; null before the first answer. */
  readonly total: number | null;
  readonly error: unknown;
  /** The row at an index, if its page is here. */
  at(index: number): LeadRow | undefined;
  /** Ids of the rows from `from` to `to`, read where they are not here yet. */
  idsBetween(from: number, to: number): Promise<string[]>;
  refetch(): void;
}

function pageOptions(filter: LeadFilterInput, sort: LeadSort, page: number) {
  return api.leads.page.queryOptions({
    input: { filter, sort, offset: page * PAGE_SIZE, limit: PAGE_SIZE },
    gcTime: KEEP_MS,
  });
}

/** The window of the Leads table over a list of any length: only the pages in view are read. */
export function useLeadPages({ filter, sort, first, last }: Wanted): LeadPages {
  const queryClient = useQueryClient();
  const firstPage = Math.floor(Math.max(0, first) / PAGE_SIZE);
  const lastPage = Math.floor(Math.max(0, last) / PAGE_SIZE);
  const [settled, setSettled] = useState({ firstPage, lastPage });
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ firstPage, lastPage }), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [firstPage, lastPage]);

  const pages: number[] = [];
  for (let page = settled.firstPage; page <= settled.lastPage; page++) pages.push(page);
  const results = useQueries({ queries: pages.map((page) => pageOptions(filter, sort, page)) });

  const newest = results
    .filter((result) => result.data !== undefined)
    .toSorted((a, b) => b.dataUpdatedAt - a.dataUpdatedAt)[0];
  const [lastTotal, setLastTotal] = useState<number | null>(null);
  const total = newest?.data?.total ?? lastTotal;
  if (total !== lastTotal) setLastTotal(total);

  const rowsOf = (page: number): readonly LeadRow[] | undefined => {
    const index = pages.indexOf(page);
    if (index >= 0) return results[index]?.data?.rows;
    return queryClient.getQueryData(pageOptions(filter, sort, page).queryKey)?.rows;
  };

  const idsBetween = useCallback(
    async (from: number, to: number) => {
      const ids: string[] = [];
      for (let page = Math.floor(from / PAGE_SIZE); page <= Math.floor(to / PAGE_SIZE); page++) {
        const { rows } = await queryClient.ensureQueryData(pageOptions(filter, sort, page));
        for (const [index, row] of rows.entries()) {
          const at = page * PAGE_SIZE + index;
          if (at >= from && at <= to) ids.push(row.id);
        }
      }
      return ids;
    },
    [filter, queryClient, sort],
  );

  return {
    total,
    error: results.find((result) => result.error !== null && result.data === undefined)?.error ?? null,
    at: (index) => rowsOf(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE],
    idsBetween,
    refetch: () => {
      for (const result of results) void result.refetch();
    },
  };
}
