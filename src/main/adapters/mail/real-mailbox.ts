import type { ImapFlow } from 'imapflow';
import { mailPreset } from '#core/domain/mail/mail-presets.ts';
import type { Instant } from '#core/domain/time.ts';
import type { Log } from '#core/ports/log.ts';
import type { IncomingMail, Mailbox, OutgoingMail, SendOutcome } from '#core/ports/mailbox.ts';
import { MailProblem } from '#core/ports/mailbox-problem.ts';
import type { MailCredential } from '#core/ports/mailboxes.ts';
import type { MailboxSettings } from '#core/ports/store/rows.ts';
import { ImapSession, INBOX } from './imap/imap-session.ts';
import { readCursor, writeCursor } from './imap/mail-cursor.ts';
import { readFolder, type RawMail } from './imap/read-folder.ts';
import { fileCopy, findFolders, isFiled, type Folders } from './imap/sent-folder.ts';
import type { LineOptions } from './line.ts';
import { parseMail } from './parse/parse-mail.ts';
import type { Asked } from './problem-of.ts';
import { composeRaw } from './smtp/compose.ts';
import { outcomeOf } from './smtp/refusal.ts';
import { AnswerLost, connectSmtp, NotTaken } from './smtp/smtp-session.ts';

export interface RealMailboxOptions extends LineOptions {
  readonly settings: MailboxSettings;
  readonly credential: () => Promise<MailCredential>;
  readonly now: () => Instant;
  readonly log: Log;
}

/** Copies that could not be filed yet are kept for so many mails; they are a service, not a promise. */
const MOST_COPIES = 100;

/**
 * A mailbox on real servers: SMTP to send, IMAP to read.
 *
 * Nothing is sent twice. The copy in the Sent folder is made after the SMTP server took the mail on, never before: so
 * what stands there was sent, and a mail that is not there after an interruption is asked about (the copy would lie
 * about a mail that never left). The copy is made before `send` answers, so that between it and the commit of the
 * caller the proof stands already; where it cannot be made, the mail still counts as sent and the copy follows later.
 * A provider that files sent mails itself gets no second copy: it is looked for first.
 */
export class RealMailbox implements Mailbox {
  readonly #options: RealMailboxOptions;
  readonly #session: ImapSession;
  readonly #asked: Asked;
  readonly #copiesLeft: { readonly messageId: string; readonly raw: Buffer; readonly date: Date }[] = [];
  readonly #folders = new WeakMap<ImapFlow, Folders>();
  #submission: Promise<unknown> = Promise.resolve();
  /** Found out with the first mails, where the preset does not say it. */
  #filesItself: boolean | null;

  constructor(options: RealMailboxOptions) {
    this.#options = options;
    const { settings } = options;
    this.#session = new ImapSession({ ...options, account: settings });
    this.#asked = { protocol: 'SMTP', server: settings.smtp, preset: settings.preset };
    const { keepsSent } = mailPreset(settings.preset);
    this.#filesItself = keepsSent === 'yes' ? true : keepsSent === 'no' ? false : null;
  }

  /** One mail at a time: providers don't like many connections of one account. */
  send(mail: OutgoingMail): Promise<SendOutcome> {
    const turn = this.#submission.then(() => this.#send(mail));
    this.#submission = turn.catch(() => undefined);
    return turn;
  }

  async #send(mail: OutgoingMail): Promise<SendOutcome> {
    const raw = await composeRaw(mail);
    const [to, ...others] = mail.to;
    if (to === undefined || others.length > 0) {
      return { kind: 'refused', because: 'The mail has not exactly one recipient.' };
    }
    let givenId: string | null;
    const copyRefused: string[] = [];
    try {
      givenId = await this.#submit(mail, to.address, raw, copyRefused);
    } catch (error) {
      if (error instanceof AnswerLost) {
        const because = `The connection to ${this.#asked.server.host} broke off while the mail was handed over: it is looked for in the Sent folder.`;
        return { kind: 'unknown', because };
      }
      return outcomeOf(error instanceof NotTaken ? error.cause : error, this.#asked, mail.from.address);
    }
    await this.#fileCopy(givenId ?? mail.messageId, raw, new Date(mail.date));
    const at = this.#options.now();
    return {
      kind: 'sent',
      at,
      ...(givenId === null ? {} : { messageId: givenId }),
      ...(copyRefused.length === 0 ? {} : { copyRefused }),
    };
  }

