import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DAY,
  HOUR,
  MILES,
  MINUTE,
  openFlowWorld,
  ROSIE,
  STATUS,
  type FlowWorld,
} from '#test/support/flow-world.ts';

let world: FlowWorld;
let id: string;
beforeEach(async () => {
  world = await openFlowWorld();
  id = await world.mailed({ email: ANA, firstname: 'Ana', lastname: 'Silva' });
  await world.untilDelivered();
});
afterEach(() => world.close());

const ANA = 'ana@acme.example';
/** 21 September 2026, 15:30 in Berlin: two weeks after the world begins. */
const START = Date.UTC(2026, 8, 21, 13, 30);

interface Event {
  readonly method: 'REQUEST' | 'REPLY' | 'CANCEL';
  readonly organizer?: string;
  readonly attendees?: readonly (readonly [address: string, answer?: string])[];
  readonly startsAt?: number;
}

function calendar({ method, organizer = ANA, attendees = [[ROSIE.email]], startsAt = START }: Event): string {
  const at = new Date(startsAt).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return [
    'BEGIN:VCALENDAR',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    'UID:1@calendar.example',
    `DTSTART:${at}`,
    'SUMMARY:Bees and honey',
    `ORGANIZER:mailto:${organizer}`,
    ...attendees.map(([who, answer]) => `ATTENDEE;PARTSTAT=${answer ?? 'NEEDS-ACTION'}:mailto:${who}`),
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
}

interface Letter {
  readonly from?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly event?: Event;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A mail comes in for Rosie, outside of any thread, and what follows from it is done. */
async function comes({ from = ANA, subject = 'Invitation', text = '', event, headers = {} }: Letter) {
  world.sandbox.mail.deliver({
    mailbox: ROSIE.email,
    from: { address: from, name: '' },
    subject,
    text,
    headers,
    ...(event === undefined ? {} : { calendar: calendar(event) }),
  });
  await world.poll();
  await world.untilDelivered();
}

const strays = async () => (await world.api.responses.strays({ after: null, limit: 50 })).rows;
const tasks = () => world.activities(id, 'tasks').map(({ values }) => values['hs_task_subject']);
const notices = () => world.core.context.store.notices.latest(50).map(({ text }) => text);
const journal = () => world.core.context.store.journal.ofLead(world.lead(id).id);

/** Hot, back with its owner, a task, the mail on the record, and nothing more goes out. */
async function isOverAndHot(): Promise<void> {
  expect(world.lead(id)).toMatchObject({ state: 'Hot', custody: 'HandedBack', followUp: 'Stopped' });
  expect(world.value(id, STATUS)).toBe('Hot');
  expect(world.owner(id)).toBe(world.colleague().id);
  expect(tasks()).toEqual(['Contact Ana Silva: the lead is Hot']);
  expect(world.activities(id, 'emails')).toHaveLength(2);
  await world.advance(20 * DAY);
  expect(world.mailsTo(id)).toHaveLength(1);
}

describe('an invitation that a lead sends', () => {
  it('makes it Hot, with the time in the note, and ends the follow-up', async () => {
    await comes({ event: { method: 'REQUEST' } });
    expect(world.notes(id).at(-1)).toContain('Bees and honey, 21 September 2026, 15:30');
    await isOverAndHot();
  });
});

describe('an answer to an invitation', () => {
  const reply = (answer: string) =>
    ({ method: 'REPLY', organizer: ROSIE.email, attendees: [[ANA, answer]] }) as const;

  it('that is tentative stops the follow-up and asks a person', async () => {
    await comes({ subject: 'Tentative: Bees', event: reply('TENTATIVE') });
    expect(world.lead(id)).toMatchObject({ state: 'Responded', custody: 'HandedBack' });
    expect(notices().join('\n')).toContain('Do they want to go on?');
  });

  it('that declines stops the follow-up, and is never Hot', async () => {
    await comes({ subject: 'Declined: Bees', text: 'Happy to meet another day.', event: reply('DECLINED') });
    expect(world.lead(id)).toMatchObject({ state: 'Responded', custody: 'HandedBack' });
  });
});

describe('a meeting that is called off', () => {
  it('by the lead leaves it Hot; the journal says so, and whoever has it gets a task and a notice', async () => {
    await comes({ event: { method: 'REQUEST' } });
    await comes({ subject: 'Cancelled: Bees', event: { method: 'CANCEL' } });
    const says = 'Ana Silva cancelled the meeting on 21 September 2026, 15:30 (Europe/Berlin).';
    expect(world.lead(id).state).toBe('Hot');
    expect(world.value(id, STATUS)).toBe('Hot');
    expect(journal().at(-1)).toMatchObject({ event: 'meeting-cancelled', from: 'Hot', to: 'Hot' });
    expect(journal().at(-1)?.rule).toContain(says);
    expect(notices().join('\n')).toContain(says);
    const [task] = world.activities(id, 'tasks').slice(1);
    expect(task?.values['hs_task_subject']).toBe('Ana Silva: the meeting was cancelled');
    expect(task?.values['hubspot_owner_id']).toBe(world.colleague().id);
  });

  it('by a lead under follow-up is its answer: the follow-up stops', async () => {
    await comes({ event: { method: 'CANCEL' } });
    expect(world.lead(id)).toMatchObject({ state: 'Responded', custody: 'HandedBack' });
  });

  it('with the wish for no more mail ends it for ever', async () => {
    await comes({ text: 'Please unsubscribe me.', event: { method: 'CANCEL' } });
    expect(world.lead(id).state).toBe('UnSubscribed');
  });

  it('through a service is told once, and stops nobody who had no meeting', async () => {
    const cancelled = { from: CALENDLY, subject: 'Canceled: Ana Silva', text: `Invitee Email: ${ANA}` };
    await comes(cancelled);
    expect(world.lead(id)).toMatchObject({ state: 'Cold', followUp: 'Scheduled' });
    await comes(booked);
    await comes(cancelled);
    await comes(cancelled);
    expect(world.lead(id).state).toBe('Hot');
    expect(journal().filter(({ event }) => event === 'meeting-cancelled')).toHaveLength(1);
    expect(notices().join('\n')).toContain('The meeting with Ana Silva was cancelled.');
  });
});

const CALENDLY = 'notifications@calendly.com';
const booked = {
  from: CALENDLY,
  subject: 'New Event: Ana Silva - 15:30 Mon, 21 Sep 2026 - Bees',
  text: `Hi Rosie,\n\nA new event has been scheduled.\n\nInvitee: Ana Silva\n\nInvitee Email: ${ANA}\n`,
};

describe('a mail of a booking service', () => {
  it('that names a lead of hers makes it Hot and says through what it was booked', async () => {
    await comes(booked);
    expect(world.notes(id).at(-1)).toContain('A meeting was booked through Calendly.');
    await isOverAndHot();
    expect(await strays()).toEqual([]);
  });

  it('of the CRM itself is no mere notification', async () => {
    const text = `Ana booked a meeting.\n${ANA}`;
    await comes({ from: 'noreply@notifications.hubspot.com', subject: 'Meeting booked: Demo', text });
    expect(world.lead(id).state).toBe('Hot');
  });

  it('that is not known counts with its calendar part, with the time', async () => {
    const event = { method: 'REQUEST', organizer: ROSIE.email, attendees: [[ANA]] } as const;
    await comes({ from: 'desk@tool.example', subject: 'New booking', event });
    expect(world.notes(id).at(-1)).toContain('for 21 September 2026, 15:30 (Europe/Berlin).');
    expect(world.lead(id).state).toBe('Hot');
  });

  it('that comes minutes before the next message is due keeps that one back', async () => {
    const next = world.lead(id).nextFollowUpAt ?? 0;
    await world.advance(next - world.now - 10 * MINUTE);
    await comes(booked);
    await world.advance(HOUR);
    expect(world.mailsTo(id)).toHaveLength(1);
  });
});

describe('the same meeting', () => {
  const event = { method: 'REQUEST', organizer: ROSIE.email, attendees: [[ANA, 'ACCEPTED']] } as const;
  const byMail = () => comes({ from: CALENDLY, subject: 'New Event: Ana Silva', event });
  const inCrm = async () => {
    world.person.bookMeeting(id, START);
    await world.advance(MINUTE);
    await world.poll(2);
    await world.untilDelivered();
  };

  it.each([
    ['by mail, then in the CRM', [byMail, inCrm]],
    ['in the CRM, then by mail', [inCrm, byMail]],
    ['by mail twice', [byMail, byMail]],
  ])('seen %s counts once', async (_how, seen) => {
    for (const each of seen) await each();
    expect(world.lead(id)).toMatchObject({ state: 'Hot', custody: 'HandedBack' });
    expect(journal().filter((entry) => entry.event === 'meeting-booked')).toHaveLength(1);
    expect(tasks()).toHaveLength(1);
    expect(world.notes(id).filter((text) => text.includes('A meeting was booked'))).toHaveLength(1);
    expect(await strays()).toEqual([]);
  });

  it('moved to another time is told to whoever has the lead, and is no second task', async () => {
    await byMail();
    await comes({ from: CALENDLY, subject: 'Updated: Ana', event: { ...event, startsAt: START + DAY } });
    expect(notices().join('\n')).toContain('booked a meeting through Calendly for 22 September 2026');
    expect(tasks()).toHaveLength(1);
  });
});

describe('no meeting', () => {
  const untouched = () =>
    expect(world.lead(id)).toMatchObject({ state: 'Cold', custody: 'Held', followUp: 'Scheduled' });

  it('comes of a stranger’s words alone', async () => {
    await comes({ ...booked, from: 'notifications@calendly.evil.example' });
    untouched();
    expect(await strays()).toHaveLength(1);
  });

  it('comes of a mail that names no lead of this assistant, or whose sender the provider found forged', async () => {
    await comes({ ...booked, text: 'Invitee Email: nobody@acme.example' });
    await comes({ ...booked, headers: { 'Authentication-Results': 'mx.team.example; dmarc=fail' } });
    untouched();
    const miles = await world.taken({ email: 'bo@acme.example' }, MILES);
    await comes({ ...booked, text: 'Invitee Email: bo@acme.example' });
    expect(world.lead(miles).state).toBe('Cold');
  });

  it('comes of the team’s own invitation that the lead has not accepted', async () => {
    const [from, organizer] = [world.colleague().email, world.colleague().email];
    const asked = { method: 'REQUEST', organizer, attendees: [[ANA], [ROSIE.email]] } as const;
    await comes({ from, event: asked });
    untouched();
    await comes({ from, event: { ...asked, attendees: [[ANA, 'ACCEPTED']] } });
    expect(world.lead(id).state).toBe('Hot');
  });
});
