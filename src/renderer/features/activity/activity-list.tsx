import { Button } from '@mantine/core';
import { useThrottledCallback } from '@mantine/hooks';
import { IconArrowUp } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { api, queryClient } from '../../api/client.ts';
import { useLiveTopic } from '../../api/live.ts';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { MOST_AT_ONCE, UndoDialog } from './undo-dialog.tsx';
import { ActivityRow } from './activity-row.tsx';
import type { activityFilterOf } from './activity-search.ts';
import classes from './activity-list.module.css';

const PAGE = 100;
const ROW_HEIGHT = 38;
const HEAD_HEIGHT = 33;
/** Nearer to the top than this, the list follows what is new. */
const AT_TOP_PX = 60;
const FOLLOW_EVERY_MS = 1_500;

interface ActivityListProps {
  readonly filter: ReturnType<typeof activityFilterOf>;
  readonly onTotal: (total: number) => void;
  readonly whenEmpty: ReactNode;
}

/** Every write, newest first, read on as one scrolls. New ones come in by themselves only at the top. */
export function ActivityList({ filter, onTotal, whenEmpty }: ActivityListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [undoing, setUndoing] = useState<readonly number[]>([]);
  const [news, setNews] = useState(false);
  const options = useMemo(
    () =>
      api.activity.page.infiniteOptions({
        input: (before: number | null) => ({ filter, before, limit: PAGE }),
        initialPageParam: null,
        getNextPageParam: (last) => (last.rows.length < PAGE ? undefined : last.rows.at(-1)?.id),
      }),
    [filter],
  );
  const query = useInfiniteQuery(options);
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = query;
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  const total = query.data?.pages[0]?.total ?? 0;
  useEffect(() => onTotal(total), [onTotal, total]);

  // oxlint-disable-next-line react/incompatible-library -- nothing of it is handed to a memoized part
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const items = virtualizer.getVirtualItems();
  const lastInView = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastInView >= rows.length - 20 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage, lastInView, rows.length]);

  const toTop = useCallback(() => {
    setNews(false);
    scroller.current?.scrollTo({ top: 0 });
    void queryClient.resetQueries({ queryKey: options.queryKey });
  }, [options.queryKey]);
  const follow = useThrottledCallback(() => {
    if ((scroller.current?.scrollTop ?? 0) < AT_TOP_PX)
      void queryClient.invalidateQueries({ queryKey: options.queryKey });
    else setNews(true);
  }, FOLLOW_EVERY_MS);
  useLiveTopic('activity', follow);

  function toggle(id: number): void {
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }

  function choose(id: number, yes: boolean): void {
    setChosen((before) => {
      const after = new Set(before);
      if (yes) after.add(id);
      else after.delete(id);
      return after;
    });
  }

  function focusRow(index: number): void {
    if (index < 0 || index >= rows.length) return;
    virtualizer.scrollToIndex(index);
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLButtonElement>(`[data-row-button="${index}"]`)?.focus();
    });
  }

  if (query.isPending) {
    return (
      <div className={classes.pad}>
        <LoadingState label="Reading the activity" lines={10} />
      </div>
    );
  }
  if (query.isError && rows.length === 0) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (rows.length === 0) return whenEmpty;
  return (
    <div className={classes.frame}>
      {chosen.size > 0 && (
        <div className={classes.chosen} role="region" aria-label="Chosen writes">
          <strong>{chosen.size} chosen</strong>
          <Button
            size="compact-sm"
            disabled={chosen.size > MOST_AT_ONCE}
            onClick={() => setUndoing([...chosen])}
          >
            Undo…
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => setChosen(new Set())}>
            Choose none
          </Button>
          {chosen.size > MOST_AT_ONCE && <span>At most {MOST_AT_ONCE} at once.</span>}
        </div>
      )}
      <UndoDialog
        ids={undoing}
        onClose={(done) => {
          setUndoing([]);
          if (done) setChosen(new Set());
        }}
      />
      {news && (
        <Button
          size="compact-sm"
          className={classes.news}
          leftSection={<IconArrowUp size={14} aria-hidden />}
          onClick={toTop}
        >
          New entries
        </Button>
      )}
      <div
        ref={scroller}
        className={classes.scroller}
        role="table"
        aria-label="Activity"
        aria-rowcount={total + 1}
        tabIndex={0}
      >
        <div role="rowgroup" className={classes.head}>
          <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.headRow}`}>
            <span role="columnheader">
              <span className="sr-only">Choose</span>
            </span>
            <span role="columnheader">When</span>
            <span role="columnheader">Record</span>
            <span role="columnheader">What</span>
            <span role="columnheader">Result</span>
            <span role="columnheader">
              <span className="sr-only">Details</span>
            </span>
          </div>
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <div
                key={item.key}
                role="none"
                ref={virtualizer.measureElement}
                data-index={item.index}
                className={classes.item}
                style={{ transform: `translateY(${item.start - HEAD_HEIGHT}px)` }}
              >
                <ActivityRow
                  row={row}
                  index={item.index}
                  open={open.has(row.id)}
                  onToggle={() => toggle(row.id)}
                  chosen={chosen.has(row.id)}
                  onChoose={(yes) => choose(row.id, yes)}
                  onUndo={setUndoing}
                  onMove={(by) => focusRow(item.index + by)}
                />
              </div>
            );
          })}
        </div>
        {isFetchingNextPage && (
          <p role="none" className={classes.reading}>
            Reading older entries…
          </p>
        )}
      </div>
    </div>
  );
}
