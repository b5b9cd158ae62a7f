import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { app } from 'electron';

/** The argument with which a start at login opens no window. */
export const HIDDEN = '--hidden';

/** Whether the program starts by itself when the user logs in. */
export function startsAtLogin(): boolean {
  if (process.platform === 'linux') return existsSync(autostartFile());
  return app.getLoginItemSettings({ args: [HIDDEN] }).openAtLogin;
}

/** Switches it. Linux has no call for it: desktops read a file (XDG autostart). */
export function startAtLogin(on: boolean): void {
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: on, args: [HIDDEN] });
    return;
  }
  const file = autostartFile();
  if (!on) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, autostartEntry(command()));
}

/** A command as the Desktop Entry Specification wants it in `Exec`. */
export function quoted(command: readonly string[]): string {
  return command.map((part) => `"${part.replaceAll(/(["`$\\])/g, '\\$1').replaceAll('%', '%%')}"`).join(' ');
}

/** An autostart entry. */
function autostartEntry(command: readonly string[]): string {
  return `[Desktop Entry]\nType=Application\nName=Baton\nExec=${quoted(command)}\nIcon=baton\nTerminal=false\nX-GNOME-Autostart-enabled=true\n`;
}

/** An AppImage is started by its own file; the program inside lies in a folder that is gone after it ended. */
function command(): readonly string[] {
  const image = process.env['APPIMAGE'];
  if (image !== undefined) return [image, HIDDEN];
  return app.isPackaged ? [process.execPath, HIDDEN] : [process.execPath, app.getAppPath(), HIDDEN];
}

function autostartFile(): string {
  const config = process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
  return join(config, 'autostart', 'baton.desktop');
}
