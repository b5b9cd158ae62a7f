// The dependency rule of ARCHITECTURE.md, executable. Unit tests beside the sources are left out: they may use
// vitest and test/support; everything else in src/ stands under these rules.

const DOMAIN = '^src/main/core/domain/';
const PORTS = '^src/main/core/ports/';
const CORE = '^src/main/core/';
const ADAPTERS = '^src/main/adapters/';
const CONTRACT = '^src/contract/';
const SANDBOX = '^src/sandbox/';
/** Electron, and packages that load it. */
const ELECTRON = '(^|node_modules/)electron(-store)?(/|$)';
/** Where Electron is at home. */
const DESKTOP = '^src/(main/index\\.ts$|main/hosts/desktop/|preload/)';

/** The files of a package, as the scan resolves them. */
const packages = (...names) => names.map((name) => `^node_modules/(@types/)?${name}/`);

module.exports = {
  forbidden: [
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere would slip through every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-is-pure',
      comment: "The domain imports itself, the contract's names and luxon.",
      severity: 'error',
      from: { path: DOMAIN },
      to: { pathNot: [DOMAIN, '^src/contract/names\\.ts$', ...packages('luxon')] },
    },
    {
      name: 'names-are-leaves',
      comment: "The contract's names import nothing, so that the domain may use them.",
      severity: 'error',
      from: { path: '^src/contract/names\\.ts$' },
      to: {},
    },
    {
      name: 'ports-know-the-domain-only',
      severity: 'error',
      from: { path: PORTS },
      to: { pathNot: [PORTS, DOMAIN, '^src/contract/names\\.ts$'] },
    },
    {
      name: 'core-does-no-io',
      comment: 'The core imports itself, the contract, and packages that do no I/O; no Node built-in.',
      severity: 'error',
      from: { path: CORE },
      to: { pathNot: [CORE, CONTRACT, ...packages('luxon', 'zod', 'liquidjs', '@orpc/server')] },
    },
    {
      name: 'adapters-know-ports-and-domain',
      comment: 'An adapter speaks the words of the ports; it knows no flow, no host and no screen.',
      severity: 'error',
      from: { path: ADAPTERS },
      to: { path: '^src/', pathNot: [ADAPTERS, PORTS, DOMAIN] },
    },
    {
      name: 'adapters-are-apart',
      comment: 'No adapter imports another one, but the shared HTTP parts.',
      severity: 'error',
      from: { path: '^src/main/adapters/([^/]+)/' },
      to: { path: ADAPTERS, pathNot: '^src/main/adapters/($1|http)/' },
    },
    {
      name: 'only-hosts-build-adapters',
      severity: 'error',
      from: { path: '^src/', pathNot: [ADAPTERS, '^src/main/hosts/'] },
      to: { path: ADAPTERS },
    },
    {
      name: 'electron-in-the-desktop-only',
      severity: 'error',
      from: { path: '^src/', pathNot: DESKTOP },
      to: { path: ELECTRON },
    },
    {
      name: 'no-path-to-electron',
      comment:
        'The hub, the demo, the core, adapters, sandbox and screens reach Electron through no path at all.',
      severity: 'error',
      from: {
        path: '^src/(main/(hub|demo)\\.ts$|main/hosts/(hub|demo)/|main/core/|main/adapters/|sandbox/|renderer/|contract/)',
      },
      to: { path: ELECTRON, reachable: true },
    },
    {
      name: 'contract-is-zod-and-orpc',
      severity: 'error',
      from: { path: CONTRACT },
      to: { pathNot: [CONTRACT, ...packages('zod', '@orpc/contract')] },
    },
    {
      name: 'screens-know-the-contract-only',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: '^src/', pathNot: ['^src/renderer/', CONTRACT] },
    },
    {
      name: 'screens-run-in-a-browser',
      comment: 'No Node built-in and no server part in the screens.',
      severity: 'error',
      from: { path: '^src/(renderer|contract)/' },
      to: { path: packages('@orpc/server'), reachable: true },
    },
    {
      name: 'screens-use-no-node',
      severity: 'error',
      from: { path: '^src/(renderer|contract|preload)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'preload-is-a-bridge',
      comment: 'The preload imports Electron and the contract, nothing else.',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: { pathNot: ['^src/preload/', CONTRACT, ...packages('electron')] },
    },
    {
      name: 'sandbox-shares-nothing',
      comment: "The sandbox must not share the adapters' mistakes: it imports nothing of ours.",
      severity: 'error',
      from: { path: SANDBOX },
      to: { path: '^src/', pathNot: SANDBOX },
    },
    {
      name: 'sandbox-stays-out-of-the-product',
      comment: 'Only the demo starts the sandbox; the hub and the desktop reach it through no path.',
      severity: 'error',
      from: { path: '^src/main/', pathNot: '^src/main/(demo\\.ts$|hosts/demo/)' },
      to: { path: SANDBOX, reachable: true },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: '/test/' },
      to: { path: '^test/|^src/.*/test/' },
    },
  ],
  options: {
    exclude: { path: '\\.test\\.tsx?$' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
