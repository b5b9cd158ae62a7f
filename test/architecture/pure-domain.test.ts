import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, runTool, withFolder } from './run-tool.ts';

/** What tsc says about a file of the domain, under the domain's own settings. */
function compile(code: string): { code: number | null; output: string } {
  const settings = {
    extends: join(PROJECT, 'tsconfig.domain.json'),
    include: [join(PROJECT, 'src/main/core/domain/time.ts'), 'planted.ts'],
  };
  return withFolder({ 'tsconfig.json': JSON.stringify(settings), 'planted.ts': code }, (folder) =>
    runTool('typescript/bin/tsc', ['--project', 'tsconfig.json'], folder),
  );
}

/** What oxlint says about a file at a path, under the project's own settings. */
function lint(path: string, code: string): { code: number | null; output: string } {
  const files = {
    '.oxlintrc.json': readFileSync(join(PROJECT, '.oxlintrc.json'), 'utf8'),
    'tsconfig.base.json': readFileSync(join(PROJECT, 'tsconfig.base.json'), 'utf8'),
    'tsconfig.json': JSON.stringify({ extends: './tsconfig.base.json', include: ['src'] }),
    [path]: code,
  };
  return withFolder(files, (folder) => runTool('oxlint/bin/oxlint', ['--type-aware', 'src'], folder));
}

describe('the domain', () => {
  it('compiles when it is pure', () => {
    expect(compile('export const double = (n: number): number => n * 2;')).toEqual({ code: 0, output: '' });
  });

  it.each(['process', 'Buffer', 'fetch', 'setTimeout', 'console', 'crypto', 'document', 'performance'])(
    'does not know %s',
    (name) => {
      const { code, output } = compile(`export const planted = ${name};`);
      expect(code).not.toBe(0);
      expect(output).toContain(`Cannot find name '${name}'`);
    },
  );

  it.each([
    ['the time', 'export const now = (): number => Date.now();', "'Date'"],
    ['chance', 'export const chance = (): number => Math.random();', "'Math'"],
  ])('does not ask for %s', (_what, code, name) => {
    const { code: exit, output } = lint('src/main/core/domain/planted.ts', code);
    expect(exit).toBe(1);
    expect(output).toContain(`Unexpected use of ${name}`);
  });
});

describe('the lint rules that need types', () => {
  it('see a promise that nobody waits for', () => {
    const { output } = lint(
      'src/main/hosts/planted.ts',
      'const later = async (): Promise<number> => 1;\nexport function go(): void {\n  later();\n}',
    );
    expect(output).toContain('no-floating-promises');
  });

  it('see a case that a switch forgot', () => {
    const { output } = lint(
      'src/main/hosts/planted.ts',
      `export function go(kind: 'a' | 'b'): number {\n  switch (kind) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}`,
    );
    expect(output).toContain('switch-exhaustiveness-check');
    expect(output).toContain('"b"');
  });

  it('find nothing in a file without faults', () => {
    const { code, output } = lint('src/main/hosts/planted.ts', 'export const one = 1;');
    expect({ code, faults: /Found (\d+) warnings and (\d+) errors/.exec(output)?.slice(1) }).toEqual({
      code: 0,
      faults: ['0', '0'],
    });
  });
});
