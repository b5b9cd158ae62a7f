import { readSheet, type SheetData } from 'read-excel-file/node';
import { Unreadable, type TakeRow } from './unreadable.ts';
import { unpackedSize } from './zip-size.ts';

/** What a file may hold when it is unpacked. */
const MOST_UNPACKED = 600 * 1024 * 1024;

/** The rows of the first sheet of a spreadsheet; of a formula its last result. */
export async function readXlsx(bytes: Uint8Array, take: TakeRow): Promise<string> {
  if (unpackedSize(bytes) > MOST_UNPACKED) {
    throw new Unreadable(
      'This spreadsheet is too large when it is unpacked. Save it as CSV and choose that.',
    );
  }
  let rows: SheetData;
  try {
    rows = await readSheet(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    throw new Unreadable('This spreadsheet cannot be read. Save it again as .xlsx or as CSV.');
  }
  rows.forEach((cells, index) => {
    take({ row: index + 1, cells: cells.map(cellText) });
  });
  return 'Spreadsheet, first sheet';
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}
