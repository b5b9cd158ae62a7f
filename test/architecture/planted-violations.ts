/** A file that breaks one rule of `.dependency-cruiser.cjs`, and what it needs around it. */
export interface PlantedViolation {
  readonly rule: string;
  readonly because: string;
  readonly file: string;
  readonly code: string;
}

/** Sources that keep every rule, in the tree's own shape; the violations are planted among them. */
export const CLEAN_TREE: Readonly<Record<string, string>> = {
  'src/contract/names.ts': `export const STATES = ['New'] as const;`,
  'src/contract/leads.ts': `import { z } from 'zod';\nimport { oc } from '@orpc/contract';\nimport { STATES } from './names.ts';\nexport const leads = oc.input(z.enum(STATES));`,
  'src/main/core/domain/lead.ts': `import { DateTime } from 'luxon';\nimport { STATES } from '#contract/names.ts';\nexport const lead = [STATES, DateTime];`,
  'src/main/core/ports/store.ts': `import type { lead } from '../domain/lead.ts';\nexport type Store = typeof lead;`,
  'src/main/core/flows/intake.ts': `import { z } from 'zod';\nimport type { Store } from '#core/ports/store.ts';\nimport { leads } from '#contract/leads.ts';\nexport const intake = (store: Store) => [store, leads, z];`,
  'src/main/core/api/router.ts': `import { implement } from '@orpc/server';\nimport { intake } from '../flows/intake.ts';\nexport const router = [implement, intake];`,
  'src/main/adapters/http/limiter.ts': `import { setTimeout } from 'node:timers/promises';\nexport const limiter = setTimeout;`,
  'src/main/adapters/crm/gateway.ts': `import { limiter } from '#adapters/http/limiter.ts';\nimport { lead } from '#core/domain/lead.ts';\nimport type { Store } from '#core/ports/store.ts';\nexport const gateway = (store: Store) => [limiter, lead, store];`,
  'src/main/adapters/store/open.ts': `import { existsSync } from 'node:fs';\nexport const open = existsSync;`,
  'src/main/hosts/world.ts': `import { gateway } from '#adapters/crm/gateway.ts';\nimport { open } from '#adapters/store/open.ts';\nimport { router } from '#core/api/router.ts';\nexport const world = [gateway, open, router];`,
  'src/main/hosts/hub/run.ts': `import { world } from '../world.ts';\nexport const run = () => world;`,
  'src/main/hosts/demo/run.ts': `import { sandbox } from '#sandbox/sandbox.ts';\nimport { world } from '../world.ts';\nexport const demo = [sandbox, world];`,
  'src/main/hosts/desktop/run.ts': `import { app } from 'electron';\nimport Store from 'electron-store';\nimport { world } from '../world.ts';\nexport const desktop = [app, Store, world];`,
  'src/main/index.ts': `import { desktop } from '#hosts/desktop/run.ts';\nexport const main = desktop;`,
  'src/preload/index.ts': `import { ipcRenderer } from 'electron';\nexport const bridge = ipcRenderer;`,
  'src/renderer/main.tsx': `import { createElement } from 'react';\nimport { leads } from '#contract/leads.ts';\nexport const page = [createElement, leads];`,
  'src/sandbox/sandbox.ts': `import { createServer } from 'node:http';\nimport { z } from 'zod';\nexport const sandbox = [createServer, z];`,
};

