import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MILES, MINUTE, openFlowWorld, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

const open = async () =>
  (await world.activity()).filter((row) => !['delivered', 'cancelled'].includes(row.status));

describe('a record changes between two tries of a note', () => {
  it('merged after the first took effect: the note is found under the survivor', async () => {
    const id = world.contact();
    const other = world.contact();
    world.assign(id);
    world.fault({ kind: 'drop-after-write', path: 'notes/batch/create' });
    await world.poll();
    const merged = world.person.merge('contacts', id, other);
    await world.untilDelivered();
    expect(world.notes(merged)).toHaveLength(1);
    expect(await open()).toEqual([]);
  });

  it('deleted before the first arrived: nothing is left to do and nobody is asked', async () => {
    const id = world.contact();
    world.assign(id);
    world.fault({ kind: 'status', status: 503, path: 'notes/batch/create' });
    await world.poll();
    const lead = world.lead(id);
    world.person.delete('contacts', id);
    await world.untilDelivered();
    expect(await open()).toEqual([]);
    expect(world.core.context.store.leads.byId(lead.id)).toMatchObject({
      custody: 'Released',
      recordDeleted: true,
    });
  });
});

describe('a record goes from one assistant to another with its status filled', () => {
  it('the second refuses it with a note and gives it back, whenever the first notices', async () => {
    const id = await world.taken();
    world.assign(id, MILES);
    await world.poll(3);
    await world.untilDelivered();
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.notes(id).filter((note) => note.includes('has not started on this contact'))).toHaveLength(
      1,
    );
    expect(world.lead(id).custody).toBe('Released');
    expect(world.value(id, STATUS)).toBe('Cold');
  });
});

describe('the program is killed while a message is leaving', () => {
  /** The first message of a contact is on its way when the program ends; it did not leave. */
  async function interrupted(): Promise<string> {
    const id = await world.taken();
    const due = world.lead(id).nextFollowUpAt ?? 0;
    world.fault({ kind: 'status', status: 503, path: 'contacts/batch/read', times: 8 });
    await world.advance(due - world.now);
    const { outbox } = world.core.context.store;
    const row = (await world.activity({ kinds: ['mail'] }))[0];
    expect(row?.status).toBe('waiting');
    outbox.markInFlight([row?.id ?? 0]);
    await world.quit();
    world.sandbox.control.faults.clear();
    await world.open();
    for (let nth = 0; nth < 6; nth += 1) await world.advance(10 * MINUTE);
    return id;
  }

  it('after another assistant got the lead, too: whether it left is known before she writes the same', async () => {
    const id = await interrupted();
    await world.press(id, 'change-assistant', { assistantId: world.assistantIds[1] ?? '' });
    await world.untilDelivered();
    await world.advance(3 * HOUR);
    expect(world.mailsTo(id)).toHaveLength(0);
    const [question] = (await world.api.attention.list()).filter(({ kind }) => kind === 'mail-fate-unknown');
    await world.api.attention.act({ id: question?.id ?? '', command: 'was-sent' });
    await world.passUntil(() => world.mailsTo(id).length === 1);
    expect(world.lead(id)).toMatchObject({ nextStep: 2, assistantId: world.assistantIds[1] });
  });

  it('the message is looked for, not sent again by itself, and the user is asked', async () => {
    const id = await interrupted();
    expect(world.mailsTo(id)).toHaveLength(0);
    const [item] = await world.api.attention.list();
    expect(item?.cause).toContain('it is not in the Sent folder');
  });

  it('Try again sends it, once', async () => {
    const id = await interrupted();
    const [row] = await world.activity({ kinds: ['mail'] });
    await world.api.activity.retry({ id: row?.id ?? 0 });
    await world.advance(MINUTE);
    expect(world.mailsTo(id)).toHaveLength(1);
    expect(world.lead(id).nextStep).toBe(1);
  });

  it('Try again finds that it left after all', async () => {
    const id = await interrupted();
    const { store } = world.core.context;
    const [mail] = store.mails.ofLead(world.lead(id).id);
    if (mail === undefined) throw new Error('There is no mail.');
    world.sandbox.mail.send({
      ...mail,
      html: mail.html ?? '',
      inReplyTo: '',
      date: new Date(world.now).toISOString(),
    });
    const [row] = await world.activity({ kinds: ['mail'] });
    await world.api.activity.retry({ id: row?.id ?? 0 });
    await world.advance(MINUTE);
    expect(world.mailsTo(id)).toHaveLength(1);
    expect(store.mails.byId(mail.id)?.status).toBe('sent');
  });

  it('a person is asked, and says that it was sent: it is logged, the next one follows, nothing goes twice', async () => {
    const id = await interrupted();
    const [question] = (await world.api.attention.list()).filter(({ kind }) => kind === 'mail-fate-unknown');
    expect(question?.actions.map(({ label }) => label)).toEqual([
      'It was sent',
      'Send it again',
      'Don’t send it',
    ]);
    await world.api.attention.act({ id: question?.id ?? '', command: 'was-sent' });
    await world.advance(MINUTE);
    await world.untilDelivered();
    expect(world.mailsTo(id)).toHaveLength(0);
    expect(world.lead(id).nextStep).toBe(1);
    expect(world.activities(id, 'emails')).toHaveLength(1);
    expect((await world.api.attention.list()).filter(({ kind }) => kind === 'mail-fate-unknown')).toEqual([]);
  });

  it('Give up leaves it unsent and ends the follow-up', async () => {
    const id = await interrupted();
    const [row] = await world.activity({ kinds: ['mail'] });
    await world.api.activity.dismiss({ id: row?.id ?? 0 });
    await world.advance(HOUR);
    await world.advance(48 * HOUR);
    expect(world.mailsTo(id)).toHaveLength(0);
    expect(world.lead(id).followUp).toBe('Stopped');
  });
});

