import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFlowWorld, ROSIE, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

const responses = () => world.api.responses;
const strays = async () => (await responses().strays({ after: null, limit: 50 })).rows;
const invitations = () => responses().invitations({ connectionId: world.connectionId });

/** A mail to Rosie outside of any thread. */
async function comes(from: string, subject: string, text: string, name = ''): Promise<void> {
  world.sandbox.mail.deliver({ mailbox: ROSIE.email, from: { address: from, name }, subject, text });
  await world.poll();
}

describe('a mail that belongs to no lead', () => {
  it('is listed with sender, subject and date, and its text is kept nowhere', async () => {
    await comes('Eva@outside.example', 'A question', 'The secret word is marzipan.', 'Eva Horn');
    expect(await strays()).toEqual([
      expect.objectContaining({
        from: 'eva@outside.example',
        fromName: 'Eva Horn',
        subject: 'A question',
        assistantName: ROSIE.name,
        isByPerson: true,
      }),
    ]);
    expect(await responses().waiting()).toEqual({ proposed: 0, strays: 1 });
    const stored = world.core.context.store.strays.page(null, 9);
    expect(JSON.stringify(stored)).not.toContain('marzipan');
  });

  it('goes from the list when it is put away, and does not come back', async () => {
    await comes('eva@outside.example', 'A question', 'Hello?');
    const [row] = await strays();
    await responses().dismissStray({ id: row?.id ?? '' });
    await world.restart();
    await world.poll();
    expect(await strays()).toEqual([]);
    await expect(responses().dismissStray({ id: row?.id ?? '' })).rejects.toThrow(/already/);
  });

  it('linked to a lead it is the lead’s answer: the follow-up stops, and the address is known', async () => {
    const id = await world.mailed();
    await comes('eva@private.example', 'About your mail', 'Let us talk.');
    const [row] = await strays();
    const linked = await responses().linkStray({ id: row?.id ?? '', leadId: world.lead(id).id });
    expect(linked).toEqual({ state: 'Responded' });
    await world.untilDelivered();
    expect(world.value(id, STATUS)).toBe('Responded');
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.lead(id).addresses).toContain('eva@private.example');
    expect(await strays()).toEqual([]);
    await comes('eva@private.example', 'Once more', 'Please unsubscribe me.');
    expect(world.lead(id).state).toBe('UnSubscribed');
  });

  it('that a machine wrote stops nothing when it is linked', async () => {
    const id = await world.mailed();
    world.sandbox.mail.deliver({
      mailbox: ROSIE.email,
      from: { address: 'eva@private.example', name: '' },
      subject: 'Automatic reply: Out of office',
      text: 'I am out of the office until further notice.',
      headers: { 'Auto-Submitted': 'auto-replied' },
    });
    await world.poll();
    const [row] = await strays();
    expect(row).toMatchObject({ isByPerson: false });
    await responses().linkStray({ id: row?.id ?? '', leadId: world.lead(id).id });
    expect(world.lead(id)).toMatchObject({ state: 'Cold', followUp: 'Scheduled' });
  });

  it('is part of what is stored about its sender, and erased with them', async () => {
    await comes('eva@outside.example', 'A question', 'Hello?');
    const query = 'eva@outside.example';
    const { text } = await world.api.data.exportPerson({ query });
    expect(text).toContain('A question');
    await world.api.data.erasePerson({ query, confirmation: query });
    expect(await strays()).toEqual([]);
    await comes('eva@outside.example', 'Again', 'Hello?');
    expect(await strays()).toEqual([]);
  });
});

describe('mail of the CRM itself', () => {
  it('is no reply: a notification that still comes is passed over', async () => {
    const id = await world.mailed();
    await comes('noreply@notifications.hubspot.com', 'A contact was assigned to you', 'Yes, let us meet!');
    expect(await strays()).toEqual([]);
    expect(world.lead(id).state).toBe('Cold');
  });

  it('an invitation is shown on the connection with its link, and forwarded once', async () => {
    const link = 'https://app.hubspot.com/signup/accept-invitation?token=abc';
    await comes('noreply@hubspot.com', 'Max invited you to join HubSpot', `Accept: ${link}`);
    const { rows } = await invitations();
    expect(rows).toEqual([expect.objectContaining({ mailbox: ROSIE.email, link })]);
    expect(await strays()).toEqual([]);
    const forward = { id: rows[0]?.id ?? '', connectionId: world.connectionId, to: 'boss@team.example' };
    await responses().forwardInvitation(forward);
    await responses().forwardInvitation(forward);
    await world.untilDelivered();
    const sent = world.sandbox.mail.all().sent.filter(({ to }) => to[0]?.address === 'boss@team.example');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain(link);
    expect(sent[0]?.text).toContain('private window');
    await responses().dismissStray({ id: forward.id });
    expect((await invitations()).rows).toEqual([]);
  });

  it('an invitation that leads elsewhere is shown without the link', async () => {
    await comes('noreply@hubspot.com', 'You are invited to HubSpot', 'https://hubspot.evil.example/accept');
    expect((await invitations()).rows).toEqual([expect.objectContaining({ link: null })]);
  });
});

