import Store from 'electron-store';

/** What of the shell is kept from start to start. Everything that matters is in the database. */
export interface DesktopSettings {
  readonly bounds?: unknown;
  /** What closing the window means; absent: the user was not asked yet. */
  readonly whenClosed?: 'keep-working' | 'quit';
  /** Whether the system shows notifications; absent: yes. */
  readonly notifications?: boolean;
}

/** The window's and the shell's preferences, in a file of the user's configuration folder. */
export function openDesktopSettings(): Store<DesktopSettings> {
  return new Store<DesktopSettings>({ name: 'window' });
}
