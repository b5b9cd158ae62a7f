import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DAY,
  HOUR,
  MILES,
  openFlowWorld,
  ROSIE,
  SECOND,
  STATUS,
  type FlowWorld,
} from '#test/support/flow-world.ts';

const ASSISTANT = 'baton_assistant';

let world: FlowWorld;
afterEach(() => world.close());

const sentAt = (id: string): string[] => world.mailsTo(id).map((mail) => mail.acceptedAt.slice(0, 16));
const targetOf = (...ids: string[]) => ({ kind: 'ids' as const, ids: ids.map((id) => world.lead(id).id) });
const detail = (id: string) => world.api.leads.get({ id: world.lead(id).id });

/** The rules of a lead's journal for an event, newest first. */
async function told(id: string, event: string): Promise<string[]> {
  const { timeline } = await detail(id);
  return timeline.flatMap((each) => (each.kind === 'journal' && each.event === event ? [each.rule] : []));
}

describe('Pause until a day', () => {
  beforeEach(async () => {
    world = await openFlowWorld();
  });

  it('until 8 September: nothing before 9 September, then it goes on by itself', async () => {
    const id = await world.taken();
    await world.press(id, 'pause', { until: '2026-09-08' });
    expect(world.lead(id)).toMatchObject({ followUp: 'Scheduled', pausedUntil: '2026-09-08' });
    expect((await detail(id)).lead.pausedUntil).toBe('2026-09-08');
    expect(await told(id, 'pause-pressed')).toEqual([
      'Until 8 September 2026. A person paused the follow-up: it goes on by itself on the business day after.',
    ]);
    await world.restart();
    await world.passUntil(() => world.mailsTo(id).length > 0);
    // 9:00 in Berlin.
    expect(sentAt(id)).toEqual(['2026-09-09T07:00']);
    expect(world.lead(id)).toMatchObject({ pausedUntil: null, nextStep: 1 });
  });

  it.each([
    // Berlin's clocks go back on Sunday 25 October, New York's on Sunday 1 November.
    ['berlin', '2026-10-23', '2026-10-26T08:00'],
    ['america_slash_new_york', '2026-10-30', '2026-11-02T14:00'],
    ['america_slash_new_york', '2026-10-29', '2026-10-30T13:00'],
  ])('over a weekend and a change of clocks (%s, %s)', async (zone, until, expected) => {
    const id = await world.taken(zone === 'berlin' ? {} : { hs_timezone: zone });
    await world.press(id, 'pause', { until });
    await world.passUntil(() => world.mailsTo(id).length > 0);
    expect(sentAt(id)).toEqual([expected]);
  });

  it('is ended by Continue', async () => {
    const id = await world.taken();
    await world.press(id, 'pause', { until: '2026-12-01' });
    await world.press(id, 'continue');
    expect(world.lead(id).pausedUntil).toBeNull();
    await world.passUntil(() => world.mailsTo(id).length > 0, 3 * DAY);
    expect(world.mailsTo(id)).toHaveLength(1);
  });

  it('also holds for a message that waits already to be sent', async () => {
    await world.api.connections.setHold({
      id: world.connectionId,
      hold: true,
      only: ['mail'],
      held: 'keep',
    });
    const id = await world.taken();
    const held = () => world.api.activity.held({ connectionId: null, only: ['mail'], after: 0, limit: 10 });
    await world.advance(DAY + HOUR);
    expect((await held()).total).toBe(1);
    await world.press(id, 'pause', { until: '2026-09-14' });
    const { upTo } = await held();
    await world.api.activity.approve({ target: { kind: 'all', connectionId: null, upTo } });
    await world.poll(2);
    expect(world.mailsTo(id)).toEqual([]);
    await world.api.connections.setHold({
      id: world.connectionId,
      hold: false,
      only: [],
      held: 'release',
    });
    await world.passUntil(() => world.mailsTo(id).length > 0);
    expect(sentAt(id)).toEqual(['2026-09-15T07:00']);
  });
});

