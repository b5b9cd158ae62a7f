import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCalendar } from './read-calendar.ts';
import { readMail } from './read-mail.ts';

/** 21 September 2026, 15:30 in Berlin. */
const START = Date.UTC(2026, 8, 21, 13, 30);

const calendar = (lines: string) => readCalendar(lines.replaceAll('\n', '\r\n'));
const event = (lines: string, before = '') =>
  calendar(`BEGIN:VCALENDAR\nMETHOD:REQUEST\n${before}BEGIN:VEVENT\n${lines}\nEND:VEVENT\nEND:VCALENDAR\n`);

const BERLIN = `BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
`;

describe('an event in a mail', () => {
  it('of Google names who invites whom, when, and folded lines are whole', () => {
    const found = calendar(`BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:REQUEST
BEGIN:VEVENT
DTSTART:20260921T133000Z
DTEND:20260921T140000Z
ORGANIZER;CN=Ana Silva:mailto:Ana@acme.example
UID:4k2s@google.com
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
 TRUE;CN=rosie@team.example;X-NUM-GUESTS=0:mailto:rosie@team.example
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE
 ;CN=Ana Silva;X-NUM-GUESTS=0:mailto:ana@acme.example
SEQUENCE:2
STATUS:CONFIRMED
SUMMARY:Bees\\, and
  honey
LOCATION:Room 4\\; second floor
BEGIN:VALARM
DESCRIPTION:This is an event reminder
SUMMARY:Another
END:VALARM
END:VEVENT
END:VCALENDAR
`);
    expect(found).toEqual({
      method: 'request',
      uid: '4k2s@google.com',
      sequence: 2,
      isCancelled: false,
      startsAt: START,
      summary: 'Bees, and honey',
      location: 'Room 4; second floor',
      url: '',
      comment: '',
      organizer: { address: 'ana@acme.example', name: 'Ana Silva', answer: 'none' },
      attendees: [
        { address: 'rosie@team.example', name: 'rosie@team.example', answer: 'none' },
        { address: 'ana@acme.example', name: 'Ana Silva', answer: 'accepted' },
      ],
    });
  });

  it('of Outlook begins in the zone that it describes itself, in summer and in winter', () => {
    const at = (clock: string) => event(`DTSTART;TZID=W. Europe Standard Time:${clock}`, BERLIN)?.startsAt;
    expect(at('20260921T153000')).toBe(START);
    expect(at('20261221T153000')).toBe(Date.UTC(2026, 11, 21, 14, 30));
    expect(at('20261024T153000')).toBe(Date.UTC(2026, 9, 24, 13, 30));
    expect(at('20261025T153000')).toBe(Date.UTC(2026, 9, 25, 14, 30));
    expect(at('20260329T153000')).toBe(Date.UTC(2026, 2, 29, 13, 30));
  });

  it('of Outlook that was declined says who did, and what was written to it', () => {
    const found = calendar(`BEGIN:VCALENDAR
METHOD:REPLY
PRODID:Microsoft Exchange Server 2010
BEGIN:VEVENT
ATTENDEE;PARTSTAT=DECLINED;CN="Silva, Ana: Sales":MAILTO:ana@acme.example
COMMENT;LANGUAGE=en-US:No time\\nthis week.
DTSTART;TZID=Europe/Berlin:20260921T153000
END:VEVENT
END:VCALENDAR
`);
    expect(found).toMatchObject({ method: 'reply', comment: 'No time\nthis week.', startsAt: START });
    expect(found?.attendees).toEqual([
      { address: 'ana@acme.example', name: 'Silva, Ana: Sales', answer: 'declined' },
    ]);
  });

  it('of Apple gives addresses that stand in a parameter, and a zone with a prefix', () => {
    const found = event(`ATTENDEE;CN="Ana Silva";EMAIL="ana@acme.example";PARTSTAT=ACCEPTED:/aMTIz/principal/
DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20260921T153000`);
    expect(found?.attendees[0]?.address).toBe('ana@acme.example');
    expect(found?.startsAt).toBe(START);
  });

  it.each([
    ['Calendly', 'DTSTART:20260921T133000Z\nURL:https://calendly.com/events/1', START],
    ['HubSpot', 'DTSTART;TZID="Europe/Berlin":20260921T153000', START],
    ['Zoho Bookings', 'DTSTART;VALUE=DATE-TIME:20260921T133000Z', START],
    ['a whole day', 'DTSTART;VALUE=DATE:20260921', null],
    ['a time without a zone', 'DTSTART:20260921T153000', null],
    ['a zone that nobody knows', 'DTSTART;TZID=Our own:20260921T153000', null],
    ['a day that does not exist', 'DTSTART:20261331T133000Z', null],
  ])('of %s begins when it says, or at no known time', (_who, lines, at) => {
    expect(event(lines)?.startsAt).toBe(at);
  });

  it('that was called off is known by its method and by its status', () => {
    const lines = 'BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\nEND:VCALENDAR';
    expect(calendar(lines)?.method).toBe('cancel');
    expect(event('STATUS:cancelled')?.isCancelled).toBe(true);
  });

  it('is nothing where a calendar holds none', () => {
    expect(calendar('BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR')).toBeNull();
    expect(readCalendar('')).toBeNull();
  });

  it('by a hostile writer is read as far as it goes', () => {
    const many = event(`${'ATTENDEE:mailto:a@b.example\n'.repeat(50_000)}SUMMARY:Late`);
    expect(many?.attendees).toHaveLength(100);
    expect(event(`SUMMARY:${'x'.repeat(250_000)}`)?.summary).toHaveLength(300);
    expect(event(`SUMMARY;${'A=B;'.repeat(50_000)}:x`)?.summary).toBe('');
    expect(event(`SUMMARY:x\n${' y'.repeat(1)}\n${' \n'.repeat(100_000)}`)?.summary).toBe('xy');
  });

  it('never throws, whatever stands there', () => {
    const words = fc.constantFrom(
      'BEGIN:VEVENT\n',
      'END:VEVENT\n',
      'DTSTART',
      ';TZID=',
      ':',
      '2026',
      '"',
      '\n ',
    );
    const texts = fc.array(fc.oneof(words, fc.string()), { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        // A line that begins with a space belongs to the one before: then there is no event.
        expect(readCalendar(`BEGIN:VEVENT\n${text}`)?.attendees.length ?? 0).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('a mail with a calendar part', () => {
  const base64 = Buffer.from(
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Grüße\r\nDTSTART:20260921T133000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  ).toString('base64');
  const mail = (type: string) =>
    `From: Ana <ana@acme.example>\nSubject: Invitation\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nShall we?\n--b\nContent-Type: ${type}\nContent-Transfer-Encoding: base64\n\n${base64}\n--b--\n`;

  it.each([
    'text/calendar; charset=UTF-8; method=REQUEST',
    'text/calendar; method="REQUEST"',
    'application/ics; name=invite.ics; method=request',
    'application/octet-stream; name="invite.ics"; method=request',
  ])('of type %s gives its event beside its text', async (type) => {
    const read = await readMail(Buffer.from(mail(type).replaceAll('\n', '\r\n')));
    expect(read.text.trim()).toBe('Shall we?');
    expect(read.calendar).toMatchObject({ method: 'request', uid: '1', summary: 'Grüße', startsAt: START });
  });

  it('says nothing where there is none', async () => {
    const read = await readMail(Buffer.from('From: Ana <ana@acme.example>\r\n\r\nBEGIN:VCALENDAR\r\n'));
    expect(read.calendar).toBeNull();
  });
});
