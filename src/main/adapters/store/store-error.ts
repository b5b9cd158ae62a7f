/** Something is wrong with the database file; the message is a sentence for the user. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError';
}

/** The file was written by a newer version of the program. */
export class DatabaseFromTheFuture extends StoreError {
  override readonly name = 'DatabaseFromTheFuture';
  readonly file: string;
  readonly fileVersion: number;
  readonly programVersion: number;

  constructor(file: string, fileVersion: number, programVersion: number) {
    super(
      `The database ${file} was written by a newer version of Baton (its format is ${fileVersion}, this program ` +
        `knows up to ${programVersion}). Install the newest version, or start with another data folder.`,
    );
    this.file = file;
    this.fileVersion = fileVersion;
    this.programVersion = programVersion;
  }
}

/** The file is no database, or fails SQLite's own check. */
export class DatabaseDamaged extends StoreError {
  override readonly name = 'DatabaseDamaged';
  readonly file: string;

  constructor(file: string, finding: string, cause?: unknown) {
    super(
      `The database ${file} is damaged (${finding}). Restore the newest copy from its "backups" folder, ` +
        'or move the file away to start empty.',
      { cause },
    );
    this.file = file;
  }
}

/** The file cannot be opened: no rights, no folder, disk full. */
export class DatabaseUnavailable extends StoreError {
  override readonly name = 'DatabaseUnavailable';

  constructor(file: string, cause: Error) {
    super(
      `The database ${file} cannot be opened: ${cause.message}. Check that its folder can be written to.`,
      {
        cause,
      },
    );
  }
}

/** A migration failed; the file is as it was before it. */
export class MigrationFailed extends StoreError {
  override readonly name = 'MigrationFailed';

  constructor(file: string, migration: string, cause: Error) {
    super(
      `The database ${file} could not be brought up to date (${migration}: ${cause.message}). It is unchanged; ` +
        'go on with the version of Baton used before, and report this.',
      { cause },
    );
  }
}

/** A stored row is not what the program wrote. */
export class StoredRowInvalid extends StoreError {
  override readonly name = 'StoredRowInvalid';
  readonly table: string;
  readonly id: string;

  constructor(table: string, id: string, column: string, finding: string) {
    super(
      `The stored row "${id}" of table "${table}" cannot be read: "${column}" ${finding}. ` +
        'Restore the newest copy from the "backups" folder.',
    );
    this.table = table;
    this.id = id;
  }
}

/** A row that the database's rules refuse, such as a lead of a connection that does not exist. */
export class RowRefused extends StoreError {
  override readonly name = 'RowRefused';
  readonly table: string;
  readonly id: string;

  constructor(table: string, id: string, cause: Error) {
    super(
      `The row "${id}" of table "${table}" was not stored: ${cause.message}. Nothing of the change was stored.`,
      {
        cause,
      },
    );
    this.table = table;
    this.id = id;
  }
}
