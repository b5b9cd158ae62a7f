import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReplyKind } from '#sandbox/world/mail-types.ts';
import { DAY, HOUR, openFlowWorld, ROSIE, SECOND, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

/** What reached the CRM, in order: writes only. */
const writes = (): string[] =>
  world.sandbox.control
    .requests()
    .filter(({ method, path }) => method !== 'GET' && !/search|batch\/read|associations/.test(path))
    .map(({ path }) => path.split('/').slice(-3).join('/'));

describe('a lead agrees to meet', () => {
  it('status, e-mail, task, note and owner reach the CRM in this order, and the record is with its owner', async () => {
    const id = await world.mailed();
    await world.poll();
    world.sandbox.control.resetRequests();
    const reply = await world.reply(id, 'agreed-to-meet');
    expect(writes()).toEqual([
      'contacts/batch/update',
      'emails/batch/create',
      'tasks/batch/create',
      'notes/batch/create',
      'contacts/batch/update',
    ]);
    expect(world.lead(id)).toMatchObject({ state: 'Hot', custody: 'HandedBack', followUp: 'Stopped' });
    expect(world.value(id, STATUS)).toBe('Hot');
    expect(world.value(id, 'hs_lead_status')).toBe('CONNECTED');
    expect(world.owner(id)).toBe(world.colleague().id);
    const logged = world.activities(id, 'emails').map((mail) => mail.values);
    expect(logged.map((mail) => mail['hs_email_direction'])).toEqual(['EMAIL', 'INCOMING_EMAIL']);
    expect(logged[1]?.['hs_email_subject']).toBe(reply.subject);
    const [task, ...more] = world.activities(id, 'tasks');
    expect(more).toEqual([]);
    expect(task?.values).toMatchObject({ hubspot_owner_id: world.colleague().id });
    expect(task?.values['hs_task_subject']).toContain('the lead is Hot');
  });

  it('the note tells the owner the state, the words of the lead and what to do next', async () => {
    const id = await world.mailed();
    world.sandbox.mail.deliver({
      mailbox: ROSIE.email,
      from: { address: world.value(id, 'email'), name: 'Ana' },
      subject: 'Re: hello',
      text: 'Tuesday at 5 pm works for me, see you then!\n\nBest,\nAna\n\nOn Monday Rosie wrote:\n> Hello Ana',
      inReplyTo: world.mailsTo(id)[0]?.messageId ?? '',
    });
    await world.poll();
    const note = world.notes(id).at(-1);
    expect(note).toContain('hands this contact back as <strong>Hot</strong>');
    expect(note).toContain('“Tuesday at 5 pm works for me, see you then!');
    expect(note).not.toContain('Rosie wrote');
    expect(note).toContain('Next: answer today and fix the meeting.');
  });

  it('no task is left when the connection does not want one', async () => {
    await world.changeConnection({ taskOnHot: false });
    const id = await world.mailed();
    await world.reply(id, 'agreed-to-meet');
    expect(world.lead(id).state).toBe('Hot');
    expect(world.activities(id, 'tasks')).toEqual([]);
    expect(world.owner(id)).toBe(world.colleague().id);
  });

  it('nothing more is sent, and our own owner change is not taken for an assignment', async () => {
    const id = await world.mailed();
    await world.reply(id, 'agreed-to-meet');
    const notes = world.notes(id).length;
    for (let day = 0; day < 30; day += 1) {
      await world.advance(DAY);
      await world.poll();
    }
    expect(world.mailsTo(id)).toHaveLength(1);
    expect(world.notes(id)).toHaveLength(notes);
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.lead(id).custody).toBe('HandedBack');
  });

  it('the screen shows what was written, before and after, and why', async () => {
    const id = await world.mailed();
    await world.reply(id, 'agreed-to-meet');
    const rows = await world.activity({ leadId: world.lead(id).id });
    const owner = rows.find((row) => row.what === 'crm-owner');
    const { firstName, lastName } = world.colleague();
    expect(owner).toMatchObject({ status: 'delivered', recordId: id });
    expect(owner?.changes).toEqual([
      { field: 'hubspot_owner_id', before: 'Rosie Hart', after: `${firstName} ${lastName}` },
    ]);
    expect(owner?.why).toContain('agreed to meet');
    const status = rows.find((row) => row.what === 'crm-status' && row.summary.endsWith('Hot'));
    expect(status?.changes).toContainEqual({ field: STATUS, before: 'Cold', after: 'Hot' });
  });
});

describe('a person takes the record while it is on its way back', () => {
  it('just before the status is written: nothing at all is written over it', async () => {
    const id = await world.mailed();
    await world.poll();
    const notes = world.notes(id).length;
    world.sandbox.mail.answerNow(world.value(id, 'email'), 'agreed-to-meet');
    world.person.takeAway(id, world.colleague(2).id);
    await world.poll(2);
    expect(world.owner(id)).toBe(world.colleague(2).id);
    expect(world.value(id, STATUS)).toBe('Cold');
    expect(world.notes(id)).toHaveLength(notes);
    expect(world.lead(id)).toMatchObject({ custody: 'Released', state: 'Hot' });
  });

  it('after the status and before the owner: the person keeps it', async () => {
    const id = await world.mailed();
    world.fault({ kind: 'status', status: 503, path: '/notes/batch/create', times: 2 });
    await world.reply(id, 'agreed-to-meet');
    expect(world.value(id, STATUS)).toBe('Hot');
    world.person.takeAway(id, world.colleague(2).id);
    await world.untilDelivered();
    await world.poll(2);
    expect(world.owner(id)).toBe(world.colleague(2).id);
    expect(world.lead(id).custody).toBe('Released');
    const open = (await world.activity({ leadId: world.lead(id).id })).filter(
      (row) => row.status !== 'delivered' && row.status !== 'cancelled',
    );
    expect(open).toEqual([]);
  });

  it('that the guard refused: the person keeps it', async () => {
    const id = world.contact({ [STATUS]: 'Hot' });
    world.assign(id);
    world.fault({ kind: 'status', status: 503, path: '/notes/batch/create', times: 2 });
    await world.poll();
    world.person.takeAway(id, world.colleague(2).id);
    await world.untilDelivered();
    await world.poll();
    expect(world.owner(id)).toBe(world.colleague(2).id);
  });
});