describe('people whom a lead names', () => {
  const NAMED = 'I am not the right person. Please write to Ann Lee, ann.lee@acme.example.';

  /** The lead of this contact answers so. */
  async function names(contactId: string, text: string): Promise<void> {
    const inReplyTo = world.mailsTo(contactId).at(-1)?.messageId ?? '';
    const from = { address: world.value(contactId, 'email'), name: '' };
    world.sandbox.mail.deliver({ mailbox: ROSIE.email, from, subject: 'Re:', text, inReplyTo });
    await world.poll();
  }

  it('are proposed once, and nobody writes to them before a person approves', async () => {
    const first = await world.mailed();
    await names(first, NAMED);
    const second = await world.mailed();
    await names(second, NAMED);
    const rows = await responses().proposals({ leadId: null });
    expect(rows).toEqual([
      expect.objectContaining({
        address: 'ann.lee@acme.example',
        name: 'Ann Lee',
        leadId: world.lead(first).id,
        obstacle: null,
      }),
    ]);
    const waiting = await world.api.attention.list();
    expect(waiting.filter(({ kind }) => kind === 'proposed-lead')).toMatchObject([
      { title: 'Write to Ann Lee?', count: 1 },
    ]);
    const { timeline } = await world.api.leads.get({ id: world.lead(first).id });
    expect(JSON.stringify(timeline)).toContain('Ann Lee (ann.lee@acme.example) is proposed as a lead');
    await world.advance(30 * 24 * 3_600_000);
    const sent = world.sandbox.mail.all().sent.filter(({ to }) => to[0]?.address === 'ann.lee@acme.example');
    expect(sent).toEqual([]);
  });

  it('are not proposed when they may not be written to, or are a lead already', async () => {
    const known = await world.mailed();
    const address = world.value(known, 'email');
    await world.api.sending.exclude({ list: 'acme.example' });
    const id = await world.mailed();
    await names(id, `${NAMED} Or to Bo, ${address}.`);
    expect(await responses().proposals({ leadId: null })).toEqual([]);
    expect(world.lead(id)).toMatchObject({ state: 'DeActivated', reason: 'ReferredSomeone' });
  });

  it('become leads as any other when they are approved: a contact is made and hers', async () => {
    const id = await world.mailed();
    await names(id, NAMED);
    const [row] = await responses().proposals({ leadId: null });
    await responses().approve({ id: row?.id ?? '' });
    await world.untilDelivered();
    await world.poll(3);
    const isHers = () => world.core.context.store.leads.byAddress('ann.lee@acme.example').length > 0;
    await world.passUntil(isHers, 3_600_000);
    const [ann] = world.core.context.store.leads.byAddress('ann.lee@acme.example');
    expect(ann).toMatchObject({ firstName: 'Ann', lastName: 'Lee', state: 'Cold', custody: 'Held' });
    expect(await responses().proposals({ leadId: world.lead(id).id })).toMatchObject([
      { status: 'approved' },
    ]);
    await expect(responses().approve({ id: row?.id ?? '' })).rejects.toThrow(/approved already/);
  });

  it('cannot be approved any more once they may not be written to', async () => {
    const id = await world.mailed();
    await names(id, NAMED);
    await world.api.sending.exclude({ list: 'acme.example' });
    const [row] = await responses().proposals({ leadId: null });
    expect(row?.obstacle).toContain('Never write to');
    await expect(responses().approve({ id: row?.id ?? '' })).rejects.toThrow(/Never write to/);
  });

  it('are put away for good when they are dismissed', async () => {
    const id = await world.mailed();
    await names(id, NAMED);
    const [row] = await responses().proposals({ leadId: null });
    await responses().dismissProposal({ id: row?.id ?? '' });
    expect(await responses().proposals({ leadId: null })).toEqual([]);
    expect(await responses().proposals({ leadId: world.lead(id).id })).toMatchObject([
      { status: 'dismissed' },
    ]);
    const other = await world.mailed();
    await names(other, NAMED);
    expect(await responses().waiting()).toMatchObject({ proposed: 0 });
  });
});
