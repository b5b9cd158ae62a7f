/** Which leads are chosen: single ones, or all that match the filter on screen. */
export type Selection =
  { readonly kind: 'ids'; readonly ids: ReadonlySet<string> } | { readonly kind: 'all-matching' };

export const NOTHING_CHOSEN: Selection = { kind: 'ids', ids: new Set() };

/** At most this many single leads can be chosen (the contract's cap of one action). */
export const MOST_CHOSEN = 10_000;

/** How many leads are chosen when `total` match the filter. */
export function chosenCount(selection: Selection, total: number): number {
  return selection.kind === 'all-matching' ? total : selection.ids.size;
}

export function isChosen(selection: Selection, id: string): boolean {
  return selection.kind === 'all-matching' || selection.ids.has(id);
}

/** Turns one lead on or off. After "all that match" it begins anew with that one. */
export function toggled(selection: Selection, id: string): Selection {
  if (selection.kind === 'all-matching') return { kind: 'ids', ids: new Set([id]) };
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { kind: 'ids', ids };
}

/** Adds leads, up to the cap. */
export function withAdded(selection: Selection, added: readonly string[]): Selection {
  if (selection.kind === 'all-matching') return selection;
  const ids = new Set(selection.ids);
  for (const id of added) {
    if (ids.size >= MOST_CHOSEN) break;
    ids.add(id);
  }
  return { kind: 'ids', ids };
}
