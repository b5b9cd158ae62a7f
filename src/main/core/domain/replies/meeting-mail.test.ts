import { describe, expect, it } from 'vitest';
import type { CalendarAnswer, CalendarPart } from './calendar-part.ts';
import { classifyMail } from './classify-reply.ts';
import { withoutProgramWords } from './meeting-mail.ts';
import { aCalendarPart } from './test/a-calendar-part.ts';

const NOW = Date.UTC(2026, 8, 7, 8);
/** 15:30 in Berlin. */
const START = Date.UTC(2026, 8, 21, 13, 30);
const ANA = 'ana@acme.example';
const TIME = '21 September 2026, 15:30 (Europe/Berlin)';

const person = (address: string, answer: CalendarAnswer = 'none') => ({ address, name: '', answer });
const invitation = (changes: Partial<CalendarPart> = {}) =>
  aCalendarPart({
    startsAt: START,
    organizer: person(ANA),
    attendees: [person('rosie@team.example')],
    ...changes,
  });
const answer = (said: CalendarAnswer, changes: Partial<CalendarPart> = {}) =>
  aCalendarPart({ method: 'reply', startsAt: START, attendees: [person(ANA, said)], ...changes });

/** What Ana's mail means. */
const read = (calendar: CalendarPart, text = '', headers = {}) =>
  classifyMail({
    headers,
    subject: 'Demo',
    text,
    fromAddress: 'Ana@acme.example',
    receivedAt: NOW,
    zone: 'Europe/Berlin',
    report: null,
    calendar,
  });

describe('a calendar part in a lead’s mail', () => {
  it('that invites means that they agreed to meet, at that time', () => {
    const found = read(invitation(), 'Looking forward to it.');
    expect(found).toMatchObject({ kind: 'human', intent: 'AgreedToMeet', confidence: 0.95, words: [TIME] });
    expect(found.text).toBe(`Invitation: Demo, ${TIME}\nLooking forward to it.`);
  });

  it('without a known time says what the meeting is called', () => {
    expect(read(invitation({ startsAt: null }))).toMatchObject({ intent: 'AgreedToMeet', words: ['Demo'] });
  });

  it('that accepts, or proposes another time, means the same', () => {
    expect(read(answer('accepted'))).toMatchObject({ intent: 'AgreedToMeet', words: [TIME] });
    expect(read(answer('tentative', { method: 'counter' }))).toMatchObject({
      intent: 'AgreedToMeet',
      confidence: 0.95,
    });
  });

  it('that accepts tentatively leaves it in doubt, so that a person is asked', () => {
    expect(read(answer('tentative'))).toMatchObject({ intent: 'AgreedToMeet', confidence: 0.5 });
  });

  it.each([
    ['', 'Other'],
    ['Happy to meet, tomorrow 5 pm works.', 'Other'],
    ['Please unsubscribe me from this list.', 'Unsubscribed'],
    ['Please stop writing to me, we are not interested.', 'AskedToStop'],
  ])('that declines with “%s” means %s, by its words', (text, intent) => {
    expect(read(answer('declined'), text).intent).toBe(intent);
    expect(read(answer('declined', { comment: text })).intent).toBe(intent);
  });

  it('outweighs what its program writes into the mail', () => {
    const small =
      'Ana Silva has declined this invitation.\n\nWhen\nMonday\n\nInvitation from Google Calendar: https://calendar.google.com/calendar/\n\nTo stop receiving these emails, unsubscribe.';
    const automatic = { 'auto-submitted': 'auto-generated' };
    expect(read(answer('declined'), small, automatic)).toMatchObject({ kind: 'human', intent: 'Other' });
    expect(read(invitation(), small, automatic).intent).toBe('AgreedToMeet');
  });

  it('that an absence declined by itself is automatic', () => {
    const text = 'I am out of the office until 14 September 2026.';
    const found = read(answer('declined'), text, { 'auto-submitted': 'auto-replied' });
    expect(found).toMatchObject({ kind: 'auto-reply', intent: 'OutOfOffice' });
  });

  it.each([
    ['over', invitation({ startsAt: NOW - 1 })],
    ['other people’s', invitation({ organizer: person('eva@other.example') })],
    ['without an answer', answer('none')],
    ['of another kind', invitation({ method: 'other' })],
  ])('that is %s says nothing: the text alone counts', (_what, calendar) => {
    expect(read(calendar, 'Please send your brochure.').intent).toBe('BrochureSent');
  });

  it('never makes a cancelled meeting a wish to meet', () => {
    expect(read(invitation({ method: 'cancel' }), 'Tomorrow 5 pm works.').intent).toBe('Other');
    expect(read(invitation({ isCancelled: true })).intent).toBe('Other');
  });

  it('gives way to what a user taught', () => {
    const mail = {
      headers: {},
      subject: 'Demo',
      text: 'Internal rehearsal.',
      fromAddress: ANA,
      receivedAt: NOW,
      zone: 'UTC',
      report: null,
      calendar: invitation(),
    };
    const rule = { term: 'internal rehearsal', intent: 'Other' as const };
    expect(classifyMail(mail, [rule])).toMatchObject({ intent: 'Other', taught: rule });
  });
});

it('what calendar programs add to a text is left out, and nothing that a person wrote', () => {
  const own = 'Sorry, I am travelling.\nAnother day?';
  const teams = `${own}\n\n________________________________\nMicrosoft Teams Need help?\nJoin the meeting now`;
  expect(withoutProgramWords(teams)).toBe(own);
  expect(withoutProgramWords(own)).toBe(own);
});
