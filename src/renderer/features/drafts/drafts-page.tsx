import { Button } from '@mantine/core';
import { IconChecks, IconMailCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DRAFT_LISTS, type DraftListKind, type DraftRow } from '#contract/drafts.ts';
import { api } from '../../api/client.ts';
import { Page, PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { FilterChip, Toolbar } from '../../ui/toolbar.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import responses from '../responses/responses.module.css';
import { DraftList } from './draft-list.tsx';
import { DraftReader } from './draft-reader.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { RejectDialog } from './reject-dialog.tsx';
import { useDraftActions, useDrafts } from './use-drafts.ts';

const route = getRouteApi('/drafts');

const LISTS: Readonly<Record<DraftListKind, { name: string; emptyTitle: string; empty: string }>> = {
  waiting: {
    name: 'Waiting',
    emptyTitle: 'Nothing waits for approval',
    empty: 'Turn on “Review first” for an assistant, and her messages wait here before they go out.',
  },
  approved: {
    name: 'Approved',
    emptyTitle: 'Nothing approved is still here',
    empty: 'What was approved and goes out later, when hours and limits allow it, is listed here.',
  },
  settled: {
    name: 'Settled',
    emptyTitle: 'Nothing here yet',
    empty: 'What went out, was rejected or was withdrawn is listed here.',
  },
};

/** The page *Drafts*: messages that wait for approval, one after the other, by keyboard or by hand. */
export function DraftsPage() {
  const { kind = 'waiting' } = route.useSearch();
  const navigate = useNavigate();
  const count = useQuery(api.drafts.count.queryOptions());
  const query = useDrafts(kind);
  const actions = useDraftActions();
  /** Which one is read, and where it stood: when it leaves the list, the one in its place is read. */
  const [chosen, setChosen] = useState<{ id: string; index: number } | null>(null);
  const [editing, setEditing] = useState<DraftRow | null>(null);
  const [rejecting, setRejecting] = useState<DraftRow | null>(null);
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const found = rows.findIndex(({ id }) => id === chosen?.id);
  const index = found === -1 ? Math.min(chosen?.index ?? 0, rows.length - 1) : found;
  const row = rows[index];
  const waiting = row?.status === 'waiting' && !actions.isBusy ? row : null;

  const choose = (id: string): void => setChosen({ id, index: rows.findIndex((each) => each.id === id) });
  const move = (by: 1 | -1): void => {
    const next = rows[index + by];
    if (next !== undefined) choose(next.id);
    else if (by === 1 && query.hasNextPage) void query.fetchNextPage();
  };
  const approve = (): void => {
    if (waiting === null) return;
    setChosen({ id: waiting.id, index });
    actions.approve(waiting);
  };
  usePageKeys({
    j: () => move(1),
    k: () => move(-1),
    a: approve,
    e: () => setEditing(waiting),
    r: () => setRejecting(waiting),
  });

  return (
    <Page>
      <PageHeader
        title="Drafts"
        description="Messages that are written and wait for approval. Nothing here leaves before you say so."
        actions={
          kind === 'waiting' &&
          rows.length > 1 && (
            <Button
              variant="default"
              leftSection={<IconChecks size={16} aria-hidden />}
              disabled={actions.isBusy}
              onClick={() => void actions.approveAll(rows)}
            >
              Approve all shown
            </Button>
          )
        }
      />
      <div className={responses.page}>
        <Toolbar label="Lists">
          {DRAFT_LISTS.map((each) => (
            <FilterChip
              key={each}
              pressed={each === kind}
              count={each === 'settled' ? undefined : count.data?.[each]}
              onToggle={() => void navigate({ to: '/drafts', search: { kind: each }, replace: true })}
            >
              {LISTS[each].name}
            </FilterChip>
          ))}
        </Toolbar>
        {query.isPending && <LoadingState label="Reading the drafts" />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.data !== undefined && row === undefined && (
          <EmptyState icon={IconMailCheck} title={LISTS[kind].emptyTitle}>
            {LISTS[kind].empty}
          </EmptyState>
        )}
        {row !== undefined && (
          <div className={responses.panes}>
            <div className={responses.listPane}>
              <DraftList rows={rows} chosen={row.id} onChoose={choose} />
              {query.hasNextPage && (
                <Button
                  variant="default"
                  fullWidth
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  Show more
                </Button>
              )}
            </div>
            <DraftReader
              key={row.id}
              row={row}
              isBusy={actions.isBusy}
              onApprove={approve}
              onEdit={() => setEditing(row)}
              onReject={() => setRejecting(row)}
              onTakeBack={() => actions.takeBack(row)}
            />
          </div>
        )}
      </div>
      <EditDialog row={editing} onClose={() => setEditing(null)} />
      <RejectDialog
        row={rejecting}
        onClose={() => setRejecting(null)}
        onReject={(what) => {
          if (rejecting === null) return;
          setChosen({ id: rejecting.id, index });
          actions.reject(rejecting, what);
          setRejecting(null);
        }}
      />
    </Page>
  );
}
