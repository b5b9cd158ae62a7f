import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, openFlowWorld, ROSIE, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

/** A lead that asked something and is with its owner again. */
async function responded(): Promise<string> {
  const id = await world.mailed();
  await world.reply(id, 'more-info');
  await world.untilDelivered();
  return id;
}

/** Time passes, and everything outside is looked at. */
async function hours(count: number): Promise<void> {
  await world.advance(count * HOUR);
  await world.poll();
}

const notices = async (): Promise<string[]> =>
  world.core.context.store.notices
    .latest(100)
    .flatMap(({ text }) => (text.includes('at risk') ? [text] : []));

describe('a lead that no person answers', () => {
  it('is at risk after 24 hours: status, a task for its owner and a notice', async () => {
    const id = await responded();
    await hours(23);
    expect(world.lead(id).state).toBe('Responded');
    await hours(2);
    expect(world.lead(id)).toMatchObject({ state: 'LeadAtRisk', stateBefore: 'Responded' });
    expect(world.value(id, STATUS)).toBe('LeadAtRisk');
    expect(world.value(id, 'hs_lead_status')).toBe('CONNECTED');
    const [task, ...more] = world.activities(id, 'tasks');
    expect(more).toEqual([]);
    expect(task?.values).toMatchObject({ hubspot_owner_id: world.colleague().id });
    expect(task?.values['hs_task_subject']).toContain('the lead is at risk');
    expect(await notices()).toHaveLength(1);
  });

  it('is reminded of every three days, five times, with one task in all', async () => {
    const id = await responded();
    await world.advance(DAY + MINUTE);
    const told: number[] = [];
    for (let day = 0; day < 25; day += 1) {
      await world.advance(DAY);
      told.push((await notices()).length);
    }
    expect(told.slice(0, 16)).toEqual([1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6]);
    expect(told.at(-1)).toBe(6);
    expect((await notices())[0]).toContain('Reminder 5 of 5');
    expect(world.activities(id, 'tasks')).toHaveLength(1);
    expect(world.mailsTo(id)).toHaveLength(1);
  });

  it('is reminded of as often as its assistant is set to', async () => {
    await world.changeAssistant(0, { riskReminderDays: 1, riskReminderTimes: 2 });
    await responded();
    await world.advance(DAY + MINUTE);
    for (let day = 0; day < 6; day += 1) await world.advance(DAY);
    expect(await notices()).toHaveLength(3);
  });

  it('is at risk right after a start, when the 24 hours passed while the program was off', async () => {
    const id = await responded();
    await world.quit();
    world.sandbox.clock.advance(3 * DAY);
    await world.open();
    await world.advance(0);
    await world.core.drain();
    expect(world.lead(id).state).toBe('LeadAtRisk');
  });

  it('is no longer at risk when a person presses Not at risk, and no reminder follows', async () => {
    const id = await responded();
    await hours(25);
    await world.press(id, 'not-at-risk');
    expect(world.lead(id).state).toBe('Responded');
    expect(world.value(id, STATUS)).toBe('Responded');
    for (let day = 0; day < 10; day += 1) await world.advance(DAY);
    expect(await notices()).toHaveLength(1);
  });
});

describe('a person who answers', () => {
  const ways: [string, () => void][] = [];
  let id = '';
  beforeEach(async () => {
    id = await responded();
  });
  ways.push(
    [
      'by a logged e-mail',
      () =>
        void world.person.log('emails', id, {
          hs_email_direction: 'EMAIL',
          hs_email_status: 'SENT',
          hs_email_subject: 'Re: your question',
          hs_email_headers: JSON.stringify({ from: { email: world.colleague().email }, to: [] }),
        }),
    ],
    ['by a call', () => void world.person.log('calls', id, { hs_call_direction: 'OUTBOUND' })],
    ['by a meeting', () => void world.person.log('meetings', id, { hs_meeting_title: 'Intro' })],
    ['by a message', () => void world.person.log('communications', id, { hs_communication_body: 'Hi' })],
    [
      'by a mail with a copy to the assistant',
      () =>
        void world.sandbox.mail.deliver({
          mailbox: ROSIE.email,
          from: { address: world.colleague().email, name: 'The owner' },
          subject: 'Re: hello',
          text: 'Dear Ana, it costs 100. Shall we meet on Tuesday at 5 pm?',
          inReplyTo: world.mailsTo(id)[0]?.messageId ?? '',
          headers: { to: `Ana <${world.value(id, 'email')}>`, cc: ROSIE.email },
        }),
    ],
  );

  it.each(ways)('%s keeps the lead from being at risk', async (_way, answer) => {
    await hours(3);
    answer();
    await hours(30);
    expect(world.lead(id)).toMatchObject({ state: 'Responded', answerAwaitedSince: null });
    expect(await notices()).toEqual([]);
  });

  it.each(ways)('%s ends the risk, and the lead is what it was before', async (_way, answer) => {
    await hours(25);
    expect(world.lead(id).state).toBe('LeadAtRisk');
    answer();
    await hours(1);
    expect(world.lead(id)).toMatchObject({ state: 'Responded', custody: 'HandedBack', nextRiskAt: null });
    expect(world.value(id, STATUS)).toBe('Responded');
    expect(await notices()).toHaveLength(1);
  });

  it('a minute before the 24 hours are over has answered', async () => {
    await hours(23);
    await world.advance(50 * MINUTE);
    world.person.log('calls', id, { hs_call_direction: 'OUTBOUND' });
    await world.advance(20 * MINUTE);
    expect(world.lead(id).state).toBe('Responded');
  });

  it('is not taken for the lead, also not in its thread', async () => {
    const mails = world.activities(id, 'emails').length;
    ways.at(-1)?.[1]();
    await world.poll();
    const lead = world.lead(id);
    expect(lead.state).toBe('Responded');
    expect(lead.addresses).not.toContain(world.colleague().email);
    expect(world.activities(id, 'emails')).toHaveLength(mails);
    const { timeline } = await world.api.leads.get({ id: lead.id });
    const rules = timeline.map((entry) => (entry.kind === 'journal' ? entry.rule : ''));
    expect(rules).toContain('A person reached out to the lead.');
  });
});

