import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { ADDRESS_OF, type CertificateKind, type Certificates } from './certificates.ts';
import { freePort, type MailAccount } from './dovecot.ts';

/** Where in the conversation something goes wrong. */
export type SmtpFault =
  | { readonly at: 'mail-from' | 'rcpt-to' | 'content'; readonly answer: string }
  /** The connection ends; `content-taken`: the mail was accepted and delivered, only the answer is lost. */
  | {
      readonly at: 'mail-from' | 'rcpt-to' | 'content-lost' | 'content-taken';
      readonly cut: true;
    }
  /** The mail is accepted and delivered, and the server never says so. */
  | { readonly at: 'content-taken'; readonly silent: true };

/** A mail that the server took on. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

export interface SmtpParts {
  readonly certificates: Certificates;
  readonly accounts: ReadonlyMap<string, MailAccount>;
  /** Called for each recipient that has an account. */
  readonly deliver: (address: string, raw: string) => void;
  /** Called with what a provider that keeps sent mails itself would file. */
  readonly keepSent: (address: string, raw: string) => void;
}

export interface Smtp {
  /** TLS from the start; on each address of `ADDRESS_OF` with its certificate. */
  readonly port: number;
  /** STARTTLS. */
  readonly startTlsPort: number;
  /** No encryption at all is offered. */
  readonly plainPort: number;
  /** All it took on, in order. */
  readonly taken: TakenMail[];
  /** Resolves when it took the next mail on, whatever it answers. */
  nextTaken(): Promise<void>;
  /** Happens to the next mail, then no more. */
  failNext(fault: SmtpFault): void;
  /** Access tokens that are let in, by account. */
  readonly tokens: Map<string, string>;
  close(): Promise<void>;
}

/** An SMTP server on loopback: login, TLS, local delivery, and faults on demand. */
export async function startSmtp(parts: SmtpParts): Promise<Smtp> {
  const taken: TakenMail[] = [];
  const tokens = new Map<string, string>();
  const faults: SmtpFault[] = [];
  const waiting: (() => void)[] = [];
  const servers: SMTPServer[] = [];

  const serve = async (
    address: string,
    port: number,
    kind: CertificateKind,
    mode: 'tls' | 'starttls' | 'plain',
  ): Promise<void> => {
    const { cert, key } = parts.certificates.of[kind];
    const server: SMTPServer = new SMTPServer({
      cert,
      key,
      secure: mode === 'tls',
      disabledCommands: mode === 'plain' ? ['STARTTLS'] : [],
      allowInsecureAuth: mode === 'plain',
      authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
      disableReverseLookup: true,
      name: 'loopback',
      onAuth: (auth, _session, done) => {
        const account = parts.accounts.get(auth.username ?? '');
        const isRight =
          auth.method === 'XOAUTH2'
            ? tokens.get(auth.username ?? '') === auth.accessToken
            : account !== undefined && account.password === auth.password;
        if (isRight) done(null, { user: auth.username });
        else done(answerOf('535 5.7.8 Username and password not accepted'));
      },
      onMailFrom: (from, session, done) => {
        if (fails('mail-from', session, done)) return;
        if (from.address.toLowerCase() === session.user) done();
        else done(answerOf(`553 5.7.1 Sender address rejected: not owned by user ${String(session.user)}`));
      },
      onRcptTo: (to, session, done) => {
        if (fails('rcpt-to', session, done)) return;
        const isLocal = to.address.endsWith('.example') && !parts.accounts.has(to.address.toLowerCase());
        if (isLocal && to.address.startsWith('nobody@')) done(answerOf('550 5.1.1 No such user here'));
        else done();
      },
      onData: (stream, session, done) => {
        const lost = faults[0]?.at === 'content-lost' ? faults.shift() : undefined;
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => {
          if (lost === undefined) chunks.push(chunk);
          else cut(session);
        });
        stream.on('end', () => {
          if (lost !== undefined) return cut(session);
          const fault =
            faults[0]?.at === 'content' || faults[0]?.at === 'content-taken' ? faults.shift() : undefined;
          if (fault !== undefined && 'answer' in fault) return done(answerOf(fault.answer));
          take(session, Buffer.concat(chunks).toString('utf8'));
          if (fault === undefined) done(null, 'taken on');
          else if ('cut' in fault) cut(session);
        });
      },
    });
    server.on('error', () => undefined);
    servers.push(server);
    await new Promise<void>((resolve) => {
      server.listen(port, address, resolve);
    });

    function cut(session: SMTPServerSession): void {
      for (const connection of server.connections)
        if (connection.id === session.id) connection._socket.destroy();
    }
    function fails(at: SmtpFault['at'], session: SMTPServerSession, done: (error: Error) => void): boolean {
      const fault = faults[0];
      if (fault?.at !== at) return false;
      faults.shift();
      if ('answer' in fault) done(answerOf(fault.answer));
      else cut(session);
      return true;
    }
  };

  function take(session: SMTPServerSession, raw: string): void {
    const { mailFrom, rcptTo } = session.envelope;
    const from = mailFrom === false ? '' : mailFrom.address;
    const to = rcptTo.map((each) => each.address.toLowerCase());
    taken.push({ from, to, raw });
    for (const tell of waiting.splice(0)) tell();
    parts.keepSent(from, raw);
    for (const address of to) {
      if (parts.accounts.has(address)) parts.deliver(address, `Return-Path: <${from}>\r\n${raw}`);
    }
  }

  const port = await freePort();
  const startTlsPort = await freePort();
  const plainPort = await freePort();
  for (const kind of Object.keys(ADDRESS_OF) as CertificateKind[])
    await serve(ADDRESS_OF[kind], port, kind, 'tls');
  await serve(ADDRESS_OF.good, startTlsPort, 'good', 'starttls');
  await serve(ADDRESS_OF.good, plainPort, 'good', 'plain');

  return {
    port,
    startTlsPort,
    plainPort,
    taken,
    tokens,
    nextTaken: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    failNext: (fault) => faults.push(fault),
    close: async () => {
      await Promise.all(
        servers.map((server) => {
          for (const connection of server.connections) connection._socket.destroy();
          return new Promise<void>((resolve) => {
            server.close(() => resolve());
          });
        }),
      );
    },
  };
}

/** `550 5.1.1 words` as an error of the server. */
function answerOf(answer: string): Error {
  const code = Number(answer.slice(0, 3));
  return Object.assign(new Error(answer.slice(4)), { responseCode: code });
}
