import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServiceKey } from '#sandbox/hubspot/oauth.ts';
import { SERVICE_KEY_SCOPES } from '#sandbox/hubspot/scopes.ts';
import {
  DAY,
  HOUR,
  MINUTE,
  MILES,
  openFlowWorld,
  ROSIE,
  STATUS,
  type FlowWorld,
} from '#test/support/flow-world.ts';

const ADMINS = ['kim@demo.example', 'lou@demo.example'];

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
  await world.api.health.setAdmins({ addresses: ADMINS });
});
afterEach(() => world.close());

const revoke = (): void => {
  for (const token of world.sandbox.portal.tokens.values()) token.revoked = true;
};
const reconnect = () =>
  world.api.connections.renewToken({
    id: world.connectionId,
    token: createServiceKey(world.sandbox.portal, SERVICE_KEY_SCOPES),
  });
const loseTheNetwork = (): void => world.fault({ kind: 'reset-before', times: 100_000 });
/** Ten minutes in which the CRM does not answer. */
async function outage(): Promise<void> {
  loseTheNetwork();
  for (let nth = 0; nth < 14; nth += 1) {
    await world.advance(MINUTE);
    await world.poll();
  }
}
const status = async (): Promise<string> => (await world.connection()).status;
const mailsTo = (address: string) =>
  world.sandbox.mail.all().sent.filter((mail) => mail.to.some((to) => to.address === address));
const notices = async () =>
  (await world.api.system.notices()).filter((notice) => notice.text.includes('is not connected'));
const writes = (): number =>
  world.sandbox.control.requests().filter(({ method, path }) => method !== 'GET' && !path.endsWith('/search'))
    .length;

describe('a connection that fails', () => {
  it('is told once to each admin by mail and once in the app, through an assistant, without the CRM', async () => {
    await world.taken();
    revoke();
    await world.poll(3);
    expect(await status()).toBe('Failed');
    expect(await notices()).toHaveLength(1);
    for (const admin of ADMINS) {
      const [mail, ...more] = mailsTo(admin);
      expect(more).toEqual([]);
      expect([ROSIE.email, MILES.email]).toContain(mail?.from.address);
      expect(mail?.subject).toBe('Baton: Portal is not connected');
      expect(mail?.text).toContain('does not accept the token');
      expect(mail?.text).toContain('press Reconnect');
    }
    await world.restart();
    await world.poll(2);
    expect(await notices()).toHaveLength(1);
    expect(ADMINS.map((admin) => mailsTo(admin).length)).toEqual([1, 1]);
  });

  it('is told anew when it fails again', async () => {
    revoke();
    await world.poll();
    await reconnect();
    await world.poll();
    revoke();
    await world.poll();
    expect(await notices()).toHaveLength(2);
    expect(ADMINS.map((admin) => mailsTo(admin).length)).toEqual([2, 2]);
  });

  it('is told at once although writes and mails are held for approval', async () => {
    await world.api.connections.setHold({ id: world.connectionId, hold: true, held: 'keep' });
    revoke();
    await world.poll();
    expect(mailsTo('kim@demo.example')).toHaveLength(1);
  });

  it('is never told twice when the program is cut off right after the mail left', async () => {
    await world.api.system.stop();
    world.core.context.crm.fail(world.connectionId, 'The CRM refused the token.');
    const { outbox } = world.core.context.store;
    const rows = outbox.dueNotices(world.now, 10);
    expect(rows).toHaveLength(2);
    outbox.markInFlight(rows.map((row) => row.id));
    for (const { effect } of rows) {
      if (effect.kind !== 'notice-mail') continue;
      const { messageId, subject, text, to } = effect;
      world.sandbox.mail.send({
        messageId,
        subject,
        text,
        from: { address: ROSIE.email, name: ROSIE.name },
        to: [{ address: to, name: '' }],
        bcc: [],
        html: '',
        inReplyTo: null,
        references: [],
        headers: {},
        date: new Date(world.now).toISOString(),
      } as never);
    }
    await world.restart();
    await world.api.system.resume();
    await world.untilDelivered();
    expect(ADMINS.map((admin) => mailsTo(admin).length)).toEqual([1, 1]);
    const { outbox: now } = world.core.context.store;
    expect(rows.map(({ id }) => now.byId(id)?.status)).toEqual(['delivered', 'delivered']);
  });

  it('is told in the app alone while nobody is named, and the page says through whom mails would go', async () => {
    await world.api.health.setAdmins({ addresses: [] });
    revoke();
    await world.poll();
    expect(await notices()).toHaveLength(1);
    const { addresses, sender } = await world.api.health.admins();
    expect(addresses).toEqual([]);
    expect([ROSIE.name, MILES.name]).toContain(sender);
  });

  it('refuses an address that is none, with a sentence', async () => {
    await expect(world.api.health.setAdmins({ addresses: ['kim'] })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: 'Addresses: "kim" is no e-mail address.',
    });
  });

  it('stands first in the list of what waits, since then, with its button', async () => {
    await world.advance(HOUR);
    revoke();
    await world.poll();
    const entry = (await world.api.attention.list()).find((each) => each.kind === 'connection-failed');
    expect(entry).toMatchObject({ severity: 'problem', since: world.now });
    expect(entry?.actions[0]?.label).toBe('Reconnect');
  });
});

