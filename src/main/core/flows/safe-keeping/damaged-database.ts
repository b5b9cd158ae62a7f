import type { CoreContext } from '../../context.ts';
import type { Instant } from '../../domain/time.ts';

/** The cursor that tells of a damaged database until the user has answered. */
const KEY = 'damaged-database';

/** A database that could not be read at a start and was set aside; the program began an empty one. */
export interface DamagedDatabase {
  /** Its name among the files set aside. */
  readonly name: string;
  readonly at: Instant;
}

/** The damaged database the user has not answered about; null: none. */
export function damagedDatabase(store: CoreContext['store']): DamagedDatabase | null {
  const told = store.cursor(KEY);
  return told === null || told === '' ? null : (JSON.parse(told) as DamagedDatabase);
}

/** Remembered in the new database, so that the offer to restore survives a restart. */
export function tellOfDamage(store: CoreContext['store'], damaged: DamagedDatabase): void {
  store.commit({ cursors: { [KEY]: JSON.stringify(damaged) } });
}

/** The user goes on without what was in it. */
export function goOnEmpty(core: CoreContext): void {
  core.store.commit({ cursors: { [KEY]: '' } });
  core.push(['attention', 'data']);
}
