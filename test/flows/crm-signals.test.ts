import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, openFlowWorld, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
afterEach(() => world.close());

/** Held records are looked at in turn: time for one look, and for what follows from it. */
async function lookAgain(): Promise<void> {
  await world.advance(MINUTE);
  await world.poll(2);
  await world.untilDelivered();
}

describe('a lead that books a meeting', () => {
  beforeEach(async () => {
    world = await openFlowWorld();
  });

  it('is Hot: the follow-up stops, the owner gets a task, the note names the date, the record is back', async () => {
    const id = await world.mailed();
    world.person.bookMeeting(id, Date.UTC(2026, 8, 21, 13, 30));
    await lookAgain();
    expect(world.lead(id)).toMatchObject({ state: 'Hot', custody: 'HandedBack', followUp: 'Stopped' });
    expect(world.value(id, STATUS)).toBe('Hot');
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.activities(id, 'tasks')).toHaveLength(1);
    expect(world.notes(id).at(-1)).toContain(
      'A meeting was booked for 21 September 2026, 15:30 (Europe/Berlin).',
    );
    await world.advance(20 * DAY);
    expect(world.mailsTo(id)).toHaveLength(1);
  });

  it('is not at risk after it: a date stands', async () => {
    const id = await world.mailed();
    world.person.bookMeeting(id, world.now + 9 * DAY);
    await lookAgain();
    await world.advance(3 * DAY);
    expect(world.lead(id).state).toBe('Hot');
  });

  it('right before the next message is due, does not get that message', async () => {
    const id = await world.mailed();
    const next = world.lead(id).nextFollowUpAt ?? 0;
    await world.advance(next - world.now - MINUTE);
    world.person.bookMeeting(id, world.now + 5 * DAY);
    await world.advance(2 * MINUTE);
    await world.untilDelivered();
    expect(world.mailsTo(id)).toHaveLength(1);
    expect(world.lead(id).state).toBe('Hot');
  });

  it('counts as well when a colleague put the meeting into the CRM', async () => {
    const id = await world.mailed();
    world.person.log('meetings', id, { hs_meeting_title: 'Demo' });
    await lookAgain();
    expect(world.lead(id).state).toBe('Hot');
  });

  it('goes on when the meeting was there before our mail, or was called off', async () => {
    const before = world.contact();
    world.person.bookMeeting(before, world.now + 30 * DAY);
    world.assign(before);
    await world.poll();
    await world.passUntil(() => world.mailsTo(before).length > 0);
    const off = await world.mailed();
    world.person.log('meetings', off, { hs_meeting_title: 'Demo', hs_meeting_outcome: 'CANCELED' });
    await lookAgain();
    expect([before, off].map((id) => world.lead(id).custody)).toEqual(['Held', 'Held']);
  });

  it('costs no further look at its activities while nothing new shows', async () => {
    const id = await world.mailed();
    world.person.log('meetings', id, { hs_meeting_title: 'Demo', hs_meeting_outcome: 'CANCELED' });
    await lookAgain();
    world.sandbox.control.resetRequests();
    await lookAgain();
    const looks = world.sandbox.control.requests().filter(({ path }) => path.includes('/meetings/'));
    expect(looks).toEqual([]);
  });
});

