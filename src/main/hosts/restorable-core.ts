import { join } from 'node:path';
import { archiveOf } from '#adapters/store/archive/archive-file.ts';
import { backupFolder } from '#adapters/store/backups.ts';
import { openStore, type FileStore } from '#adapters/store/open-store.ts';
import { finishRestore, prepareRestore, recoverRestore } from '#adapters/store/restore.ts';
import { setAsideFolder, setDatabaseAside } from '#adapters/store/set-aside.ts';
import { DatabaseDamaged } from '#adapters/store/store-error.ts';
import type { CorePorts } from '#core/context.ts';
import { createCore, type Core } from '#core/core.ts';
import { damagedDatabase, tellOfDamage } from '#core/flows/safe-keeping/damaged-database.ts';
import { ArchiveUnusable, type Archive, type ArchiveReport } from '#core/ports/archive.ts';
import { BackupUnusable, type Backups } from '#core/ports/backups.ts';
import { PushBus } from '#core/push-bus.ts';

/** What of the world goes on when the database is exchanged. */
type Lasting = Omit<CorePorts, 'store' | 'backups' | 'archive'>;

/** A core whose database can be exchanged for a backup while the host holds on to it. */
export interface RestorableCore {
  readonly core: Core;
  close(): Promise<void>;
}

/**
 * Opens the core over the database file; a damaged one is set aside under a new name, an empty one is begun, and the
 * user is offered the newest good backup. The answer is one `Core` for as long as the host runs: after a restore it
 * stands for the core on the restored database, and screens stay subscribed.
 * Throws errors of the store, each with a sentence.
 */
export function openRestorableCore(file: string, lasting: Lasting): RestorableCore {
  const now = (): number => lasting.clock.now();
  const pushes = new PushBus();
  recoverRestore(file);
  let store: FileStore;
  let inner: Core;
  let isStarted = false;
  let isRestoring = false;
  const folder = backupFolder({ file, now, copyTo: (copy) => store.copyTo(copy) });
  const backups: Backups = { ...folder, restore };
  const archived = archiveOf(file, now);
  const archive: Archive = { ...archived, take };

  function open(): void {
    store = openOrBegin(file, now, lasting);
    try {
      inner = createCore({ ...lasting, store, backups, archive }, pushes);
    } catch (error) {
      store.close();
      throw error;
    }
  }

  /** Everything at once: the core stands still meanwhile, and a backup is made before. */
  async function take(): Promise<ArchiveReport> {
    if (isRestoring) throw new ArchiveUnusable('A backup is being restored. Wait until it is done.');
    isRestoring = true;
    try {
      archived.report();
      await folder.make('before-restore');
      inner.context.authorisations.cancel();
      await inner.stop();
      store.close();
      try {
        return archived.mergeInto();
      } finally {
        open();
        if (isStarted) inner.start();
        inner.context.push([...EVERYTHING]);
      }
    } finally {
      isRestoring = false;
    }
  }

  async function restore(name: string): Promise<void> {
    if (isRestoring) throw new BackupUnusable('A backup is being restored already. Wait until it is done.');
    isRestoring = true;
    try {
      await exchange(name);
    } finally {
      isRestoring = false;
    }
  }

  async function exchange(name: string): Promise<void> {
    const backup = folder.usable(name);
    const madeAt = folder.list().find((each) => each.name === name)?.at ?? now();
    await folder.make('before-restore');
    inner.context.authorisations.cancel();
    await inner.stop();
    const damaged = damagedDatabase(store);
    const carryFrom = [
      file,
      ...(damaged === null ? [] : [join(setAsideFolder(file), damaged.name)]),
      ...folder.list().map((each) => join(folder.folder, each.name)),
    ].slice(0, 3);
    try {
      prepareRestore({ file, backup, madeAt, carryFrom, now });
      store.close();
      finishRestore(file, now());
    } finally {
      // Whether it went well or not: the core goes on, on the database that stands there now.
      store.close();
      recoverRestore(file);
      open();
      if (isStarted) inner.start();
    }
    inner.context.push([...EVERYTHING]);
  }

  open();
  const core: Core = {
    get context() {
      return inner.context;
    },
    pushes,
    start: () => {
      isStarted = true;
      inner.start();
    },
    drain: () => inner.drain(),
    pollNow: () => inner.pollNow(),
    nextWorkAt: () => inner.nextWorkAt(),
    stop: () => {
      isStarted = false;
      return inner.stop();
    },
  };
  return {
    core,
    close: async () => {
      inner.context.authorisations.cancel();
      await core.stop();
      store.close();
    },
  };
}

const EVERYTHING = [
  'connections',
  'assistants',
  'schedules',
  'leads',
  'activity',
  'attention',
  'notices',
  'data',
] as const;

function openOrBegin(file: string, now: () => number, { log }: Lasting): FileStore {
  try {
    return openStore({ file, now });
  } catch (error) {
    if (!(error instanceof DatabaseDamaged)) throw error;
    log.error('database-damaged', error);
    const at = now();
    const name = setDatabaseAside(file, 'damaged', at);
    const store = openStore({ file, now });
    tellOfDamage(store, { name, at });
    return store;
  }
}