describe('what is no answer', () => {
  it.each<[string, (id: string) => void]>([
    ['a note', (id) => void world.person.log('notes', id, { hs_note_body: 'Call her?' })],
    [
      'a mail of the lead that was logged',
      (id) => void world.person.log('emails', id, { hs_email_direction: 'INCOMING_EMAIL' }),
    ],
    ['a call logged for last week', (id) => logCallAt(id, world.now - 7 * DAY)],
    ['a meeting that was called off', (id) => cancelledMeeting(id)],
    ['a change of the record', (id) => world.person.setProperties('contacts', id, { city: 'Rome' })],
    [
      'a mail of the owner to the assistant alone',
      (id) =>
        void world.sandbox.mail.deliver({
          mailbox: ROSIE.email,
          from: { address: world.colleague().email, name: 'The owner' },
          subject: 'Re: hello',
          text: 'I will call her tomorrow.',
          inReplyTo: world.mailsTo(id)[0]?.messageId ?? '',
        }),
    ],
  ])('%s', async (_what, act) => {
    const id = await responded();
    await hours(2);
    act(id);
    await hours(23);
    expect(world.lead(id).state).toBe('LeadAtRisk');
  });
});

describe('the clock of an answer', () => {
  it('waits while the CRM cannot be read: nobody is called late on a guess', async () => {
    const id = await responded();
    await hours(23);
    world.person.log('calls', id, { hs_call_direction: 'OUTBOUND' });
    world.fault({ kind: 'status', status: 503, path: '/', times: 10_000 });
    await world.advance(2 * HOUR);
    expect(world.lead(id).state).toBe('Responded');
    world.sandbox.control.faults.clear();
    await hours(1);
    expect(world.lead(id)).toMatchObject({ state: 'Responded', answerAwaitedSince: null });
  });

  it('starts anew when a lead that was answered writes again', async () => {
    const id = await responded();
    await hours(2);
    world.person.log('calls', id, { hs_call_direction: 'OUTBOUND' });
    await hours(30);
    await world.reply(id, 'neutral');
    await hours(23);
    expect(world.lead(id).state).toBe('Responded');
    await hours(2);
    expect(world.lead(id).state).toBe('LeadAtRisk');
  });

  it('stands still while the owner is away', async () => {
    const id = await responded();
    const away = { connectionId: world.connectionId, ownerId: world.colleague().id, deputyOwnerId: null };
    world.core.context.store.commit({
      ownersAway: [{ ...away, since: world.now, until: world.now + 5 * DAY }],
    });
    await world.advance(3 * DAY);
    expect(world.lead(id).state).toBe('Responded');
    await world.advance(2 * DAY + 23 * HOUR);
    expect(world.lead(id).state).toBe('Responded');
    await world.advance(2 * HOUR);
    expect(world.lead(id).state).toBe('LeadAtRisk');
  });
});

function logCallAt(id: string, at: number): void {
  world.person.log('calls', id, { hs_timestamp: new Date(at).toISOString(), hs_call_direction: 'OUTBOUND' });
}

function cancelledMeeting(id: string): void {
  world.person.log('meetings', id, { hs_meeting_title: 'Intro', hs_meeting_outcome: 'CANCELED' });
}
