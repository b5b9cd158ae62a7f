import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SetAsideFile } from '#core/ports/backups.ts';
import type { Instant } from '#core/domain/time.ts';
import { readSetAsideName, setAsideName } from './backup-names.ts';

/** SQLite keeps what was written last beside the file. */
const PARTS = ['-wal', '-shm', ''] as const;

/** Where databases go that are not the present one any more. */
export function setAsideFolder(file: string): string {
  return join(dirname(file), 'set-aside');
}

/**
 * Moves a closed database, with the parts beside it, into `set-aside/` under a name that was free; answers the
 * name. Nothing is deleted and nothing is overwritten.
 */
export function setDatabaseAside(file: string, because: SetAsideFile['because'], at: Instant): string {
  const folder = setAsideFolder(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let nth = 0;
  const isTaken = (): boolean =>
    PARTS.some((part) => existsSync(join(folder, `${setAsideName(because, at, nth)}${part}`)));
  while (isTaken()) nth += 1;
  const name = setAsideName(because, at, nth);
  // The file itself last: as long as it stands, the move is not done and the next start does it again.
  for (const part of PARTS) {
    if (existsSync(`${file}${part}`)) renameSync(`${file}${part}`, join(folder, `${name}${part}`));
  }
  return name;
}

/** What was set aside, newest first. */
export function listSetAside(file: string): readonly SetAsideFile[] {
  const folder = setAsideFolder(file);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const told = readSetAsideName(name);
      return told === null ? [] : [{ name, ...told, bytes: statSync(join(folder, name)).size }];
    })
    .toSorted((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
}
