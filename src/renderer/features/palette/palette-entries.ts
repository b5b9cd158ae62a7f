import type { ComponentType } from 'react';

/** Something that the palette can do. */
export interface PaletteEntry {
  /** The same as long as it stands for the same. */
  readonly id: string;
  readonly label: string;
  /** A second line: what it is about. */
  readonly detail?: string;
  /** Words by which it is found, too. */
  readonly words?: string;
  /** A shortcut that does the same. */
  readonly keys?: string;
  readonly icon: ComponentType<{
    size?: number | string;
    stroke?: number | string;
    'aria-hidden'?: boolean;
  }>;
  run(): void;
}

/** Entries of one kind under their heading. */
export interface PaletteGroup {
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
}

/** The groups with what matches every word of the query, in any order of words; without a query all of it. */
export function matching(groups: readonly PaletteGroup[], query: string): readonly PaletteGroup[] {
  const wanted = folded(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  return groups
    .map(({ title, entries }) => ({
      title,
      entries: entries.filter((entry) => {
        const own = folded(`${entry.label} ${entry.detail ?? ''} ${entry.words ?? ''}`).split(/[\s,.:()]+/);
        return wanted.every((word) => own.some((each) => each.startsWith(word)));
      }),
    }))
    .filter(({ entries }) => entries.length > 0);
}

/** The place after `index` in that direction; past an end it begins at the other. -1: there is nothing. */
export function stepped(index: number, by: 1 | -1, count: number): number {
  return count === 0 ? -1 : (index + by + count) % count;
}

/** Letters without their marks, in small ones: `Änna` is found by `anna`. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
