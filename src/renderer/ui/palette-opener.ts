import { useSyncExternalStore } from 'react';

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);
/** How the shortcut is written on this system. */
export const PALETTE_SHORTCUT = MAC ? 'Cmd+K' : 'Ctrl+K';

const listeners = new Set<() => void>();
let opened = false;

/** Opens or closes the command palette, from wherever. */
export function setPaletteOpen(open: boolean): void {
  opened = open;
  for (const listener of listeners) listener();
}

/** Opens the palette, or closes it when it is open. */
export function togglePalette(): void {
  setPaletteOpen(!opened);
}

/** Whether the command palette stands open. */
export function usePaletteOpen(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => opened,
  );
}
