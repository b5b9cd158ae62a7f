import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '#sandbox/control/clock.ts';
import { DAY, HOUR, MINUTE, openFlowWorld, ROSIE, STATUS, type FlowWorld } from '#test/support/flow-world.ts';
import {
  HAS_MAIL_SERVERS,
  startMailServers,
  WHY_LEFT_OUT,
  type MailServers,
} from '#test/support/mail-servers.ts';
import type { MailAccount } from '#test/support/mail/dovecot.ts';
import { prospectOn } from '#test/support/mail/prospect.ts';
import { accountOn, SHORT_PATIENCE } from '#test/support/mail/real-mailbox-of.ts';

const ANA = 'ana@prospect.example';

describe.skipIf(!HAS_MAIL_SERVERS)(`An assistant with a mailbox on real servers${WHY_LEFT_OUT}`, () => {
  let servers: MailServers;
  let world: FlowWorld;
  let rosie: MailAccount;
  let ana: MailAccount;

  beforeEach(async () => {
    servers = await startMailServers();
    rosie = servers.addAccount(ROSIE.email);
    ana = servers.addAccount(ANA);
    world = await openFlowWorld({
      // Mail servers stamp with the true time: the world begins some days before it.
      sandbox: { clock: createClock({ startAt: Date.now() - 4 * DAY, frozen: true }) },
      mail: { ca: servers.ca, patience: SHORT_PATIENCE },
    });
    const { rules } = await world.api.assistants.get({ id: rosieId() });
    await world.changeAssistant(0, { rules: { ...rules, opensAt: 0, closesAt: 24 * 60, offDays: [] } });
  });
  afterEach(async () => {
    await world.close();
    await servers.close();
  });

  const rosieId = (): string => world.assistantIds[0] ?? '';
  const giveMailbox = (account = rosie) =>
    world.api.mailboxes.save({
      assistantId: rosieId(),
      account: accountOn(servers, account),
      password: account.password,
      version: 0,
    });
  const mailbox = () => world.api.mailboxes.get({ assistantId: rosieId() });
  const entryOf = async (kind: string) =>
    (await world.api.attention.list()).find(
      (entry) => entry.kind === kind && (entry.assistantId === null || entry.assistantId === rosieId()),
    );
  const toAna = () => servers.smtp.taken.filter((mail) => mail.to.includes(ANA));
  const inboxOf = (account: MailAccount) => servers.imap.mails(account.address);
  const outbox = () => world.core.context.store.outbox;

  /** A contact of Rosie's; its first message is written and wants to go out. */
  async function due(values: Readonly<Record<string, string>> = {}): Promise<string> {
    const id = await world.taken({ email: ANA, ...values });
    const isWritten = () => world.core.context.store.mails.ofLead(world.lead(id).id).length > 0;
    await world.passUntil(isWritten, 3 * DAY);
    return id;
  }

  /** Ana answers the last mail that reached her, with a mail program of her own. */
  const anaAnswers = (text: string) => prospectOn(servers, ana, 'Ana Silva').answers(text);

  it('writes to a prospect, understands the answer, logs both in the CRM and hands back', async () => {
    await giveMailbox();
    const id = await due();
    await world.untilDelivered();
    expect(inboxOf(ana)).toHaveLength(1);
    expect(servers.imap.mails(rosie.address, 'Sent')).toHaveLength(1);
    await anaAnswers('Tuesday 5 pm works for me.');
    await world.advance(MINUTE);
    await world.poll();
    await world.untilDelivered();
    expect(world.lead(id).state).toBe('Hot');
    expect(world.value(id, STATUS)).toBe('Hot');
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.activities(id, 'emails')).toHaveLength(2);
    await world.advance(10 * DAY);
    await world.poll();
    expect(toAna()).toHaveLength(1);
  });

  it('an answer is looked at as soon as the mail server tells of it', async () => {
    await giveMailbox();
    const id = await due();
    await world.untilDelivered();
    await world.poll();
    expect((await mailbox()).isWatching).toBe(true);
    // Nothing polls from here on: the world's time stands still.
    const told = new Promise<void>((resolve) => {
      const { mailboxHealth } = world.core.context;
      const tell = mailboxHealth.tell.bind(mailboxHealth);
      mailboxHealth.tell = (assistantId) => {
        tell(assistantId);
        resolve();
      };
    });
    await anaAnswers('Please send us an offer.');
    await told;
    await world.core.drain();
    expect(world.lead(id).state).toBe('Hot');
  });

  it('without a mailbox her messages wait and she is asked for one; with one they go out at once', async () => {
    await due();
    await world.poll();
    expect(toAna()).toEqual([]);
    expect(await mailbox()).toMatchObject({ state: 'none' });
    expect((await entryOf('no-mailbox'))?.cause).toContain('Rosie Hart has no mailbox yet.');
    expect((await world.activity({ kinds: ['mail'] }))[0]).toMatchObject({
      status: 'waiting',
      reason: expect.stringContaining('has no mailbox yet') as string,
    });
    await giveMailbox();
    await world.core.drain();
    expect(toAna()).toHaveLength(1);
    expect(await entryOf('no-mailbox')).toBeUndefined();
  });

  it('with a login that is refused nothing is sent, the user is told why, and a new password solves it', async () => {
    await giveMailbox({ ...rosie, password: 'not hers' });
    await due();
    await world.poll(3);
    expect(toAna()).toEqual([]);
    expect(await mailbox()).toMatchObject({ state: 'failing' });
    expect(await entryOf('mailbox-failing')).toMatchObject({
      title: 'Rosie Hart cannot log in to her mailbox',
      cause: expect.stringContaining('localhost refused the login (IMAP).') as string,
    });
    const { account, version } = await mailbox();
    if (account === null) throw new Error('There is no account.');
    await world.api.mailboxes.save({ assistantId: rosieId(), account, password: rosie.password, version });
    await world.untilDelivered();
    expect(toAna()).toHaveLength(1);
    expect(await mailbox()).toMatchObject({ state: 'connected' });
    expect(await entryOf('mailbox-failing')).toBeUndefined();
  });

  it('while her mailbox cannot be read nothing is sent, and it goes on when it can', async () => {
    await giveMailbox();
    await servers.imap.stop();
    await due();
    await world.advance(5 * MINUTE);
    await world.poll();
    expect(toAna()).toEqual([]);
    expect((await entryOf('mailbox-failing'))?.cause).toContain('Nothing answers at localhost');
    await servers.imap.start();
    await world.advance(HOUR);
    await world.poll();
    await world.untilDelivered();
    expect(toAna()).toHaveLength(1);
  });

  describe('when the answer of the mail server is lost after it took a mail on', () => {
    it('the mail is never sent again by itself: the user is asked, and only then', async () => {
      await giveMailbox();
      servers.smtp.failNext({ at: 'content-taken', cut: true });
      await due();
      await world.untilDelivered();
      await world.advance(2 * DAY);
      expect(toAna()).toHaveLength(1);
      const [asked] = outbox().attention(10);
      expect(asked?.reason).toContain('it is not in the Sent folder');
      await world.api.activity.retry({ id: asked?.id ?? 0 });
      await world.untilDelivered();
      expect(toAna()).toHaveLength(2);
    });

    it('the mail counts as sent where the provider filed it, also over a restart', async () => {
      servers.keepsSentOf.add(rosie.address);
      await giveMailbox();
      servers.smtp.failNext({ at: 'content-taken', cut: true });
      const id = await due();
      await world.restart();
      await world.untilDelivered();
      expect(toAna()).toHaveLength(1);
      expect(outbox().attention(10)).toEqual([]);
      expect(world.activities(id, 'emails')).toHaveLength(1);
    });
  });

  describe('when the program is killed after the mail server took a mail on, before it noted that', () => {
    /** Its data folder as it lay there at that moment, on which it is started again. */
    async function killed(): Promise<string> {
      await giveMailbox();
      servers.smtp.failNext({ at: 'content-taken', silent: true });
      const accepted = servers.smtp.nextTaken();
      const id = await world.taken({ email: ANA });
      const sending = world.passUntil(() => toAna().length > 0, 3 * DAY);
      await accepted;
      const copy = mkdtempSync(join(tmpdir(), 'baton-flow-'));
      cpSync(world.directory, copy, { recursive: true });
      await sending;
      await world.quit();
      await world.open(copy);
      return id;
    }

    it('the mail is found in the Sent folder and not sent again', async () => {
      servers.keepsSentOf.add(rosie.address);
      const id = await killed();
      await world.untilDelivered();
      expect(toAna()).toHaveLength(1);
      expect(outbox().attention(10)).toEqual([]);
      expect(world.activities(id, 'emails')).toHaveLength(1);
    });

    it('the user is asked where the Sent folder does not have it', async () => {
      await killed();
      await world.untilDelivered();
      await world.advance(2 * DAY);
      expect(toAna()).toHaveLength(1);
      expect(outbox().attention(10)).toHaveLength(1);
    });
  });

  it('an address that the mail server knows not to exist is a bounce, handed back with the reason', async () => {
    await giveMailbox();
    const id = await due({ email: 'nobody@prospect.example' });
    await world.untilDelivered();
    expect(world.lead(id)).toMatchObject({ state: 'DeActivated', reason: 'BounceDeactivated' });
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(outbox().attention(10)).toEqual([]);
  });

  it('the hidden copy that comes back to her is no answer', async () => {
    await giveMailbox();
    await world.changeAssistant(0, { bcc: ROSIE.email });
    const id = await due();
    await world.untilDelivered();
    await world.poll();
    expect(inboxOf(rosie)).toHaveLength(1);
    expect(world.lead(id).state).toBe('Cold');
  });

  it('the password is in no file, and is forgotten with the mailbox', async () => {
    const secret = servers.addAccount('miles.okafor@demo.example', { password: 'Horse-Battery-17' });
    const assistantId = world.assistantIds[1] ?? '';
    const account = accountOn(servers, secret);
    await world.api.mailboxes.save({ assistantId, account, password: secret.password, version: 0 });
    await world.poll();
    await world.api.data.backUpNow();
    const texts = readdirSync(world.directory, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    expect(texts.some((text) => text.includes(secret.address))).toBe(true);
    expect(texts.filter((text) => text.includes(secret.password))).toEqual([]);

    await world.api.mailboxes.remove({ assistantId });
    await expect(
      world.api.mailboxes.save({ assistantId, account, password: null, version: 0 }),
    ).rejects.toThrow(/Password: enter the password/);
  });

  it('a kept password goes to no other server', async () => {
    await giveMailbox();
    const { version } = await mailbox();
    const account = accountOn(servers, rosie, {
      smtp: { host: 'smtp.somebody-else.example', port: 465, security: 'tls' },
    });
    const changed = { assistantId: rosieId(), account, password: null };
    await expect(world.api.mailboxes.save({ ...changed, version })).rejects.toThrow(
      /Password: enter it again/,
    );
    const test = world.api.mailboxes.test(changed);
    await expect(
      test.then(async (steps) => (await steps[Symbol.asyncIterator]().next()).value),
    ).rejects.toThrow(/Password: enter it again/);
  });
});
