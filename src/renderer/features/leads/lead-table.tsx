import { useElementSize, useMergedRef } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconArrowsSort, IconCheck } from '@tabler/icons-react';
import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import type { LeadFilterInput } from '#contract/leads.ts';
import { notifyFailure } from '../../ui/notify.ts';
import { COLUMN_LAYOUT, SORT_BY, leadColumns, leadFeatures } from './lead-columns.tsx';
import type { Slot } from './lead-columns.tsx';
import classes from './lead-table.module.css';
import type { LeadSort } from './leads-search.ts';
import { MOST_CHOSEN, isChosen, toggled, withAdded } from './selection.ts';
import type { Selection } from './selection.ts';
import { useLeadPages } from './use-lead-pages.ts';

const ROW_HEIGHT = 44;
/** The head sticks to the top inside the scrolling part. */
const HEAD_HEIGHT = 33;
/** A browser draws no element taller than about 33 million pixels. */
const MOST_ROWS = 700_000;
const CHECK_TRACK = '2.75rem';

interface LeadTableProps {
  readonly filter: LeadFilterInput;
  readonly sort: LeadSort;
  readonly onSort: (sort: LeadSort) => void;
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
  /** The lead whose detail stands beside the table. */
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  /** How many match; null until it is known. */
  readonly onTotal: (total: number | null) => void;
  readonly whenEmpty: ReactNode;
  readonly whenFailed: (error: unknown, retry: () => void) => ReactNode;
}

/**
 * The leads, any number of them: only rows in view exist. One stop for the Tab key; inside it arrows move, Space
 * chooses, Shift extends, Ctrl+A takes all that match, Enter opens.
 */
