import type { Reporter } from 'vitest/node';

/**
 * Ends the output with `N passed, N failed` alone on a line, for programs that read it. A file that could not be
 * loaded and an error outside of every test count as failed.
 */
export default class PlainSummaryReporter implements Reporter {
  readonly onTestRunEnd: NonNullable<Reporter['onTestRunEnd']> = (modules, errors) => {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      const before = failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') failed += 1;
      }
      if (failed === before && module.state() === 'failed') failed += 1;
    }
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
  };
}
