import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFileImport, IconFilterOff, IconUserPlus, IconUsers, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useNavigate, useParams } from '@tanstack/react-router';
import { Suspense, lazy, useCallback, useMemo, useState } from 'react';
import type { LeadAction, LeadTarget } from '#contract/leads.ts';
import type { LeadState } from '#contract/names.ts';
import { api } from '../../api/client.ts';
import { Page, PageHeader } from '../../ui/page-header.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { EmptyState, ErrorState } from '../../ui/page-states.tsx';
import { AttentionStrip } from '../attention/attention-strip.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { LeadDetail } from './lead-detail.tsx';
import { LeadTable } from './lead-table.tsx';
import classes from './leads-page.module.css';
import { LeadsToolbar } from './leads-toolbar.tsx';
import { filterOf, isFiltered, sortOf } from './leads-search.ts';
import type { LeadSort, LeadsSearch } from './leads-search.ts';
import { NOTHING_CHOSEN, chosenCount } from './selection.ts';
import type { Selection } from './selection.ts';
import { StateStrip } from './state-strip.tsx';
import { TagDialog } from './tags-field.tsx';
import { TileRow } from './tile-row.tsx';
import { useLeadActions } from './use-lead-actions.tsx';

const PerDayChart = lazy(async () => ({ default: (await import('./per-day-chart.tsx')).PerDayChart }));
const route = getRouteApi('/leads');

/** From this width of the window a lead stands beside the table; below, in its place. */
const BESIDE_FROM = '(min-width: 1100px)';
/** Only here is there room for the chart. */
const CHART_FROM = '(min-width: 901px) and (min-height: 661px)';

/** The page *Leads*: every lead the assistants have or had, and one of them in detail. */
export function LeadsPage() {
  const { leadId } = useParams({ strict: false });
  const beside = useMediaQuery(BESIDE_FROM, true, { getInitialValueInEffect: false });
  const search = route.useSearch();
  const navigate = useNavigate();
  const close = useCallback(() => void navigate({ to: '/leads', search }), [navigate, search]);
  const detail = leadId !== undefined && (
    <LeadDetail key={leadId} leadId={leadId} asPage={!beside} onClose={close} />
  );
  // In a narrow window the list stays behind the lead, so that its place is not lost.
  return (
    <div className={classes.split} data-beside={(leadId !== undefined && beside) || undefined}>
      <div className={classes.list} hidden={leadId !== undefined && !beside}>
        <LeadsList search={search} openId={leadId ?? null} />
      </div>
      {leadId !== undefined &&
        (beside ? (
          <aside className={classes.aside} aria-label="Lead">
            {detail}
          </aside>
        ) : (
          <Page>{detail}</Page>
        ))}
    </div>
  );
}

