import { CsvError, parse } from 'csv-parse';
import type { TableRow } from '#core/ports/table-files.ts';
import { delimiterInWords, delimiterOf, encodingInWords, encodingOf, textOf } from './table-text.ts';
import { Unreadable, type TakeRow } from './unreadable.ts';

/** Characters of one row; more is a file whose quotes do not match. */
const LONGEST_ROW = 1_000_000;

/** The rows of a CSV file, whatever its encoding and what separates its cells; formulas stay the text they are. */
export async function readCsv(bytes: Uint8Array, take: TakeRow): Promise<string> {
  const encoding = encodingOf(bytes);
  const delimiter = delimiterOf(textOf(bytes, encoding).next().value ?? '');
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
  });
  const feed = async (): Promise<void> => {
    for (const text of textOf(bytes, encoding)) {
      if (!parser.write(text)) await new Promise((resolve) => parser.once('drain', resolve));
    }
    parser.end();
  };
  const fed = feed();
  try {
    let row = 0;
    for await (const cells of parser as AsyncIterable<TableRow['cells']>) {
      row += 1;
      take({ row, cells });
    }
    await fed;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Unreadable(
      `The quotes of this file do not match: ${error.message} Save it again as CSV in your spreadsheet.`,
    );
  }
  return `${encodingInWords(encoding)}, separated by ${delimiterInWords(delimiter)}`;
}
