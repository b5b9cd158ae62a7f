import { afterEach, describe, expect, it } from 'vitest';
import type { SentMail } from '#sandbox/world/mail-types.ts';
import {
  DAY,
  HOUR,
  MILES,
  MINUTE,
  openFlowWorld,
  ROSIE,
  SECOND,
  STATUS,
  type FlowWorld,
} from '#test/support/flow-world.ts';

let world: FlowWorld;
afterEach(() => world.close());

/** Weekday and hour in Berlin. */
function berlin(iso: string): { readonly weekday: number; readonly hour: number; readonly day: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Berlin',
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(Date.parse(iso));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1;
  return { weekday, hour: Number(part('hour')), day: `${part('year')}-${part('month')}-${part('day')}` };
}

const isAtWork = (mail: SentMail): boolean => {
  const { weekday, hour } = berlin(mail.acceptedAt);
  return weekday <= 5 && hour >= 9 && hour < 18;
};

describe('a prospect who never answers', () => {
  it('gets the seven messages of Recommended, in one thread, in business hours, and is handed back', async () => {
    world = await openFlowWorld();
    const id = await world.taken();
    await world.passUntil(() => world.lead(id).custody === 'HandedBack');
    const mails = world.mailsTo(id);
    expect(mails).toHaveLength(7);
    expect(mails.filter((mail) => !isAtWork(mail))).toEqual([]);
    expect(mails.map((mail) => berlin(mail.acceptedAt).day)).toEqual([
      '2026-09-08',
      '2026-09-09',
      '2026-09-11',
      '2026-09-14',
      '2026-09-18',
      '2026-09-23',
      '2026-09-29',
    ]);
    const [first, ...others] = mails;
    expect(others.every((mail) => mail.subject === `Re: ${first?.subject}`)).toBe(true);
    mails.forEach((mail, nth) => {
      expect(mail.references ?? []).toEqual(mails.slice(0, nth).map((each) => each.messageId));
      expect(mail.inReplyTo).toBe(mails[nth - 1]?.messageId);
    });
    expect(new Set(mails.map((mail) => mail.text)).size).toBe(7);
    expect(mails.every((mail) => mail.headers?.['List-Unsubscribe']?.includes('unsubscribe'))).toBe(true);
    expect(
      mails.every((mail) => !/\{\{|\}\}|undefined|null/.test(`${mail.subject}${mail.text}${mail.html}`)),
    ).toBe(true);
    expect(world.lead(id)).toMatchObject({ state: 'Processed', followUp: 'Completed', nextStep: 7 });
    expect(world.value(id, STATUS)).toBe('Processed');
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.activities(id, 'emails')).toHaveLength(7);
    expect(world.notes(id)).toHaveLength(2);
  });

  it('gets each message once, although the program ends again and again', async () => {
    world = await openFlowWorld();
    const id = await world.taken();
    for (let round = 0; round < 34; round += 1) {
      await world.advance(DAY);
      await world.restart();
      await world.poll();
    }
    expect(world.lead(id).state).toBe('Processed');
    expect(world.mailsTo(id)).toHaveLength(7);
    expect(new Set(world.mailsTo(id).map((mail) => mail.messageId)).size).toBe(7);
    expect(world.activities(id, 'emails')).toHaveLength(7);
  });

  it('gets one message after a week in which the program slept, not all that were due', async () => {
    world = await openFlowWorld();
    const id = await world.mailed();
    await world.quit();
    world.sandbox.clock.advance(9 * DAY);
    await world.open();
    await world.poll();
    await world.advance(2 * HOUR);
    expect(world.mailsTo(id)).toHaveLength(2);
  });

  it('in another time zone gets them in the business hours of that zone', async () => {
    world = await openFlowWorld();
    const id = await world.taken({ hs_timezone: 'america_slash_new_york' });
    expect(world.lead(id).timeZone).toBe('America/New_York');
    await world.passUntil(() => world.mailsTo(id).length === 3);
    const hours = world.mailsTo(id).map((mail) => new Date(mail.acceptedAt).getUTCHours() - 4);
    expect(hours.every((hour) => hour >= 9 && hour < 18)).toBe(true);
  });
});

describe('more messages are due than an assistant sends a day', () => {
  it('those that were due first go first, and the others on the next working days', async () => {
    world = await openFlowWorld({ dailyLimit: 10 });
    const ids = world.contacts(35);
    for (const id of ids) world.assign(id);
    await world.poll(2);
    await world.passUntil(() => ids.every((id) => world.mailsTo(id).length > 0));
    const firsts = ids.map((id) => world.mailsTo(id)[0]?.acceptedAt ?? '');
    expect(firsts).toEqual(firsts.toSorted());
    const perDay = new Map<string, number>();
    for (const mail of world.sandbox.mail.all().sent) {
      const { day } = berlin(mail.acceptedAt);
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
    }
    expect(Math.max(...perDay.values())).toBeLessThanOrEqual(10);
    expect(world.sandbox.mail.all().sent.filter((mail) => !isAtWork(mail))).toEqual([]);
  });
});

