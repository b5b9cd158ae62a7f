import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { Sandbox } from './sandbox.ts';
import { startSandbox } from './sandbox.ts';
import { UnusableSandboxFile } from './world/portal-file.ts';

interface CliOptions {
  readonly port: number;
  readonly contacts: number;
  readonly seed: number;
  readonly limits: 'hubspot' | 'off';
  readonly lag: readonly [number, number];
  readonly data?: string;
  readonly json: boolean;
}

const MOST_CONTACTS = 1_000_000;

function wholeNumber(lowest: number, highest: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= lowest && number <= highest) return number;
    throw new InvalidArgumentError(`Give a whole number from ${lowest} to ${highest}.`);
  };
}

function limits(text: string): CliOptions['limits'] {
  if (text === 'hubspot' || text === 'off') return text;
  throw new InvalidArgumentError('Give hubspot or off.');
}

function lag(text: string): readonly [number, number] {
  const [, shortest, longest] = /^(\d+)-(\d+)$/.exec(text) ?? [];
  if (shortest !== undefined && longest !== undefined && Number(shortest) <= Number(longest)) {
    return [Number(shortest), Number(longest)];
  }
  throw new InvalidArgumentError('Give two numbers of milliseconds, the shorter first, such as 200-3000.');
}

function command(): Command {
  return new Command('sandbox')
    .description(
      'A HubSpot-compatible server with a portal that looks real, a mailbox and prospects who answer.',
    )
    .option('--port <n>', 'port on loopback; 0 takes a free one', wholeNumber(0, 65_535), 0)
    .option('--contacts <n>', 'contacts in the portal', wholeNumber(0, MOST_CONTACTS), 3000)
    .option('--seed <n>', 'the same number gives the same people', wholeNumber(0, 4_294_967_295), 1)
    .option('--limits <which>', 'hubspot: its own rate limits; off: none', limits, 'hubspot')
    .option('--lag <min-max>', 'how long search lags behind writes, in milliseconds', lag, [0, 0] as const)
    .option('--data <file>', 'keep portal and mail in this file from one run to the next')
    .option('--json', 'print one line of JSON when ready', false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
}

/** The options, or the exit code with which the program ends after help (0) or a wrong argument (2). */
function readOptions(argv: readonly string[]): CliOptions | number {
  const program = command();
  try {
    program.parse([...argv]);
    return program.opts<CliOptions>();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    const sentence = error.message.replace(/^error: /, '').replaceAll('\n', ' ');
    console.error(
      `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${/[.)]$/.test(sentence) ? '' : '.'}`,
    );
    return 2;
  }
}

function announce(sandbox: Sandbox, asJson: boolean): void {
  const { url, serviceKey, controlToken, mailUrl, mailToken, crmUrl, seed, portal } = sandbox;
  const contacts = portal.objects.contacts.size;
  if (asJson) {
    const ready = {
      url,
      hubspotToken: serviceKey,
      controlToken,
      mailUrl,
      mailToken,
      crmUrl,
      pid: process.pid,
      contacts,
      seed,
    };
    console.log(JSON.stringify(ready));
    return;
  }
  console.log(`The sandbox is ready at ${url} with ${contacts} contacts (seed ${seed}).`);
  console.log(`  HubSpot token  ${serviceKey}`);
  console.log(`  Mail           ${mailUrl}/__sandbox/mail, token ${mailToken}`);
  console.log(`  Control        ${url}/__sandbox, token ${controlToken}`);
  console.log(`  CRM screens    ${crmUrl}`);
  console.log('Baton with its mail; connect to the address above with the HubSpot token:');
  console.log(`  BATON_SANDBOX_MAIL_TOKEN=${mailToken} npm run hub -- --sandbox-mail ${mailUrl}`);
  console.log('Press Ctrl+C to end it.');
}

/** Why it did not start, as a sentence; anything unexpected is thrown on. */
function startProblem(error: unknown, port: number): string {
  if (error instanceof UnusableSandboxFile) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program; choose another with --port.`;
  if (code === 'EACCES' && port > 0 && port < 1024) {
    return `Port ${port} needs rights that this program does not have; choose one above 1023 with --port.`;
  }
  throw error;
}

async function main(): Promise<number | null> {
  const options = readOptions(process.argv);
  if (typeof options === 'number') return options;
  let sandbox: Sandbox;
  try {
    sandbox = await startSandbox({
      port: options.port,
      contacts: options.contacts,
      seed: options.seed,
      limits: options.limits,
      indexLagMs: options.lag,
      ...(options.data === undefined ? {} : { onDisk: options.data }),
    });
  } catch (error) {
    console.error(startProblem(error, options.port));
    return 1;
  }
  const end = (): void => {
    void sandbox.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  announce(sandbox, options.json);
  return null;
}

const exitCode = await main();
if (exitCode !== null) process.exitCode = exitCode;
