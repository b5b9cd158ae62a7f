import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type Store from 'electron-store';
import type { DesktopSettings } from './desktop-settings.ts';

/**
 * What closing the window means: the program goes on in the background, or ends. Asked at the first time, kept
 * afterwards. Resolves with whether the program goes on.
 */
export async function keepsWorking(
  settings: Store<DesktopSettings>,
  window: BrowserWindow,
): Promise<boolean> {
  const before = settings.get('whenClosed');
  if (before !== undefined) return before === 'keep-working';
  const { response, checkboxChecked } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Baton',
    message: 'Keep working in the background?',
    detail:
      'Assistants go on sending, reading and logging while the window is closed. The icon in the notification area opens it again.',
    buttons: ['Keep working', 'Quit Baton'],
    defaultId: 0,
    cancelId: 0,
    checkboxLabel: "Don't ask again",
    checkboxChecked: true,
  });
  const answer = response === 1 ? 'quit' : 'keep-working';
  if (checkboxChecked) settings.set('whenClosed', answer);
  return answer === 'keep-working';
}
