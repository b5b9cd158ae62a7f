import { runDemo } from '#hosts/demo/run-demo.ts';

await runDemo(process.argv.slice(2));
