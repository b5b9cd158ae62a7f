import type { ExportFormat } from '#contract/data.ts';

export type Cell = string | number | boolean | null;
export type ExportRow = Readonly<Record<string, Cell>>;

/** Rows that come in rounds; all have the same columns. */
export interface ExportTable {
  readonly columns: readonly string[];
  rounds(): Iterable<readonly ExportRow[]>;
}

/** A table as the pieces of a CSV file (RFC 4180, UTF-8 with a mark for spreadsheets) or of a JSON list. */
export async function* toText(table: ExportTable, format: ExportFormat): AsyncGenerator<string, void> {
  yield format === 'csv' ? `\uFEFF${csvLine(table.columns)}` : '[';
  let isFirst = true;
  for (const rows of table.rounds()) {
    if (rows.length > 0) {
      yield format === 'csv'
        ? rows.map((row) => csvLine(table.columns.map((column) => row[column] ?? null))).join('')
        : `${isFirst ? '\n' : ',\n'}${rows.map((row) => JSON.stringify(row)).join(',\n')}`;
      isFirst = false;
    }
    // Other work gets its turn between rounds.
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (format === 'json') yield '\n]\n';
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A spreadsheet runs a text that begins like a formula; an apostrophe before it keeps it a text. */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[\s]*[=+\-@\t\r\n|%]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
