import { useQueries } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { filterOf } from './leads-search.ts';
import type { LeadsSearch } from './leads-search.ts';
import classes from './tile-row.module.css';
import { TILES } from './tiles.ts';

interface TileRowProps {
  readonly search: LeadsSearch;
  readonly onOpen: (search: LeadsSearch) => void;
}

/** A few numbers that matter, each the total of the list that it opens. */
export function TileRow({ search, onOpen }: TileRowProps) {
  const counts = useQueries({
    queries: TILES.map((tile) => api.leads.counts.queryOptions({ input: { filter: filterOf(tile.search) } })),
  });
  const shown = JSON.stringify(filterOf(search));
  return (
    <div className={classes.tiles} role="group" aria-label="Lists">
      {TILES.map((tile, index) => {
        const total = counts[index]?.data?.total;
        const open = shown === JSON.stringify(filterOf(tile.search));
        return (
          <button
            key={tile.key}
            type="button"
            className={classes.tile}
            aria-pressed={open}
            onClick={() => onOpen(tile.search)}
          >
            <span className={classes.number}>{total === undefined ? '–' : total.toLocaleString()}</span>
            <span className={classes.label}>{tile.label}</span>
          </button>
        );
      })}
    </div>
  );
}
