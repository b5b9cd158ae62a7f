import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { LeadRow } from '#contract/leads.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import classes from './lead-table.module.css';
import { SOURCE_WORDS, followUpWords, hasDate, shortDay } from './lead-words.ts';
import type { LeadSort } from './leads-search.ts';

/** A row in view: its place in the whole list, and the lead once its page is here. */
export interface Slot {
  readonly index: number;
  readonly lead: LeadRow | undefined;
}

/** What the table of leads uses of TanStack Table. */
export const leadFeatures = tableFeatures({ columnVisibilityFeature, rowSortingFeature });

const helper = createColumnHelper<typeof leadFeatures, Slot>();

interface Layout {
  /** A track of `grid-template-columns`. */
  readonly track: string;
  /** The column stands only where the table is at least this wide, in pixels. */
  readonly from: number;
}

/** Where each column stands. `from` is where the smallest widths of it and all before it fit. */
export const COLUMN_LAYOUT: Readonly<Record<string, Layout>> = {
  name: { track: 'minmax(10.5rem, 1.7fr)', from: 0 },
  state: { track: '7.5rem', from: 0 },
  progress: { track: '4.5rem', from: 600 },
  next: { track: '8rem', from: 520 },
  context: { track: 'minmax(7.5rem, 1.4fr)', from: 730 },
  owner: { track: 'minmax(6.5rem, 0.9fr)', from: 844 },
  company: { track: 'minmax(6.5rem, 0.9fr)', from: 960 },
  assistant: { track: 'minmax(6rem, 0.8fr)', from: 1_120 },
};

function TwoLines({ first, second }: { readonly first: React.ReactNode; readonly second?: React.ReactNode }) {
  return (
    <span className={classes.two}>
      <span className={classes.first} dir="auto">
        {first}
      </span>
      {second !== undefined && second !== '' && <span className={classes.second}>{second}</span>}
    </span>
  );
}

function Progress({ lead }: { readonly lead: LeadRow }) {
  const share = lead.of === 0 ? 0 : Math.min(1, lead.sent / lead.of);
  return (
    <span className={classes.progress}>
      <span>
        {lead.sent} of {lead.of}
      </span>
      <span className={classes.bar} aria-hidden>
        <span className={classes.fill} style={{ width: `${share * 100}%` }} />
      </span>
    </span>
  );
}

function Next({ lead }: { readonly lead: LeadRow }) {
  if (hasDate(lead)) {
    return (
      <TwoLines
        first={<TimeText at={lead.nextFollowUpAt} />}
        second={
          lead.pausedUntil !== null
            ? `paused until ${shortDay(lead.pausedUntil)}`
            : lead.pausedWithoutDate
              ? 'paused'
              : ''
        }
      />
    );
  }
  const { headline, why } = followUpWords(lead);
  return <TwoLines first={<span className={classes.quiet}>{headline}</span>} second={why} />;
}

/** A cell of a row whose page may still be on its way. */
function cellOf(render: (lead: LeadRow) => React.ReactNode) {
  return ({ row }: { readonly row: { readonly original: Slot } }) =>
    row.original.lead === undefined ? (
      <span className={classes.pending} aria-hidden />
    ) : (
      render(row.original.lead)
    );
}

/** Columns that the program can sort by. */
export const SORT_BY: Readonly<Record<string, LeadSort['by']>> = {
  name: 'name',
  state: 'state',
  next: 'next',
  company: 'company',
};

export const leadColumns = helper.columns([
  helper.display({
    id: 'name',
    header: 'Lead',
    cell: cellOf((lead) => (
      <TwoLines
        first={
          <bdi className={classes.name} title={lead.name}>
            {lead.name || 'No name'}
          </bdi>
        }
        second={<bdi title={lead.email}>{lead.email || 'no address'}</bdi>}
      />
    )),
  }),
  helper.display({
    id: 'state',
    header: 'State',
    cell: cellOf((lead) => (
      <TwoLines
        first={<StateBadge state={lead.state} />}
        second={lead.tags.length === 0 ? '' : <bdi title={lead.tags.join(', ')}>{lead.tags.join(', ')}</bdi>}
      />
    )),
  }),
  helper.display({ id: 'progress', header: 'Progress', cell: cellOf((lead) => <Progress lead={lead} />) }),
  helper.display({ id: 'next', header: 'Next follow-up', cell: cellOf((lead) => <Next lead={lead} />) }),
  helper.display({
    id: 'context',
    header: 'Context',
    cell: cellOf((lead) =>
      lead.context === '' ? (
        <TwoLines first={<span className={classes.quiet}>No context</span>} />
      ) : (
        <TwoLines
          first={<bdi title={lead.context}>{lead.context}</bdi>}
          second={SOURCE_WORDS[lead.contextSource]}
        />
      ),
    ),
  }),
  helper.display({
    id: 'owner',
    header: 'Owner',
    cell: cellOf((lead) => (
      <TwoLines
        first={<bdi>{lead.ownerName || 'Nobody'}</bdi>}
        second={
          lead.custody === 'Held' && lead.previousOwnerName !== null ? (
            <bdi>before: {lead.previousOwnerName}</bdi>
          ) : (
            ''
          )
        }
      />
    )),
  }),
  helper.display({
    id: 'company',
    header: 'Company',
    cell: cellOf((lead) => <TwoLines first={<bdi title={lead.company}>{lead.company}</bdi>} />),
  }),
  helper.display({
    id: 'assistant',
    header: 'Assistant',
    cell: cellOf((lead) => <TwoLines first={<bdi>{lead.assistantName}</bdi>} />),
  }),
]);
