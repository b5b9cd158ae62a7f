import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttentionEntry } from '#contract/attention.ts';
import { leadFilter } from '#contract/leads.ts';
import { applyEvent } from '#core/apply-event.ts';
import { VaultUnavailable } from '#core/ports/token-vault.ts';
import { DAY, HOUR, openFlowWorld, ROSIE, STATUS, type FlowWorld } from '#test/support/flow-world.ts';
import { aStoredMail } from '#test/support/store-rows.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

async function kinds(): Promise<string[]> {
  return (await world.api.attention.list()).map((each) => each.kind);
}

async function entry(kind: string): Promise<AttentionEntry> {
  const found = (await world.api.attention.list()).find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`Nothing of ${kind} waits, but: ${(await kinds()).join(', ')}.`);
  return found;
}

/** The records of the leads that the entry opens; they are as many as it says. */
async function opened(found: AttentionEntry): Promise<string[]> {
  const action = found.actions.find((each) => each.kind === 'open' && each.to === '/leads');
  if (action?.kind !== 'open') throw new Error('The entry opens no list of leads.');
  const filter = leadFilter.strict().parse(action.search);
  const sort = { by: 'created', descending: false } as const;
  const page = await world.api.leads.page({ filter, sort, offset: 0, limit: 100 });
  expect(page.total).toBe(found.count);
  return page.rows.map((row) => row.recordId).toSorted();
}

describe('writes that the CRM refuses', () => {
  /** Ten leads whose status the CRM refuses, all for one reason. */
  async function refused(): Promise<string[]> {
    const ids = world.contacts(10);
    const { faults } = world.sandbox.control;
    faults.arm({ kind: 'status', status: 400, path: '/contacts/batch/update', times: 100 });
    world.assign(ids);
    await world.poll(2);
    faults.clear();
    return ids;
  }

  it('are one entry a cause that says how many, and Try all again writes each once', async () => {
    const ids = await refused();
    const found = await entry('write-refused');
    expect(found).toMatchObject({ severity: 'problem', count: 10, connectionId: world.connectionId });
    expect(found.actions.map(({ label }) => label)).toEqual([
      'Try all 10 again',
      'Open in Activity',
      'Give up all 10',
    ]);
    await world.api.attention.act({ id: found.id, command: 'retry' });
    await world.untilDelivered();
    expect(await kinds()).toEqual([]);
    for (const id of ids) expect(world.written(id, STATUS)).toEqual(['Cold']);
  });

  it('are listed in Activity by the button that says so, and Give up all lets the records go on', async () => {
    const ids = await refused();
    const found = await entry('write-refused');
    const page = await world.api.activity.page({
      filter: { connectionId: world.connectionId, kinds: ['crm-status'], status: ['attention'] },
      before: null,
      limit: 100,
    });
    expect(page.total).toBe(found.count);
    await world.api.attention.act({ id: found.id, command: 'give-up' });
    await world.untilDelivered();
    expect(await kinds()).toEqual([]);
    for (const id of ids) expect(world.notes(id)).toHaveLength(1);
  });

  it('cannot be acted on in a way that the entry does not offer, nor when it is gone', async () => {
    await refused();
    const { id } = await entry('write-refused');
    const gone = 'This no longer waits for you.';
    await expect(world.api.attention.act({ id, command: 'take-baseline' })).rejects.toThrow(gone);
    await expect(world.api.attention.dismiss({ id })).rejects.toThrow(gone);
    await world.api.attention.act({ id, command: 'retry' });
    await world.untilDelivered();
    await expect(world.api.attention.act({ id, command: 'retry' })).rejects.toThrow(gone);
  });
});

