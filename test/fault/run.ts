// The rig that breaks things: `npm run test:fault -- [--minutes N] [--seed S] [--episodes N] [--keep DIR] [--json]`. Prints a summary and
// ends with 1 when anything was lost, doubled or otherwise not as it must be.
import { parseArgs } from 'node:util';
import { runFaults } from './run-faults.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    episodes: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'boolean' },
    keep: { type: 'string' },
  },
});
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
