import type { BrowserWindow } from './browser-window.ts';

const windows = new Set<BrowserWindow>();

/** Windows that are not destroyed, oldest first. */
export function allWindows(): readonly BrowserWindow[] {
  return [...windows];
}

export function addWindow(window: BrowserWindow): void {
  windows.add(window);
}

export function removeWindow(window: BrowserWindow): void {
  windows.delete(window);
}
