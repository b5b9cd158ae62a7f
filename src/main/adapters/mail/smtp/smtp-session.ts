import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';
import XOAuth2 from 'nodemailer/lib/xoauth2/index.js';
import type { MailAccount } from '#core/domain/mail/mail-settings.ts';
import type { MailCredential } from '#core/ports/mailboxes.ts';
import { refuseUnencrypted, tlsOptions, type LineOptions } from '../line.ts';

/** The mail was handed over, wholly or in part, and no answer came: the server may have taken it on. */
export class AnswerLost extends Error {
  constructor(cause: unknown) {
    super('The connection broke off after the mail was handed over.', { cause });
  }
}

/** Nothing of the mail was handed over, or the server refused it. The cause is the library's error. */
export class NotTaken extends Error {
  constructor(cause: unknown) {
    super('The mail was not taken on.', { cause });
  }
}

export interface Envelope {
  readonly from: string;
  readonly to: string;
}

/**
 * A connection to the SMTP server, logged in. Throws errors of the library. The machine's name is told to nobody.
 */
export async function connectSmtp(
  account: MailAccount,
  credential: MailCredential,
  options: LineOptions,
): Promise<SmtpSession> {
  const { host, port, security } = account.smtp;
  refuseUnencrypted(account.smtp);
  const connection = new SMTPConnection({
    host: host.replaceAll(/[[\]]/g, ''),
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    name: '[127.0.0.1]',
    connectionTimeout: options.patience.connect,
    greetingTimeout: options.patience.connect,
    dnsTimeout: options.patience.connect,
    socketTimeout: options.patience.answer,
    tls: tlsOptions(options),
    logger: false,
  });
  const session = new SmtpSession(connection);
  options.onOpening?.(() => session.close());
  try {
    await session.settled((done) => connection.connect(done));
    await session.settled((done) => connection.login(loginOf(account, credential), done));
    return session;
  } catch (error) {
    session.close();
    throw error;
  }
}

type Done = (error?: Error | null) => void;

export class SmtpSession {
  readonly #connection: SMTPConnection;
  #broken: (error: Error) => void = () => undefined;

  constructor(connection: SMTPConnection) {
    this.#connection = connection;
    connection.on('error', (error: Error) => this.#broken(error));
  }

  /** One step of the conversation; ends also when the connection breaks. */
  settled(step: (done: Done) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#broken = reject;
      step((error) => {
        if (error === null || error === undefined) resolve();
        else reject(error);
      });
    });
  }

  /**
   * Hands a mail over to one recipient. Answers the Message-ID that the server gave it instead of its own, else null.
   * @throws NotTaken, after which it may be sent again; AnswerLost, after which it must be looked for.
   */
  async submit(envelope: Envelope, raw: Buffer): Promise<string | null> {
    const content = new Content(raw);
    let givenId: string | null = null;
    try {
      await this.settled((done) =>
        this.#connection.send({ ...envelope, size: raw.length }, content, (error, info) => {
          if (error === null) givenId = info.serverMessageId ?? null;
          done(error);
        }),
      );
      return givenId;
    } catch (error) {
      const isAnswered = typeof (error as { responseCode?: unknown }).responseCode === 'number';
      throw content.hasBegun && !isAnswered ? new AnswerLost(error) : new NotTaken(error);
    }
  }

  /**
   * Asks whether the server lets this sender write to this recipient, and breaks off before anything is sent.
   * Throws errors of the library.
   */
  async wouldTake(envelope: Envelope): Promise<void> {
    const content = new Content(Buffer.alloc(0));
    await this.settled((done) => {
      content.onBegin = () => {
        done();
        this.close();
      };
      this.#connection.send(envelope, content, (error) => done(error));
    });
  }

  /** Says goodbye; nobody waits for the answer. */
  quit(): void {
    this.#connection.quit();
  }

  /** Whoever waits for a step is told. */
  close(): void {
    this.#connection.close();
    this.#broken(new Error('The connection was closed.'));
  }
}

/** The bytes of a mail, which knows whether any of it was asked for: before that the server has nothing of it. */
class Content extends Readable {
  readonly #raw: Buffer;
  hasBegun = false;
  onBegin: (() => void) | null = null;

  constructor(raw: Buffer) {
    super();
    this.#raw = raw;
  }

  override _read(): void {
    if (this.hasBegun) return;
    this.hasBegun = true;
    if (this.onBegin !== null) {
      this.onBegin();
      return;
    }
    this.push(this.#raw);
    this.push(null);
  }
}

function loginOf(account: MailAccount, credential: MailCredential) {
  if (credential.kind === 'password') {
    return { user: account.user, credentials: { user: account.user, pass: credential.password } };
  }
  const oauth2 = new XOAuth2({ user: account.user, accessToken: credential.token });
  return { user: account.user, method: 'XOAUTH2', oauth2 };
}
