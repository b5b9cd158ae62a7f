import Database from 'better-sqlite3';
import type { Instant } from '#core/domain/time.ts';
import { archivedTables, quoted } from './tables.ts';

/** Rows in one piece of the text. */
const ROUND = 500;

/** What the first line says of a file. */
export interface ArchiveHead {
  readonly baton: 'everything';
  /** The format of its tables. */
  readonly format: number;
  readonly exportedAt: Instant;
}

/**
 * The database as JSON, one row a line, so that it can be read a part at a time. It is read through a connection of
 * its own: the program goes on, and the file shows one moment.
 */
export function* archiveText(file: string, now: Instant): Generator<string, void> {
  const db = new Database(file, { readonly: true });
  try {
    db.exec('BEGIN');
    const format = Number(db.pragma('user_version', { simple: true }));
    const head: ArchiveHead = { baton: 'everything', format, exportedAt: now };
    yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
    let count = 0;
    let lines: string[] = [];
    for (const { name, columns } of archivedTables(db)) {
      const rows = db.prepare(`SELECT ${quoted(columns)} FROM ${name}`).iterate();
      for (const row of rows as Iterable<Record<string, unknown>>) {
        lines.push(`${count === 0 ? '' : ','}\n${JSON.stringify({ table: name, row })}`);
        count += 1;
        if (lines.length < ROUND) continue;
        yield lines.join('');
        lines = [];
      }
    }
    yield `${lines.join('')}\n],"count":${count}}\n`;
  } finally {
    db.close();
  }
}
