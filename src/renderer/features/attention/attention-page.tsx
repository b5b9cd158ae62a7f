import { IconCircleCheck, IconFilterOff } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { SEVERITIES } from '#contract/attention.ts';
import { api } from '../../api/client.ts';
import { Page, PageBody, PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { FilterChip, Toolbar } from '../../ui/toolbar.tsx';
import { AttentionRow } from './attention-row.tsx';
import type { AttentionSearch } from './attention-search.ts';
import classes from './attention.module.css';
import { SEVERITY_WORDS, useAttention, useSolve } from './use-attention.ts';

const route = getRouteApi('/attention');

/** The page *Needs attention*: everything that waits for the user, by severity and connection. */
export function AttentionPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const query = useAttention();
  const connections = useQuery(api.connections.list.queryOptions()).data ?? [];
  const solver = useSolve();
  const change = (next: Partial<AttentionSearch>): void =>
    void navigate({ to: '/attention', search: { ...search, ...next }, replace: true });
  const all = query.data ?? [];
  const ofConnection = all.filter(
    ({ connectionId }) => search.connectionId === undefined || connectionId === search.connectionId,
  );
  const shown = ofConnection.filter(
    ({ severity }) => search.severity === undefined || severity === search.severity,
  );
  return (
    <Page>
      <PageHeader
        title="Needs attention"
        description={
          query.data === undefined ? undefined : (
            <span role="status">
              {all.length === 1 ? '1 thing waits for you.' : `${all.length} things wait for you.`}
            </span>
          )
        }
      />
      <PageBody>
        <div className={classes.page}>
          {query.isPending && <LoadingState label="Reading what needs attention" />}
          {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
          {all.length > 0 && (
            <Toolbar label="Filter">
              {SEVERITIES.map((severity) => (
                <FilterChip
                  key={severity}
                  pressed={search.severity === severity}
                  count={ofConnection.filter((entry) => entry.severity === severity).length}
                  onToggle={() => change({ severity: search.severity === severity ? undefined : severity })}
                >
                  {SEVERITY_WORDS[severity]}
                </FilterChip>
              ))}
              {connections.length > 1 &&
                connections.map(({ id, name }) => (
                  <FilterChip
                    key={id}
                    pressed={search.connectionId === id}
                    count={all.filter(({ connectionId }) => connectionId === id).length}
                    onToggle={() => change({ connectionId: search.connectionId === id ? undefined : id })}
                  >
                    <bdi>{name}</bdi>
                  </FilterChip>
                ))}
            </Toolbar>
          )}
          {query.data?.length === 0 && (
            <EmptyState icon={IconCircleCheck} title="Nothing waits for you">
              Failures, questions and what Baton cannot decide alone appear here, each with the button that
              solves it.
            </EmptyState>
          )}
          {all.length > 0 && shown.length === 0 && (
            <EmptyState
              icon={IconFilterOff}
              title="Nothing matches"
              action={
                <Button
                  variant="default"
                  onClick={() => void navigate({ to: '/attention', search: {}, replace: true })}
                >
                  Clear filters
                </Button>
              }
            >
              Other things still wait: {all.length} in all.
            </EmptyState>
          )}
          {SEVERITIES.map((severity) => {
            const entries = shown.filter((entry) => entry.severity === severity);
            if (entries.length === 0) return null;
            return (
              <section key={severity} aria-labelledby={`attention-${severity}`}>
                <h2 id={`attention-${severity}`} className={classes.group}>
                  {SEVERITY_WORDS[severity]}
                </h2>
                <ul className={classes.entries} data-whole>
                  {entries.map((entry) => (
                    <AttentionRow key={entry.id} entry={entry} solver={solver} />
                  ))}
                </ul>
              </section>
            );
          })}
        </div>
      </PageBody>
    </Page>
  );
}
