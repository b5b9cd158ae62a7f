import { spawn } from 'node:child_process';
import {
  chownSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { ADDRESS_OF, type CertificateKind, type Certificates } from './certificates.ts';

const NOBODY = 65_534;
const PATIENCE = 15_000;

export interface MailAccount {
  readonly address: string;
  readonly password: string;
}

export interface AccountOptions {
  readonly password?: string;
  /** Folders besides INBOX, as the server stores their names (modified UTF-7); only `Sent` is marked as \Sent. */
  readonly folders?: readonly string[];
  /** The most that fits into the mailbox, such as `1M`. */
  readonly quota?: string;
}

export interface Dovecot {
  readonly port: number;
  /** Without encryption; for the test that this is refused. */
  readonly plainPort: number;
  addAccount(address: string, options?: AccountOptions): MailAccount;
  /** Puts a mail into a folder, as a delivery agent does. */
  deliver(address: string, raw: string | Buffer, folder?: string): void;
  /** The mails of a folder, as they are on the disk. */
  mails(address: string, folder?: string): readonly string[];
  /** Flags of the mails of a folder, in Maildir's letters (S seen, D deleted …). */
  flags(address: string, folder?: string): readonly string[];
  /** The server forgets how it numbered the mails: UIDVALIDITY changes. */
  renumber(address: string, folder?: string): void;
  /** Ends it; accounts and mails stay for `start`. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** A Dovecot of our own in a folder, on loopback. Runs as the present user; as root, mail belongs to nobody. */
export async function startDovecot(folder: string, certificates: Certificates): Promise<Dovecot> {
  const isRoot = process.getuid?.() === 0;
  const owner = isRoot ? NOBODY : (process.getuid?.() ?? 0);
  const group = isRoot ? NOBODY : (process.getgid?.() ?? 0);
  // Dovecot's helpers, which run as users of their own, must get through to their sockets.
  for (const name of ['', 'run', 'state', 'mail']) {
    mkdirSync(join(folder, name), { recursive: true });
    chmodSync(join(folder, name), 0o755);
  }
  const port = await freePort();
  const plainPort = await freePort();
  const config = join(folder, 'dovecot.conf');
  const users = join(folder, 'users');
  mkdirSync(users);
  // A file for each: Dovecot would notice a changed one only in the next second.
  const writeUser = ({ address, password }: MailAccount, quota: string | undefined): void => {
    const extra = quota === undefined ? '' : `userdb_quota_rule=*:storage=${quota}`;
    const home = join(folder, 'mail', address);
    writeFileSync(
      join(users, address),
      `${address}:{PLAIN}${password}:${owner}:${group}::${home}::${extra}\n`,
    );
  };
  writeFileSync(
    config,
    configOf({ folder, port, plainPort, certificates, user: isRoot ? null : userInfo().username }),
  );

  const own = (path: string): void => {
    if (isRoot) chownSync(path, owner, group);
  };
  const pathOf = (address: string, name = 'INBOX'): string =>
    name === 'INBOX' ? join(folder, 'mail', address) : join(folder, 'mail', address, `.${name}`);
  const makeMaildir = (path: string): void => {
    for (const part of ['', 'cur', 'new', 'tmp']) {
      mkdirSync(join(path, part), { recursive: true, mode: 0o700 });
      own(join(path, part));
    }
  };
  let serial = 0;
  let child: ReturnType<typeof spawn> | null = null;

  const files = (address: string, name?: string): readonly string[] =>
    ['cur', 'new'].flatMap((part) => {
      const directory = join(pathOf(address, name), part);
      return readdirSync(directory)
        .toSorted((a, b) => a.localeCompare(b))
        .map((file) => join(directory, file));
    });

  const dovecot: Dovecot = {
    port,
    plainPort,
    addAccount(address, options = {}) {
      const account = { address, password: options.password ?? `secret of ${address}` };
      makeMaildir(pathOf(address));
      for (const name of options.folders ?? ['Sent', 'Junk']) makeMaildir(pathOf(address, name));
      writeUser(account, options.quota);
      return account;
    },
    deliver(address, raw, name) {
      serial += 1;
      const file = `${Math.floor(Date.now() / 1_000)}.M${serial}P${process.pid}.loopback`;
      const draft = join(pathOf(address, name), 'tmp', file);
      writeFileSync(draft, raw);
      own(draft);
      renameSync(draft, join(pathOf(address, name), 'new', file));
    },
    mails: (address, name) => files(address, name).map((file) => readFileSync(file, 'utf8')),
    flags: (address, name) => files(address, name).map((file) => file.split(':2,')[1] ?? ''),
    renumber(address, name) {
      const path = pathOf(address, name);
      for (const file of readdirSync(path)) {
        if (file.startsWith('dovecot')) rmSync(join(path, file), { recursive: true });
      }
    },
    async stop() {
      if (child === null) return;
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      endGroup(child.pid);
      child = null;
    },
    async start() {
      if (child !== null) return;
      const log: string[] = [];
      child = spawn('/usr/sbin/dovecot', ['-F', '-c', config], {
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      });
      if (child.pid !== undefined) running.add(child.pid);
      child.stderr?.on('data', (chunk: Buffer) => log.push(chunk.toString()));
      const began = Date.now();
      while (!(await answers(port))) {
        if (child.exitCode !== null || Date.now() - began > PATIENCE) {
          throw new Error(`Dovecot did not start: ${log.join('')}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
  await dovecot.start();
  return dovecot;
}

interface ConfigParts {
  readonly folder: string;
  readonly port: number;
  readonly plainPort: number;
  readonly certificates: Certificates;
  /** Null as root: Dovecot's own users are used. */
  readonly user: string | null;
}

function configOf({ folder, port, plainPort, certificates, user }: ConfigParts): string {
  const kinds = Object.keys(ADDRESS_OF) as CertificateKind[];
  const shown = (kind: CertificateKind): string =>
    `  ssl_cert = <${certificates.of[kind].certFile}\n  ssl_key = <${certificates.of[kind].keyFile}`;
  const asUser =
    user === null
      ? ''
      : `default_internal_user = ${user}\ndefault_login_user = ${user}\nservice imap-login {\n  chroot =\n}\n`;
  return `protocols = imap
base_dir = ${join(folder, 'run')}
state_dir = ${join(folder, 'state')}
log_path = ${join(folder, 'dovecot.log')}
listen = ${kinds.map((kind) => ADDRESS_OF[kind]).join(', ')}
ssl = yes
${shown('good').replaceAll('  ', '')}
${kinds.map((kind) => `local ${ADDRESS_OF[kind]} {\n${shown(kind)}\n}`).join('\n')}
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
first_valid_uid = 1
mail_location = maildir:~/
mail_plugins = quota
mail_max_userip_connections = 200
${asUser}
passdb {
  driver = passwd-file
  args = ${join(folder, 'users')}/%u
}
userdb {
  driver = passwd-file
  args = ${join(folder, 'users')}/%u
}
plugin {
  quota = maildir:Mailbox
}
protocol imap {
  mail_plugins = quota imap_quota
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    special_use = \\Sent
  }
  mailbox Junk {
    special_use = \\Junk
  }
}
service imap-login {
  inet_listener imap {
    port = ${plainPort}
  }
  inet_listener imaps {
    port = ${port}
    ssl = yes
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
`;
}

/** A test run that is cut off leaves no server behind. */
const running = new Set<number>();
process.once('exit', () => {
  for (const pid of running) endGroup(pid);
});

/** Its helpers hold open connections for a while after it ended. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  running.delete(pid);
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All have ended.
  }
}

/** Nobody listens there now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const done = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
  });
}
