import type { MenuItemConstructorOptions } from 'electron';
import type { ShellFacts, ShellState } from './shell-state.ts';

/** What the tray's menu can do. */
export interface TrayActions {
  show(screen: string | null): void;
  stopEverything(): void;
  /** Nothing starts for an hour; then it goes on by itself. */
  pause(): void;
  goOn(): void;
  startAtLogin(on: boolean): void;
  notifications(on: boolean): void;
  /** Whether notifications are on. */
  notifies(): boolean;
  quit(): void;
}

/** What is switched in the menu, as it stands. */
export interface TraySwitches {
  readonly startsAtLogin: boolean;
  readonly notifies: boolean;
}

/** The tray's menu: state, the way in, what waits, and the controls. */
export function trayMenu(
  state: ShellState,
  facts: ShellFacts,
  switches: TraySwitches,
  actions: TrayActions,
): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    { id: 'state', label: state.line, enabled: false },
    separator,
    { id: 'open', label: 'Open Baton', click: () => actions.show(null) },
    ...(facts.attention === 0
      ? []
      : [
          {
            id: 'attention',
            label: `Needs attention (${facts.attention})`,
            click: () => actions.show('/attention'),
          },
        ]),
    separator,
    ...controls(facts, actions),
    separator,
    {
      id: 'start-at-login',
      label: 'Start at login',
      type: 'checkbox',
      checked: switches.startsAtLogin,
      click: (item) => actions.startAtLogin(item.checked),
    },
    {
      id: 'notifications',
      label: 'Notifications',
      type: 'checkbox',
      checked: switches.notifies,
      click: (item) => actions.notifications(item.checked),
    },
    { id: 'quit', label: 'Quit Baton', click: () => actions.quit() },
  ];
}

/** *Resume* shows what will happen first, so it opens the window; a pause ends at once. */
function controls(facts: ShellFacts, actions: TrayActions): MenuItemConstructorOptions[] {
  if (facts.haltedSince !== null)
    return [{ id: 'resume', label: 'Resume…', click: () => actions.show(null) }];
  const stop = { id: 'stop', label: 'Stop everything', click: () => actions.stopEverything() };
  if (facts.pausedUntil !== null)
    return [{ id: 'go-on', label: 'Go on now', click: () => actions.goOn() }, stop];
  return [{ id: 'pause', label: 'Pause for an hour', click: () => actions.pause() }, stop];
}