function LeadsList({ search, openId }: { readonly search: LeadsSearch; readonly openId: string | null }) {
  const navigate = useNavigate();
  const roomForChart = useMediaQuery(CHART_FROM, false, { getInitialValueInEffect: false });
  const filter = useMemo(() => filterOf(search), [search]);
  const sort = useMemo(() => sortOf(search), [search]);
  const filterKey = JSON.stringify(filter);
  const [chosen, setChosen] = useState({ filterKey, selection: NOTHING_CHOSEN });
  const [known, setTotal] = useState<number | null>(null);
  const [tagging, setTagging] = useState(false);
  const total = known ?? 0;
  // What was chosen under another filter is out of sight, so it is not chosen any more.
  const selection = chosen.filterKey === filterKey ? chosen.selection : NOTHING_CHOSEN;
  const setSelection = useCallback(
    (next: Selection) => setChosen({ filterKey, selection: next }),
    [filterKey],
  );
  const clear = useCallback(() => setSelection(NOTHING_CHOSEN), [setSelection]);
  const actions = useLeadActions(clear);

  const { states: _, ...withoutStates } = filter;
  const counts = useQuery(api.leads.counts.queryOptions({ input: { filter: withoutStates } }));
  const overview = useQuery(api.activity.overview.queryOptions());

  const change = (next: Partial<LeadsSearch>): void =>
    void navigate({ to: '.', search: { ...search, ...next }, replace: true });
  const toggleState = (state: LeadState): void => {
    const states = search.states ?? [];
    const next = states.includes(state) ? states.filter((other) => other !== state) : [...states, state];
    change({ states: next.length === 0 ? undefined : next });
  };
  const clearFilters = (): void =>
    void navigate({ to: '.', search: { by: search.by, descending: search.descending }, replace: true });

  const count = chosenCount(selection, total);
  const target: LeadTarget =
    selection.kind === 'ids' ? { kind: 'ids', ids: [...selection.ids] } : { kind: 'filter', filter };
  const act = (action: LeadAction): void => void actions.run({ action, count, target });

  const filtered = isFiltered(search);
  const nothingAtAll = counts.data?.total === 0 && !filtered;
  return (
    <Page>
      <div className={classes.top}>
        <PageHeader
          title="Leads"
          actions={openId === null && <ByHand />}
          description={
            nothingAtAll || known === null ? undefined : (
              <span className={classes.summary}>
                <span role="status">{`${total.toLocaleString()} ${filtered ? 'match' : 'in all'}`}</span>
                {filtered && (
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    leftSection={<IconX size={13} aria-hidden />}
                    onClick={clearFilters}
                  >
                    Clear filters
                  </Button>
                )}
              </span>
            )
          }
        />
        {!nothingAtAll && openId === null && (
          <TileRow
            search={search}
            onOpen={(tile) =>
              void navigate({ to: '.', search: { ...tile, by: search.by, descending: search.descending } })
            }
          />
        )}
        {overview.data && !nothingAtAll && openId === null && roomForChart && (
          <Suspense>
            <PerDayChart perDay={overview.data.perDay} />
          </Suspense>
        )}
      </div>
      <AttentionStrip brief={openId !== null} />
      {!nothingAtAll && (
        <div className={classes.controls}>
          <StateStrip counts={counts.data?.byState} chosen={search.states ?? []} onToggle={toggleState} />
          <LeadsToolbar search={search} onChange={change} brief={openId !== null} />
        </div>
      )}
      <LeadTable
        filter={filter}
        sort={sort}
        onSort={({ by, descending }: LeadSort) => change({ by, descending })}
        selection={selection}
        onSelection={setSelection}
        openId={openId}
        onOpen={(leadId) => void navigate({ to: '/leads/$leadId', params: { leadId }, search })}
        onTotal={setTotal}
        whenEmpty={filtered ? <NothingMatches onClear={clearFilters} /> : <NoLeadsYet />}
        whenFailed={(error, retry) => <ErrorState error={error} onRetry={retry} />}
      />
      {count > 0 && (
        <BulkBar
          count={count}
          total={total}
          all={selection.kind === 'all-matching'}
          busy={actions.busy}
          onAct={act}
          onTags={() => setTagging(true)}
          onAll={() => setSelection({ kind: 'all-matching' })}
          onClear={clear}
        />
      )}
      <TagDialog
        target={target}
        count={count}
        opened={tagging && count > 0}
        onClose={() => setTagging(false)}
      />
      {actions.dialogs}
    </Page>
  );
}

/** Leads that do not come from the CRM: one, or a file. */
function ByHand() {
  return (
    <>
      <LinkButton
        to="/imports"
        size="compact-sm"
        variant="default"
        leftSection={<IconFileImport size={15} aria-hidden />}
      >
        Import
      </LinkButton>
      <LinkButton
        to="/add-lead"
        size="compact-sm"
        variant="default"
        leftSection={<IconUserPlus size={15} aria-hidden />}
      >
        Add a lead
      </LinkButton>
    </>
  );
}

function NothingMatches({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState
      icon={IconFilterOff}
      title="No lead matches"
      action={
        <Button variant="default" onClick={onClear}>
          Clear filters
        </Button>
      }
    >
      Try fewer filters or another spelling.
    </EmptyState>
  );
}

function NoLeadsYet() {
  return (
    <EmptyState
      icon={IconUsers}
      title="No leads yet"
      action={
        <Button component={Link} to="/crm-details">
          Open CRM Details
        </Button>
      }
    >
      Assign a contact to an assistant’s user in your CRM; it appears here within seconds. CRM Details shows
      whether the CRM is connected and each assistant has her user.
    </EmptyState>
  );
}
