import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sandboxMailboxes } from '#adapters/mail/sandbox-mailboxes.ts';
import { machineClock } from '#adapters/system/machine-clock.ts';
import { StoreError } from '#adapters/store/store-error.ts';
import type { Mailboxes } from '#core/ports/mailboxes.ts';
import { VaultUnavailable } from '#core/ports/token-vault.ts';
import { readArguments, untilStopped, wholeNumber } from '../cli-program.ts';
import { openCore } from '../core-world.ts';
import { defaultDataDirectory } from '../data-directory.ts';
import { RENDERER } from '../project-folder.ts';
import { VERSION } from '../version.ts';
import { startHubServer } from './http-server.ts';
import { PortInUse } from './listen.ts';
import { sandboxMailProblem } from './sandbox-mail.ts';
import { startTrackingServer } from './tracking/tracking-server.ts';

interface HubOptions {
  readonly data: string;
  readonly port: number;
  readonly sandboxMail?: string;
  readonly publicUrl?: string;
  readonly publicPort: number;
  readonly addressFile?: string;
  readonly memberAddressFile?: string;
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
        .option(
          '--public-url <url>',
          'the https address under which your reverse proxy leads to the public port (or BATON_PUBLIC_URL)',
        )
        .option(
          '--public-port <n>',
          'port on loopback for links in mails, with --public-url; 0 takes a free one',
          wholeNumber('--public-port', 0, 65_535),
          4781,
        )
        .option(
          '--address-file <file>',
          'write the address with its token into this file, for you alone, instead of printing it',
        )
        .option(
          '--member-address-file <file>',
          'the same for colleagues who work with leads and may not connect or set up',
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
    const isExpected =
      error instanceof PortInUse || error instanceof StoreError || error instanceof VaultUnavailable;
    if (isExpected) fail(error.message);
    throw error;
  }
}

async function serve(options: HubOptions): Promise<void> {
  let url = '';
  const publicUrl = publicUrlOf(options);
  const running = await openCore({
    dataDirectory: resolve(options.data),
    clock: machineClock,
    ...sandboxMail(options.sandboxMail),
    ...(publicUrl === null ? {} : { publicUrl }),
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
  const { core, links } = running;
  const tracking =
    links === null ? null : await startTrackingServer({ core, links, port: options.publicPort });
  core.start();
  const ready = {
    url: server.url,
    openUrl: server.openUrl,
    token: server.token,
    memberUrl: server.memberUrl,
    pid: process.pid,
    data: resolve(options.data),
    ...(tracking === null ? {} : { publicUrl, publicPort: tracking.port }),
  };
  const { addressFile, memberAddressFile } = options;
  if (addressFile !== undefined) writeForUserAlone(addressFile, `${server.openUrl}\n`);
  if (memberAddressFile !== undefined) writeForUserAlone(memberAddressFile, `${server.memberUrl}\n`);
  const where =
    addressFile === undefined
      ? `Open this address in a browser on this machine:\n  ${server.openUrl}`
      : `The address to open in a browser on this machine stands in ${addressFile}.`;
  process.stdout.write(
    options.json
      ? `${JSON.stringify(ready)}\n`
      : `Baton ${VERSION} is running. ${where}\nData: ${ready.data}\n${publicWords(publicUrl, tracking?.port)}Stop it with Ctrl+C.\n`,
  );
  await untilStopped(async () => {
    await tracking?.close();
    await server.close();
    await running.close();
    for (const file of [addressFile, memberAddressFile])
      if (file !== undefined) rmSync(file, { force: true });
  });
}

/** Whoever reads the address may do everything: the file is made anew, so that its rights are ours. */
function writeForUserAlone(file: string, words: string): void {
  rmSync(file, { force: true });
  writeFileSync(file, words, { mode: 0o600, flag: 'wx' });
}

/** The public address, or null; ends the program with a sentence where it cannot be one. */
function publicUrlOf(options: HubOptions): string | null {
  const text = options.publicUrl ?? process.env['BATON_PUBLIC_URL'] ?? '';
  if (text === '') return null;
  const url = URL.parse(text);
  const isRight = url?.protocol === 'https:' && url.search === '' && url.hash === '' && url.username === '';
  if (!isRight) wrong(`--public-url must be an address such as https://go.your-company.com, not "${text}".`);
  return text;
}

function publicWords(publicUrl: string | null, port: number | undefined): string {
  if (publicUrl === null || port === undefined) return '';
  return `Links in mails: lead ${publicUrl} to http://127.0.0.1:${port} in your reverse proxy.\n`;
}

/** Mail goes to the assistants' own servers, unless a sandbox takes it. */
function sandboxMail(url: string | undefined): { mailboxes?: Mailboxes } {
  if (url === undefined) return {};
  const token = process.env['BATON_SANDBOX_MAIL_TOKEN'] ?? '';
  const problem = sandboxMailProblem(url, token);
  if (problem !== null) wrong(problem);
  return { mailboxes: sandboxMailboxes({ url, token }) };
}

function wrong(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
