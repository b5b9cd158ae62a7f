import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxMailboxes } from '#adapters/mail/sandbox-mailboxes.ts';
import { fastClock } from '#adapters/system/fast-clock.ts';
import { memoryVault } from '#adapters/vault/memory-vault.ts';
import { HOUR, SECOND } from '#core/domain/time.ts';
import { createClock } from '#sandbox/control/clock.ts';
import { startSandbox } from '#sandbox/sandbox.ts';
import { readArguments, untilStopped, wholeNumber } from '../cli-program.ts';
import { openCore } from '../core-world.ts';
import { startHubServer } from '../hub/http-server.ts';
import { PortInUse } from '../hub/listen.ts';
import { RENDERER } from '../project-folder.ts';
import { VERSION } from '../version.ts';
import { runOnce, SHARE_AT_ONCE } from './once.ts';
import { Person } from './person.ts';
import { DEMO_ASSISTANTS, setTheStage } from './set-the-stage.ts';
import { Team } from './team.ts';

interface DemoOptions {
  readonly once: boolean;
  readonly json: boolean;
  readonly contacts: number;
  readonly seed: number;
  readonly port: number;
  readonly hubspot?: string;
  readonly token?: string;
}

/** Simulated time in the open demo: three hours a second, so that a whole schedule passes in three minutes. */
const SPEED = (3 * HOUR) / 1_000;
/** How often the people of the team look at their leads, ms of real time. */
const TEAM_LOOKS = 500;

/** The demo: the main job on the embedded sandbox, with screens, or once through without. */
export async function runDemo(args: readonly string[]): Promise<void> {
  const read = readArguments<DemoOptions>(
    (program) =>
      program
        .name('demo')
        .description('Runs the main job on a built-in, HubSpot-compatible sandbox; no account is needed.')
        .option(
          '--once',
          'no screens: assign contacts, wait until all are handed back, check the CRM, end',
          false,
        )
        .option('--json', 'print one JSON object (with --once: the result)', false)
        .option('--contacts <n>', 'contacts to assign', wholeNumber('--contacts', 1, 100_000), 200)
        .option(
          '--seed <n>',
          'the same number gives the same people',
          wholeNumber('--seed', 0, 4_294_967_295),
          1,
        )
        .option('--port <n>', 'port of the screens; 0 takes a free one', wholeNumber('--port', 0, 65_535), 0)
        .option('--hubspot <url>', 'with --once: use the HubSpot-compatible server that is already there')
        .option('--token <token>', 'with --hubspot: its token (or BATON_DEMO_TOKEN)'),
    args,
  );
  if ('exit' in read) process.exit(read.exit);
  const { options } = read;
  const wrong = problemOf(options);
  if (wrong !== null) {
    process.stderr.write(`${wrong}\n`);
    process.exit(2);
  }
  if (options.once) await once(options);
  else await open(options);
}

function problemOf(options: DemoOptions): string | null {
  if (options.hubspot === undefined)
    return options.token === undefined ? null : '--token needs --hubspot with the address of the server.';
  if (!options.once) return '--hubspot needs --once: the demo with screens runs on its own sandbox.';
  if (URL.parse(options.hubspot) === null)
    return `--hubspot must be a web address such as http://127.0.0.1:4010, not "${options.hubspot}".`;
  return tokenOf(options) === '' ? '--hubspot needs --token with a service key of that server.' : null;
}

function tokenOf(options: DemoOptions): string {
  return options.token ?? process.env['BATON_DEMO_TOKEN'] ?? '';
}

async function once(options: DemoOptions): Promise<void> {
  const result = await runOnce({
    contacts: options.contacts,
    seed: options.seed,
    hubSpot: options.hubspot === undefined ? null : { url: options.hubspot, token: tokenOf(options) },
    onProgress: (line) => {
      if (!options.json) process.stdout.write(`${line}\n`);
    },
  });
  const { problems, ...figures } = result;
  for (const problem of problems.slice(0, 50)) process.stderr.write(`${problem}\n`);
  process.stdout.write(
    options.json ? `${JSON.stringify(figures)}\n` : `${JSON.stringify(figures, null, 2)}\n`,
  );
  const isWhole =
    problems.length === 0 && figures.leads === figures.contacts && figures.handedBack === figures.contacts;
  process.exit(isWhole ? 0 : 1);
}

/** The demo with screens: nobody has to do anything, and everything may be touched. */
async function open(options: DemoOptions): Promise<void> {
  const clock = fastClock(Date.now(), SPEED);
  const sandbox = await startSandbox({
    contacts: Math.max(3000, options.contacts),
    seed: options.seed,
    limits: 'off',
    clock: createClock({ speed: SPEED }),
  });
  const directory = mkdtempSync(join(tmpdir(), 'baton-demo-'));
  let url = '';
  const running = await openCore({
    dataDirectory: directory,
    clock,
    mailboxes: sandboxMailboxes({ url: sandbox.mailUrl, token: sandbox.mailToken }),
    notifier: { notify: () => undefined },
    host: {
      kind: 'hub',
      version: VERSION,
      leadUrl: (leadId) => `${url}/#/leads/${leadId}`,
      demo: { speed: SPEED, crmUrl: sandbox.crmUrl },
    },
    vault: memoryVault(),
    hubSpot: { pace: 'unlimited' },
    shortestPoll: SPEED * SECOND,
  });
  const close = async (): Promise<void> => {
    await running.close();
    await sandbox.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const server = await startHubServer({
      context: { core: running.core },
      port: options.port,
      rendererDirectory: RENDERER,
    });
    url = server.url;
    running.core.start();
    const { connectionId } = await setTheStage(
      running.core,
      { url: sandbox.url, token: sandbox.serviceKey, name: 'Sandbox' },
      { offDays: [] },
      Math.ceil(options.contacts * SHARE_AT_ONCE),
    );
    assignSome(sandbox, options.contacts);
    const team = new Team(running.core, new Person(sandbox.url, sandbox.serviceKey), options.seed);
    const people = setInterval(() => {
      team.act(connectionId, clock.now()).catch(() => undefined);
    }, TEAM_LOOKS);
    const ready = {
      url: server.url,
      openUrl: server.openUrl,
      token: server.token,
      pid: process.pid,
      crmUrl: sandbox.crmUrl,
    };
    process.stdout.write(
      options.json
        ? `${JSON.stringify(ready)}\n`
        : `The demo is running: ${options.contacts} contacts of a sandbox CRM are assigned to two assistants, and three hours pass every second.\nOpen this address in a browser on this machine:\n  ${server.openUrl}\nStop it with Ctrl+C; nothing is kept.\n`,
    );
    await untilStopped(async () => {
      clearInterval(people);
      await server.close();
      await close();
    });
  } catch (error) {
    await close();
    if (!(error instanceof PortInUse)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** A person in the CRM assigns contacts, half to each assistant. */
function assignSome(sandbox: Awaited<ReturnType<typeof startSandbox>>, wanted: number): void {
  const owners = [...sandbox.portal.owners.values()].filter((owner) => !owner.archived);
  const assistants = DEMO_ASSISTANTS.flatMap(
    (assistant) => owners.find((owner) => owner.email === assistant.email) ?? [],
  );
  const contactIds = [...sandbox.portal.objects.contacts.keys()].slice(0, wanted);
  for (const [index, assistant] of assistants.entries()) {
    const share = contactIds.filter((_, nth) => nth % assistants.length === index);
    sandbox.control.person.assign(share, assistant.id);
  }
}
