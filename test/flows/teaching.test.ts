import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFlowWorld, ROSIE, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

const teaching = () => world.api.teaching;
const TEXT = 'That is for the works council to say.';

/** The prospect answers the last mail, in these words, from an address. */
async function answers(contactId: string, text: string, from?: { address: string; name: string }) {
  const last = world.mailsTo(contactId).at(-1);
  const address = world.value(contactId, 'email');
  world.sandbox.mail.deliver({
    mailbox: ROSIE.email,
    from: from ?? { address, name: '' },
    subject: `Re: ${last?.subject ?? ''}`,
    text,
    ...(last === undefined ? {} : { inReplyTo: last.messageId }),
  });
  await world.poll();
}

describe('a rule that a user taught', () => {
  it('beats the classifier, and the timeline, Why and the note in the CRM name it', async () => {
    await teaching().save({ id: null, term: 'works council', intent: 'AskedToStop' });
    const id = await world.mailed();
    await answers(id, TEXT);
    const lead = world.lead(id);
    expect(lead).toMatchObject({ state: 'DeActivated', reason: 'AskedToStop', followUp: 'Stopped' });
    const said = '“works council” means AskedToStop';
    const { timeline } = await world.api.leads.get({ id: lead.id });
    const entry = timeline.find((each) => each.kind === 'journal' && each.event === 'replied');
    expect(entry).toMatchObject({ rule: expect.stringContaining(said) });
    const why = await world.api.activity.whyLead({ leadId: lead.id, about: 'state' });
    expect(why.answer).toContain(said);
    await world.untilDelivered();
    const notes = world.notes(id);
    expect(notes.join('\n')).toContain('works council');
    const [row] = (await world.api.responses.page({ kind: 'all', after: null, limit: 9 })).rows;
    expect(row).toMatchObject({ intent: 'AskedToStop', confidence: 1, words: ['works council'] });
  });

  it('decides nothing any more when it was changed or removed; each change is kept', async () => {
    const { id: ruleId } = await teaching().save({
      id: null,
      term: 'works council',
      intent: 'AskedToStop',
    });
    await world.advance(1_000);
    await teaching().save({ id: ruleId, term: 'works councils', intent: 'Retired' });
    await world.advance(1_000);
    await teaching().remove({ id: ruleId });
    const { rules, changes } = await teaching().list();
    expect(rules).toEqual([]);
    expect(changes.map(({ what, term, intent }) => [what, term, intent])).toEqual([
      ['removed', 'works councils', 'Retired'],
      ['changed', 'works councils', 'Retired'],
      ['added', 'works council', 'AskedToStop'],
    ]);
    const id = await world.mailed();
    await answers(id, TEXT);
    expect(world.lead(id).state).toBe('Responded');
  });

  it('can be tried out before it meets a reply: what decides is named', async () => {
    expect(await teaching().tryOut({ text: TEXT })).toMatchObject({ decidedBy: 'classifier' });
    const rule = await teaching().save({ id: null, term: 'works council', intent: 'ConnectLater' });
    expect(await teaching().tryOut({ text: TEXT })).toMatchObject({
      decidedBy: 'rule',
      ruleId: rule.id,
      term: 'works council',
      intent: 'ConnectLater',
      state: 'Warm',
    });
  });

  it('goes along with an export of everything', async () => {
    await teaching().save({ id: null, term: 'works council', intent: 'AskedToStop' });
    let text = '';
    for await (const part of await world.api.data.exportAll()) text += part;
    await world.openFreshInstall();
    await world.api.data.importBegin();
    await world.api.data.importPart({ text });
    await world.api.data.importTake();
    expect((await teaching().list()).rules).toMatchObject([{ term: 'works council' }]);
    expect((await teaching().list()).changes).toHaveLength(1);
  });

  it('is refused with a sentence where it says nothing, or twice', async () => {
    await teaching().save({ id: null, term: 'works council', intent: 'AskedToStop' });
    const save = (term: string) => teaching().save({ id: null, term, intent: 'Retired' });
    await expect(save(' … ')).rejects.toThrow(/at least two letters/);
    await expect(save('Works-Council')).rejects.toThrow(/taught already/);
  });

  it('never makes a person’s answer of what a machine wrote', async () => {
    await teaching().save({ id: null, term: 'out of the office', intent: 'InterestedToProceed' });
    const id = await world.mailed();
    await world.reply(id, 'out-of-office');
    expect(world.lead(id).state).toBe('OutOfOffice');
  });
});

describe('an answer from another address of the same person', () => {
  it('is kept: later mail from it is matched, and an unsubscription covers it', async () => {
    const id = await world.mailed({ firstname: 'Ana', lastname: 'Roe' });
    const home = { address: 'ana.roe@home.example', name: 'Ana Roe' };
    await answers(id, 'What does it cost?', home);
    expect(world.lead(id).addresses).toContain(home.address);
    // A new mail outside of the thread.
    world.sandbox.mail.deliver({
      mailbox: ROSIE.email,
      from: home,
      subject: 'One more thing',
      text: 'Please unsubscribe me.',
    });
    await world.poll();
    expect(world.lead(id).state).toBe('UnSubscribed');
    expect(world.core.context.store.suppressions.has(home.address)).toBe(true);
  });

  it('does not mix up a colleague in the thread with the lead', async () => {
    const id = await world.mailed({ firstname: 'Ana', lastname: 'Roe' });
    const ben = { address: 'ben.lind@acme.example', name: 'Ben Lind' };
    await answers(id, 'Please unsubscribe us.', ben);
    expect(world.lead(id)).toMatchObject({ followUp: 'Stopped' });
    expect(world.lead(id).addresses).not.toContain(ben.address);
  });
});
