import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { readArguments, wholeNumber } from '#hosts/cli-program.ts';
import { BENCHES } from './benches.ts';

interface RunOptions {
  readonly quick: boolean;
  readonly minutes?: number;
  readonly json: boolean;
}

const ALL = Object.keys(BENCHES);

const args = process.argv.slice(2);
const read = readArguments<RunOptions>(
  (program) =>
    program
      .name('bench')
      .description('Measures, and prints one line of JSON for each figure.')
      .argument('[names...]', `which of ${ALL.join(', ')}; none: all`)
      .option('--quick', 'smaller runs, for a look', false)
      .option(
        '--minutes <n>',
        'how long idle-cost watches; 10 when absent',
        wholeNumber('--minutes', 1, 1_440),
      )
      .option('--json', 'nothing but the JSON lines', false),
  args,
);
if ('exit' in read) process.exit(read.exit);
const names = read.operands;
const unknown = names.find((name) => !ALL.includes(name));
if (unknown !== undefined) {
  process.stderr.write(`There is no benchmark "${unknown}". Choose among ${ALL.join(', ')}.\n`);
  process.exit(2);
}

for (const name of names.length === 0 ? ALL : names) {
  if (!read.options.json) process.stderr.write(`${name} …\n`);
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'one.ts'),
      name,
      ...(read.options.quick ? ['--quick'] : []),
      ...(read.options.minutes === undefined ? [] : [`--minutes=${read.options.minutes}`]),
    ],
    { stdio: 'inherit' },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) process.exitCode = 1;
}