export function LeadTable(props: LeadTableProps) {
  const { filter, sort, onSort, selection, onSelection, openId, onOpen, onTotal } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width } = useElementSize<HTMLDivElement>();
  const mergedRef = useMergedRef(scroller, sizeRef);
  const [active, setActive] = useState(0);
  const anchor = useRef(0);
  const [view, setView] = useState({ first: 0, last: 30 });
  const pages = useLeadPages({ filter, sort, ...view });
  const total = pages.total ?? 0;
  const count = Math.min(total, MOST_ROWS);

  // oxlint-disable-next-line react/incompatible-library -- nothing of it is handed to a memoized part
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 30;
  if (view.first !== first || view.last !== last) setView({ first, last });

  useEffect(() => onTotal(pages.total), [onTotal, pages.total]);
  const listKey = JSON.stringify([filter, sort]);
  useEffect(() => {
    setActive(0);
    anchor.current = 0;
    scroller.current?.scrollTo({ top: 0 });
  }, [listKey]);

  // When a lead closes, the keyboard is back where it came from.
  const wasOpen = useRef(openId);
  useEffect(() => {
    const closed = wasOpen.current !== null && openId === null;
    wasOpen.current = openId;
    if (closed && document.activeElement === document.body) scroller.current?.focus({ preventScroll: true });
  }, [openId]);

  const columnVisibility = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(COLUMN_LAYOUT).map(([id, { from }]) => [id, width === 0 || width >= from]),
      ),
    [width],
  );
  const slots: Slot[] = items.map(({ index }) => ({ index, lead: pages.at(index) }));
  const table = useTable({
    features: leadFeatures,
    columns: leadColumns,
    data: slots,
    getRowId: (slot) => String(slot.index),
    manualSorting: true,
    state: { columnVisibility },
  });
  const template = [
    CHECK_TRACK,
    ...table.getVisibleLeafColumns().map((column) => COLUMN_LAYOUT[column.id]?.track ?? '1fr'),
  ].join(' ');

  async function chooseRange(from: number, to: number): Promise<void> {
    const low = Math.min(from, to);
    const high = Math.min(Math.max(from, to), low + MOST_CHOSEN - 1);
    try {
      onSelection(withAdded(selection, await pages.idsBetween(low, high)));
    } catch (error) {
      notifyFailure(error);
    }
  }

  function moveTo(index: number, extend: boolean): void {
    const target = Math.max(0, Math.min(count - 1, index));
    setActive(target);
    virtualizer.scrollToIndex(target);
    if (extend) void chooseRange(anchor.current, target);
    else anchor.current = target;
  }

  function toggleAt(index: number): void {
    const lead = pages.at(index);
    if (lead) onSelection(toggled(selection, lead.id));
    anchor.current = index;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || count === 0) return;
    const inView = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + inView,
      PageUp: active - inView,
      Home: 0,
      End: count - 1,
    };
    const target = moves[event.key];
    if (target !== undefined) moveTo(target, event.shiftKey);
    else if (event.key === ' ') toggleAt(active);
    else if (event.key === 'Enter') {
      const lead = pages.at(active);
      if (lead) onOpen(lead.id);
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      onSelection({ kind: 'all-matching' });
    } else if (event.key === 'Escape') onSelection({ kind: 'ids', ids: new Set() });
    else return;
    event.preventDefault();
  }

  function onRowClick(event: MouseEvent, index: number): void {
    setActive(index);
    if (event.shiftKey) return void chooseRange(anchor.current, index);
    if (event.ctrlKey || event.metaKey) return toggleAt(index);
    anchor.current = index;
    const lead = pages.at(index);
    if (lead) onOpen(lead.id);
  }

  if (pages.error !== null && pages.total === null) return props.whenFailed(pages.error, pages.refetch);
  if (pages.total === 0) return props.whenEmpty;
  return (
    <>
      <div
        ref={mergedRef}
        className={classes.scroller}
        role="grid"
        tabIndex={0}
        aria-label="Leads"
        aria-multiselectable
        aria-rowcount={pages.total === null ? -1 : total + 1}
        aria-busy={pages.total === null}
        aria-activedescendant={items.some(({ index }) => index === active) ? `lead-row-${active}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={classes.head}>
          {table.getHeaderGroups().map((group) => (
            <div
              key={group.id}
              role="row"
              aria-rowindex={1}
              className={`${classes.row} ${classes.headRow}`}
              style={{ gridTemplateColumns: template }}
            >
              <span role="columnheader" className="sr-only">
                Chosen
              </span>
              <span aria-hidden />
              {group.headers.map((header) => (
                <HeaderCell key={header.id} id={header.column.id} sort={sort} onSort={onSort}>
                  <table.FlexRender header={header} />
                </HeaderCell>
              ))}
            </div>
          ))}
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {table.getRowModel().rows.map((row) => {
            const { index, lead } = row.original;
            const chosen = lead !== undefined && isChosen(selection, lead.id);
            return (
              <div
                key={index}
                id={`lead-row-${index}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={chosen}
                data-active={index === active || undefined}
                data-open={(lead !== undefined && lead.id === openId) || undefined}
                className={`${classes.row} ${classes.lead}`}
                style={{ gridTemplateColumns: template, transform: `translateY(${index * ROW_HEIGHT}px)` }}
                onClick={(event) => onRowClick(event, index)}
              >
                <span
                  role="gridcell"
                  className={classes.check}
                  onClick={(event) => {
                    event.stopPropagation();
                    setActive(index);
                    if (event.shiftKey) void chooseRange(anchor.current, index);
                    else toggleAt(index);
                  }}
                >
                  <span className={classes.box} data-on={chosen || undefined}>
                    {chosen && <IconCheck size={12} stroke={3} aria-hidden />}
                  </span>
                  <span className="sr-only">{chosen ? 'chosen' : 'not chosen'}</span>
                </span>
                {row.getVisibleCells().map((cell) => (
                  <span key={cell.id} role="gridcell" className={classes.cell}>
                    <table.FlexRender cell={cell} />
                  </span>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {total > MOST_ROWS && (
        <p className={classes.foot}>
          The first {MOST_ROWS.toLocaleString()} of {total.toLocaleString()} leads can be scrolled to. Search
          or filter to reach the others.
        </p>
      )}
    </>
  );
}

interface HeaderCellProps {
  readonly id: string;
  readonly sort: LeadSort;
  readonly onSort: (sort: LeadSort) => void;
  readonly children: ReactNode;
}

function HeaderCell({ id, sort, onSort, children }: HeaderCellProps) {
  const by = SORT_BY[id];
  if (by === undefined) {
    return (
      <span role="columnheader" className="cut">
        {children}
      </span>
    );
  }
  const sorted = sort.by === by;
  const Icon = !sorted ? IconArrowsSort : sort.descending ? IconArrowDown : IconArrowUp;
  return (
    <span role="columnheader" aria-sort={!sorted ? 'none' : sort.descending ? 'descending' : 'ascending'}>
      <button
        type="button"
        className={`${classes.sort} ${sorted ? classes.sorted : ''}`}
        onClick={() => onSort({ by, descending: sorted && !sort.descending })}
      >
        {children}
        <Icon size={12} stroke={2} aria-hidden />
      </button>
    </span>
  );
}