describe('a person answers', () => {
  it('in the minute in which the next message is due: it is not sent', async () => {
    world = await openFlowWorld();
    const id = await world.mailed();
    const due = world.lead(id).nextFollowUpAt ?? 0;
    await world.advance(due - world.now - 20 * SECOND);
    await world.poll();
    world.sandbox.mail.answerNow(world.value(id, 'email'), 'neutral');
    await world.advance(MINUTE);
    await world.poll();
    expect(world.mailsTo(id)).toHaveLength(1);
    expect(world.lead(id)).toMatchObject({ state: 'Responded', custody: 'HandedBack' });
  });

  it('while a message waits in the queue because the CRM is down: it is never sent', async () => {
    world = await openFlowWorld();
    const id = await world.mailed();
    world.fault({ kind: 'status', status: 503, path: '/contacts/batch/read', times: null });
    const due = world.lead(id).nextFollowUpAt ?? 0;
    await world.advance(due - world.now + MINUTE);
    expect((await world.activity({ kinds: ['mail'] })).some((row) => row.status === 'waiting')).toBe(true);
    await world.reply(id, 'neutral');
    world.sandbox.control.faults.clear();
    await world.untilDelivered();
    expect(world.mailsTo(id)).toHaveLength(1);
    const [mail] = await world.activity({ kinds: ['mail'] });
    expect(mail).toMatchObject({ status: 'cancelled' });
  });

  it('from another address in the thread: it is taken for the answer of the lead', async () => {
    world = await openFlowWorld();
    const id = await world.mailed();
    world.sandbox.mail.deliver({
      mailbox: ROSIE.email,
      from: { address: 'ana.private@elsewhere.example', name: 'Ana' },
      subject: 'Re: hello',
      text: 'Yes, please call me tomorrow at 10.',
      inReplyTo: world.mailsTo(id)[0]?.messageId ?? '',
    });
    await world.poll();
    expect(world.lead(id)).toMatchObject({ state: 'Hot', custody: 'HandedBack' });
  });

  it('and the same answer is seen twice: it counts once', async () => {
    world = await openFlowWorld();
    const id = await world.mailed();
    const mail = await world.reply(id, 'neutral');
    const copy = { ...mail, messageId: mail.messageId };
    world.sandbox.mail.deliver({ ...copy, mailbox: ROSIE.email });
    await world.poll(2);
    await world.restart();
    await world.poll();
    expect(world.activities(id, 'emails')).toHaveLength(2);
    expect(world.notes(id)).toHaveLength(2);
  });
});

describe('a person unsubscribes', () => {
  it('and is never written to again: not by another assistant, not with the guard off, not as another record', async () => {
    world = await openFlowWorld();
    await world.changeConnection({ guardOn: false });
    const id = await world.mailed();
    const address = world.value(id, 'email');
    await world.reply(id, 'unsubscribe');
    for (const who of [MILES, ROSIE]) {
      world.person.clearStatus(id, STATUS);
      world.assign(id, who);
      await world.poll();
      expect(world.owner(id)).toBe(world.colleague().id);
    }
    world.person.setProperties('contacts', id, { email: 'new.address@customer.example' });
    world.person.clearStatus(id, STATUS);
    world.assign(id, MILES);
    await world.taken({ email: address });
    for (let week = 0; week < 6; week += 1) {
      await world.advance(7 * DAY);
      await world.poll();
    }
    expect(world.sandbox.mail.all().sent).toHaveLength(1);
    const restart = await world.press(id, 'restart');
    expect(restart).toMatchObject({ done: 0 });
    expect(restart.skipped[0]?.because).not.toBe('');
  });

  it('while other leads have the same address: their follow-up ends too', async () => {
    world = await openFlowWorld();
    const one = await world.mailed();
    const address = world.value(one, 'email');
    world.person.setProperties('contacts', one, { email: 'ana.second@customer.example' });
    await world.poll();
    const two = await world.taken({ email: address }, MILES);
    expect(world.lead(two).state).toBe('Cold');
    world.sandbox.mail.deliver({
      mailbox: ROSIE.email,
      from: { address, name: 'Ana' },
      subject: 'Re: hello',
      text: 'Please unsubscribe me from this list.',
      inReplyTo: world.mailsTo(two)[0]?.messageId ?? world.sandbox.mail.all().sent[0]?.messageId ?? '',
    });
    await world.poll();
    await world.advance(10 * DAY);
    await world.poll();
    expect(world.sandbox.mail.all().sent).toHaveLength(1);
    expect(world.lead(two).state).toBe('UnSubscribed');
  });
});

describe('a lead is away', () => {
  it('the next message waits until the business day after the return, and the level before comes back', async () => {
    world = await openFlowWorld();
    const id = await world.mailed();
    world.sandbox.mail.deliver({
      mailbox: ROSIE.email,
      from: { address: world.value(id, 'email'), name: 'Ana' },
      subject: 'Automatic reply: hello',
      text: 'I am out of office until 18 September 2026 and will answer when I am back.',
      headers: { 'auto-submitted': 'auto-replied' },
      inReplyTo: world.mailsTo(id)[0]?.messageId ?? '',
    });
    await world.poll();
    expect(world.lead(id)).toMatchObject({ state: 'OutOfOffice', custody: 'Held', followUp: 'Scheduled' });
    await world.passUntil(() => world.mailsTo(id).length === 2);
    expect(berlin(world.mailsTo(id)[1]?.acceptedAt ?? '').day).toBe('2026-09-21');
    expect(world.lead(id).state).toBe('Cold');
    expect(world.value(id, STATUS)).toBe('Cold');
  });

  it('without a date: for seven days, and the lead is listed as paused without a date', async () => {
    world = await openFlowWorld();
    const id = await world.mailed();
    const since = world.now;
    await world.reply(id, 'out-of-office-undated');
    expect(world.lead(id)).toMatchObject({ state: 'OutOfOffice', pausedWithoutDate: true });
    await world.passUntil(() => world.mailsTo(id).length === 2);
    expect(Date.parse(world.mailsTo(id)[1]?.acceptedAt ?? '') - since).toBeGreaterThanOrEqual(7 * DAY);
    expect(world.lead(id).pausedWithoutDate).toBe(false);
  });
});
