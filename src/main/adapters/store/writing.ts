import Database from 'better-sqlite3';
import { RowRefused } from './store-error.ts';

/** Thrown inside a commit to undo it: somebody changed this row since it was read. */
export class Moved extends Error {
  readonly table: string;
  readonly id: string;

  constructor(table: string, id: string) {
    super(`${table} ${id} moved`);
    this.table = table;
    this.id = id;
  }
}

/** Which row is being written, so that an error can name it. */
export class Writing {
  #table = '';
  #id = '';

  at(table: string, id: string): void {
    this.#table = table;
    this.#id = id;
  }

  /** An error of SQLite's rules (a missing parent row, a duplicate) as one that names the row; others as they are. */
  explain(error: unknown): unknown {
    return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')
      ? new RowRefused(this.#table, this.#id, error)
      : error;
  }
}

/** The word SQLite uses when a unique index refuses a row. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_UNIQUE';
}
