/** A row of a file, as a spreadsheet numbers it; empty rows are left out. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The file cannot be read: a sentence that says why and what to do. */
export class TableUnreadable extends Error {}

/** Files with tables (CSV, XLSX) that a person chose, read within bounds of size, rows, time and memory. */
export interface TableFiles {
  /** Begins a file; the pieces of it follow. The answer names it. */
  begin(name: string): string;
  /** @throws TableUnreadable when it gets too large, or is not known any more. */
  add(id: string, piece: Uint8Array): void;
  /**
   * Reads the file and forgets it. Rows come in rounds, in their order; the answer says what kind of file it was, such
   * as `UTF-8, separated by semicolons`.
   * @throws TableUnreadable
   */
  read(id: string, take: (rows: readonly TableRow[]) => void): Promise<string>;
  drop(id: string): void;
}
