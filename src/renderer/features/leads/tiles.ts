import type { LeadsSearch } from './leads-search.ts';

/** A number at the head of the page and the list that it opens: one and the same filter, so that they agree. */
export interface Tile {
  readonly key: string;
  readonly label: string;
  readonly search: LeadsSearch;
}

export const TILES: readonly Tile[] = [
  { key: 'all', label: 'All leads', search: {} },
  { key: 'held', label: 'With assistants', search: { custody: 'Held' } },
  { key: 'answered', label: 'Answered', search: { states: ['Hot', 'Responded'] } },
  { key: 'at-risk', label: 'At risk', search: { states: ['LeadAtRisk'] } },
  { key: 'away', label: 'Away, no date', search: { need: 'paused-without-date' } },
];
