import type { CoreContext } from '../../context.ts';
import { DAY } from '../../domain/time.ts';
import { BackupFailed } from '../../ports/backups.ts';
import { damagedDatabase } from './damaged-database.ts';

/**
 * One backup a day, and no more of each kind than are kept. A database with nothing connected is not copied, nor one
 * that was begun after a damage until the user has answered: the good backups must not be rotated out by empty ones.
 */
export async function keepBackups(core: CoreContext): Promise<void> {
  const { backups, store, clock } = core;
  if (store.connections.all().length === 0 || damagedDatabase(store) !== null) return;
  const last = backups.list().find((backup) => backup.kind === 'daily');
  const now = clock.now();
  // A clock that was set back must not keep backups from being made.
  if (last !== undefined && last.at <= now && now < last.at + DAY) return;
  try {
    await backups.make('daily');
    const gone = backups.rotate(store.people.lastErasedAt());
    core.log.info('backup-made', { rotatedOut: gone.length });
  } catch (error) {
    if (!(error instanceof BackupFailed)) throw error;
    // Shown on the first screen, and tried again at the next look.
    core.log.error('backup-failed', error);
  }
  core.push(['data', 'attention']);
}
