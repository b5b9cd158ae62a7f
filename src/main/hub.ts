import { runHub } from '#hosts/hub/run-hub.ts';

await runHub(process.argv.slice(2));
