import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sandboxMailboxes } from '#adapters/mail/sandbox-mailboxes.ts';
import { machineClock } from '#adapters/system/machine-clock.ts';
import { StoreError } from '#adapters/store/store-error.ts';
import type { Mailboxes } from '#core/ports/mailboxes.ts';
import { readArguments, untilStopped, wholeNumber } from '../cli-program.ts';
import { openCore } from '../core-world.ts';
import { defaultDataDirectory } from '../data-directory.ts';
import { RENDERER } from '../project-folder.ts';
import { VERSION } from '../version.ts';
import { PortInUse, startHubServer } from './http-server.ts';

interface HubOptions {
  readonly data: string;
  readonly port: number;
  readonly sandboxMail?: string;
  readonly json: boolean;
}

/** The hub host: the core on a machine without a display, its screens in a browser over loopback. */
export async function runHub(args: readonly string[]): Promise<void> {
  const read = readArguments<HubOptions>(
    (program) =>
      program
        .name('hub')
        .description('Runs Baton without a window; the screens are served to a browser on this machine.')
        .option('--data <folder>', 'where the data lives', defaultDataDirectory())
        .option('--port <n>', 'port on loopback; 0 takes a free one', wholeNumber('--port', 0, 65_535), 4780)
        .option(
          '--sandbox-mail <url>',
          'send through the mailbox of a sandbox (token in BATON_SANDBOX_MAIL_TOKEN)',
        )
        .option('--json', 'print one line of JSON when ready', false),
    args,
  );
  if ('exit' in read) process.exit(read.exit);
  const { options } = read;
  if (!existsSync(join(RENDERER, 'index.html'))) fail('The screens are not built yet. Run: npm run build');
  try {
    await serve(options);
  } catch (error) {
    if (error instanceof PortInUse || error instanceof StoreError) fail(error.message);
    throw error;
  }
}

async function serve(options: HubOptions): Promise<void> {
  let url = '';
  const running = await openCore({
    dataDirectory: resolve(options.data),
    clock: machineClock,
    ...sandboxMail(options.sandboxMail),
    // In-app notices are rows that the screens show; the hub has no other place to ring.
    notifier: { notify: () => undefined },
    host: { kind: 'hub', version: VERSION, leadUrl: (leadId) => `${url}/#/leads/${leadId}`, demo: null },
  });
  const server = await startHubServer({
    context: { core: running.core },
    port: options.port,
    rendererDirectory: RENDERER,
  });
  url = server.url;
  running.core.start();
  const ready = {
    url: server.url,
    openUrl: server.openUrl,
    token: server.token,
    pid: process.pid,
    data: resolve(options.data),
  };
  process.stdout.write(
    options.json
      ? `${JSON.stringify(ready)}\n`
      : `Baton ${VERSION} is running. Open this address in a browser on this machine:\n  ${server.openUrl}\nData: ${ready.data}\nStop it with Ctrl+C.\n`,
  );
  await untilStopped(async () => {
    await server.close();
    await running.close();
  });
}

/** Mail goes to the assistants' own servers, unless a sandbox takes it. */
function sandboxMail(url: string | undefined): { mailboxes?: Mailboxes } {
  if (url === undefined) return {};
  return { mailboxes: sandboxMailboxes({ url, token: process.env['BATON_SANDBOX_MAIL_TOKEN'] ?? '' }) };
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