describe('leads that cannot go on without a person', () => {
  it('held for want of a context: the button opens the assistant, and they go on when she has a default', async () => {
    await world.changeAssistant(0, { context: '' });
    const ids = world.contacts(3);
    world.assign(ids);
    await world.poll();
    const found = await entry('no-context');
    expect(found).toMatchObject({ severity: 'problem', count: 3, assistantId: world.assistantIds[0] });
    expect(found.title).toBe(`No context for 3 leads of ${ROSIE.name}`);
    expect(found.actions[0]).toMatchObject({ to: `/assistants/${world.assistantIds[0]}` });
    expect(await opened(found)).toEqual(ids.toSorted());
    await world.changeAssistant(0, { context: 'bees' });
    await world.advance(HOUR);
    expect(await kinds()).toEqual([]);
  });

  it('away without a date: listed, and no longer once the next message went out', async () => {
    const id = await world.mailed();
    const other = await world.mailed();
    await world.reply(id, 'out-of-office-undated');
    expect(await entry('paused-without-date')).toMatchObject({
      severity: 'note',
      count: 1,
      leadId: world.lead(id).id,
    });
    await world.reply(other, 'out-of-office-undated');
    expect(await opened(await entry('paused-without-date'))).toEqual([id, other].toSorted());
    await world.passUntil(() => world.mailsTo(id).length > 1 && world.mailsTo(other).length > 1);
    expect(await kinds()).toEqual([]);
  });

  it('a reply read with little confidence is a question until a person marks the lead', async () => {
    const id = await world.mailed();
    const lead = world.lead(id);
    const at = world.now;
    const mail = aStoredMail({
      id: 'unsure',
      leadId: lead.id,
      connectionId: lead.connectionId,
      assistantId: lead.assistantId,
      direction: 'incoming',
      status: 'received',
      messageId: '<unsure@customer.example>',
      at,
      intent: 'AgreedToMeet',
      confidence: 0.5,
      run: null,
      step: null,
    });
    const said = { at, until: null, mailId: mail.id, text: 'Hm, well.', fromAddress: lead.email };
    const reply = { type: 'replied', intent: 'AgreedToMeet', confidence: 0.5, ...said } as const;
    applyEvent(world.core.context, lead.id, reply, { mails: [mail] });
    expect(world.lead(id).state).toBe('Responded');
    expect(await entry('unsure-reply')).toMatchObject({ severity: 'question', leadId: lead.id });
    await world.press(id, 'mark-hot');
    expect(await kinds()).toEqual([]);
  });

  it('stopped after a restore: listed until a person presses Continue', async () => {
    const id = await world.taken();
    await world.advance(1_000);
    const { backups } = await world.api.data.backUpNow();
    const name = backups.find((each) => each.kind === 'by-hand')?.name ?? '';
    await world.passUntil(() => world.mailsTo(id).length === 1);
    await world.api.data.restore({ name });
    expect(await entry('restored')).toMatchObject({ severity: 'question', leadId: world.lead(id).id });
    await world.press(id, 'continue');
    expect(await kinds()).not.toContain('restored');
  });
});

describe('what is put away', () => {
  it('stays away until it happens anew', async () => {
    const id = await world.mailed();
    await world.reply(id, 'out-of-office-undated');
    await world.api.attention.dismiss({ id: (await entry('paused-without-date')).id });
    expect(await kinds()).toEqual([]);
    await world.restart();
    expect(await kinds()).toEqual([]);
    const other = await world.mailed();
    await world.reply(other, 'out-of-office-undated');
    await world.passUntil(() => world.mailsTo(id).length > 1);
    expect(await entry('paused-without-date')).toMatchObject({ leadId: world.lead(other).id });
  });
});

describe('the program itself', () => {
  it('that is stopped says so first, and Resume lets it go on', async () => {
    world.assign(world.contact());
    await world.api.system.stop();
    const [first] = await world.api.attention.list();
    expect(first).toMatchObject({ kind: 'stopped', severity: 'problem' });
    await world.api.attention.act({ id: first?.id ?? '', command: 'resume' });
    expect((await world.api.system.info()).haltedSince).toBeNull();
    expect(await kinds()).toEqual([]);
  });

  it('whose keychain is locked says what to do, until it is unlocked', async () => {
    const { vault, crm } = world.core.context;
    const { get } = vault;
    const locked = 'The keychain of this computer is locked.';
    Object.assign(vault, { get: () => Promise.reject(new VaultUnavailable(locked)) });
    crm.forget(world.connectionId);
    await world.poll();
    expect(await entry('vault')).toMatchObject({ severity: 'problem', cause: locked });
    Object.assign(vault, { get });
    await world.poll();
    expect(await kinds()).toEqual([]);
  });

  it('that has no keychain says where the tokens are, once: the note can be put away', async () => {
    Object.assign(world.core.context.vault, { kind: 'encrypted-file', warning: 'Tokens are in a file.' });
    const found = await entry('vault');
    expect(found).toMatchObject({ severity: 'note', cause: 'Tokens are in a file.' });
    await world.api.attention.dismiss({ id: found.id });
    await world.restart();
    expect(await kinds()).toEqual([]);
  });

  it('that was kept from making backups for days says so, and Back up now ends it', async () => {
    world.core.context.backups.list = () => [];
    await world.advance(4 * DAY);
    const found = await entry('backup');
    expect(found.cause).toContain('No backup was ever made.');
  });
});
