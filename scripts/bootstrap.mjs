// Every command of package.json starts here: `node scripts/bootstrap.mjs <task> [arguments…]`. It brings what is
// missing (packages with the pinned Node, system packages for tests, the built screens), says so in a line on
// standard error, and runs the task with the pinned Node. It runs on the system's Node with nothing installed.
import { installPackages } from './set-up/packages.mjs';
import { PINNED_NODE, PROJECT } from './set-up/project.mjs';
import { runToTheEnd } from './set-up/run.mjs';
import { buildScreens, rememberScreens } from './set-up/screens.mjs';
import { whileAlone } from './set-up/set-up-lock.mjs';
import { installSystemPackages } from './set-up/system-packages.mjs';

const vitest = ['node_modules/vitest/vitest.mjs', 'run'];

/**
 * What each task runs, and what it needs first.
 * @type {Readonly<Record<string, { run: string[], screens?: true, systemPackages?: true, env?: Record<string, string>, after?: () => void }>>}
 */
const TASKS = {
  demo: { run: ['src/main/demo.ts'], screens: true },
  start: { run: ['scripts/start.ts'], screens: true },
  hub: { run: ['src/main/hub.ts'], screens: true },
  sandbox: { run: ['src/sandbox/cli.ts'] },
  understand: { run: ['src/main/understand.ts'] },
  bench: { run: ['test/bench/run.ts'], screens: true },
  test: { run: ['scripts/test.ts'], screens: true, systemPackages: true },
  'test:quick': { run: [...vitest, '--project', 'unit'] },
  'test:desktop': { run: ['scripts/test.ts', '--project', 'electron'], screens: true, systemPackages: true },
  'test:electron': {
    run: ['scripts/test.ts', '--project', 'electron'],
    screens: true,
    systemPackages: true,
    env: { BATON_REAL_ELECTRON: '1' },
  },
  'test:fault': { run: ['test/fault/run.ts'] },
  check: { run: ['scripts/check.ts'] },
  format: { run: ['node_modules/prettier/bin/prettier.cjs', '--write', '--log-level', 'warn', '.'] },
  typecheck: { run: ['scripts/check.ts', '--only', 'types'] },
  package: { run: ['scripts/package.ts'] },
  build: { run: ['node_modules/electron-vite/bin/electron-vite.js', 'build'], after: rememberScreens },
};

const [name = '', ...args] = process.argv.slice(2);
const task = Object.hasOwn(TASKS, name) ? TASKS[name] : undefined;
if (task === undefined) {
  process.stderr.write(`There is no task "${name}". Choose one of: ${Object.keys(TASKS).join(', ')}.\n`);
  process.exit(2);
}

process.chdir(PROJECT);
// The package `electron` fetches its binary of 100 MB when somebody loads it; no command of ours may do that.
process.env.ELECTRON_SKIP_BINARY_DOWNLOAD = '1';
Object.assign(process.env, task.env);

try {
  whileAlone(() => {
    installPackages();
    if (task.systemPackages) installSystemPackages();
    if (task.screens) buildScreens();
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

const code = await runToTheEnd(PINNED_NODE, [...task.run, ...args]);
if (code === 0) task.after?.();
process.exit(code);
