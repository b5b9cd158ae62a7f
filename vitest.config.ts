import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Folders of `test/` that hold no tests of their own. */
const WITHOUT_TESTS = ['bench', 'support'];

/** Suites that build servers, databases and browsers take longer on a busy machine. */
const PATIENCE_MS: Readonly<Record<string, number>> = { e2e: 180_000, fault: 180_000 };

/** Suites that run what is built, and what builds it. */
const BUILT_FIRST: Readonly<Record<string, string>> = {
  e2e: 'test/e2e/build-screens.ts',
  electron: 'test/electron/build-program.ts',
};

/** Every other folder of `test/` is a suite of its own, so that no test can lie outside of all suites. */
const suites = readdirSync(new URL('./test', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !WITHOUT_TESTS.includes(entry.name))
  .map(({ name }) => ({
    extends: true as const,
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      ...(BUILT_FIRST[name] === undefined ? {} : { globalSetup: [BUILT_FIRST[name]] }),
      ...(PATIENCE_MS[name] === undefined
        ? {}
        : { testTimeout: PATIENCE_MS[name], hookTimeout: PATIENCE_MS[name] }),
    },
  }));

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', './test/support/plain-summary-reporter.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'] } },
      ...suites,
    ],
  },
});
