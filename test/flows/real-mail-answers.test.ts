import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingMail } from '#core/ports/mailbox.ts';
import { createClock } from '#sandbox/control/clock.ts';
import { DAY, HOUR, MINUTE, openFlowWorld, ROSIE, STATUS, type FlowWorld } from '#test/support/flow-world.ts';
import {
  HAS_MAIL_SERVERS,
  startMailServers,
  WHY_LEFT_OUT,
  type MailServers,
} from '#test/support/mail-servers.ts';
import { prospectOn, type Prospect } from '#test/support/mail/prospect.ts';
import { accountOn, SHORT_PATIENCE } from '#test/support/mail/real-mailbox-of.ts';

/** Mail servers stamp with the true time: the world begins some days before it. */
const DAYS_BEFORE = 8;

describe.skipIf(!HAS_MAIL_SERVERS)(`Answers that come over real mail servers${WHY_LEFT_OUT}`, () => {
  let servers: MailServers;
  let world: FlowWorld;
  let ana: Prospect;
  let id: string;

  beforeEach(async () => {
    servers = await startMailServers();
    const rosie = servers.addAccount(ROSIE.email);
    ana = prospectOn(servers, servers.addAccount('ana@prospect.example'), 'Ana Silva');
    world = await openFlowWorld({
      sandbox: { clock: createClock({ startAt: Date.now() - DAYS_BEFORE * DAY, frozen: true }) },
      mail: { ca: servers.ca, patience: SHORT_PATIENCE },
    });
    await world.api.mailboxes.save({
      assistantId: world.assistantIds[0] ?? '',
      account: accountOn(servers, rosie),
      password: rosie.password,
      version: 0,
    });
    id = await world.taken({ email: ana.address });
    await world.passUntil(() => sent().length > 0, (DAYS_BEFORE - 2) * DAY);
    await world.untilDelivered();
  });
  afterEach(async () => {
    await world.close();
    await servers.close();
  });

  const sent = () => servers.smtp.taken.filter((mail) => mail.from === ROSIE.email);

  /** What has come in is read, and what follows from it is done. */
  async function look(): Promise<void> {
    await world.advance(MINUTE);
    await world.poll();
    await world.untilDelivered();
  }

  async function weeksPass(weeks: number): Promise<void> {
    for (let week = 0; week < weeks; week += 1) {
      await world.advance(7 * DAY);
      await world.poll();
    }
  }

  /** The record is with its owner again and nothing more goes out, ever. */
  async function isOver(mails: number): Promise<void> {
    expect(world.lead(id).custody).toBe('HandedBack');
    expect(world.owner(id)).toBe(world.colleague().id);
    await weeksPass(8);
    expect(sent()).toHaveLength(mails);
    expect(world.core.context.store.outbox.attention(10)).toEqual([]);
  }

  it('away until a day: the next message comes on a business day after it, to the same address', async () => {
    const back = daysAhead(14);
    await ana.answers(`I am out of office until ${inWords(back)} and will answer when I am back.`, {
      subject: 'Automatic reply: your message',
      headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
    });
    await look();
    expect(world.lead(id)).toMatchObject({ state: 'OutOfOffice', custody: 'Held', followUp: 'Scheduled' });
    expect(world.value(id, STATUS)).toBe('OutOfOffice');
    await world.passUntil(() => sent().length > 1);
    await world.untilDelivered();
    expect(world.now).toBeGreaterThanOrEqual(back.getTime());
    expect(world.now).toBeLessThan(back.getTime() + 7 * DAY);
    expect([6, 0]).not.toContain(new Date(world.now).getUTCDay());
    expect(await ana.inbox()).toHaveLength(2);
    expect(world.value(id, STATUS)).toBe('Cold');
    expect(world.owner(id)).toBe(world.ownerId(ROSIE));
  });

  it('a wish for the brochure: its link comes in the same thread, then the record is handed back', async () => {
    await ana.answers('Could you please send me your brochure?');
    await look();
    const [first, second] = await ana.inbox();
    expect(second?.text).toContain('https://demo.example/brochure.pdf');
    expect(second?.references).toContain(first?.messageId);
    expect(second?.subject).toMatch(/^Re: /);
    expect(world.lead(id).state).toBe('Warm');
    expect(world.activities(id, 'emails')).toHaveLength(3);
    await isOver(2);
  });

  it('a wish to be asked later: the next message comes then and not before', async () => {
    const then = daysAhead(30);
    await ana.answers(`Thanks, but this is not a good time. Please get back to me on ${inWords(then)}.`);
    await look();
    expect(world.lead(id)).toMatchObject({ state: 'Warm', custody: 'Held', followUp: 'Scheduled' });
    await world.passUntil(() => sent().length > 1);
    expect(world.now).toBeGreaterThanOrEqual(then.getTime() - 2 * HOUR);
    expect(world.now).toBeLessThan(then.getTime() + 5 * DAY);
  });

  it('"unsubscribe me": handed back, and never written to again, also when assigned once more', async () => {
    await ana.answers('Please unsubscribe me from this mailing list.');
    await look();
    expect(world.lead(id).state).toBe('UnSubscribed');
    expect(world.value(id, STATUS)).toBe('UnSubscribed');
    await isOver(1);
    world.person.clearStatus(id, STATUS);
    world.assign(id);
    await world.poll();
    await weeksPass(2);
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(sent()).toHaveLength(1);
  });

  it('an unsubscribe by the button of the mail program: the same', async () => {
    const [first] = await ana.inbox();
    const button = /<mailto:([^?>]+)\?subject=([^>]+)>/.exec(first?.headers['list-unsubscribe'] ?? '');
    expect(button?.[1]).toBe(ROSIE.email);
    // A mail program sends a new, empty mail with this subject.
    const subject = decodeURIComponent(button?.[2] ?? '');
    await ana.answers('', { subject, html: '', inReplyTo: null, references: [] });
    await look();
    expect(world.lead(id).state).toBe('UnSubscribed');
    await isOver(1);
  });

  it('a report of the mail server that the address does not exist: deactivated and handed back', async () => {
    const [first] = await ana.inbox();
    if (first === undefined) throw new Error('Nothing reached Ana.');
    servers.imap.deliver(ROSIE.email, deliveryReport(first, ana.address));
    await look();
    expect(world.lead(id)).toMatchObject({ state: 'DeActivated', reason: 'BounceDeactivated' });
    expect(world.value(id, STATUS)).toBe('DeActivated');
    await isOver(1);
  });

  it('a booking on the assistant’s calendar page: Hot with its time, handed back, nothing more', async () => {
    const start = daysAhead(20).getTime() + 9 * HOUR;
    servers.imap.deliver(ROSIE.email, bookingMail(ana.address, new Date(start)));
    await look();
    expect(world.lead(id).state).toBe('Hot');
    expect(world.value(id, STATUS)).toBe('Hot');
    expect(world.notes(id).at(-1)).toContain(
      `A meeting was booked through Google Calendar for ${inWords(new Date(start))}`,
    );
    await isOver(1);
  });
});

