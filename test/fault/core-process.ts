// The product's core in a process of its own, so that it can really be killed. It obeys the rig over its channel;
// the core itself is the one every host opens, on a real data folder.
import { createRouterClient } from '@orpc/server';
import { sandboxMailboxes } from '#adapters/mail/sandbox-mailboxes.ts';
import { router } from '#core/api/router.ts';
import type { MailboxSettings } from '#core/ports/store/rows.ts';
import type { TokenVault } from '#core/ports/token-vault.ts';
import { openCore, type RunningCore } from '#hosts/core-world.ts';
import { DEMO_ASSISTANTS, setTheStage } from '#hosts/demo/set-the-stage.ts';
import { randomFor } from '#sandbox/world/random.ts';
import { brokenMailboxes, createFate, surround } from './broken-ports.ts';
import { drivenClock, type DrivenClock } from './driven-clock.ts';
import { NO_TROUBLE, type FromChild, type OpenOrder, type Order, type ToChild } from './protocol.ts';

/** An answer of the CRM that takes longer counts as lost, ms. */
const IMPATIENCE = 1_000;

const fate = createFate();
let running: { readonly core: RunningCore; readonly clock: DrivenClock } | null = null;

function tell(message: FromChild): void {
  process.send?.(message);
}

process.on('message', (message) => {
  const { id, order } = message as ToChild;
  carryOut(order).then(
    (value) => tell({ kind: 'answer', id, value: value ?? null }),
    (error: unknown) => {
      const { name, message: text } = error instanceof Error ? error : new Error(String(error));
      tell({ kind: 'failed', id, name, message: text });
    },
  );
});
// Without the rig there is nothing to do.
process.on('disconnect', () => process.exit());
tell({ kind: 'ready' });

async function carryOut(order: Order): Promise<unknown> {
  if (order.kind === 'open') return open(order);
  if (running === null) throw new Error('The core is not open.');
  const { core: opened, clock } = running;
  const { core } = opened;
  switch (order.kind) {
    case 'stage': {
      const { url, token, dailyLimit } = order;
      const rules = { timeZone: 'Europe/Berlin', dailyLimit };
      const stage = await setTheStage(core, { url, token, name: 'Portal' }, rules);
      core.context.store.commit({ mailboxes: [atProvider(stage.assistantIds[0] ?? '', clock.now())] });
      return stage;
    }
    case 'look':
      fate.plan(order.kill, order.trouble);
      clock.pass(order.times.now, order.times.skew);
      await core.pollNow();
      fate.plan(null, NO_TROUBLE);
      return { nextWorkAt: core.nextWorkAt() };
    case 'call':
      fate.plan(order.kill, NO_TROUBLE);
      return call(order.procedure, order.input).finally(() => fate.plan(null, NO_TROUBLE));
    case 'close':
      await opened.close();
      running = null;
      return null;
  }
}

async function open(order: OpenOrder): Promise<null> {
  const { times, seed } = order;
  const clock = drivenClock(times.now);
  clock.pass(times.now, times.skew);
  const random = randomFor(`core/${seed}`);
  Math.random = () => random.next();
  surroundFetch();
  fate.plan(order.kill, NO_TROUBLE);
  const world = sandboxMailboxes({ url: order.sandbox.mailUrl, token: order.sandbox.mailToken });
  const core = await openCore({
    dataDirectory: order.directory,
    clock,
    mailboxes: brokenMailboxes(world, fate, () => clock.trueNow()),
    notifier: { notify: () => undefined },
    host: {
      kind: 'hub',
      version: '0.0.0',
      leadUrl: (leadId) => `https://baton.example/#/leads/${leadId}`,
      demo: null,
    },
    vault: survivingVault(order.secrets),
    dns: { txt: () => Promise.resolve({ kind: 'none' }) },
    hubSpot: { pace: 'unlimited', time: clock.pacing, wallNow: () => clock.now(), timeout: IMPATIENCE },
  });
  surround(core.core.context, fate, random);
  running = { core, clock };
  fate.at('start:recovered');
  core.core.start();
  return null;
}

/** A name that cannot be looked up, as `fetch` tells it; and the points around the renewal of an access. */
function surroundFetch(): void {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.includes('/__sandbox/')) return real(input, init);
    if (fate.trouble.dns) {
      const cause = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
      throw new TypeError('fetch failed', { cause });
    }
    if (!/\/oauth\/.*\/token$/.test(url)) return real(input, init);
    fate.at('access:before-renewal');
    const answer = await real(input, init);
    fate.at('access:renewed');
    return answer;
  };
}

/** An account at a provider that says of each mail who sent it. The mailbox itself is the sandbox's. */
function atProvider(assistantId: string, since: number): MailboxSettings {
  const server = { host: 'imap.gmail.com', port: 993, security: 'tls' } as const;
  return {
    assistantId,
    preset: 'gmail',
    imap: server,
    smtp: server,
    user: DEMO_ASSISTANTS[0].email,
    login: 'password',
    sentFolder: null,
    readsJunk: false,
    dailyLimit: null,
    since,
    version: 0,
  };
}

/** A keychain is not in the process: the rig keeps what is put into it. */
function survivingVault(before: Readonly<Record<string, string>>): TokenVault {
  const secrets = new Map(Object.entries(before));
  return {
    kind: 'keychain',
    warning: null,
    get: (name) => Promise.resolve(secrets.get(name) ?? null),
    set(name, secret) {
      secrets.set(name, secret);
      tell({ kind: 'secret', name, secret });
      fate.at('access:kept');
      return Promise.resolve();
    },
    delete(name) {
      secrets.delete(name);
      tell({ kind: 'secret', name, secret: null });
      return Promise.resolve();
    },
  };
}

async function call(path: string, input: unknown): Promise<unknown> {
  if (running === null) throw new Error('The core is not open.');
  const client: unknown = createRouterClient(router, { context: { core: running.core.core } });
  let procedure = client;
  for (const part of path.split('.')) procedure = (procedure as Record<string, unknown>)[part];
  const result: unknown = await (procedure as (input: unknown) => Promise<unknown>)(input);
  await running.core.core.drain();
  return result;
}