describe('a CRM that does not answer', () => {
  it('makes the connection Failed after many tries, nothing is written, and it goes on by itself', async () => {
    const id = await world.taken();
    await outage();
    expect(await status()).toBe('Failed');
    expect(await world.api.health.incident({ id: world.connectionId })).toMatchObject({
      cause: 'unreachable',
    });
    expect(ADMINS.map((admin) => mailsTo(admin).length)).toEqual([1, 1]);
    await world.press(id, 'mark-hot');
    const before = writes();
    await world.advance(HOUR);
    await world.poll(2);
    expect(writes()).toBe(before);

    world.sandbox.control.faults.clear();
    await world.poll();
    await world.untilDelivered();
    expect(await status()).toBe('Active');
    expect(world.value(id, STATUS)).toBe('Hot');
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(await notices()).toHaveLength(1);
    expect((await world.api.attention.list()).map((each) => each.kind)).not.toContain('connection-failed');
  });

  it('can be tried by hand', async () => {
    await outage();
    expect(await world.api.health.tryNow({ id: world.connectionId })).toEqual({ isActive: false });
    world.sandbox.control.faults.clear();
    expect(await world.api.health.tryNow({ id: world.connectionId })).toEqual({ isActive: true });
    expect(await status()).toBe('Active');
  });

  it('is waited for when it only hiccups', async () => {
    loseTheNetwork();
    await world.poll(8);
    expect(await status()).toBe('Active');
    world.sandbox.control.faults.clear();
    expect(world.lead(await world.taken()).state).toBe('Cold');
    expect(await notices()).toEqual([]);
  });
});

describe('leads whose messages came due while the connection was not active', () => {
  let ids: string[];
  beforeEach(async () => {
    ids = [];
    for (let nth = 0; nth < 3; nth += 1) ids.push(await world.taken());
    revoke();
    await world.poll();
    await world.advance(3 * DAY);
    await world.poll();
  });

  const asked = () => world.api.health.interrupted({ id: world.connectionId });

  it('are listed after Reconnect, with the time at which each was due', async () => {
    await reconnect();
    await world.poll(2);
    const leads = await asked();
    expect(leads.map((lead) => lead.leadId).toSorted()).toEqual(
      ids.map((id) => world.lead(id).id).toSorted(),
    );
    expect(leads.every((lead) => lead.dueAt < world.now && lead.assistantName === ROSIE.name)).toBe(true);
    expect(ids.flatMap((id) => world.mailsTo(id))).toEqual([]);
    const entry = (await world.api.attention.list()).find((each) => each.kind === 'interrupted');
    expect(entry).toMatchObject({ severity: 'question', count: 3, connectionId: world.connectionId });
  });

  it('go on from the chosen date and time', async () => {
    await reconnect();
    const startAt = world.now + 2 * DAY;
    const answer = { kind: 'continue', startAt } as const;
    expect(await world.api.health.answerInterrupted({ id: world.connectionId, answer })).toEqual({
      continued: 3,
      skipped: [],
    });
    expect(await asked()).toEqual([]);
    for (const id of ids) {
      expect(world.lead(id).followUp).toBe('Scheduled');
      expect(world.lead(id).nextFollowUpAt).toBeGreaterThanOrEqual(startAt);
      expect(world.lead(id).nextFollowUpAt).toBeLessThan(startAt + 3 * DAY);
    }
    await world.passUntil(() => ids.every((id) => world.mailsTo(id).length === 1), 5 * DAY);
    expect(world.now).toBeGreaterThanOrEqual(startAt);
  });

  it('stay stopped when the answer is No, and Continue on the lead brings one back', async () => {
    await reconnect();
    await world.api.health.answerInterrupted({ id: world.connectionId, answer: { kind: 'leave' } });
    await world.advance(5 * DAY);
    expect(ids.map((id) => world.lead(id).followUp)).toEqual(['Stopped', 'Stopped', 'Stopped']);
    expect(await asked()).toEqual([]);
    const [first = ''] = ids;
    await world.press(first, 'continue');
    expect(world.lead(first).followUp).toBe('Scheduled');
  });

  it('are asked about once more only where nobody answered: one that a person continued is left out', async () => {
    const [first = ''] = ids;
    await reconnect();
    await world.press(first, 'continue');
    expect(await asked()).toHaveLength(2);
  });

  it('are told why', async () => {
    const [first = ''] = ids;
    const why = await world.api.activity.whyLead({ leadId: world.lead(first).id, about: 'next-date' });
    expect(why.steps[0]?.rule).toContain('while the connection was not active');
  });
});

describe('a disconnected account', () => {
  it('gets no call, whatever is done in the app and whatever comes due', async () => {
    const [one, two] = [await world.mailed(), await world.taken()];
    await world.untilDelivered();
    await world.api.connections.disconnect({ id: world.connectionId });
    const calls = world.sandbox.control.countCalls();
    const sent = world.sandbox.mail.all().sent.length;
    world.sandbox.mail.answerNow(world.value(one, 'email'), 'agreed-to-meet');
    world.assign(world.contact());
    await world.press(two, 'mark-hot');
    await world.press(one, 'hand-back');
    await world.advance(10 * DAY);
    await world.poll(3);
    await world.restart();
    await world.poll(2);
    expect(world.sandbox.control.countCalls()).toBe(calls);
    expect(world.sandbox.mail.all().sent).toHaveLength(sent);
    expect(await world.api.attention.list()).not.toContainEqual(
      expect.objectContaining({ kind: 'connection-failed' }),
    );
  });
});