/** Midnight UTC of the day so many days after the true one. */
function daysAhead(days: number): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days));
}

function inWords(day: Date): string {
  return day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** An appointment as Google tells of it: the event in base64, beside a text that says little. */
function bookingMail(guest: string, start: Date): string {
  const event = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `DTSTART:${start.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    `ORGANIZER;CN=Rosie:mailto:${ROSIE.email}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Ana Silva\r\n ;X-NUM-GUESTS=0:mailto:${guest}`,
    'SUMMARY:Demo (Ana Silva)',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
  return [
    'From: Google Calendar <calendar-notification@google.com>',
    `To: ${ROSIE.email}`,
    'Subject: Appointment booked: Demo (Ana Silva)',
    `Date: ${new Date().toUTCString()}`,
    'Message-ID: <calendar-1@google.com>',
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="=_event"',
    '',
    '--=_event',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'You have a new appointment.',
    '',
    '--=_event',
    'Content-Type: text/calendar; charset=utf-8; method=REQUEST',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(event).toString('base64'),
    '--=_event--',
    '',
  ].join('\r\n');
}

/** RFC 3464, as Postfix writes it. */
function deliveryReport(original: IncomingMail, recipient: string): string {
  return [
    'Return-Path: <>',
    `Date: ${new Date().toUTCString()}`,
    'From: Mail Delivery System <MAILER-DAEMON@mx.prospect.example>',
    `To: ${ROSIE.email}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <report-1@mx.prospect.example>',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=_report"',
    '',
    '--=_report',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system at host mx.prospect.example.',
    '',
    "I'm sorry to have to inform you that your message could not be delivered.",
    '',
    `<${recipient}>: host mx.prospect.example said: 550 5.1.1 User unknown`,
    '',
    '--=_report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.prospect.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    '',
    '--=_report',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${original.messageId}`,
    `From: ${ROSIE.email}`,
    `To: ${recipient}`,
    `Subject: ${original.subject}`,
    '',
    '--=_report--',
    '',
  ].join('\r\n');
}
