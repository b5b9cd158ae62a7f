import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { IncomingMail, Mailbox } from '#core/ports/mailbox.ts';
import {
  HAS_MAIL_SERVERS,
  startMailServers,
  WHY_LEFT_OUT,
  type MailServers,
} from '#test/support/mail-servers.ts';
import type { MailAccount } from '#test/support/mail/dovecot.ts';
import { aMail, realMailboxOf, type OpenMailbox } from '#test/support/mail/real-mailbox-of.ts';

/** Reads until nothing more comes, as the program does; what came, and where it stopped. */
async function readAll(
  mailbox: Mailbox,
  from: string | null,
): Promise<{ mails: readonly IncomingMail[]; cursor: string | null }> {
  const all: IncomingMail[] = [];
  let cursor = from;
  for (;;) {
    const read = await mailbox.fetchSince(cursor);
    all.push(...read.mails);
    if (read.cursor === cursor) return { mails: all, cursor };
    cursor = read.cursor;
  }
}

describe.skipIf(!HAS_MAIL_SERVERS)(`Reading a real mailbox${WHY_LEFT_OUT}`, () => {
  let servers: MailServers;
  const open: OpenMailbox[] = [];
  let serial = 0;
  beforeAll(async () => {
    servers = await startMailServers();
  });
  afterEach(() => {
    for (const each of open.splice(0)) each.close();
  });
  afterAll(() => servers.close());

  function rosie(options: Parameters<MailServers['addAccount']>[1] = {}): MailAccount {
    serial += 1;
    return servers.addAccount(`rosie${serial}@team.example`, options);
  }

  function mailboxOf(account: MailAccount, changes: Parameters<typeof realMailboxOf>[2] = {}): OpenMailbox {
    const opened = realMailboxOf(servers, account, changes);
    open.push(opened);
    return opened;
  }

  const subjects = (mails: readonly IncomingMail[]) => mails.map((mail) => mail.subject);

  it('an answer arrives with its thread, once', async () => {
    const account = rosie();
    const ana = servers.addAccount(`ana${serial}@prospect.example`);
    const hers = mailboxOf(account).mailbox;
    const first = await readAll(hers, null);
    expect(first.mails).toEqual([]);
    const question = aMail(account.address, ana.address);
    await hers.send(question);

    const anas = mailboxOf(ana, { assistantId: 'a2' }).mailbox;
    const [got] = (await readAll(anas, null)).mails;
    expect(got?.messageId).toBe(question.messageId);
    await anas.send(
      aMail(ana.address, account.address, {
        from: { address: ana.address, name: 'Ana Silva' },
        subject: 'Re: Bees for your roof',
        text: 'Tuesday 5 pm works.',
        inReplyTo: question.messageId,
        references: [question.messageId],
      }),
    );
    const second = await readAll(hers, first.cursor);
    expect(second.mails).toHaveLength(1);
    expect(second.mails[0]).toMatchObject({
      from: { address: ana.address, name: 'Ana Silva' },
      subject: 'Re: Bees for your roof',
      inReplyTo: question.messageId,
      references: [question.messageId],
    });
    expect(second.mails[0]?.text).toContain('Tuesday 5 pm works.');
    expect((await readAll(hers, second.cursor)).mails).toEqual([]);
    // From an older place it is the same mail again.
    expect((await readAll(hers, first.cursor)).mails[0]?.id).toBe(second.mails[0]?.id);
  });

  it('what was there before the assistant got her mailbox is left alone', async () => {
    const account = rosie();
    servers.deliver(account.address, { from: 'old@prospect.example', subject: 'Old' });
    const { mailbox } = mailboxOf(account, { since: Date.now() + 120_000 });
    const { mails, cursor } = await readAll(mailbox, null);
    expect(mails).toEqual([]);
    servers.deliver(account.address, { from: 'new@prospect.example', subject: 'New' });
    expect(subjects((await readAll(mailbox, cursor)).mails)).toEqual(['New']);
  });

  it('answers that landed among the junk are read, too, unless this is switched off', async () => {
    const account = rosie();
    servers.deliver(account.address, { from: 'ana@prospect.example', subject: 'In the junk' }, 'Junk');
    servers.deliver(account.address, { from: 'ana@prospect.example', subject: 'In the inbox' });
    const both = await readAll(mailboxOf(account).mailbox, null);
    expect(subjects(both.mails).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'In the inbox',
      'In the junk',
    ]);
    const without = await readAll(mailboxOf(account, { readsJunk: false }).mailbox, null);
    expect(subjects(without.mails)).toEqual(['In the inbox']);
  });

  it('nothing is marked, moved or deleted', async () => {
    const account = rosie();
    for (let nth = 0; nth < 3; nth += 1) servers.deliver(account.address, { from: 'ana@prospect.example' });
    const { mailbox } = mailboxOf(account);
    expect((await readAll(mailbox, null)).mails).toHaveLength(3);
    expect(servers.imap.flags(account.address)).toEqual(['', '', '']);
    expect(servers.imap.mails(account.address)).toHaveLength(3);
  });

  it('the oldest comes first, and 250 mails come in parts, each once', async () => {
    const account = rosie();
    for (let nth = 0; nth < 250; nth += 1) {
      servers.deliver(account.address, { from: 'ana@prospect.example', subject: `Mail ${nth}` });
    }
    const { mailbox } = mailboxOf(account);
    const { mails } = await mailbox.fetchSince(null);
    expect(mails.length).toBeLessThan(250);
    const all = await readAll(mailbox, null);
    expect(subjects(all.mails)).toEqual(Array.from({ length: 250 }, (_, nth) => `Mail ${nth}`));
  });

  it('when the server numbers its mails anew, all of late come again, known by their Message-ID, and nothing is lost', async () => {
    const account = rosie();
    const opened = mailboxOf(account);
    servers.deliver(account.address, { from: 'ana@prospect.example', messageId: '<one@prospect.example>' });
    const before = await readAll(opened.mailbox, null);
    opened.close();
    servers.imap.renumber(account.address);
    servers.deliver(account.address, { from: 'ana@prospect.example', messageId: '<two@prospect.example>' });
    const after = await readAll(mailboxOf(account).mailbox, before.cursor);
    const ids = after.mails.map((mail) => mail.messageId);
    expect(new Set(ids)).toEqual(new Set(['<one@prospect.example>', '<two@prospect.example>']));
    expect(before.mails.map((mail) => mail.messageId)).toEqual(['<one@prospect.example>']);
  });

  it('also while it is connected', async () => {
    const account = rosie();
    const { mailbox, clock } = mailboxOf(account);
    servers.deliver(account.address, { from: 'ana@prospect.example', subject: 'One' });
    const before = await readAll(mailbox, null);
    servers.imap.renumber(account.address);
    servers.deliver(account.address, { from: 'ana@prospect.example', subject: 'Two' });
    const after = await readAll(mailbox, before.cursor).catch(() => {
      clock.advanceTo(clock.now() + 600_000);
      return readAll(mailbox, before.cursor);
    });
    expect(subjects(after.mails)).toContain('Two');
  });

  it('after a change of the account what came since the last mail is read', async () => {
    const old = rosie();
    const { mailbox } = mailboxOf(old);
    servers.deliver(old.address, { from: 'ana@prospect.example', subject: 'At the old provider' });
    const before = await readAll(mailbox, null);
    const moved = rosie();
    servers.deliver(moved.address, { from: 'ana@prospect.example', subject: 'At the new provider' });
    const after = await readAll(mailboxOf(moved).mailbox, before.cursor);
    expect(subjects(after.mails)).toEqual(['At the new provider']);
  });

  it('a mail without a Message-ID has the same one each time', async () => {
    const account = rosie();
    servers.deliver(account.address, { from: 'ana@prospect.example', messageId: null });
    const first = await readAll(mailboxOf(account).mailbox, null);
    const again = await readAll(mailboxOf(account).mailbox, null);
    expect(first.mails[0]?.messageId).toMatch(/^<.+@.+>$/);
    expect(again.mails[0]?.messageId).toBe(first.mails[0]?.messageId);
  });

  it('of a mail of 20 MB the words are read', async () => {
    const account = rosie();
    const attachment = Buffer.alloc(15_000_000, 'all work and no play ').toString('base64');
    const raw = [
      'From: ana@prospect.example',
      `To: ${account.address}`,
      'Subject: Our plans',
      'Message-ID: <big@prospect.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="cut here"',
      '',
      '--cut here',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Tuesday 5 pm works.',
      '--cut here',
      'Content-Type: application/pdf; name="plans.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      attachment.replaceAll(/(.{76})/g, '$1\r\n'),
      '--cut here--',
      '',
    ].join('\r\n');
    expect(raw.length).toBeGreaterThan(20_000_000);
    servers.imap.deliver(account.address, raw);
    const { mails } = await readAll(mailboxOf(account).mailbox, null);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text.trim()).toBe('Tuesday 5 pm works.');
  });

  it('the server tells of new mail at once', async () => {
    const account = rosie();
    const { mailbox } = mailboxOf(account);
    let tell = (): void => undefined;
    const news = new Promise<void>((resolve) => {
      tell = resolve;
    });
    mailbox.watch?.(tell);
    const before = await readAll(mailbox, null);
    expect(mailbox.isWatching).toBe(true);
    servers.deliver(account.address, { from: 'ana@prospect.example', subject: 'Now' });
    await news;
    expect(subjects((await readAll(mailbox, before.cursor)).mails)).toEqual(['Now']);
  });

  it('also after it looked into the Sent folder', async () => {
    const account = rosie();
    const { mailbox } = mailboxOf(account);
    let tell = (): void => undefined;
    const news = new Promise<void>((resolve) => {
      tell = resolve;
    });
    mailbox.watch?.(() => tell());
    await readAll(mailbox, null);
    await mailbox.wasSent('<none@team.example>');
    expect(mailbox.isWatching).toBe(true);
    servers.deliver(account.address, { from: 'ana@prospect.example' });
    await news;
  });

  it('a server that goes away is told of, and reading goes on when it is back', async () => {
    const account = rosie();
    const { mailbox, clock } = mailboxOf(account);
    let told = 0;
    let tell = (): void => undefined;
    const noticed = new Promise<void>((resolve) => {
      tell = resolve;
    });
    mailbox.watch?.(() => {
      told += 1;
      tell();
    });
    const before = await readAll(mailbox, null);
    await servers.imap.stop();
    await noticed;
    expect(told).toBeGreaterThan(0);
    expect(mailbox.isWatching).toBe(false);
    await expect(mailbox.fetchSince(before.cursor)).rejects.toMatchObject({
      name: 'MailProblem',
      isPassing: true,
    });
    servers.deliver(account.address, { from: 'ana@prospect.example', subject: 'Meanwhile' });
    await servers.imap.start();
    // The pause after the failure is not over: the server is not asked.
    await expect(mailbox.fetchSince(before.cursor)).rejects.toMatchObject({ kind: 'refused' });
    clock.advanceTo(clock.now() + 300_000);
    expect(subjects((await readAll(mailbox, before.cursor)).mails)).toEqual(['Meanwhile']);
  });

  it('a refused login is not tried at every look: providers lock accounts', async () => {
    const account = rosie();
    const { mailbox, clock } = mailboxOf({ ...account, password: 'wrong' });
    const asked = () =>
      mailbox.fetchSince(null).then(
        () => 'read',
        (error: unknown) => (error as { kind: string }).kind,
      );
    expect(await asked()).toBe('login');
    await servers.imap.stop();
    // It answers from memory: the server is not there to refuse anything.
    expect(await asked()).toBe('login');
    clock.advanceTo(clock.now() + 61_000);
    expect(await asked()).toBe('refused');
    await servers.imap.start();
  });
});
