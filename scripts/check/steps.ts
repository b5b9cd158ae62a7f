/** One thing that `npm run check` looks at: a program of node_modules with its arguments, or a file of ours. */
export interface Step {
  readonly name: string;
  /** Steps of one group can be asked for alone, with `--only`. */
  readonly group: string;
  /** Run by Node, from the project's folder. */
  readonly command: readonly string[];
}

const tsc = (config: string): readonly string[] => [
  'node_modules/typescript/bin/tsc',
  '--project',
  config,
  '--incremental',
  '--tsBuildInfoFile',
  `.cache/${config}.tsbuildinfo`,
];

/** Everything that is checked, the slowest first. */
export const STEPS: readonly Step[] = [
  { name: 'types: program, sandbox, tests', group: 'types', command: tsc('tsconfig.json') },
  {
    name: 'lint',
    group: 'lint',
    command: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
  },
  { name: 'types: screens', group: 'types', command: tsc('tsconfig.web.json') },
  {
    name: 'dead code',
    group: 'dead-code',
    command: ['node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'],
  },
  {
    name: 'format',
    group: 'format',
    command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  },
  {
    name: 'dependency rule',
    group: 'dependencies',
    command: ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'src'],
  },
  { name: 'types: domain', group: 'types', command: tsc('tsconfig.domain.json') },
  { name: 'licences', group: 'licences', command: ['scripts/check/licences.ts'] },
];
