import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { quoted } from './start-at-login.ts';

const ENTRY = 'baton-link.desktop';

/**
 * Makes the program the one that opens links of the scheme. An AppImage is installed by nobody, so the system knows
 * no entry of it: it writes one that stands in no menu, anew at each start, because its file may have moved.
 */
export function openLinks(scheme: string): void {
  app.setAsDefaultProtocolClient(scheme);
  const image = process.env['APPIMAGE'];
  if (process.platform !== 'linux' || image === undefined) return;
  const type = `x-scheme-handler/${scheme}`;
  const data = process.env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share');
  const folder = join(data, 'applications');
  const entry = `[Desktop Entry]\nType=Application\nName=Baton\nExec=${quoted([image])} %u\nNoDisplay=true\nTerminal=false\nMimeType=${type};\n`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, ENTRY), entry);
  } catch {
    // Links are a convenience: a folder that cannot be written keeps nobody from starting.
    return;
  }
  // A system without the tool chooses in its own way.
  execFile('xdg-mime', ['default', ENTRY, type], () => undefined);
}
