import type { ImportVerdict } from '#contract/names.ts';
import type { CoreContext } from '../../context.ts';
import type { ImportPerson, LeadImport } from '../../ports/store/imports.ts';
import type { ExportRow, ExportTable } from './to-text.ts';

const LEFT: readonly ImportVerdict[] = [
  'duplicate',
  'lead',
  'worked-before',
  'suppressed',
  'excluded',
  'bad',
];
const ROUND = 1_000;

/** The rows of an import of which nothing becomes, as they stood in the file, with the row and the reason. */
export function leftOutTable(core: CoreContext, batch: LeadImport): ExportTable {
  const names = distinct(['Row', 'Reason', ...batch.columns]);
  return { columns: names, rounds: () => rounds(core, batch, names) };
}

function* rounds(
  core: CoreContext,
  batch: LeadImport,
  names: readonly string[],
): Generator<readonly ExportRow[]> {
  for (let after = 0; ;) {
    const people = core.store.imports.people(batch.id, {}, after, ROUND);
    const last = people.at(-1);
    if (last === undefined) return;
    yield people.filter(isLeftOut).map((person) => rowOf(person, names));
    after = last.row;
  }
}

function isLeftOut({ verdict, state }: ImportPerson): boolean {
  return LEFT.includes(verdict) || state === 'left' || state === 'failed';
}

function rowOf({ row, reason, cells }: ImportPerson, names: readonly string[]): ExportRow {
  const values = [row, reason, ...cells];
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
}

/** Two columns may have one name in a file. */
function distinct(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}
