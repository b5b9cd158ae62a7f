// The rig that breaks things: `npm run test:fault -- --help`. Prints a summary and
// ends with 1 when anything was lost, doubled or otherwise not as it must be.
import { parseArgs } from 'node:util';
import { runFaults } from './run-faults.ts';

const HELP = `Breaks the program in every way a machine, a network and a CRM can, and checks what is left.

Usage: npm run test:fault -- [options]
  --minutes N    how long it runs (2, or as --episodes says)
  --episodes N   how many lives it plays instead
  --seed S       the same seed plays the same lives (1)
  --keep DIR     keeps the database and the portal of a life that went wrong
  --json         prints the summary alone
  --help         prints this

Ends with 0 when nothing was lost, doubled or otherwise not as it must be, else with 1.
`;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    episodes: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'boolean' },
    keep: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (values.help === true) {
  process.stdout.write(HELP);
  process.exit(0);
}
const minutes = values.minutes === undefined ? null : Number(values.minutes);
const summary = await runFaults({
  seed: values.seed ?? '1',
  minutes: minutes ?? (values.episodes === undefined ? 2 : null),
  episodes: values.episodes === undefined ? null : Number(values.episodes),
  ...(values.keep === undefined ? {} : { keepIn: values.keep }),
  onProgress: (line) => {
    if (values.json !== true) process.stderr.write(`${line}\n`);
  },
});
process.stdout.write(`${JSON.stringify(summary)}\n`);
process.exitCode = summary.findings.length === 0 ? 0 : 1;
