import Database from 'better-sqlite3';
import { ArchiveUnusable, type Archive, type ArchiveReport } from '#core/ports/archive.ts';
import type { Instant } from '#core/domain/time.ts';
import { mergeArchive } from './merge-archive.ts';
import { rebuildDerived } from './rebuild-derived.ts';
import { ArchiveReader } from './read-archive.ts';
import { roomFor } from './tables.ts';
import { archiveText } from './write-archive.ts';

const NOTHING_READ = 'There is no file to import. Choose one again.';

/** Nothing of the file may name what is not there. */
function assertWhole(db: Database.Database): void {
  const [broken] = db.pragma('main.foreign_key_check') as { table: string; parent: string }[];
  if (broken === undefined) return;
  throw new ArchiveUnusable(
    `This file names a ${broken.parent} that is not in it (in "${broken.table}"). Export it again.`,
  );
}

/** Archives of a database file. Taking one over needs the core stopped: that is the host's. */
export interface ArchiveFile extends Omit<Archive, 'take'> {
  /** Merges what was read into the closed database, in one commit. Throws `ArchiveUnusable`. */
  mergeInto(): ArchiveReport;
}

/** `file` is the database. What is read lies beside it until it is taken or dropped. */
export function archiveOf(file: string, now: () => Instant): ArchiveFile {
  const staged = `${file}.import`;
  let reader: ArchiveReader | null = null;
  const drop = (): void => {
    reader?.drop();
    reader = null;
  };
  // What a program that was killed in the middle of it left behind.
  new ArchiveReader(staged, now).drop();

  function merge(isKept: boolean): ArchiveReport {
    if (reader === null) throw new ArchiveUnusable(NOTHING_READ);
    reader.finish();
    const { exportedAt } = reader;
    const db = new Database(file);
    try {
      db.pragma('synchronous = FULL');
      roomFor(db);
      // Checked for the present database alone, at the end: what was read is changed to its ids on the way.
      db.pragma('foreign_keys = OFF');
      db.prepare('ATTACH ? AS s').run(staged);
      db.exec('BEGIN IMMEDIATE');
      const report = mergeArchive(db, exportedAt, now());
      if (isKept) {
        rebuildDerived(db);
        assertWhole(db);
      }
      db.exec(isKept ? 'COMMIT' : 'ROLLBACK');
      return report;
    } finally {
      db.close();
    }
  }

  return {
    text: () => archiveText(file, now()),
    begin: () => {
      drop();
      reader = new ArchiveReader(staged, now);
    },
    add: (text) => {
      if (reader === null) throw new ArchiveUnusable(NOTHING_READ);
      reader.add(text);
    },
    report: () => merge(false),
    mergeInto: () => {
      const report = merge(true);
      drop();
      return report;
    },
    drop,
  };
}
