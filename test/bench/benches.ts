import { benchAssignToNote } from './assign-to-note.ts';
import { benchClaims } from './claims.ts';
import { benchCrmCalls } from './crm-calls.ts';
import { benchFirstPaint } from './first-paint.ts';
import { benchIdleCost } from './idle-cost.ts';
import { benchImportFile } from './import-file.ts';
import { benchIntakeMemory } from './intake-memory.ts';
import { benchIntakeThroughput } from './intake-throughput.ts';
import { benchLeadsQuery } from './leads-query.ts';
import { benchUnderstand } from './understand.ts';
import type { BenchOptions, Figure } from './summary.ts';

type Bench = (options: BenchOptions) => AsyncGenerator<Figure>;

/** Every benchmark by its name, in the order in which they run. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  'crm-calls': benchCrmCalls,
  'assign-to-note': benchAssignToNote,
  'intake-throughput': benchIntakeThroughput,
  'leads-query': leadsQuery,
  'intake-memory': benchIntakeMemory,
  'import-file': benchImportFile,
  understand: benchUnderstand,
  'first-paint': benchFirstPaint,
  'idle-cost': benchIdleCost,
  claims: benchClaims,
};

async function* leadsQuery({ quick }: BenchOptions): AsyncGenerator<Figure> {
  for (const leads of quick ? [100_000] : [100_000, 1_000_000]) {
    yield { bench: 'leads-query', ...(await benchLeadsQuery({ leads })) };
  }
}
