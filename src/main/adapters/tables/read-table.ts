import type { TableRow } from '#core/ports/table-files.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { Unreadable } from './unreadable.ts';

/** The most rows of one file, and what of a row is kept. */
export const MOST_ROWS = 100_000;
const MOST_CELLS = 200;
const LONGEST_CELL = 5_000;
/** Rows handed over at once. */
const ROUND = 1_000;

/** Reads a table by what its bytes are, not by its name; rows come in rounds, empty ones left out. */
export async function readTable(
  bytes: Uint8Array,
  give: (rows: readonly TableRow[]) => void,
): Promise<string> {
  if (bytes.length === 0) throw new Unreadable('This file is empty. Choose another one.');
  let round: TableRow[] = [];
  let count = 0;
  const take = ({ row, cells }: TableRow): void => {
    const kept = cells.slice(0, MOST_CELLS).map((cell) => cell.trim().slice(0, LONGEST_CELL));
    if (kept.every((cell) => cell === '')) return;
    count += 1;
    // The first may name the columns.
    if (count > MOST_ROWS + 1) {
      throw new Unreadable(
        `This file has more than ${MOST_ROWS.toLocaleString('en')} rows. Split it into smaller ones.`,
      );
    }
    round.push({ row, cells: kept });
    if (round.length === ROUND) {
      give(round);
      round = [];
    }
  };
  const format = await (isZip(bytes) ? readXlsx(bytes, take) : readCsv(text(bytes), take));
  if (round.length > 0) give(round);
  return format;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

const OLD_SPREADSHEET = [0xd0, 0xcf, 0x11, 0xe0];

/** What is no text has no rows. */
function text(bytes: Uint8Array): Uint8Array {
  if (OLD_SPREADSHEET.every((byte, at) => bytes[at] === byte)) {
    throw new Unreadable('This is a spreadsheet of an old format (.xls). Save it as .xlsx or as CSV.');
  }
  if (bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46) {
    throw new Unreadable('This is a PDF. Choose a CSV file or a spreadsheet (.xlsx).');
  }
  return bytes;
}