describe('something of the program itself fails', () => {
  it('at one effect: the others go out, and after some tries the user is asked about that one', async () => {
    const ids = world.contacts(3);
    world.assign(ids);
    await world.poll();
    const { mails } = world.core.context.store;
    const { byId } = mails;
    const stumbling = world.lead(ids[1] ?? '').id;
    Object.assign(mails, {
      byId: (id: string) => {
        const mail = byId(id);
        if (mail?.leadId === stumbling && mail.status === 'sent') throw new TypeError('broken');
        return mail;
      },
    });
    await world.passUntil(() => ids.every((id) => world.mailsTo(id).length > 0));
    for (let nth = 0; nth < 8; nth += 1) await world.advance(10 * MINUTE);
    Object.assign(mails, { byId });
    expect(ids.map((id) => world.activities(id, 'emails').length)).toEqual([1, 0, 1]);
    const [item] = await world.api.attention.list();
    expect(item?.cause).toContain('Something went wrong in Baton');
  });

  it('at the commit of a result: what was written is found when there is room again', async () => {
    const id = world.contact();
    world.assign(id);
    const { store } = world.core.context;
    const { commit } = store;
    let isFull = true;
    Object.assign(store, {
      commit: (change: Parameters<typeof commit>[0]) => {
        if (isFull && world.sandbox.portal.objects.notes.size > 0)
          throw new Error('database or disk is full');
        return commit(change);
      },
    });
    await world.poll();
    expect(world.notes(id)).toHaveLength(1);
    expect(store.outbox.counts()['in-flight']).toBe(1);
    isFull = false;
    await world.advance(MINUTE);
    await world.untilDelivered();
    expect(world.notes(id)).toHaveLength(1);
    expect(await open()).toEqual([]);
  });
});

describe('two contacts of an assistant become one', () => {
  it('an answer to the thread that ended with the merge stops the follow-up that goes on', async () => {
    const one = await world.mailed();
    const two = await world.mailed();
    const [earlier] = world.mailsTo(two);
    const leads = [world.lead(one).id, world.lead(two).id];
    const merged = world.person.merge('contacts', one, two);
    await world.poll(2);
    world.sandbox.mail.deliver({
      mailbox: 'rosie.hart@demo.example',
      from: { address: 'ana@elsewhere.example', name: 'Ana' },
      subject: `Re: ${earlier?.subject ?? ''}`,
      text: 'Thank you, could you tell me what it costs?',
      inReplyTo: earlier?.messageId ?? '',
    });
    await world.poll(2);
    await world.untilDelivered();
    const after = world.core.context.store.leads.byIds(leads);
    expect(after.map(({ state, custody }) => `${state} ${custody}`).toSorted()).toEqual([
      'Cold Released',
      'Responded HandedBack',
    ]);
    expect(world.owner(merged)).toBe(world.colleague().id);
  });

  it('where one is on its way back, the hand-back goes on and the other follow-up ends', async () => {
    const one = await world.mailed();
    const two = await world.mailed();
    world.fault({ kind: 'status', status: 503, path: 'batch/(create|update)', times: 20 });
    await world.reply(two, 'interested');
    const merged = world.person.merge('contacts', one, two);
    await world.poll(2);
    world.sandbox.control.faults.clear();
    await world.untilDelivered();
    await world.poll(2);
    expect(world.owner(merged)).toBe(world.colleague().id);
    const sent = world.sandbox.mail.all().sent.length;
    await world.advance(240 * HOUR);
    expect(world.sandbox.mail.all().sent).toHaveLength(sent);
  });
});
