// Runs one benchmark in this process: `node test/bench/one.ts <name> [--quick] [--minutes=N]`. Each has a process of its own,
// so that no benchmark pays for another, and one alone can be profiled.
import { BENCHES } from './benches.ts';

const [name = '', ...flags] = process.argv.slice(2);
const minutes = flags.find((flag) => flag.startsWith('--minutes='))?.split('=')[1];
const bench = BENCHES[name];
if (bench === undefined) throw new Error(`There is no benchmark "${name}".`);
for await (const figure of bench({
  quick: flags.includes('--quick'),
  ...(minutes === undefined ? {} : { minutes: Number(minutes) }),
})) {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}