describe('opens and clicks that the CRM saw', () => {
  beforeEach(async () => {
    world = await openFlowWorld({ measuresEngagement: false });
  });

  /** The CRM counted so many opens and clicks on the logged mail of ours. */
  const counted = (id: string, opens: number, clicks: number, at = world.now): void => {
    const [mail] = world.activities(id, 'emails');
    const when = new Date(at).toISOString();
    world.person.setProperties('emails', mail?.id ?? '', {
      hs_email_open_count: String(opens),
      hs_email_click_count: String(clicks),
    });
    world.person.setProperties('contacts', id, {
      ...(opens > 0 ? { hs_sales_email_last_opened: when } : {}),
      ...(clicks > 0 ? { hs_sales_email_last_clicked: when } : {}),
    });
  };

  it('make a lead Engaged and Warm where nothing else measures them, each counted once', async () => {
    const id = await world.mailed();
    await world.untilDelivered();
    await world.advance(2 * HOUR);
    counted(id, 1, 0);
    await lookAgain();
    expect(world.lead(id)).toMatchObject({ state: 'Engaged', opens: 1 });
    await lookAgain();
    expect(world.lead(id).opens).toBe(1);
    counted(id, 2, 1);
    await lookAgain();
    expect(world.lead(id)).toMatchObject({ state: 'Warm', opens: 2, clicks: 1 });
    expect(world.value(id, STATUS)).toBe('Warm');
  });

  it('do not count on mails of other people', async () => {
    const id = await world.mailed();
    await world.untilDelivered();
    const other = world.person.log('emails', id, { hs_email_direction: 'EMAIL', hs_email_status: 'SENT' });
    world.person.setProperties('emails', other, { hs_email_open_count: '5' });
    await world.advance(2 * HOUR);
    world.person.setProperties('contacts', id, {
      hs_sales_email_last_opened: new Date(world.now).toISOString(),
    });
    await lookAgain();
    expect(world.lead(id)).toMatchObject({ state: 'Cold', opens: 0 });
  });
});

describe('one answer, where the connection pauses the company', () => {
  beforeEach(async () => {
    world = await openFlowWorld();
  });
  const three = () =>
    ['ana', 'eva', 'ida'].map((name) => world.contact({ email: `${name}@acme.example`, firstname: name }));

  async function mailedAll(ids: readonly string[]): Promise<void> {
    world.assign(ids);
    await world.poll();
    await world.passUntil(() => ids.every((id) => world.mailsTo(id).length > 0));
  }

  it('pauses the others there with a reason, and asks their owner; Continue goes on', async () => {
    await world.changeConnection({ stopCompany: true });
    const [ana = '', ...others] = three();
    const elsewhere = world.contact({ email: 'bo@other.example' });
    await mailedAll([ana, ...others, elsewhere]);
    await world.reply(ana, 'more-info');
    await world.untilDelivered();
    for (const id of others) {
      expect(world.lead(id)).toMatchObject({
        state: 'Cold',
        custody: 'Held',
        followUp: 'Paused',
        nextFollowUpAt: null,
        pausedBecause: 'colleague-replied',
      });
      const [task] = world.activities(id, 'tasks');
      expect(task?.values['hs_task_subject']).toContain('Go on writing to');
      expect(task?.values['hubspot_owner_id']).toBe(world.colleague().id);
    }
    expect(world.lead(elsewhere).followUp).toBe('Scheduled');
    const entries = await world.api.attention.list();
    expect(entries.find((each) => each.kind === 'colleague-replied')).toMatchObject({ count: 2 });
    await world.advance(10 * DAY);
    expect(others.map((id) => world.mailsTo(id).length)).toEqual([1, 1]);
    await world.press(others[0] ?? '', 'continue');
    expect(world.lead(others[0] ?? '')).toMatchObject({ followUp: 'Scheduled', pausedBecause: null });
  });

  it('of a machine pauses nobody, and neither does an answer where the switch is off', async () => {
    const ids = three();
    await mailedAll(ids);
    await world.reply(ids[0] ?? '', 'neutral');
    await world.changeConnection({ stopCompany: true });
    await world.reply(ids[1] ?? '', 'out-of-office');
    expect(world.lead(ids[2] ?? '').followUp).toBe('Scheduled');
  });

  it('from a free mail provider pauses nobody', async () => {
    await world.changeConnection({ stopCompany: true });
    const ids = ['ana', 'eva'].map((name) => world.contact({ email: `${name}@gmail.com` }));
    await mailedAll(ids);
    await world.reply(ids[0] ?? '', 'neutral');
    expect(world.lead(ids[1] ?? '').followUp).toBe('Scheduled');
  });
});
