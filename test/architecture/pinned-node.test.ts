import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT } from './run-tool.ts';

it('tests run on the Node that package.json pins, whatever the machine has', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
    devDependencies: { node: string };
  };
  expect(process.version).toBe(`v${devDependencies.node}`);
});
