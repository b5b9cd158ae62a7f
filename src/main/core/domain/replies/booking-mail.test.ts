import { describe, expect, it } from 'vitest';
import { readBooking, type MaybeBooking } from './booking-mail.ts';
import { aCalendarPart } from './test/a-calendar-part.ts';

const NOW = Date.UTC(2026, 8, 7, 8);
const ANA = 'ana@acme.example';

const mail = (more: Partial<MaybeBooking>): MaybeBooking => ({
  fromAddress: 'notifications@calendly.com',
  subject: 'New Event: Ana Silva - 15:30 Mon, 21 Sep 2026 - Demo',
  text: `Invitee: Ana Silva\n\nInvitee Email: ${ANA}\n`,
  headers: {},
  calendar: null,
  receivedAt: NOW,
  ...more,
});
const read = (more: Partial<MaybeBooking>, isOfTeam = false) => readBooking(mail(more), isOfTeam);

describe('a mail of a booking service', () => {
  it.each([
    ['notifications@calendly.com', 'New Event: Ana Silva - 15:30 Mon, 21 Sep 2026 - Demo', 'Calendly'],
    ['no-reply@calendly.com', 'Neues Ereignis: Ana Silva', 'Calendly'],
    ['noreply@notifications.hubspot.com', 'Meeting booked: Demo with Ana', 'HubSpot'],
    ['noreply@hubspot.com', 'Nouvelle réunion planifiée avec Ana', 'HubSpot'],
    ['noreply@zohobookings.com', 'New appointment booked', 'Zoho Bookings'],
    ['notifications@zohocalendar.eu', 'Termin bestätigt: Demo', 'Zoho Bookings'],
    ['hello@cal.com', 'Confirmed: 30 min between Rosie and Ana', 'Cal.com'],
  ])('from %s with the subject “%s” tells of a meeting through %s', (fromAddress, subject, service) => {
    expect(read({ fromAddress, subject })).toEqual({
      what: 'booked',
      service,
      startsAt: null,
      people: [ANA],
    });
  });

  it.each([
    'Canceled: Ana Silva - Demo',
    'Abgesagt: Demo',
    'Annulé : démo',
    'Cancelada: demo',
    'Geannuleerd: demo',
  ])('with the subject “%s” tells that it was called off', (subject) =>
    expect(read({ subject })?.what).toBe('cancelled'),
  );

  it.each([
    ['notifications@calendly.com', 'Reminder: Demo tomorrow'],
    ['notifications@calendly.com', 'Your weekly summary'],
    ['noreply@notifications.hubspot.com', 'A contact was assigned to you'],
    ['noreply@hubspot.com', 'Max invited you to join HubSpot'],
    ['noreply@zoho.com', 'Your order is confirmed'],
    ['ana.lee@hubspot.com', 'Meeting booked: Demo with Ana'],
    ['notifications@calendly.com.evil.example', 'New Event: Ana'],
    ['notifications@notcalendly.com', 'New Event: Ana'],
  ])('is none from %s with the subject “%s”', (fromAddress, subject) => {
    expect(read({ fromAddress, subject })).toBeNull();
  });

  it('names who booked before everybody else in it', () => {
    const others = 'Organizer\nmax@team.example\n\nAnswers: I know eva@other.example from a fair.';
    expect(read({ text: `Invitee Email:\n\n${ANA}\n\n${others}` })?.people).toEqual([ANA]);
    expect(read({ text: `Ana (${ANA}) booked.` })?.people).toEqual([ANA]);
  });

  it('whose sender the provider found forged tells of nothing', () => {
    expect(read({ headers: { 'authentication-results': 'mx; spf=pass; dmarc=fail (p=none)' } })).toBeNull();
  });

  it('of any length is read in no time', () => {
    const text = 'guest invitee e-mail '.repeat(200_000);
    expect(read({ text })?.people).toEqual([]);
  });
});

describe('a calendar part that somebody else sent', () => {
  const START = NOW + 14 * 86_400_000;
  const calendar = (answer: 'none' | 'accepted' | 'declined', more = {}) =>
    aCalendarPart({ startsAt: START, attendees: [{ address: ANA, name: '', answer }], ...more });

  it('tells of a meeting with whoever is invited and did not decline', () => {
    const found = read({ fromAddress: 'desk@tool.example', calendar: calendar('none') });
    expect(found).toEqual({
      what: 'booked',
      service: null,
      startsAt: START,
      people: ['rosie@team.example', ANA],
    });
    expect(read({ fromAddress: 'desk@tool.example', calendar: calendar('declined') })?.people).not.toContain(
      ANA,
    );
  });

  it('from the team is the team’s wish until it is accepted, but for Microsoft Bookings', () => {
    const from = { fromAddress: 'max@team.example' };
    expect(read({ ...from, calendar: calendar('none') }, true)?.people).not.toContain(ANA);
    expect(read({ ...from, calendar: calendar('accepted') }, true)?.people).toContain(ANA);
    const text = 'Manage: https://outlook.office365.com/owa/calendar/Demo@team.example/bookings/';
    const booked = read({ ...from, text, calendar: calendar('none') }, true);
    expect(booked).toMatchObject({ service: 'Microsoft Bookings', startsAt: START });
    expect(booked?.people).toContain(ANA);
  });

  it('is called off by its method and by its status', () => {
    expect(read({ calendar: calendar('none', { method: 'cancel' }) })?.what).toBe('cancelled');
    expect(read({ calendar: calendar('none', { isCancelled: true }) })?.what).toBe('cancelled');
  });

  it('is nothing where the meeting is over or no calendar of meetings wrote it', () => {
    expect(read({ calendar: calendar('none', { startsAt: NOW - 1 }) })).toBeNull();
    expect(
      read({ fromAddress: 'desk@tool.example', calendar: calendar('none', { method: 'other' }) }),
    ).toBeNull();
  });

  it('with an answer for somebody counts only for who accepted', () => {
    const answer = (each: 'accepted' | 'declined') =>
      read({ fromAddress: 'office@acme.example', calendar: calendar(each, { method: 'reply' }) });
    expect(answer('accepted')?.people).toEqual([ANA]);
    expect(answer('declined')).toBeNull();
  });
});
