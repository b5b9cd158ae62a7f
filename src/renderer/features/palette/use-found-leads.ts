import { useDebouncedValue } from '@mantine/hooks';
import { IconUser } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { failureOf } from '../../api/errors.ts';
import type { PaletteGroup } from './palette-entries.ts';

const TYPING_PAUSE_MS = 150;
const SHORTEST = 2;
const MOST = 8;

/** Leads by name, company or address, as the program finds them. */
export function useFoundLeads(query: string): {
  /** Null: no lead matches, or none was asked for. */
  readonly group: PaletteGroup | null;
  readonly searching: boolean;
  /** Why leads could not be looked for. */
  readonly problem: string | null;
  /** How many more there are; empty: none. */
  readonly more: string;
} {
  const navigate = useNavigate();
  const [settled] = useDebouncedValue(query.trim(), TYPING_PAUSE_MS);
  const isAsked = query.trim().length >= SHORTEST && settled.length >= SHORTEST;
  const found = useQuery(
    api.leads.page.queryOptions({
      input: {
        filter: { search: settled },
        sort: { by: 'updated', descending: true },
        offset: 0,
        limit: MOST,
      },
      enabled: isAsked,
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  const searching = query.trim().length >= SHORTEST && (settled !== query.trim() || found.isFetching);
  const problem = isAsked && found.error ? failureOf(found.error).sentence : null;
  if (!isAsked || found.data === undefined || found.data.rows.length === 0)
    return { group: null, searching, problem, more: '' };
  const { rows, total } = found.data;
  return {
    searching,
    problem,
    more: total > rows.length ? `, and ${(total - rows.length).toLocaleString()} more leads` : '',
    group: {
      title: 'Leads',
      entries: rows.map((lead) => ({
        id: `lead-${lead.id}`,
        label: lead.name || lead.email || 'No name',
        detail: [lead.company, lead.name === '' ? '' : lead.email, lead.state]
          .filter((part) => part !== '')
          .join(' · '),
        icon: IconUser,
        run: () => void navigate({ to: '/leads/$leadId', params: { leadId: lead.id } }),
      })),
    },
  };
}
