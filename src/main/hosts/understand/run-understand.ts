import { readArguments } from '../cli-program.ts';
import { readSources, UnreadableSource } from './read-sources.ts';
import type { Source } from './read-sources.ts';
import { understand } from './understand.ts';
import type { Understood } from './understand.ts';
import { asTable } from './table.ts';
import { isKnownZone } from '#core/domain/schedules/local-time.ts';
import { resolve } from 'node:path';

interface UnderstandOptions {
  readonly json: boolean;
  readonly text: boolean;
  readonly zone: string;
}

/** Mails that are read at the same time: enough for every worker, few enough for the memory. */
const AT_ONCE = 8;

/** Reads mails from files and prints what Baton makes of each: how users see why a reply was taken as it was. */
export async function runUnderstand(args: readonly string[]): Promise<void> {
  const read = readArguments<UnderstandOptions>(
    (program) =>
      program
        .name('understand')
        .description(
          'Reads mails and prints what Baton makes of each: who wrote it, what it means, until when.',
        )
        .argument('<files...>', '.eml files, folders with such files, or - for standard input')
        .option('--text', 'each file is the bare text of a reply', false)
        .option('--zone <name>', 'time zone in which days begin, such as Europe/Berlin', 'UTC')
        .option('--json', 'print one line of JSON for each mail', false)
        .addHelpText('after', '\nEnds with 0; with 1 if a file cannot be read; with 2 for a wrong argument.'),
    args,
  );
  if ('exit' in read) process.exit(read.exit);
  const { options, operands } = read;
  if (!isKnownZone(options.zone)) {
    process.stderr.write(`"${options.zone}" is no time zone. Give one such as Europe/Berlin. Try --help.\n`);
    process.exit(2);
  }
  // npm changes to the folder of the project; file names are meant from where the command was given.
  const folder = process.env['INIT_CWD'] ?? process.cwd();
  const paths = operands.map((operand) => (operand === '-' ? operand : resolve(folder, operand)));
  const failures = await printAll(paths, options);
  process.exitCode = failures > 0 ? 1 : 0;
}

/** Prints in the order of the files while later ones are read. Returns how many could not be read. */
async function printAll(paths: readonly string[], options: UnderstandOptions): Promise<number> {
  let failures = 0;
  const pending: Promise<Understood | UnreadableSource>[] = [];
  const printNext = async () => {
    const result = await pending.shift();
    if (result === undefined) return;
    if (result instanceof UnreadableSource) {
      failures += 1;
      process.stderr.write(`${result.message}\n`);
      if (options.json) print(JSON.stringify({ file: result.file, error: result.message }));
      return;
    }
    print(options.json ? JSON.stringify(result) : asTable(result));
  };
  for await (const source of readSources(paths, options.text)) {
    pending.push(readOne(source, options));
    if (pending.length >= AT_ONCE) await printNext();
  }
  while (pending.length > 0) await printNext();
  return failures;
}

async function readOne(
  source: Source | UnreadableSource,
  options: UnderstandOptions,
): Promise<Understood | UnreadableSource> {
  return source instanceof UnreadableSource ? source : understand(source, options);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
