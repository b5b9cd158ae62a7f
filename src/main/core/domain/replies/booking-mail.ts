import type { Instant } from '../time.ts';
import type { CalendarPart, CalendarPerson } from './calendar-part.ts';
import { addressesIn, fold } from './fold.ts';

/** A mail that no lead wrote, as far as it takes to see whether it tells of a meeting with one. */
export interface MaybeBooking {
  readonly fromAddress: string;
  readonly subject: string;
  readonly text: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly calendar?: CalendarPart | null;
  readonly receivedAt: Instant;
}

/** What it tells; who of `people` is a lead, and whose, is for the caller to know. */
export interface Booking {
  readonly what: 'booked' | 'cancelled';
  /** The booking service; null: none that is known. */
  readonly service: string | null;
  readonly startsAt: Instant | null;
  /** Addresses of those who meet, lower case. */
  readonly people: readonly string[];
}

/** Services that people book meetings with, by the domains that their machines write from. */
const SERVICES: readonly (readonly [service: string, domain: RegExp])[] = [
  ['Calendly', /(?:^|\.)calendly\.com$/],
  ['HubSpot', /(?:^|\.)(?:hubspot\.com|hubspotemail\.net)$/],
  [
    'Zoho Bookings',
    /(?:^|\.)(?:zoho(?:bookings|calendar)?\.(?:com|eu|in|jp|sa|com\.au|com\.cn)|zohocloud\.ca)$/,
  ],
  ['Cal.com', /(?:^|\.)cal\.com$/],
  ['Microsoft Bookings', /(?:^|\.)microsoft\.com$/],
  ['Google Calendar', /(?:^|\.)google\.com$/],
];
/** People of those companies, who may be leads, write from other addresses. */
const MACHINES =
  /^(?:no-?reply|do-?not-?reply|notifications?|calendar(?:-notification)?|bookings?|meetings?|invites?|invitations?|hello)(?:$|[.+_-])/;
/** Pages of Microsoft Bookings: its mails come from a mailbox of the team. */
const MICROSOFT_PAGE =
  /https:\/\/(?:outlook\.office(?:365)?\.com\/(?:owa\/calendar\/|book\/|bookwithme\/)|bookings\.cloud\.microsoft\/)/i;

/** Subjects, folded, in the languages that replies are understood in. */
const CANCELLED = /cancel|abgesagt|storniert|absage|stornierung|annul|annull|disdett|geannuleerd|afgezegd/;
const REMINDS = /remind|erinnerung|rappel|recordatorio|lembrete|promemoria|herinnering/;
const BOOKED =
  /\bnew (?:event|meeting|booking|appointment)|booked|scheduled|confirm|neue[rs]? (?:termin|buchung|meeting|ereignis)|gebucht|geplant|vereinbart|bestatig|nouve(?:l|au|lle) (?:evenement|rendez|reunion|reservation)|reserv|planifi|nuev[oa] (?:evento|reunion|cita|reserva)|program(?:ad|mat)|agendad|nov[oa] (?:evento|reuniao|agendamento)|marcad|nuov[oa] (?:evento|riunione|appuntamento|prenotazione)|prenotat|pianificat|conferm|nieuwe (?:afspraak|gebeurtenis|boeking)|geboekt|ingepland|bevestig/;
const ONLY_MEETINGS = ['Calendly', 'Cal.com'];
/** The machines of the others write about much else. */
const OF_MEETING =
  /meeting|booking|appointment|event|demo|\bcall\b|termin|besprechung|buchung|reunion|rendez|cita|reserva|reuniao|riunione|appuntamento|afspraak|boeking/;

const MOST_TEXT = 50_000;
const MOST_PEOPLE = 20;
/** In or above the line with who booked services write such words. */
const LABEL = /e-?mail|invitee|attendee|customer|booked by|kund|teilnehmer|invite|cliente|ospite|deelnemer/i;

/**
 * Whether a mail that no lead wrote tells of a meeting that somebody booked or cancelled. From a known service its
 * subject is enough; from anybody else only a calendar part counts. `isOfTeam`: a person of the team or their own
 * program sent it; then an invitation is the team's wish, and only who accepted has a meeting. Null: it tells of none,
 * the meeting is over, or the provider that took it in says that the sender is forged.
 */
export function readBooking(mail: MaybeBooking, isOfTeam: boolean): Booking | null {
  if (/\bdmarc=fail\b/i.test(mail.headers['authentication-results'] ?? '')) return null;
  const calendar = mail.calendar ?? null;
  const service = serviceOf(mail, calendar);
  if (calendar === null) return service === null ? null : bookingInWords(mail, service);
  if (calendar.startsAt !== null && calendar.startsAt < mail.receivedAt) return null;
  const what = whatOf(calendar);
  if (what === null) return null;
  const { startsAt } = calendar;
  const mustAccept = (isOfTeam && service === null) || calendar.method === 'reply';
  const people = peopleOf(calendar, mustAccept);
  if (people.length > 0) return { what, service, startsAt, people };
  return service === null ? null : { what, service, startsAt, people: peopleIn(mail.text) };
}

/** The known service whose machines wrote a mail. */
function serviceOf({ fromAddress, text }: MaybeBooking, calendar: CalendarPart | null): string | null {
  const address = fromAddress.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  const host = address.slice(at + 1);
  if (at > 0 && MACHINES.test(address.slice(0, at))) {
    const known = SERVICES.find(([, domain]) => domain.test(host))?.[0];
    if (known !== undefined) return known;
  }
  return calendar !== null && MICROSOFT_PAGE.test(text.slice(0, MOST_TEXT)) ? 'Microsoft Bookings' : null;
}

function bookingInWords({ subject, text }: MaybeBooking, service: string): Booking | null {
  const said = fold(subject.slice(0, 500));
  const isOfMeeting = ONLY_MEETINGS.includes(service) || OF_MEETING.test(said);
  if (REMINDS.test(said) || !isOfMeeting) return null;
  const what = CANCELLED.test(said) ? 'cancelled' : BOOKED.test(said) ? 'booked' : null;
  return what === null ? null : { what, service, startsAt: null, people: peopleIn(text) };
}

function whatOf({ method, isCancelled }: CalendarPart): Booking['what'] | null {
  if (method === 'cancel' || (isCancelled && method !== 'reply')) return 'cancelled';
  return method === 'request' || method === 'publish' || method === 'reply' ? 'booked' : null;
}

/** Who meets: whoever invites, and whoever is invited and did not decline. */
function peopleOf({ method, organizer, attendees }: CalendarPart, mustAccept: boolean): readonly string[] {
  const comes = ({ answer }: CalendarPerson) => (mustAccept ? answer === 'accepted' : answer !== 'declined');
  const all = [...(organizer === null || method === 'reply' ? [] : [organizer]), ...attendees.filter(comes)];
  return firstOf(all.map(({ address }) => address));
}

/** Whoever the text gives as the one who booked; where it does not say so, all whom it names. */
function peopleIn(text: string): readonly string[] {
  const read = text.slice(0, MOST_TEXT);
  const lines = read.split('\n').filter((line) => line.trim() !== '');
  const named = lines.filter((line, nth) => LABEL.test(line) || LABEL.test(lines[nth - 1] ?? ''));
  const labelled = addressesIn(named.join('\n'));
  return firstOf(labelled.length > 0 ? labelled : addressesIn(read));
}

function firstOf(addresses: readonly string[]): readonly string[] {
  return [...new Set(addresses.filter((address) => address !== ''))].slice(0, MOST_PEOPLE);
}
