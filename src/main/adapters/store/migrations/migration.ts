/** One step of the database forward. A released migration is never edited; a new one is added. */
export interface Migration {
  /** Rises, with gaps allowed; the file's number and, after it ran, `PRAGMA user_version`. */
  readonly version: number;
  readonly slug: string;
  readonly sql: string;
}
