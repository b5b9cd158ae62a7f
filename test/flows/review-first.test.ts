import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DraftRow } from '#contract/drafts.ts';
import { DAY, HOUR, MILES, MINUTE, openFlowWorld, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
  await switchTo(true);
});
afterEach(() => world.close());

async function switchTo(reviewFirst: boolean, waiting: 'approve' | 'keep' | 'skip' | null = null) {
  const assistantId = world.assistantIds[0] ?? '';
  const { version } = await world.api.drafts.writing({ assistantId });
  const rules = { assistantId, version, byModel: false, whenRefused: 'template' as const };
  return world.api.drafts.setWriting({ ...rules, reviewFirst, waiting });
}

async function list(kind: 'waiting' | 'settled' = 'waiting'): Promise<DraftRow[]> {
  return (await world.api.drafts.page({ kind, after: null, limit: 50 })).rows;
}

/** A contact of Rosie's whose first message is written and waits. */
async function drafted(values: Record<string, string> = {}): Promise<[contact: string, draft: DraftRow]> {
  const contact = await world.taken(values);
  await world.passUntil(() => openDraft(contact) !== null);
  const draft = (await list()).find(({ leadId }) => leadId === world.lead(contact).id);
  if (draft === undefined) throw new Error('Nothing waits.');
  return [contact, draft];
}

const openDraft = (contact: string) =>
  world.core.context.store.drafts.openOf(world.leadOf(contact)?.id ?? '');

async function approve({ id, version }: DraftRow) {
  const answer = await world.api.drafts.approve({ drafts: [{ id, version }] });
  await world.core.drain();
  return answer;
}

