import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readMail } from '#adapters/mail/parse/read-mail.ts';
import {
  HAS_MAIL_SERVERS,
  startMailServers,
  WHY_LEFT_OUT,
  type MailServers,
} from '#test/support/mail-servers.ts';
import type { MailAccount } from '#test/support/mail/dovecot.ts';
import { aMail, realMailboxOf, type OpenMailbox } from '#test/support/mail/real-mailbox-of.ts';

describe.skipIf(!HAS_MAIL_SERVERS)(`Sending through real mail servers${WHY_LEFT_OUT}`, () => {
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

  /** An assistant and a prospect with mailboxes of their own. */
  function people(options: { folders?: readonly string[] } = {}) {
    serial += 1;
    const rosie = servers.addAccount(`rosie${serial}@team.example`, options);
    const ana = servers.addAccount(`ana${serial}@prospect.example`);
    return { rosie, ana };
  }

  function mailboxOf(account: MailAccount, changes: Parameters<typeof realMailboxOf>[2] = {}): OpenMailbox {
    const opened = realMailboxOf(servers, account, changes);
    open.push(opened);
    return opened;
  }

  const sentBy = (account: MailAccount, folder = 'Sent') => servers.imap.mails(account.address, folder);
  const inboxOf = (account: MailAccount) => servers.imap.mails(account.address);
  const bytes = (mail: string | undefined) => readMail(Buffer.from(mail ?? ''));

  it('a mail arrives with its text, its simple HTML and the headers of its thread', async () => {
    const { rosie, ana } = people();
    const mail = aMail(rosie.address, ana.address, {
      inReplyTo: '<first@team.example>',
      references: ['<first@team.example>', '<second@team.example>'],
      subject: 'Re: Bienen für Ihr Dach',
      text: 'Grüße aus München',
    });
    expect(await mailboxOf(rosie).mailbox.send(mail)).toMatchObject({ kind: 'sent' });
    expect(inboxOf(ana)).toHaveLength(1);
    const got = await bytes(inboxOf(ana)[0]);
    expect(got).toMatchObject({
      messageId: mail.messageId,
      from: { address: rosie.address, name: 'Rosie Hill' },
      subject: 'Re: Bienen für Ihr Dach',
      inReplyTo: '<first@team.example>',
      references: ['<first@team.example>', '<second@team.example>'],
      date: Math.floor(mail.date / 1_000) * 1_000,
    });
    expect(got.text.trim()).toBe('Grüße aus München');
    expect(got.html).toContain('shall we talk?');
    expect(got.headers['list-unsubscribe']).toBe(`<mailto:${rosie.address}?subject=unsubscribe>`);
  });

  it('a copy stands in the Sent folder exactly once, read, and proves that it was sent', async () => {
    const { rosie, ana } = people();
    const { mailbox } = mailboxOf(rosie);
    const mail = aMail(rosie.address, ana.address);
    expect(await mailbox.wasSent(mail.messageId)).toBe('not-sent');
    await mailbox.send(mail);
    expect(sentBy(rosie)).toHaveLength(1);
    expect((await bytes(sentBy(rosie)[0])).messageId).toBe(mail.messageId);
    expect(servers.imap.flags(rosie.address, 'Sent')).toEqual(['S']);
    expect(await mailbox.wasSent(mail.messageId)).toBe('sent');
    expect(await mailbox.wasSent('<another@team.example>')).toBe('not-sent');
  });

  it('a server that files sent mails itself gets no second copy', async () => {
    const { rosie, ana } = people();
    servers.keepsSentOf.add(rosie.address);
    const { mailbox } = mailboxOf(rosie);
    for (let nth = 0; nth < 3; nth += 1) await mailbox.send(aMail(rosie.address, ana.address));
    expect(sentBy(rosie)).toHaveLength(3);
  });

  it('a provider that is known to file them is not even asked', async () => {
    const { rosie, ana } = people();
    const { mailbox } = mailboxOf(rosie, { preset: 'gmail' });
    await mailbox.send(aMail(rosie.address, ana.address));
    expect(sentBy(rosie)).toHaveLength(0);
  });

  it('the Sent folder is found by its name in other languages where the server marks none', async () => {
    // As the server stores "Gesendete Elemente", "Envoyés", "Отправленные".
    for (const name of ['Gesendete Elemente', 'Envoy&AOk-s', '&BB4EQgQ,BEAEMAQyBDsENQQ9BD0ESwQ1-']) {
      const { rosie, ana } = people({ folders: ['Junk', name] });
      const { mailbox } = mailboxOf(rosie);
      const mail = aMail(rosie.address, ana.address);
      await mailbox.send(mail);
      expect(sentBy(rosie, name)).toHaveLength(1);
      expect(await mailbox.wasSent(mail.messageId)).toBe('sent');
    }
  });

  it('the folder that the user chose is used, and made where it is not there yet', async () => {
    const { rosie, ana } = people({ folders: ['Junk', 'Sent'] });
    const { mailbox } = mailboxOf(rosie, { sentFolder: 'Outbox of Rosie' });
    await mailbox.send(aMail(rosie.address, ana.address));
    expect(sentBy(rosie, 'Outbox of Rosie')).toHaveLength(1);
    expect(sentBy(rosie)).toHaveLength(0);
  });

  it('without any Sent folder the mail goes out, and nobody claims to know what was sent', async () => {
    const { rosie, ana } = people({ folders: [] });
    const { mailbox } = mailboxOf(rosie);
    const mail = aMail(rosie.address, ana.address);
    expect(await mailbox.send(mail)).toMatchObject({ kind: 'sent' });
    expect(inboxOf(ana)).toHaveLength(1);
    expect(await mailbox.wasSent(mail.messageId)).toBe('unknown');
  });

  it('the hidden copy reaches its reader without being named in the mail', async () => {
    const { rosie, ana } = people();
    const boss = servers.addAccount(`boss${serial}@team.example`);
    const bcc = [{ address: boss.address, name: '' }];
    await mailboxOf(rosie).mailbox.send(aMail(rosie.address, ana.address, { bcc }));
    expect(inboxOf(boss)).toHaveLength(1);
    for (const raw of [...inboxOf(boss), ...inboxOf(ana), ...sentBy(rosie)])
      expect(raw).not.toContain(boss.address);
  });

  it('no hidden copy goes out of a mail that the recipient’s server refused', async () => {
    const { rosie } = people();
    const boss = servers.addAccount(`boss${serial}@team.example`);
    const bcc = [{ address: boss.address, name: '' }];
    const mail = aMail(rosie.address, 'nobody@prospect.example', { bcc });
    expect(await mailboxOf(rosie).mailbox.send(mail)).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('No such user here') as string,
    });
    expect(inboxOf(boss)).toHaveLength(0);
    expect(sentBy(rosie)).toHaveLength(0);
  });

  it('an address that the account may not use is refused with what to do', async () => {
    const { rosie, ana } = people();
    const outcome = await mailboxOf(rosie).mailbox.send(aMail('somebody.else@team.example', ana.address));
    expect(outcome).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining(
        'does not let this account write as somebody.else@team.example',
      ) as string,
    });
  });

  it('a mail that the server wants later is tried again, after minutes', async () => {
    const { rosie, ana } = people();
    const { mailbox } = mailboxOf(rosie);
    for (const at of ['mail-from', 'rcpt-to', 'content'] as const) {
      servers.smtp.failNext({ at, answer: '451 4.7.1 Greylisted, please try again later' });
      const outcome = await mailbox.send(aMail(rosie.address, ana.address));
      expect({ at, ...outcome }).toMatchObject({ kind: 'retry', after: 300_000 });
    }
    expect(inboxOf(ana)).toHaveLength(0);
    servers.smtp.failNext({ at: 'content', answer: '550 5.4.5 Daily user sending limit exceeded' });
    expect(await mailbox.send(aMail(rosie.address, ana.address))).toMatchObject({
      kind: 'retry',
      after: 3_600_000,
    });
  });

  it('a mail refused for good is not tried again', async () => {
    const { rosie, ana } = people();
    const { mailbox } = mailboxOf(rosie);
    for (const at of ['rcpt-to', 'content'] as const) {
      servers.smtp.failNext({ at, answer: '554 5.7.1 Message refused as spam' });
      const outcome = await mailbox.send(aMail(rosie.address, ana.address));
      expect({ at, ...outcome }).toMatchObject({
        kind: 'refused',
        because: expect.stringContaining('Message refused as spam') as string,
      });
    }
  });

  describe('when the connection breaks off', () => {
    it('before the content: nothing left, and it is sent once with the next try', async () => {
      const { rosie, ana } = people();
      const { mailbox } = mailboxOf(rosie);
      const mail = aMail(rosie.address, ana.address);
      for (const at of ['mail-from', 'rcpt-to'] as const) {
        servers.smtp.failNext({ at, cut: true });
        expect({ at, ...(await mailbox.send(mail)) }).toMatchObject({ kind: 'retry' });
        expect(await mailbox.wasSent(mail.messageId)).toBe('not-sent');
      }
      expect(await mailbox.send(mail)).toMatchObject({ kind: 'sent' });
      expect(inboxOf(ana)).toHaveLength(1);
      expect(sentBy(rosie)).toHaveLength(1);
    });

    it('while the content goes over: its fate is unknown', async () => {
      const { rosie, ana } = people();
      const { mailbox } = mailboxOf(rosie);
      const mail = aMail(rosie.address, ana.address, { text: 'A long story. '.repeat(20_000) });
      servers.smtp.failNext({ at: 'content-lost', cut: true });
      expect(await mailbox.send(mail)).toMatchObject({ kind: 'unknown' });
      expect(await mailbox.wasSent(mail.messageId)).toBe('not-sent');
      expect(inboxOf(ana)).toHaveLength(0);
    });

    it('after the server took it on: its fate is unknown, and no copy claims anything', async () => {
      const { rosie, ana } = people();
      const { mailbox } = mailboxOf(rosie);
      const mail = aMail(rosie.address, ana.address);
      servers.smtp.failNext({ at: 'content-taken', cut: true });
      expect(await mailbox.send(mail)).toMatchObject({ kind: 'unknown' });
      expect(inboxOf(ana)).toHaveLength(1);
      expect(await mailbox.wasSent(mail.messageId)).toBe('not-sent');
    });

    it('after a provider took it on that files sent mails: it is found there', async () => {
      const { rosie, ana } = people();
      servers.keepsSentOf.add(rosie.address);
      const { mailbox } = mailboxOf(rosie);
      const mail = aMail(rosie.address, ana.address);
      servers.smtp.failNext({ at: 'content-taken', cut: true });
      expect(await mailbox.send(mail)).toMatchObject({ kind: 'unknown' });
      expect(await mailbox.wasSent(mail.messageId)).toBe('sent');
      expect(inboxOf(ana)).toHaveLength(1);
    });

    it('or the server falls silent after it took it on: its fate is unknown', async () => {
      const { rosie, ana } = people();
      const { mailbox } = mailboxOf(rosie);
      servers.smtp.failNext({ at: 'content-taken', silent: true });
      expect(await mailbox.send(aMail(rosie.address, ana.address))).toMatchObject({ kind: 'unknown' });
      expect(inboxOf(ana)).toHaveLength(1);
    });
  });

  it('a copy that could not be filed is filed at the next look, once', async () => {
    const { rosie, ana } = people();
    const { mailbox, clock, log } = mailboxOf(rosie);
    await mailbox.send(aMail(rosie.address, ana.address));
    await servers.imap.stop();
    const mail = aMail(rosie.address, ana.address);
    expect(await mailbox.send(mail)).toMatchObject({ kind: 'sent' });
    expect(log).toContain('sent-copy-failed');
    expect(await mailbox.wasSent(mail.messageId)).toBe('unknown');
    await servers.imap.start();
    clock.advanceTo(clock.now() + 600_000);
    await mailbox.fetchSince(null);
    await mailbox.fetchSince(null);
    expect(sentBy(rosie)).toHaveLength(2);
    expect(await mailbox.wasSent(mail.messageId)).toBe('sent');
  });

  it('many mails at once go out one after the other, each once', async () => {
    const { rosie, ana } = people();
    const { mailbox } = mailboxOf(rosie);
    const mails = Array.from({ length: 12 }, () => aMail(rosie.address, ana.address));
    const outcomes = await Promise.all(mails.map((mail) => mailbox.send(mail)));
    expect(outcomes.every(({ kind }) => kind === 'sent')).toBe(true);
    expect(inboxOf(ana)).toHaveLength(12);
    expect(sentBy(rosie)).toHaveLength(12);
  });

  it('STARTTLS is used where it is chosen', async () => {
    const { rosie, ana } = people();
    const smtp = { host: 'localhost', port: servers.smtp.startTlsPort, security: 'starttls' } as const;
    expect(await mailboxOf(rosie, { smtp }).mailbox.send(aMail(rosie.address, ana.address))).toMatchObject({
      kind: 'sent',
    });
  });

  it('an access token of the provider logs in, too', async () => {
    const { rosie, ana } = people();
    servers.smtp.tokens.set(rosie.address, 'token-of-today');
    const token = (words: string) => ({
      login: 'xoauth2' as const,
      preset: 'gmail',
      credential: { kind: 'access-token' as const, token: words },
    });
    const good = mailboxOf(rosie, token('token-of-today'));
    expect(await good.mailbox.send(aMail(rosie.address, ana.address))).toMatchObject({ kind: 'sent' });
    const old = mailboxOf(rosie, token('token-of-yesterday'));
    expect(await old.mailbox.send(aMail(rosie.address, ana.address))).toMatchObject({
      kind: 'retry',
      problem: { kind: 'login' },
    });
  });

  it('with a refused login the mail waits, and the sentence says what to do', async () => {
    const { rosie, ana } = people();
    const { mailbox } = mailboxOf({ ...rosie, password: 'wrong' });
    expect(await mailbox.send(aMail(rosie.address, ana.address))).toMatchObject({
      kind: 'retry',
      because: expect.stringContaining('localhost refused the login (SMTP).') as string,
      problem: { kind: 'login' },
    });
    expect(inboxOf(ana)).toHaveLength(0);
  });
});
