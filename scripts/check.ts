// `npm run check`: every step of scripts/check/steps.ts, two at a time; a line for each with its time, then what
// the failed ones said. `--only <group>` runs a part.
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { STEPS } from './check/steps.ts';
import type { Step } from './check/steps.ts';

const AT_A_TIME = 2;
const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;

interface Failure {
  readonly step: Step;
  readonly output: string;
}

const steps = chosenSteps();
mkdirSync('.cache', { recursive: true });
const waiting = [...steps];
const failures: Failure[] = [];
await Promise.all(Array.from({ length: AT_A_TIME }, work));
for (const { step, output } of failures) console.log(`\n── ${step.name} ──\n${output.trim()}`);
const names = failures.map(({ step }) => step.name).join(', ');
console.log(failures.length === 0 ? '\nAll checks passed.' : `\nFailed: ${names}.`);
process.exitCode = failures.length === 0 ? 0 : 1;

async function work(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const started = performance.now();
    const { passed, output } = await run(step);
    if (!passed) failures.push({ step, output });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${passed ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s)`);
  }
}

function run({ command }: Step): Promise<{ passed: boolean; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...command], { maxBuffer: MOST_OUTPUT_BYTES }, (error, standard, errors) => {
      const said = `${standard}${errors}`;
      resolve({ passed: error === null, output: said.trim() === '' ? (error?.message ?? '') : said });
    });
  });
}

function chosenSteps(): readonly Step[] {
  const groups = [...new Set(STEPS.map((step) => step.group))];
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } });
    if (values.help === true) {
      console.log(`Usage: check [--only GROUP]\n\nChecks the sources. The groups: ${groups.join(', ')}.`);
      process.exit(0);
    }
    if (values.only === undefined) return STEPS;
    if (groups.includes(values.only)) return STEPS.filter((step) => step.group === values.only);
  } catch {
    // Said below, like a group that does not exist.
  }
  console.error(`Give nothing, or --only with one of: ${groups.join(', ')}. Try --help.`);
  process.exit(2);
}
