import { runUnderstand } from '#hosts/understand/run-understand.ts';

await runUnderstand(process.argv.slice(2));