describe('which states hand the record back', () => {
  const one = { gapDays: 0.5, message: { kind: 'assistant', tone: 'introduction' } as const };

  it.each<[state: string, kind: ReplyKind]>([
    ['Hot', 'interested'],
    ['Responded', 'more-info'],
    ['Responded', 'neutral'],
    ['UnSubscribed', 'unsubscribe'],
    ['DeActivated', 'stop'],
    ['DeActivated', 'moved-out'],
    ['DeActivated', 'hard-bounce'],
  ])('%s, after %s', async (state, kind) => {
    const id = await world.mailed();
    await world.reply(id, kind);
    await world.untilDelivered();
    expect(world.lead(id)).toMatchObject({ state, custody: 'HandedBack' });
    expect(world.value(id, STATUS)).toBe(state);
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.activities(id, 'tasks')).toHaveLength(state === 'Hot' ? 1 : 0);
    await world.advance(20 * DAY);
    expect(world.mailsTo(id)).toHaveLength(1);
  });

  it('Processed, when the last gap has passed without a reply', async () => {
    const { id: scheduleId } = await world.api.schedules.create({ name: 'Short', steps: [one, one] });
    await world.changeAssistant(0, { defaultScheduleId: scheduleId });
    const id = await world.taken();
    await world.passUntil(() => world.lead(id).custody === 'HandedBack');
    expect(world.lead(id)).toMatchObject({ state: 'Processed', followUp: 'Completed' });
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.notes(id).at(-1)).toContain('no reply came');
  });

  it.each<[state: string, kind: ReplyKind]>([
    ['OutOfOffice', 'out-of-office'],
    ['OutOfOffice', 'out-of-office-undated'],
    ['Cold', 'ticket'],
    ['Cold', 'soft-bounce'],
    ['Warm', 'connect-later'],
  ])('not %s, after %s', async (state, kind) => {
    const id = await world.mailed();
    await world.reply(id, kind);
    expect(world.lead(id)).toMatchObject({ state, custody: 'Held', followUp: 'Scheduled' });
    expect(world.value(id, STATUS)).toBe(state);
    expect(world.owner(id)).toBe(world.ownerId(ROSIE));
    expect(world.notes(id)).toHaveLength(1);
  });

  it('not Engaged or Warm, as opens and clicks make them; what a mail scanner opens does not count', async () => {
    const ids = world.contacts(40);
    world.assign(ids);
    await world.poll();
    await world.passUntil(() => ids.every((id) => world.mailsTo(id).length > 0));
    await world.advance(18 * HOUR);
    await world.poll();
    const seen = ids.map((id) => expectedLevel(world, id));
    expect(ids.map((id) => world.lead(id).state)).toEqual(seen);
    expect(ids.map((id) => world.value(id, STATUS))).toEqual(seen);
    expect(new Set(seen)).toEqual(new Set(['Cold', 'Engaged', 'Warm']));
    expect(ids.filter((id) => world.owner(id) !== world.ownerId(ROSIE))).toEqual([]);
  });
});

describe('a lead asks for the brochure', () => {
  it('gets its link within five minutes, and then the record is handed back', async () => {
    const id = await world.mailed();
    await world.reply(id, 'brochure');
    await world.poll(2);
    const [, answer, ...more] = world.mailsTo(id);
    expect(more).toEqual([]);
    expect(answer?.text).toContain('https://demo.example/brochure.pdf');
    expect(world.lead(id)).toMatchObject({ state: 'Warm', custody: 'HandedBack' });
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.activities(id, 'emails')).toHaveLength(3);
  });

  it('is Responded and handed back where the assistant has no brochure', async () => {
    await world.changeAssistant(0, { brochureUrl: null });
    const id = await world.mailed();
    await world.reply(id, 'brochure');
    expect(world.mailsTo(id)).toHaveLength(1);
    expect(world.lead(id)).toMatchObject({ state: 'Responded', custody: 'HandedBack' });
  });
});

/** What the opens and clicks of a prospect come to, counted from the mail world's own record. */
function expectedLevel(told: FlowWorld, id: string): 'Cold' | 'Engaged' | 'Warm' {
  const mails = told.mailsTo(id);
  const human = told.sandbox.mail.all().engagement.filter((event) => {
    const mail = mails.find((each) => each.messageId === event.messageId);
    return mail !== undefined && Date.parse(event.at) - Date.parse(mail.acceptedAt) >= 180 * SECOND;
  });
  const opens = human.filter((event) => event.kind === 'open').length;
  if (opens >= 3 || human.length > opens) return 'Warm';
  return opens > 0 ? 'Engaged' : 'Cold';
}
