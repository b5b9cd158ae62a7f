import { afterEach, describe, expect, it } from 'vitest';
import { MINUTE, openFlowWorld, ROSIE, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
afterEach(() => world.close());

const MESSAGE_ID = '<first.1@our-company.example>';

/** Rosie's account is at a provider that says who sent a mail. */
async function openAtProvider(): Promise<void> {
  world = await openFlowWorld();
  const server = { host: 'imap.gmail.com', port: 993, security: 'tls' } as const;
  const assistantId = world.assistantIds[0] ?? '';
  const account = {
    preset: 'gmail',
    imap: server,
    smtp: server,
    user: ROSIE.email,
    login: 'password',
  } as const;
  const more = { sentFolder: null, readsJunk: false, dailyLimit: null, since: world.now, version: 0 };
  world.core.context.store.commit({ mailboxes: [{ ...account, ...more, assistantId }] });
}

/** A colleague writes to Ana, Rosie in copy. */
async function write(headers: Record<string, string> = {}, from = world.colleague().email): Promise<void> {
  const domain = from.split('@')[1] ?? '';
  world.sandbox.mail.deliver({
    mailbox: ROSIE.email,
    from: { address: from, name: 'A colleague' },
    subject: 'Bells for your bikes',
    text: 'Hello Ana, shall we talk about bells?',
    messageId: MESSAGE_ID,
    headers: {
      to: 'Ana Silva <ana@bikes.example>',
      cc: `Rosie <${ROSIE.email}>`,
      'authentication-results': `mx.google.com; dmarc=pass header.from=${domain}`,
      ...headers,
    },
  });
  await world.advance(MINUTE);
  await world.poll(3);
}

const mailsTo = (address: string) =>
  world.sandbox.mail.all().sent.filter((mail) => mail.to.some((to) => to.address === address));

const leadOfAna = () => world.core.context.store.leads.byAddress('ana@bikes.example')[0] ?? null;

describe('a mail of my own with the assistant in copy', () => {
  it('makes a lead that starts at step 2 in its thread, and I am told once', async () => {
    await openAtProvider();
    await write();
    expect(leadOfAna()).toMatchObject({
      state: 'Cold',
      firstName: 'Ana',
      lastName: 'Silva',
      nextStep: 1,
      threadSubject: 'Bells for your bikes',
      thread: [MESSAGE_ID],
    });
    expect(mailsTo('ana@bikes.example')).toEqual([]);
    const told = mailsTo(world.colleague().email);
    expect(told).toHaveLength(1);
    expect(told[0]?.subject).toBe('Re: Bells for your bikes');
    expect(told[0]?.text).toContain('- ana@bikes.example');
    expect(told[0]?.headers?.['Auto-Submitted']).toBe('auto-generated');
    await world.passUntil(() => mailsTo('ana@bikes.example').length > 0);
    expect(mailsTo('ana@bikes.example')[0]).toMatchObject({
      subject: 'Re: Bells for your bikes',
      inReplyTo: MESSAGE_ID,
    });
    expect(leadOfAna()?.nextStep).toBe(2);
    expect(mailsTo(world.colleague().email)).toHaveLength(1);
  });

  it('is one, however often it is read', async () => {
    await openAtProvider();
    await write();
    world.core.context.store.commit({ cursors: { [`mailbox/${world.assistantIds[0] ?? ''}`]: '' } });
    await world.restart();
    await world.poll(4);
    expect(await world.api.imports.list()).toHaveLength(1);
    expect(mailsTo(world.colleague().email)).toHaveLength(1);
  });

  it.each([
    ['the CRM does not answer', 'reset-before'],
    ['the CRM refuses the key', 'unauthorized'],
  ] as const)('that comes while %s after a restart is kept, and taken up later, once', async (_, trouble) => {
    await openAtProvider();
    const { faults } = world.sandbox.control;
    faults.arm(
      trouble === 'unauthorized'
        ? { kind: 'status', status: 401, times: null }
        : { kind: 'reset-before', times: null },
    );
    await world.restart();
    await write();
    const sender = world.colleague().email;
    expect(mailsTo(sender)).toEqual([]);
    faults.clear();
    if (trouble === 'unauthorized') {
      await world.api.connections.renewToken({ id: world.connectionId, token: world.sandbox.serviceKey });
    }
    await world.passUntil(() => mailsTo(sender).length > 0 && leadOfAna() !== null);
    await world.untilDelivered();
    expect(leadOfAna()).toMatchObject({ state: 'Cold', nextStep: 1 });
    expect(mailsTo(sender)).toHaveLength(1);
  });

  it('uses the contact that is there, and does not write to who opted out', async () => {
    await openAtProvider();
    const ana = world.contact({ email: 'ana@bikes.example' });
    world.core.context.store.commit({
      suppress: [{ address: 'bob@boats.example', reason: 'unsubscribed', at: world.now }],
    });
    await write({ to: 'ana@bikes.example, bob@boats.example' });
    expect(world.lead(ana).nextStep).toBe(1);
    expect(world.core.context.store.leads.byAddress('bob@boats.example')).toEqual([]);
    expect(mailsTo(world.colleague().email)[0]?.text).toContain(
      '- bob@boats.example: The person must not be written to.',
    );
  });

  it('asks under Needs attention where nobody vouches for the sender, and answers nobody before', async () => {
    await openAtProvider();
    await write({ 'authentication-results': 'mx.google.com; dmarc=fail header.from=x.example' });
    expect(leadOfAna()).toBeNull();
    expect(mailsTo(world.colleague().email)).toEqual([]);
    const asked = (await world.api.attention.list()).find(({ kind }) => kind === 'import');
    expect(asked?.title).toBe(`${world.colleague().email} wrote with an assistant in copy`);
    const [waiting] = await world.api.imports.list();
    expect(asked?.actions[0]).toMatchObject({ to: `/imports/${waiting?.id ?? ''}` });
    expect(waiting?.id).toMatch(/^[\w.-]+$/);
    await world.api.imports.start({ id: waiting?.id ?? '' });
    await world.poll(2);
    expect(leadOfAna()).toMatchObject({ state: 'Cold', nextStep: 1 });
    expect(mailsTo(world.colleague().email)).toHaveLength(1);
    expect((await world.api.attention.list()).some(({ kind }) => kind === 'import')).toBe(false);
  });

  it.each([
    ['of a stranger', {}, 'eve@elsewhere.example'],
    ['that a program sent', { 'auto-submitted': 'auto-generated' }, undefined],
  ])('%s does nothing, and nobody is answered', async (_what, headers, from) => {
    await openAtProvider();
    await write(headers, from);
    expect(leadOfAna()).toBeNull();
    expect(await world.api.imports.list()).toEqual([]);
    expect(world.sandbox.mail.all().sent).toEqual([]);
  });
});