describe('Moved out and Unsubscribe', () => {
  beforeEach(async () => {
    world = await openFlowWorld();
  });

  it('moved out: the follow-up stops, the status says so and the owner gets the record back', async () => {
    const id = await world.mailed();
    await world.press(id, 'mark-moved-out');
    await world.untilDelivered();
    expect(world.lead(id)).toMatchObject({ state: 'DeActivated', reason: 'MovedOut', custody: 'HandedBack' });
    expect(world.value(id, STATUS)).toBe('DeActivated');
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.notes(id).at(-1)).toContain('MovedOut');
  });

  it('unsubscribed: no address of theirs is ever written to again, by any assistant', async () => {
    const id = await world.mailed();
    await world.press(id, 'unsubscribe');
    await world.untilDelivered();
    expect(world.lead(id)).toMatchObject({ state: 'UnSubscribed', custody: 'HandedBack' });
    expect(world.value(id, STATUS)).toBe('UnSubscribed');
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.core.context.store.suppressions.has(world.value(id, 'email'))).toBe(true);
    world.person.clearStatus(id, STATUS);
    world.assign(id, MILES);
    await world.poll(2);
    await world.advance(9 * DAY);
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.mailsTo(id)).toHaveLength(1);
    const { skipped } = await world.press(id, 'unsubscribe');
    expect(skipped.map(({ because }) => because)).toEqual([
      'UnSubscribed is for ever: nothing is written to this person again.',
    ]);
  });
});

describe('Change assistant', () => {
  it('the record becomes hers in the CRM, and she goes on in the same thread', async () => {
    world = await openFlowWorld();
    const id = await world.mailed();
    const [rosies] = world.mailsTo(id);
    const result = await world.press(id, 'change-assistant', { assistantId: world.assistantIds[1] ?? '' });
    expect(result).toEqual({ done: 1, skipped: [] });
    await world.untilDelivered();
    await world.poll(20);
    expect(world.owner(id)).toBe(world.ownerId(MILES));
    expect(world.lead(id)).toMatchObject({
      assistantId: world.assistantIds[1],
      custody: 'Held',
      state: 'Cold',
      run: 0,
      nextStep: 1,
    });
    expect(world.written(id, 'hubspot_owner_id')).toEqual([world.ownerId(MILES)]);
    // The confirmation of each of them, and no refusal of an assignment.
    expect(world.notes(id)).toHaveLength(2);
    await world.passUntil(() => world.mailsTo(id).length === 2);
    const [, second] = world.mailsTo(id);
    expect(second?.from.address).toBe(MILES.email);
    expect(second?.inReplyTo).toBe(rosies?.messageId);
    await world.press(id, 'hand-back');
    await world.untilDelivered();
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.lead(id).custody).toBe('HandedBack');
  });

  it('an answer to the one before still stops the follow-up before the next message', async () => {
    world = await openFlowWorld();
    const id = await world.mailed();
    await world.press(id, 'change-assistant', { assistantId: world.assistantIds[1] ?? '' });
    await world.untilDelivered();
    await world.reply(id, 'agreed-to-meet');
    await world.untilDelivered();
    expect(world.lead(id)).toMatchObject({ state: 'Hot', custody: 'HandedBack' });
    await world.advance(9 * DAY);
    expect(world.mailsTo(id)).toHaveLength(1);
  });

  it('a person who takes the record from the new one is still noticed', async () => {
    world = await openFlowWorld();
    const id = await world.taken();
    await world.press(id, 'change-assistant', { assistantId: world.assistantIds[1] ?? '' });
    await world.untilDelivered();
    world.person.assign([id], world.colleague(1).id);
    await world.poll(10);
    expect(world.lead(id).custody).toBe('Released');
  });

  it('where assistants are named in a field, the field names the new one', async () => {
    world = await openFlowWorld({ stage: false });
    await world.connect();
    for (const name of ['Ashley', 'Bob']) {
      await world.createAssistant({ name, email: `${name.toLowerCase()}@demo.example`, context: 'bees' });
    }
    await world.changeConnection({ assignment: 'property' });
    await world.api.connections.setUpFields({ id: world.connectionId });
    await world.api.connections.refresh({ id: world.connectionId });
    await world.core.drain();
    const id = world.contact();
    world.person.setProperties('contacts', id, { [ASSISTANT]: 'Ashley' });
    await world.poll(2);
    await world.press(id, 'change-assistant', { assistantId: world.assistantIds[1] ?? '' });
    await world.poll(5);
    expect(world.value(id, ASSISTANT)).toBe('Bob');
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.lead(id)).toMatchObject({ assistantId: world.assistantIds[1], custody: 'Held', run: 0 });
    const { skipped } = await world.press(id, 'change-owner', { ownerId: world.colleague(1).id });
    expect(skipped[0]?.because).toContain('never changes');
  });
});

