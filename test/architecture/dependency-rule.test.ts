import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CLEAN_TREE, PLANTED, STUB_PACKAGES } from './planted-violations.ts';
import { PROJECT, runTool, withFolder } from './run-tool.ts';

interface Scan {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

/** What `npm run check` runs, with its findings as data. */
function scan(folder: string): Scan {
  const args = ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const { output } = runTool('dependency-cruiser/bin/dependency-cruiser.mjs', args, folder);
  return JSON.parse(output) as Scan;
}

function scanTree(sources: Readonly<Record<string, string>>): Scan {
  const stubs = STUB_PACKAGES.flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
    [`node_modules/${name}/index.js`, 'module.exports = {};'],
  ]);
  const { imports } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { imports: object };
  const dependencies = Object.fromEntries(STUB_PACKAGES.map((name) => [name, '1.0.0']));
  const files = {
    ...Object.fromEntries(stubs),
    'package.json': JSON.stringify({ name: 'planted', type: 'module', imports, dependencies }),
    '.dependency-cruiser.cjs': readFileSync(join(PROJECT, '.dependency-cruiser.cjs'), 'utf8'),
    'tsconfig.base.json': readFileSync(join(PROJECT, 'tsconfig.base.json'), 'utf8'),
    'tsconfig.json': readFileSync(join(PROJECT, 'tsconfig.json'), 'utf8'),
    'test/support/world.ts': 'export const world = 1;',
    ...sources,
  };
  return withFolder(files, scan);
}

describe('the dependency rule', () => {
  let planted: Scan;
  beforeAll(() => {
    planted = scanTree({
      ...CLEAN_TREE,
      ...Object.fromEntries(PLANTED.map(({ file, code }) => [file, code])),
    });
  });

  it('finds nothing in a tree that keeps it', () => {
    const clean = scanTree(CLEAN_TREE);
    expect(clean.summary.violations).toEqual([]);
    expect(clean.modules.length).toBeGreaterThan(Object.keys(CLEAN_TREE).length);
  });

  it.each(PLANTED.map(({ because, rule, file }) => [because, rule, file] as const))(
    'is broken when %s: %s',
    (_because, rule, file) => {
      const found = planted.summary.violations
        .filter(({ from }) => from === file)
        .map((each) => each.rule.name);
      expect(found).toContain(rule);
    },
  );

  it('has no rule that was never seen to catch something', () => {
    const names = [
      ...readFileSync(join(PROJECT, '.dependency-cruiser.cjs'), 'utf8').matchAll(/name: '([a-z-]+)'/g),
    ].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(PLANTED.map(({ rule }) => rule))).toEqual(new Set(names));
  });
});

describe('our sources', () => {
  let sources: Scan;
  beforeAll(() => {
    sources = scan(PROJECT);
  });

  it('are scanned, every file of them', () => {
    const scanned = new Set(sources.modules.map(({ source }) => source));
    const files = globSync('src/**/*.{ts,tsx}', { cwd: PROJECT })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !/\.test\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => !scanned.has(file))).toEqual([]);
  });

  it('keep the rule', () => {
    expect(sources.summary.violations.map(({ from, rule }) => `${from} breaks ${rule.name}`)).toEqual([]);
  });
});