describe('review first', () => {
  it('lets nothing leave before a person approved it, over days and a restart, and then sends it once', async () => {
    const [contact, draft] = await drafted();
    expect(draft).toMatchObject({
      status: 'waiting',
      step: 1,
      of: 7,
      writer: 'template',
      because: 'review-first',
    });
    const row = async () => (await world.api.leads.get({ id: draft.leadId })).lead;
    expect(await row()).toMatchObject({ awaitsApproval: true });
    await world.advance(3 * DAY);
    await world.restart();
    await world.poll(3);
    expect(world.mailsTo(contact)).toEqual([]);
    expect(await list()).toHaveLength(1);
    expect(await approve(draft)).toEqual({ approved: 1, refused: [] });
    await world.poll(2);
    expect(world.mailsTo(contact)).toHaveLength(1);
    expect(world.mailsTo(contact)[0]?.subject).toBe(draft.subject);
    expect(await row()).toMatchObject({ sent: 1, awaitsApproval: false });
    const journal = world.core.context.store.journal.ofLead(world.lead(contact).id);
    expect(journal.filter(({ event }) => event === 'draft-approved')).toHaveLength(1);
    expect(await approve(draft)).toMatchObject({ approved: 0, refused: [{ id: draft.id }] });
    await world.restart();
    await world.poll(2);
    expect(world.mailsTo(contact)).toHaveLength(1);
  });

  it('writes the next message when its time comes, in the same thread, and waits again', async () => {
    const [contact, draft] = await drafted();
    await approve(draft);
    await world.passUntil(() => openDraft(contact) !== null);
    const [second] = await list();
    expect(second).toMatchObject({ step: 2, isSubjectFixed: true, subject: `Re: ${draft.subject}` });
    expect(world.mailsTo(contact)).toHaveLength(1);
  });

  it('an approved message goes out when hours allow it, not at the moment of the approval', async () => {
    const [contact, draft] = await drafted();
    const night = 24 * HOUR - ((world.now - Date.UTC(2026, 8, 7, 1)) % DAY);
    await world.advance(night);
    await approve(draft);
    await world.advance(MINUTE);
    expect(world.mailsTo(contact)).toEqual([]);
    const approved = (await world.api.drafts.page({ kind: 'approved', after: null, limit: 5 })).rows;
    expect(approved).toMatchObject([{ id: draft.id, status: 'approved' }]);
    expect(new Date(approved[0]?.goesAt ?? 0).getUTCHours()).toBe(7);
    await world.passUntil(() => world.mailsTo(contact).length === 1);
    expect(new Date(world.now).getUTCHours()).toBeGreaterThanOrEqual(7);
  });

  it('an approval can be taken back as long as the message has not gone out', async () => {
    const [contact, draft] = await drafted();
    await world.advance(12 * HOUR);
    await approve(draft);
    const one = { id: draft.id, version: draft.version + 1 };
    const back = await world.api.drafts.takeBack(one);
    await world.advance(2 * DAY);
    expect(world.mailsTo(contact)).toEqual([]);
    await approve(back);
    await world.passUntil(() => world.mailsTo(contact).length === 1);
    await expect(world.api.drafts.takeBack({ ...one, version: back.version + 2 })).rejects.toThrow(
      /on its way/,
    );
  });

  it('sends the words that a person gave it, and refuses a place that was not filled in', async () => {
    const [contact, draft] = await drafted();
    const one = { id: draft.id, version: draft.version };
    await expect(
      world.api.drafts.edit({ ...one, subject: 'For [Company]', text: 'Hello {{ firstName }}' }),
    ).rejects.toThrow(/"\[Company\]" was not filled in.*"\{\{ firstName \}\}" was not filled in/s);
    const edited = await world.api.drafts.edit({
      ...one,
      subject: 'Two minutes?',
      text: 'Hello Ana,\n\nshort question.',
    });
    expect(edited).toMatchObject({ writer: 'person', version: draft.version + 1 });
    expect(await approve(draft)).toMatchObject({ approved: 0 });
    await approve(edited);
    await world.poll();
    const [mail] = world.mailsTo(contact);
    expect(mail?.subject).toBe('Two minutes?');
    expect(mail?.text).toMatch(/^Hello Ana,\n\nshort question\.\n/);
  });

  it('leaves a rejected message out and plans the next one, or ends the follow-up', async () => {
    const [first, skipped] = await drafted();
    await world.api.drafts.reject({ id: skipped.id, version: skipped.version, what: 'skip' });
    await world.core.drain();
    expect(world.lead(first)).toMatchObject({ nextStep: 1, followUp: 'Scheduled' });
    await world.passUntil(() => openDraft(first)?.step === 1);
    const [, stopped] = await drafted();
    await world.api.drafts.reject({ id: stopped.id, version: stopped.version, what: 'stop' });
    await world.core.drain();
    expect(world.sandbox.mail.all().sent).toEqual([]);
    expect((await list('settled')).map(({ status, remark }) => [status, remark])).toEqual([
      ['rejected', 'A person stopped the follow-up.'],
      ['rejected', 'A person left this message out.'],
    ]);
  });

  it('withdraws what waits when the record is taken away, and says why', async () => {
    const [contact] = await drafted();
    world.person.assign([contact], world.colleague(1).id);
    await world.advance(MINUTE);
    await world.poll();
    expect(await list()).toEqual([]);
    expect(await list('settled')).toMatchObject([
      { status: 'withdrawn', remark: 'A person took the record away.' },
    ]);
  });

  it('withdraws what waits when the lead answers an earlier message', async () => {
    const [contact, draft] = await drafted();
    await approve(draft);
    await world.passUntil(() => openDraft(contact) !== null);
    await world.reply(contact, 'more-info');
    expect(await list()).toEqual([]);
    expect((await list('settled'))[0]).toMatchObject({
      status: 'withdrawn',
      remark: 'The lead answered after it was written.',
    });
    expect(world.mailsTo(contact)).toHaveLength(1);
  });

  it('withdraws what waits for an address that may not be written to any more', async () => {
    const [contact] = await drafted();
    await world.api.sending.exclude({ list: world.value(contact, 'email') });
    await world.advance(MINUTE);
    expect(await list()).toEqual([]);
    expect((await list('settled'))[0]).toMatchObject({ status: 'withdrawn' });
    await world.poll(2);
    expect(world.mailsTo(contact)).toEqual([]);
  });

  it('writes a message anew when its schedule was changed', async () => {
    const [contact, draft] = await drafted();
    const schedules = await world.api.schedules.list();
    const schedule = schedules.find(({ name }) => name === draft.scheduleName);
    if (schedule === undefined) throw new Error('There is no schedule.');
    await world.api.drafts.count();
    const { store } = world.core.context;
    const kept = store.schedules.byId(schedule.id);
    if (kept === null) throw new Error('There is no schedule.');
    const steps = kept.steps.map((step, index) =>
      index === 0
        ? { ...step, message: { kind: 'template' as const, subject: 'New words', body: 'Hello' } }
        : step,
    );
    const { changeForAll } = await import('#core/flows/nurture/change-schedule.ts');
    changeForAll(world.core.context, { ...kept, steps });
    await world.advance(MINUTE);
    expect((await list())[0]).toMatchObject({ subject: 'New words' });
    expect((await list('settled'))[0]).toMatchObject({ id: draft.id, status: 'withdrawn' });
    expect(world.mailsTo(contact)).toEqual([]);
  });

  it('sends nothing while everything is stopped, and approves nothing either', async () => {
    const [contact, draft] = await drafted();
    await world.api.system.stop();
    expect(await approve(draft)).toMatchObject({
      refused: [{ because: expect.stringContaining('stopped') }],
    });
    await world.api.system.resume();
    await world.poll();
    expect(world.mailsTo(contact)).toEqual([]);
    await approve(draft);
    await world.poll();
    expect(world.mailsTo(contact)).toHaveLength(1);
  });

  it('a wish for the brochure goes to a person: nothing is sent unseen', async () => {
    await world.changeAssistant(0, { brochureUrl: 'https://demo.example/brochure.pdf' });
    const [contact, draft] = await drafted();
    await approve(draft);
    await world.poll();
    await world.reply(contact, 'brochure');
    await world.advance(10 * MINUTE);
    expect(world.mailsTo(contact)).toHaveLength(1);
    expect(world.lead(contact).state).toBe('Responded');
  });

  it('asks what becomes of what waits when it is turned off, and does that', async () => {
    const [contact] = await drafted();
    await expect(switchTo(false)).rejects.toThrow(/what becomes of the messages that wait/);
    expect((await switchTo(false, 'keep')).waiting).toBe(1);
    expect(await list()).toHaveLength(1);
    await switchTo(true);
    expect((await switchTo(false, 'approve')).waiting).toBe(0);
    await world.poll(2);
    expect(world.mailsTo(contact)).toHaveLength(1);
  });

  it('what waits for a person is among what is stored about them, and goes with them', async () => {
    const [contact, draft] = await drafted();
    const query = world.value(contact, 'email');
    const { text } = await world.api.data.exportPerson({ query });
    expect(text).toContain(JSON.stringify(draft.text));
    await world.press(contact, 'hand-back');
    await world.api.data.erasePerson({ query, confirmation: query });
    expect(world.core.context.store.drafts.byId(draft.id)).toBeNull();
  });

  it('is a switch of one assistant: the others send as ever', async () => {
    const contact = await world.taken({}, MILES);
    await world.passUntil(() => world.mailsTo(contact).length > 0);
    expect(await list()).toEqual([]);
  });

  it('stands under Needs attention until somebody read it', async () => {
    const [, draft] = await drafted();
    const named = async () => (await world.api.attention.list()).filter(({ kind }) => kind === 'drafts');
    expect(await named()).toMatchObject([{ count: 1, title: 'A message waits for approval' }]);
    await approve(draft);
    expect(await named()).toEqual([]);
  });

  it('a restored backup sends nothing twice that was approved since', async () => {
    const [contact, draft] = await drafted();
    const { backups } = await world.api.data.backUpNow();
    const name = backups.find((each) => each.kind === 'by-hand')?.name ?? '';
    await approve(draft);
    await world.poll();
    await world.api.data.restore({ name });
    await world.core.drain();
    expect(await list()).toEqual([]);
    expect(world.lead(contact).followUp).toBe('Stopped');
    await world.poll(2);
    expect(world.mailsTo(contact)).toHaveLength(1);
  });
});
