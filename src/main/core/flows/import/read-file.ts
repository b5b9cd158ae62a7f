import type { CoreContext } from '../../context.ts';
import { isHeader, matchColumns, matchEntryColumn, type ColumnMapping } from '../../domain/import/columns.ts';
import type { ImportPerson, LeadImport } from '../../ports/store/imports.ts';
import type { TableRow } from '../../ports/table-files.ts';
import { RowJudge } from './judge-rows.ts';

/** Rows judged and kept in one commit. */
const ROUND = 1_000;
/** Rows that tell which column is which. */
const SAMPLE = 50;

/** For whom a file is read. */
export type ImportFor = Pick<
  LeadImport,
  'target' | 'connectionId' | 'assistantId' | 'scheduleId' | 'context'
>;

/**
 * Reads a file that a person chose and judges every row of it; nothing is written anywhere but here. Answers the
 * import's id.
 * @throws TableUnreadable
 */
export async function readFile(
  core: CoreContext,
  file: { readonly id: string; readonly name: string },
  wanted: ImportFor,
): Promise<string> {
  const rows: TableRow[] = [];
  const format = await core.tables.read(file.id, (more) => {
    for (const row of more) rows.push(row);
  });
  const [first] = rows;
  const hasHeader = first !== undefined && isHeader(first.cells);
  const width = Math.max(...rows.slice(0, SAMPLE).map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, at) => {
    const name = hasHeader ? (first.cells[at] ?? '') : '';
    return name === '' ? `Column ${columnLetters(at)}` : name;
  });
  const people = hasHeader ? rows.slice(1) : rows;
  const batch: LeadImport = {
    ...wanted,
    id: core.ids.next(),
    source: 'file',
    name: file.name,
    format,
    columns,
    mapping: mappingFor(wanted.target, columns, people),
    status: 'checked',
    problem: '',
    thread: null,
    createdAt: core.clock.now(),
    endedAt: null,
  };
  core.store.commit({ imports: [batch] });
  try {
    await judgeAll(core, batch, people);
  } catch (error) {
    core.store.commit({ removeImports: [batch.id] });
    throw error;
  }
  return batch.id;
}

function mappingFor(
  target: LeadImport['target'],
  columns: readonly string[],
  rows: readonly TableRow[],
): ColumnMapping {
  const sample = rows.slice(0, SAMPLE).map(({ cells }) => cells);
  return target === 'leads' ? matchColumns(columns, sample) : matchEntryColumn(columns, sample);
}

/** A person corrected which column is which: every row is judged anew. */
export async function mapAnew(core: CoreContext, batch: LeadImport, mapping: ColumnMapping): Promise<void> {
  const rows: ImportPerson[] = [];
  for (let after = 0; ;) {
    const some = core.store.imports.people(batch.id, {}, after, ROUND);
    for (const each of some) rows.push(each);
    const last = some.at(-1);
    if (last === undefined) break;
    after = last.row;
  }
  await judgeAll(core, { ...batch, mapping, problem: '' }, rows);
}

/** Judges the rows in rounds; what then is to be looked up in the CRM is looked up by the job. */
async function judgeAll(core: CoreContext, batch: LeadImport, rows: readonly TableRow[]): Promise<void> {
  const judge = new RowJudge(core, batch);
  for (let at = 0; at < rows.length; at += ROUND) {
    core.store.commit({ importPeople: await judge.judge(rows.slice(at, at + ROUND)) });
    // Other work gets its turn between rounds.
    await new Promise((resolve) => setImmediate(resolve));
  }
  core.store.commit({ imports: [{ ...batch, status: batch.target === 'leads' ? 'checking' : 'checked' }] });
  core.push(['imports']);
  core.wake();
}

/** As spreadsheets name their columns: A, B … Z, AA. */
function columnLetters(at: number): string {
  const rest = Math.floor(at / 26);
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCodePoint(65 + (at % 26));
}