/** At least one violation of every rule. The file's name says what it does. */
export const PLANTED: readonly PlantedViolation[] = [
  {
    rule: 'everything-resolves',
    because: 'an import leads nowhere',
    file: 'src/main/hosts/lost.ts',
    code: `import { nothing } from './not-there.ts';\nexport const lost = nothing;`,
  },
  {
    rule: 'domain-is-pure',
    because: 'the domain reads a file',
    file: 'src/main/core/domain/reads-a-file.ts',
    code: `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;`,
  },
  {
    rule: 'domain-is-pure',
    because: 'the domain validates with zod',
    file: 'src/main/core/domain/uses-zod.ts',
    code: `import { z } from 'zod';\nexport const rule = z;`,
  },
  {
    rule: 'domain-is-pure',
    because: 'the domain knows a port, though only its type',
    file: 'src/main/core/domain/knows-a-port.ts',
    code: `import type { Store } from '../ports/store.ts';\nexport type Known = Store;`,
  },
  {
    rule: 'domain-is-pure',
    because: 'the domain imports more of the contract than its names',
    file: 'src/main/core/domain/knows-the-contract.ts',
    code: `import { leads } from '#contract/leads.ts';\nexport const known = leads;`,
  },
  {
    rule: 'ports-know-the-domain-only',
    because: 'a port knows a flow',
    file: 'src/main/core/ports/knows-a-flow.ts',
    code: `import { intake } from '../flows/intake.ts';\nexport const known = intake;`,
  },
  {
    rule: 'core-does-no-io',
    because: 'a flow uses a Node built-in',
    file: 'src/main/core/flows/uses-node.ts',
    code: `import { randomUUID } from 'node:crypto';\nexport const id = randomUUID;`,
  },
  {
    rule: 'core-does-no-io',
    because: 'the API uses a package that does I/O',
    file: 'src/main/core/api/uses-sqlite.ts',
    code: `import Database from 'better-sqlite3';\nexport const database = Database;`,
  },
  {
    rule: 'core-does-no-io',
    because: 'a flow loads a Node built-in while it runs',
    file: 'src/main/core/flows/loads-node.ts',
    code: `export const load = () => import('node:fs');`,
  },
  {
    rule: 'only-hosts-build-adapters',
    because: 'a flow builds an adapter',
    file: 'src/main/core/flows/builds-an-adapter.ts',
    code: `import { open } from '#adapters/store/open.ts';\nexport const store = open;`,
  },
  {
    rule: 'adapters-know-ports-and-domain',
    because: 'an adapter knows a flow',
    file: 'src/main/adapters/crm/knows-a-flow.ts',
    code: `import { intake } from '#core/flows/intake.ts';\nexport const known = intake;`,
  },
  {
    rule: 'adapters-are-apart',
    because: 'an adapter knows another adapter',
    file: 'src/main/adapters/crm/knows-the-store.ts',
    code: `import { open } from '../store/open.ts';\nexport const known = open;`,
  },
  {
    rule: 'electron-in-the-desktop-only',
    because: 'an adapter uses Electron',
    file: 'src/main/adapters/vault/uses-electron.ts',
    code: `import { safeStorage } from 'electron';\nexport const vault = safeStorage;`,
  },
  {
    rule: 'electron-in-the-desktop-only',
    because: 'a host for servers uses a package that loads Electron',
    file: 'src/main/hosts/hub/uses-electron-store.ts',
    code: `import Store from 'electron-store';\nexport const settings = Store;`,
  },
  {
    rule: 'electron-in-the-desktop-only',
    because: 'a host loads Electron while it runs',
    file: 'src/main/hosts/loads-electron.ts',
    code: `export const load = () => import('electron');`,
  },
  {
    rule: 'no-path-to-electron',
    because: 'the hub reaches Electron over a file between them',
    file: 'src/main/hub.ts',
    code: `import { desktop } from '#hosts/desktop/run.ts';\nimport { run } from '#hosts/hub/run.ts';\nexport const hub = [run, desktop];`,
  },
  {
    rule: 'contract-is-zod-and-orpc',
    because: 'the contract knows the domain',
    file: 'src/contract/knows-the-domain.ts',
    code: `import { lead } from '#core/domain/lead.ts';\nexport const known = lead;`,
  },
  {
    rule: 'names-are-leaves',
    because: "the contract's names use zod",
    file: 'src/contract/names.ts',
    code: `import { z } from 'zod';\nexport const STATES = ['New'] as const;\nexport const states = z;`,
  },
  {
    rule: 'screens-know-the-contract-only',
    because: 'a screen knows the domain',
    file: 'src/renderer/knows-the-domain.tsx',
    code: `import { lead } from '#core/domain/lead.ts';\nexport const known = lead;`,
  },
  {
    rule: 'screens-run-in-a-browser',
    because: 'a screen brings the server part of oRPC',
    file: 'src/renderer/uses-the-server.ts',
    code: `import { implement } from '@orpc/server';\nexport const server = implement;`,
  },
  {
    rule: 'screens-use-no-node',
    because: 'a screen uses a Node built-in',
    file: 'src/renderer/uses-node.ts',
    code: `import { join } from 'node:path';\nexport const path = join;`,
  },
  {
    rule: 'preload-is-a-bridge',
    because: 'the preload brings the core',
    file: 'src/preload/knows-the-core.ts',
    code: `import { router } from '#core/api/router.ts';\nexport const known = router;`,
  },
  {
    rule: 'sandbox-shares-nothing',
    because: "the sandbox uses the adapter's code",
    file: 'src/sandbox/uses-an-adapter.ts',
    code: `import { limiter } from '#adapters/http/limiter.ts';\nexport const shared = limiter;`,
  },
  {
    rule: 'sandbox-stays-out-of-the-product',
    because: 'the product reaches the sandbox over the demo',
    file: 'src/main/hosts/hub/starts-the-demo.ts',
    code: `import { demo } from '../demo/run.ts';\nexport const started = demo;`,
  },
  {
    rule: 'nothing-imports-tests',
    because: 'the product uses what was made for tests',
    file: 'src/main/hosts/uses-a-test.ts',
    code: `import { world } from '#test/support/world.ts';\nexport const used = world;`,
  },
];

/** What the tree's packages are, as far as the scan looks. */
export const STUB_PACKAGES: readonly string[] = [
  '@orpc/contract',
  '@orpc/server',
  'better-sqlite3',
  'electron',
  'electron-store',
  'luxon',
  'react',
  'zod',
];