  async #submit(mail: OutgoingMail, to: string, raw: Buffer, copyRefused: string[]): Promise<string | null> {
    const { settings, log } = this.#options;
    const session = await connectSmtp(settings, await this.#options.credential(), this.#options);
    try {
      const givenId = await session.submit({ from: mail.from.address, to }, raw);
      // A copy too is handed over by itself, after the mail: nobody gets a copy of what the recipient does not get.
      const copies = (mail.cc ?? []).map(({ address }) => address);
      for (const [index, address] of copies.entries()) {
        try {
          await session.submit({ from: mail.from.address, to: address }, raw);
        } catch {
          log.warn('copy-refused', { assistantId: settings.assistantId });
          copyRefused.push(...copies.slice(index));
          break;
        }
      }
      // The hidden copy is a conversation of its own: it must not go out alone when the recipient is refused.
      for (const { address } of mail.bcc) {
        try {
          await session.submit({ from: mail.from.address, to: address }, raw);
        } catch {
          log.warn('hidden-copy-refused', { assistantId: settings.assistantId });
          break;
        }
      }
      session.quit();
      return givenId;
    } catch (error) {
      session.close();
      throw error;
    }
  }

  /** Never fails: the mail is out. */
  async #fileCopy(messageId: string, raw: Buffer, date: Date): Promise<void> {
    if (this.#filesItself === true) return;
    try {
      await this.#file({ messageId, raw, date });
    } catch {
      this.#options.log.warn('sent-copy-failed', { assistantId: this.#options.settings.assistantId });
      this.#copiesLeft.push({ messageId, raw, date });
      if (this.#copiesLeft.length > MOST_COPIES) this.#copiesLeft.shift();
    }
  }

  async #file(copy: {
    readonly messageId: string;
    readonly raw: Buffer;
    readonly date: Date;
  }): Promise<void> {
    const { patience } = this.#options;
    const isThere = (): Promise<boolean> =>
      this.#session.use(async (client) => isFiled(client, (await this.#found(client)).sent, copy.messageId));
    if (await isThere()) {
      this.#filesItself ??= true;
      return;
    }
    if (this.#filesItself === null) {
      await new Promise((resolve) => setTimeout(resolve, patience.filing));
      this.#filesItself = await isThere();
      if (this.#filesItself) return;
    }
    await this.#session.use(async (client) => {
      const { sent } = await this.#found(client);
      if (sent !== null) await fileCopy(client, sent, copy.raw, copy.date);
    });
  }

  /** Looked for once a connection: a person may rename them. */
  async #found(client: ImapFlow): Promise<Folders> {
    const folders = this.#folders.get(client) ?? (await findFolders(client, this.#options.settings));
    this.#folders.set(client, folders);
    return folders;
  }

  async wasSent(messageId: string): Promise<'sent' | 'not-sent' | 'unknown'> {
    try {
      const isThere = await this.#session.use(async (client) =>
        isFiled(client, (await this.#found(client)).sent, messageId),
      );
      return isThere ? 'sent' : 'not-sent';
    } catch {
      return 'unknown';
    }
  }

  async fetchSince(
    text: string | null,
  ): Promise<{ readonly mails: readonly IncomingMail[]; readonly cursor: string }> {
    const { settings } = this.#options;
    const account = `${settings.user}@${settings.imap.host}`;
    const cursor = readCursor(text, account, settings.since);
    const folders = { ...cursor.folders };
    const read = await this.#session.use(async (client) => {
      const { junk } = await this.#found(client);
      const found: { readonly folder: string; readonly mail: RawMail }[] = [];
      // The inbox last: it stays open, and the server tells of news in it.
      for (const name of settings.readsJunk && junk !== null ? [junk, INBOX] : [INBOX]) {
        const { mails, validity, uid } = await readFolder(client, name, folders[name] ?? null, cursor.until);
        folders[name] = { validity, uid };
        for (const mail of mails) found.push({ folder: name, mail });
      }
      return found;
    });
    const mails = await Promise.all(
      read.map(async ({ folder, mail }) => {
        const { date: _date, cut: _cut, ...parsed } = await parseMail(mail.source);
        const id = `${folder}/${folders[folder]?.validity ?? ''}/${mail.uid}`;
        return { ...parsed, id, receivedAt: mail.receivedAt };
      }),
    );
    const newest = Math.max(cursor.until, ...mails.map((mail) => mail.receivedAt));
    await this.#fileCopiesLeft();
    return {
      mails: mails.toSorted((a, b) => a.receivedAt - b.receivedAt),
      cursor: writeCursor({ v: 1, account, folders, until: newest }),
    };
  }

  async #fileCopiesLeft(): Promise<void> {
    for (let copy = this.#copiesLeft[0]; copy !== undefined; copy = this.#copiesLeft[0]) {
      try {
        await this.#file(copy);
      } catch (error) {
        if (error instanceof MailProblem) return;
        throw error;
      }
      this.#copiesLeft.shift();
    }
  }

  /** Nothing here measures opens and clicks. */
  engagementSince(): Promise<{ readonly events: readonly never[]; readonly cursor: string }> {
    return Promise.resolve({ events: [], cursor: '' });
  }

  watch(onNews: () => void): void {
    this.#session.watch(onNews);
  }

  get isWatching(): boolean {
    return this.#session.isWatching;
  }

  close(): void {
    this.#session.close();
  }
}
