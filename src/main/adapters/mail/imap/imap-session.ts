import { ImapFlow } from 'imapflow';
import type { MailAccount } from '#core/domain/mail/mail-settings.ts';
import { MINUTE, SECOND, type Duration, type Instant } from '#core/domain/time.ts';
import { MailProblem } from '#core/ports/mailbox-problem.ts';
import type { MailCredential } from '#core/ports/mailboxes.ts';
import { refuseUnencrypted, tlsOptions, type LineOptions } from '../line.ts';
import { problemOf, type Asked } from '../problem-of.ts';

/** IDLE is begun anew before servers and firewalls drop a silent line. */
const LONGEST_IDLE = 5 * MINUTE;
/** IDLE begins so soon after the last command. */
const IDLE_AFTER = 300;
const LONGEST_PAUSE: Duration = 5 * MINUTE;
/** A refused login is tried more and more rarely: providers lock accounts. */
const AFTER_REFUSED_LOGIN: readonly Duration[] = [MINUTE, 5 * MINUTE];
const AFTER_MANY_REFUSED_LOGINS: Duration = 15 * MINUTE;

export const INBOX = 'INBOX';

export interface SessionOptions extends LineOptions {
  readonly account: MailAccount;
  readonly credential: () => Promise<MailCredential>;
  readonly now: () => Instant;
}

/**
 * The one IMAP connection of a mailbox: made when it is needed, kept while it lasts, made anew after a failure with
 * growing pauses. Work has it one at a time. Folders are opened read-only: nothing is marked, moved or deleted.
 */
export class ImapSession {
  readonly #options: SessionOptions;
  readonly #asked: Asked;
  #client: ImapFlow | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #failure: { readonly problem: MailProblem; readonly until: Instant; readonly count: number } | null = null;
  #onNews: (() => void) | null = null;
  #closed = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    const { imap, preset } = options.account;
    this.#asked = { protocol: 'IMAP', server: imap, preset };
  }

  /**
   * Does some work over the connection, after what was asked for before.
   * @throws MailProblem where the server cannot be used; the connection is then made anew the next time.
   */
  use<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const turn = this.#turn.then(() => this.#run(work));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Called when the server tells that something came into the inbox, or that the connection broke. */
  watch(onNews: () => void): void {
    this.#onNews = onNews;
  }

  /** Whether news in the inbox are told now. */
  get isWatching(): boolean {
    const client = this.#client;
    if (client === null || this.#onNews === null || !client.usable || !client.capabilities.has('IDLE'))
      return false;
    return client.mailbox !== false && client.mailbox.path === INBOX;
  }

  close(): void {
    this.#closed = true;
    this.#client?.close();
    this.#client = null;
  }

  async #run<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const client = await this.#connected();
    try {
      const result = await work(client);
      // What the server tells by itself is about the folder that is open.
      const isInbox = client.mailbox !== false && client.mailbox.path === INBOX;
      if (this.#onNews !== null && !isInbox) await client.mailboxOpen(INBOX, { readOnly: true });
      return result;
    } catch (error) {
      if (!(error instanceof MailProblem)) this.#drop(client);
      throw problemOf(error, this.#asked);
    }
  }

  async #connected(): Promise<ImapFlow> {
    if (this.#closed) throw new MailProblem('lost', 'The mailbox was closed.');
    if (this.#client?.usable === true) return this.#client;
    const failure = this.#failure;
    if (failure !== null && this.#options.now() < failure.until) throw failure.problem;
    try {
      const client = await connectImap(this.#options);
      if (this.#closed) {
        client.close();
        throw new MailProblem('lost', 'The mailbox was closed.');
      }
      this.#listen(client);
      this.#client = client;
      this.#failure = null;
      return client;
    } catch (error) {
      const problem = problemOf(error, this.#asked);
      const count = (failure?.count ?? 0) + 1;
      const growing = Math.min(LONGEST_PAUSE, SECOND * 2 ** Math.min(count, 10));
      const afterLogin = AFTER_REFUSED_LOGIN[count - 1] ?? AFTER_MANY_REFUSED_LOGINS;
      const pause = problem.kind === 'login' ? afterLogin : growing;
      // A password that is not there costs the server nothing.
      if (problem.kind !== 'no-password')
        this.#failure = { problem, until: this.#options.now() + pause, count };
      throw problem;
    }
  }

  #listen(client: ImapFlow): void {
    client.on('exists', ({ path, count, prevCount }) => {
      if (path === INBOX && count > prevCount) this.#onNews?.();
    });
    client.on('close', () => {
      if (this.#client !== client) return;
      this.#client = null;
      // Whether something came meanwhile is found out over a new connection.
      if (!this.#closed) this.#onNews?.();
    });
  }

  #drop(client: ImapFlow): void {
    if (this.#client === client) this.#client = null;
    client.close();
  }
}

/** Connects and logs in. Throws errors of the library. */
export async function connectImap(options: Omit<SessionOptions, 'now'>): Promise<ImapFlow> {
  const { account, patience } = options;
  const { host, port, security } = account.imap;
  refuseUnencrypted(account.imap);
  const credential = await options.credential();
  const client = new ImapFlow({
    host: host.replaceAll(/[[\]]/g, ''),
    port,
    secure: security === 'tls',
    ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
    auth:
      credential.kind === 'password'
        ? { user: account.user, pass: credential.password }
        : { user: account.user, accessToken: credential.token },
    tls: tlsOptions(options),
    logger: false,
    clientInfo: { name: 'Baton' },
    autoIdleDelay: IDLE_AFTER,
    maxIdleTime: LONGEST_IDLE,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    socketTimeout: patience.answer,
  });
  options.onOpening?.(() => client.close());
  // Without a listener an error of an idle connection would end the program.
  client.on('error', () => client.close());
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}
