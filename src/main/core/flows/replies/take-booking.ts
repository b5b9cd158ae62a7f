import { applyEvent } from '../../apply-event.ts';
import type { CoreContext } from '../../context.ts';
import { companyDomain } from '../../domain/leads/company.ts';
import { isActive, type Lead } from '../../domain/leads/lead.ts';
import { readBooking, type Booking } from '../../domain/replies/booking-mail.ts';
import { readMeeting } from '../../domain/replies/meeting-mail.ts';
import { MINUTE } from '../../domain/time.ts';
import type { Instant } from '../../domain/time.ts';
import type { IncomingMail } from '../../ports/mailbox.ts';
import type { Assistant, JournalEntry, Mail } from '../../ports/store/rows.ts';
import { isFromColleague } from '../answers/colleague-mail.ts';
import { keepIncoming } from './keep-incoming.ts';
import { leadAtAddress, leadOf } from './match-lead.ts';

/**
 * A mail that no lead wrote and that tells of a meeting with one of hers: a booking service's, or one with a calendar
 * part. It counts as the same meeting in the CRM does (domain.md section 1, Hot), and only where it names an address
 * of a lead of this assistant. False: it tells of none, and is a mail like any other.
 */
export function takeBooking(core: CoreContext, assistant: Assistant, mail: IncomingMail): boolean {
  const from = mail.from.address.trim().toLowerCase();
  const isOurs = (mail.calendar ?? null) !== null && isOfTeam(core, assistant, mail);
  const booking = readBooking({ ...mail, fromAddress: from }, isOurs);
  if (booking === null) return false;
  // What a lead writes is an answer, also with an invitation in it.
  if (core.store.leads.byAddress(from).length > 0) return false;
  if (booking.service === null && leadOf(core.store, assistant, mail) !== null) return false;
  const leads = leadsOf(core, assistant, booking, mail);
  if (leads.length === 0) return false;
  const news = leads.filter((lead) => isNews(core, lead, booking));
  if (news.length === 0) core.log.info('meeting-known', { assistantId: assistant.id });
  // A mail is kept with one lead; the others hear of the meeting as they would from the CRM.
  news.forEach((lead, nth) => {
    const kept = nth === 0 ? keepIncoming(core.ids.next(), lead, assistant, mail, null) : null;
    note(core, lead, booking, { at: mail.receivedAt, kept });
  });
  return true;
}

/** A lead's calendar says that they do not come after all. False: it is a mail like any other. */
export function takeCancellation(
  core: CoreContext,
  assistant: Assistant,
  mail: IncomingMail,
  lead: Lead,
): boolean {
  const zone = lead.timeZone ?? assistant.rules.timeZone;
  const meeting = readMeeting({ ...mail, fromAddress: mail.from.address, zone });
  if (meeting?.says !== 'cancelled') return false;
  const kept = keepIncoming(core.ids.next(), lead, assistant, mail, null);
  const { startsAt } = meeting;
  const event = { type: 'meeting-cancelled', at: kept.at, startsAt, mailId: kept.id, byLead: true } as const;
  applyEvent(core, lead.id, event, { mails: [kept] });
  return true;
}

/** Whether a person of the team, the assistant herself or somebody at her address's domain sent it. */
function isOfTeam(core: CoreContext, assistant: Assistant, mail: IncomingMail): boolean {
  const from = mail.from.address.trim().toLowerCase();
  const domain = companyDomain(assistant.email);
  const isInside = domain !== null && companyDomain(from) === domain;
  return isInside || from === assistant.email.toLowerCase() || isFromColleague(core.store, assistant, mail);
}

/** Her leads among those who meet, each once. */
function leadsOf(
  core: CoreContext,
  assistant: Assistant,
  { people }: Booking,
  mail: IncomingMail,
): readonly Lead[] {
  const leads = people.flatMap((address) => leadAtAddress(core.store, assistant, address, mail) ?? []);
  return [...new Map(leads.map((lead) => [lead.id, lead])).values()];
}

/**
 * Whether it says something new of this lead. The same meeting is in the CRM, in the confirmation and in every change
 * of it: it is known by its time; without one a lead that is no longer under follow-up has had its meeting. What is
 * called off concerns only who was to meet, once.
 */
function isNews(core: CoreContext, lead: Lead, { what, startsAt }: Booking): boolean {
  const isOpen = lead.custody === 'Held' && isActive(lead.state);
  const known = core.store.journal.ofLead(lead.id).flatMap((entry) => meetingIn(entry));
  const isSame = (at: number | null) =>
    at === null || startsAt === null ? !isOpen : Math.abs(at - startsAt) < MINUTE;
  if (what === 'booked') return !known.some((each) => each.what === 'booked' && isSame(each.startsAt));
  const last = known.at(-1);
  return !isOpen && !(last?.what === 'cancelled' && isSame(last.startsAt));
}

/** The meeting that an entry of the journal tells of; empty: it tells of none. */
function meetingIn({ event, data }: JournalEntry): readonly Pick<Booking, 'what' | 'startsAt'>[] {
  if (event !== 'meeting-booked' && event !== 'meeting-cancelled') return [];
  const isTimed = typeof data === 'object' && data !== null && 'startsAt' in data;
  const startsAt = isTimed && typeof data.startsAt === 'number' ? data.startsAt : null;
  return [{ what: event === 'meeting-booked' ? 'booked' : 'cancelled', startsAt }];
}

function note(
  core: CoreContext,
  lead: Lead,
  { what, service, startsAt }: Booking,
  { at, kept }: { readonly at: Instant; readonly kept: Mail | null },
): void {
  const about = { at, startsAt, ...(kept === null ? {} : { mailId: kept.id }) };
  applyEvent(
    core,
    lead.id,
    what === 'cancelled'
      ? { type: 'meeting-cancelled', ...about, byLead: false }
      : { type: 'meeting-booked', ...about, ...(service === null ? {} : { service }) },
    { mails: kept === null ? [] : [kept] },
  );
}
