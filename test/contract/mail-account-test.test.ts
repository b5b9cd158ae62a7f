import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRealMailboxes } from '#adapters/mail/real-mailboxes.ts';
import type { MailAccount } from '#core/domain/mail/mail-settings.ts';
import type { MailTestStep } from '#core/ports/mailboxes.ts';
import {
  HAS_MAIL_SERVERS,
  startMailServers,
  WHY_LEFT_OUT,
  type MailServers,
} from '#test/support/mail-servers.ts';
import type { MailAccount as Login } from '#test/support/mail/dovecot.ts';
import { accountOn, SHORT_PATIENCE } from '#test/support/mail/real-mailbox-of.ts';

describe.skipIf(!HAS_MAIL_SERVERS)(`The test of a mail account${WHY_LEFT_OUT}`, () => {
  let servers: MailServers;
  let rosie: Login;
  let silent: Server;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    servers = await startMailServers();
    rosie = servers.addAccount('rosie@team.example');
    // Accepts every connection and says nothing.
    silent = createServer((socket) => sockets.push(socket));
    await new Promise<void>((resolve) => {
      silent.listen(0, '127.0.0.1', resolve);
    });
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
    await servers.close();
  });

  function stepsOf(
    changes: Partial<MailAccount>,
    options: {
      password?: string;
      address?: string;
      signal?: AbortSignal;
      patience?: number;
      ca?: string;
    } = {},
  ): AsyncIterable<MailTestStep> {
    const connect = options.patience ?? SHORT_PATIENCE.connect;
    const { setup } = createRealMailboxes({
      credentialOf: () => Promise.resolve(null),
      now: () => Date.now(),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      patience: { ...SHORT_PATIENCE, connect },
      ca: options.ca ?? servers.ca,
    });
    if (setup === undefined) throw new Error('Nothing can be set up.');
    return setup.tryOut(
      accountOn(servers, rosie, changes),
      { kind: 'password', password: options.password ?? rosie.password },
      options.address ?? rosie.address,
      options.signal ?? new AbortController().signal,
    );
  }

  async function results(
    ...[changes, options]: Parameters<typeof stepsOf>
  ): Promise<readonly (readonly [string, string, string])[]> {
    const ended = new Map<string, readonly [string, string, string]>();
    for await (const { step, state, sentence } of stepsOf(changes, options)) {
      if (state !== 'running') ended.set(step, [step, state, sentence]);
    }
    return [...ended.values()];
  }

  /** The last step, which failed: its name and its sentence. */
  async function failure(...args: Parameters<typeof stepsOf>): Promise<readonly [string, string]> {
    const [step, state, sentence] = (await results(...args)).at(-1) ?? ['', '', ''];
    expect(state).toBe('failed');
    return [step, sentence];
  }

  const imap = (host: string, port = servers.imap.port) => ({ host, port, security: 'tls' }) as const;

  it('goes through reading, the Sent folder, space and sending, and leaves nothing behind', async () => {
    const before = servers.smtp.taken.length;
    expect((await results({})).map(([step, state]) => [step, state])).toEqual([
      ['imap', 'ok'],
      ['inbox', 'ok'],
      ['sent', 'ok'],
      ['space', 'ok'],
      ['smtp', 'ok'],
      ['sender', 'ok'],
    ]);
    expect(servers.smtp.taken).toHaveLength(before);
    expect(servers.imap.mails(rosie.address)).toEqual([]);
    expect(servers.imap.mails(rosie.address, 'Sent')).toEqual([]);
  });

  it('a server that does not exist', async () => {
    const [step, sentence] = await failure({ imap: imap('imap.nowhere.invalid') });
    expect(step).toBe('imap');
    expect(sentence).toContain('There is no server imap.nowhere.invalid');
  });

  it('a port where nothing answers', async () => {
    const [, sentence] = await failure({ imap: imap('localhost', 1) });
    expect(sentence).toBe(
      'Nothing answers at localhost, port 1. Check the port, and whether the server is running.',
    );
  });

  it('a server that says nothing', async () => {
    const { port } = silent.address() as AddressInfo;
    const [, sentence] = await failure({ imap: imap('localhost', port) }, { patience: 300 });
    expect(sentence).toContain(`localhost, port ${port} does not answer.`);
  });

  it('an expired certificate', async () => {
    const [, sentence] = await failure({ imap: imap(servers.hostWith('expired')) });
    expect(sentence).toContain('The certificate of 127.0.0.2 has expired');
  });

  it('a certificate for another name', async () => {
    const [, sentence] = await failure({ imap: imap(servers.hostWith('other-name')) });
    expect(sentence).toContain('its certificate is for another name');
  });

  it('a certificate that nobody signed', async () => {
    const [, sentence] = await failure({ imap: imap(servers.hostWith('self-signed')) });
    expect(sentence).toContain('signed by nobody that this computer knows');
  });

  it('the same certificates where mail is sent', async () => {
    for (const [kind, words] of [
      ['expired', 'has expired'],
      ['other-name', 'is for another name'],
      ['self-signed', 'signed by nobody'],
    ] as const) {
      const smtp = { host: servers.hostWith(kind), port: servers.smtp.port, security: 'tls' } as const;
      const [step, sentence] = await failure({ smtp });
      expect([kind, step]).toEqual([kind, 'smtp']);
      expect(sentence).toContain(words);
    }
  });

  it('TLS chosen for a port without it', async () => {
    const [, sentence] = await failure({ imap: imap('localhost', servers.imap.plainPort) });
    expect(sentence).toContain('does not speak TLS from the start');
    const smtp = { host: 'localhost', port: servers.smtp.startTlsPort, security: 'tls' } as const;
    expect((await failure({ smtp }))[1]).toContain('does not speak TLS from the start');
  });

  it('a server that offers no encryption where STARTTLS is chosen gets no password', async () => {
    const smtp = { host: 'localhost', port: servers.smtp.plainPort, security: 'starttls' } as const;
    const [step, sentence] = await failure({ smtp });
    expect(step).toBe('smtp');
    expect(sentence).toContain('offers no encryption');
  });

  it('a login without encryption is refused off this computer before anything is sent', async () => {
    const [, sentence] = await failure({ imap: { host: 'mail.example.com', port: 143, security: 'none' } });
    expect(sentence).toContain('Baton does not log in');
  });

  it('on this computer a login without encryption works', async () => {
    const plain = { host: 'localhost', port: servers.imap.plainPort, security: 'none' } as const;
    const smtp = { host: 'localhost', port: servers.smtp.plainPort, security: 'none' } as const;
    expect((await results({ imap: plain, smtp })).at(-1)?.[1]).toBe('ok');
  });

  it('a wrong password, with what the provider wants instead', async () => {
    const [step, sentence] = await failure({ preset: 'gmail' }, { password: 'wrong' });
    expect(step).toBe('imap');
    expect(sentence).toContain('localhost refused the login (IMAP).');
    expect(sentence).toContain('make an app password at myaccount.google.com/apppasswords');
    expect(sentence).not.toContain('wrong');
  });

  it('no Sent folder: the folders to choose from', async () => {
    const bare = servers.addAccount('bare@team.example', { folders: ['Invoices', 'Kept'] });
    const steps: MailTestStep[] = [];
    for await (const step of stepsOf(
      { user: bare.address },
      { password: bare.password, address: bare.address },
    ))
      steps.push(step);
    const sent = steps.find((each) => each.step === 'sent' && each.state === 'failed');
    expect(sent?.sentence).toContain('There is no folder for sent mails that can be recognised.');
    expect(sent?.folders).toEqual(expect.arrayContaining(['INBOX', 'Invoices', 'Kept']));
    // What else is wrong is said, too.
    expect(steps.at(-1)).toMatchObject({ step: 'sender', state: 'ok' });
  });

  it('a mailbox that is full', async () => {
    const full = servers.addAccount('full@team.example', { quota: '10K' });
    servers.imap.deliver(full.address, `Subject: big\r\n\r\n${'x'.repeat(12_000)}`);
    const all = await results({ user: full.address }, { password: full.password, address: full.address });
    expect(all.find(([step]) => step === 'space')).toEqual([
      'space',
      'failed',
      'The mailbox is full. Delete mails there, or get more space.',
    ]);
  });

  it('a sender address that the account may not use', async () => {
    const [step, sentence] = await failure({}, { address: 'somebody.else@team.example' });
    expect(step).toBe('sender');
    expect(sentence).toContain('does not let this account write as somebody.else@team.example');
  });

  it('can be stopped while it waits for a server', async () => {
    const { port } = silent.address() as AddressInfo;
    const stop = new AbortController();
    const steps: MailTestStep[] = [];
    silent.once('connection', () => stop.abort());
    const account = { smtp: imap('localhost', port) };
    for await (const step of stepsOf(account, { signal: stop.signal, patience: 60_000 })) steps.push(step);
    expect(steps.at(-1)).toMatchObject({ step: 'smtp', state: 'running' });
  });
});
