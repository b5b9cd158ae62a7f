// Runs one benchmark in this process: `node test/bench/one.ts <name> [--quick]`. Each has a process of its own,
// so that no benchmark pays for another, and one alone can be profiled.
import { BENCHES } from './benches.ts';

const [name = '', ...flags] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench === undefined) throw new Error(`There is no benchmark "${name}".`);
for await (const figure of bench({ quick: flags.includes('--quick') })) {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}