describe('Change schedule and who gets it back', () => {
  const step = (gapDays: number, subject: string) => ({
    gapDays,
    message: { kind: 'template' as const, subject, body: `Hello {{ firstName }}, ${subject}.` },
  });

  beforeEach(async () => {
    world = await openFlowWorld();
  });

  it('the messages to come are those of the chosen schedule, and what was sent stays', async () => {
    const { id: scheduleId } = await world.api.schedules.create({
      name: 'Short',
      steps: [step(1, 'short: one'), step(1, 'short: two')],
    });
    const goesOn = await world.mailed();
    await world.press(goesOn, 'change-schedule', { scheduleId });
    const begins = await world.mailed();
    await world.press(begins, 'change-schedule', { scheduleId, fromStep: 0 });
    await world.passUntil(() => [goesOn, begins].every((id) => world.lead(id).custody === 'HandedBack'));
    const texts = (id: string) => world.mailsTo(id).map((mail) => /short: \w+/.exec(mail.text)?.[0]);
    expect(texts(goesOn)).toEqual([undefined, 'short: two']);
    expect(texts(begins)).toEqual([undefined, 'short: one', 'short: two']);
    const [first, ...others] = world.mailsTo(begins);
    expect(others.every((mail) => mail.subject === `Re: ${first?.subject}`)).toBe(true);
  });

  it('the chosen person gets the record back, and the note says so', async () => {
    const id = await world.taken();
    const { skipped } = await world.press(id, 'change-owner', { ownerId: world.ownerId(ROSIE) });
    expect(skipped[0]?.because).toBe('The chosen person is no active user of this CRM.');
    await world.press(id, 'change-owner', { ownerId: world.colleague(1).id });
    expect((await detail(id)).handBackTo?.id).toBe(world.colleague(1).id);
    await world.press(id, 'mark-hot');
    await world.untilDelivered();
    expect(world.owner(id)).toBe(world.colleague(1).id);
    expect(world.notes(id).at(-1)).toContain('the person chosen for it');
    expect(world.lead(id)).toMatchObject({ handBackTo: null, previousOwnerId: world.colleague(1).id });
  });
});

