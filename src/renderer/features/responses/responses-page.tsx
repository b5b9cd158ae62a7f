import { Button } from '@mantine/core';
import { IconMailOpened, IconSchool } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { RESPONSE_KINDS } from '#contract/responses.ts';
import type { ResponseKind } from '#contract/responses.ts';
import { api } from '../../api/client.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page, PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { FilterChip, Toolbar } from '../../ui/toolbar.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { setWriting } from '../human-mail/composer-state.ts';
import { intentOfKey, KIND_WORDS } from './intent-words.ts';
import { NamedPeople } from './named-people.tsx';
import { ResponseList } from './response-list.tsx';
import { ResponseReader } from './response-reader.tsx';
import classes from './responses.module.css';
import { StrayMails } from './stray-mails.tsx';
import { TeachOffer, type Corrected } from './teach-offer.tsx';
import { useResponseActions, useResponses } from './use-responses.ts';

const route = getRouteApi('/responses');

const EMPTY: Readonly<Record<ResponseKind, string>> = {
  open: 'Replies that a person wrote appear here until you say that they are dealt with.',
  unsure: 'Replies that were understood with too little confidence appear here.',
  human: 'No person has replied yet.',
  automatic: 'No absence notes and no tickets have come in yet.',
  bounce: 'No mail has come back yet.',
  all: 'What comes into the assistants’ mailboxes appears here.',
};

/** The lists beside replies, in the order in which they stand. */
const BESIDE = { named: 'Named people', 'no-lead': 'No lead' } as const;

/** The page *Responses*: what came in, and beside it who was named and what belongs to no lead. */
export function ResponsesPage() {
  const { kind = 'open' } = route.useSearch();
  const navigate = useNavigate();
  const counts = useQuery(api.responses.counts.queryOptions());
  const waiting = useQuery(api.responses.waiting.queryOptions());
  const beside = { named: waiting.data?.proposed ?? 0, 'no-lead': waiting.data?.strays ?? 0 };
  const open = (next: typeof kind): void =>
    void navigate({ to: '/responses', search: { kind: next }, replace: true });
  return (
    <Page>
      <PageHeader
        title="Responses"
        description="What came in, what it was understood as, and what waits for an answer."
        actions={
          <LinkButton to="/teaching" variant="default" leftSection={<IconSchool size={16} aria-hidden />}>
            Teach your assistant
          </LinkButton>
        }
      />
      <div className={classes.page}>
        <Toolbar label="Lists">
          {RESPONSE_KINDS.map((each) => (
            <FilterChip
              key={each}
              pressed={each === kind}
              count={counts.data?.[each] ?? 0}
              onToggle={() => open(each)}
            >
              {KIND_WORDS[each]}
            </FilterChip>
          ))}
          {(['named', 'no-lead'] as const).map((each) => (
            <FilterChip key={each} pressed={each === kind} count={beside[each]} onToggle={() => open(each)}>
              {BESIDE[each]}
            </FilterChip>
          ))}
        </Toolbar>
        {kind === 'named' ? <NamedPeople /> : kind === 'no-lead' ? <StrayMails /> : <Replies kind={kind} />}
      </div>
    </Page>
  );
}

/** One list of replies, read one after the other, by keyboard or by hand. */
function Replies({ kind }: { readonly kind: ResponseKind }) {
  const navigate = useNavigate();
  const query = useResponses(kind);
  const [corrected, setCorrected] = useState<Corrected | null>(null);
  const actions = useResponseActions(setCorrected);
  /** Which one is read, and where it stood: when it leaves the list, the one in its place is read. */
  const [chosen, setChosen] = useState<{ mailId: string; index: number } | null>(null);
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const found = rows.findIndex(({ mailId }) => mailId === chosen?.mailId);
  const index = found === -1 ? Math.min(chosen?.index ?? 0, rows.length - 1) : found;
  const row = rows[index];

  const choose = (mailId: string): void =>
    setChosen({ mailId, index: rows.findIndex((each) => each.mailId === mailId) });
  const move = (by: 1 | -1): void => {
    const next = rows[index + by];
    if (next !== undefined) choose(next.mailId);
    else if (by === 1 && query.hasNextPage) void query.fetchNextPage();
  };
  usePageKeys(
    {
      j: () => move(1),
      k: () => move(-1),
      e: () => {
        if (row === undefined || actions.isBusy) return;
        // The next one takes its place in the list.
        setChosen({ mailId: row.mailId, index });
        actions.settle(row);
      },
      r: () => {
        if (row !== undefined && row.bounce === null)
          setWriting({ leadId: row.leadId, kind: 'reply', mailId: row.mailId });
      },
      l: () => row !== undefined && void navigate({ to: '/leads/$leadId', params: { leadId: row.leadId } }),
    },
    (key) => {
      const intent = intentOfKey(key);
      if (intent !== null && row !== undefined && !actions.isBusy) void actions.correct(row, intent);
    },
  );

  return (
    <>
      {corrected !== null && <TeachOffer {...corrected} onClose={() => setCorrected(null)} />}
      {query.isPending && <LoadingState label="Reading the responses" />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && row === undefined && (
        <EmptyState
          icon={IconMailOpened}
          title={kind === 'open' ? 'Nothing waits for an answer' : 'Nothing here'}
        >
          {EMPTY[kind]}
        </EmptyState>
      )}
      {row !== undefined && (
        <div className={classes.panes}>
          <div className={classes.listPane}>
            <ResponseList rows={rows} chosen={row.mailId} onChoose={choose} />
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
          <ResponseReader key={row.mailId} row={row} actions={actions} />
        </div>
      )}
    </>
  );
}