describe('Tags', () => {
  beforeEach(async () => {
    world = await openFlowWorld();
  });

  const found = async (filter: { tag?: string; withoutTag?: string; search?: string }): Promise<string[]> => {
    const sort = { by: 'created', descending: false } as const;
    const { rows } = await world.api.leads.page({ filter, sort, offset: 0, limit: 50 });
    return rows.map((row) => row.recordId).toSorted((a, b) => a.localeCompare(b));
  };

  it('are added to many leads at once, found by having and by not having them, and nothing of it is written', async () => {
    const [one, two, three] = world.contacts(3);
    if (one === undefined || two === undefined || three === undefined) throw new Error('Three are needed.');
    world.assign([one, two, three]);
    await world.poll(2);
    const calls = world.sandbox.portal.objects.notes.size;
    await world.api.leads.tag({ target: targetOf(one, two), add: ['  Trade   fair '], remove: [] });
    const again = { target: targetOf(one, two, three), add: ['trade FAIR'], remove: [] };
    const result = await world.api.leads.tag(again);
    expect(result.done).toBe(1);
    expect(result.skipped.map(({ because }) => because)).toEqual([
      'It has the tag already.',
      'It has the tag already.',
    ]);
    await world.api.leads.tag({ target: targetOf(three), add: ['VIP'], remove: ['Trade fair'] });
    expect(await world.api.leads.tags()).toEqual([
      { tag: 'Trade fair', leads: 2 },
      { tag: 'VIP', leads: 1 },
    ]);
    expect(await found({ tag: 'Trade fair' })).toEqual([one, two]);
    expect(await found({ withoutTag: 'Trade fair' })).toEqual([three]);
    expect(await found({ tag: 'VIP', withoutTag: 'Trade fair', search: 'ana' })).toEqual([three]);
    expect((await detail(three)).lead.tags).toEqual(['VIP']);
    expect(await told(three, 'tagged')).toContain(
      'Added: “VIP”. Removed: “Trade fair”. A person changed the tags.',
    );
    await world.poll(2);
    expect(world.sandbox.portal.objects.notes.size).toBe(calls);
  });

  it('and reminders travel with an export of everything, and go when the person is erased', async () => {
    const id = await world.taken({ email: 'zebulon@quagga.example' });
    const leadId = world.lead(id).id;
    await world.api.leads.tag({ target: targetOf(id), add: ['Quokka'], remove: [] });
    const dueAt = world.now + 30 * DAY;
    await world.api.leads.remind({ id: leadId, reminderId: null, dueAt, text: 'Ask about the wombat' });
    await world.press(id, 'hand-back');
    await world.untilDelivered();
    const parts: string[] = [];
    for await (const part of await world.api.data.exportAll()) parts.push(part);

    const query = 'zebulon@quagga.example';
    const person = await world.api.data.findPerson({ query });
    expect((await world.api.data.exportPerson({ query })).text).toContain('Quokka');
    await world.api.data.erasePerson({ query, confirmation: person?.confirmWith ?? '' });
    expect(await world.api.leads.tags()).toEqual([]);
    expect(world.core.context.store.reminders.ofLead(leadId)).toEqual([]);

    await world.openFreshInstall();
    await world.api.data.importBegin();
    await world.api.data.importPart({ text: parts.join('') });
    await world.api.data.importCheck();
    await world.api.data.importTake();
    expect(await world.api.leads.tags()).toEqual([{ tag: 'Quokka', leads: 1 }]);
    const { reminders } = await world.api.leads.get({ id: leadId });
    expect(reminders).toMatchObject([{ dueAt, text: 'Ask about the wombat' }]);
  });
});

describe('Remind me', () => {
  beforeEach(async () => {
    world = await openFlowWorld();
  });

  const entries = async () => (await world.api.attention.list()).filter(({ kind }) => kind === 'reminder');
  const remind = (id: string, inMs: number, text: string) =>
    world.api.leads.remind({ id: world.lead(id).id, reminderId: null, dueAt: world.now + inMs, text });

  it('shows under Needs attention when it is due, also after a restart, and tells of it once', async () => {
    const id = await world.taken();
    await remind(id, 2 * HOUR, 'Ask Ana about the fair');
    expect(await entries()).toEqual([]);
    expect((await detail(id)).reminders.map(({ text }) => text)).toEqual(['Ask Ana about the fair']);
    await world.restart();
    await world.advance(2 * HOUR);
    await world.advance(HOUR);
    const [entry] = await entries();
    expect(entry).toMatchObject({ cause: 'Ask Ana about the fair', leadId: world.lead(id).id });
    const notices = await world.api.system.notices();
    expect(notices.filter(({ text }) => text.includes('Ask Ana about the fair'))).toHaveLength(1);
  });

  it('can be put off until tomorrow, and done', async () => {
    const id = await world.taken();
    await remind(id, HOUR, 'Ask Ana');
    await world.advance(HOUR);
    const [entry] = await entries();
    await world.api.attention.act({ id: entry?.id ?? '', command: 'reminder-tomorrow' });
    expect(await entries()).toEqual([]);
    await world.advance(DAY - SECOND);
    expect(await entries()).toEqual([]);
    await world.advance(SECOND);
    await world.api.attention.act({ id: entry?.id ?? '', command: 'reminder-done' });
    expect(await entries()).toEqual([]);
    expect((await detail(id)).reminders).toEqual([]);
    expect(await told(id, 'reminder-done')).toHaveLength(1);
  });

  it('says which field is wrong', async () => {
    const id = await world.taken();
    await expect(remind(id, -HOUR, 'Ask Ana')).rejects.toMatchObject({
      data: { problems: [{ field: 'dueAt' }] },
    });
    await expect(remind(id, HOUR, ' ')).rejects.toMatchObject({ data: { problems: [{ field: 'text' }] } });
  });
});
