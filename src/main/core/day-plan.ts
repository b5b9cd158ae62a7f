import type { CoreContext } from './context.ts';
import { planningOf } from './domain/leads/decide-engagement.ts';
import type { Lead } from './domain/leads/lead.ts';
import type { PutOff, SentToday } from './domain/schedules/due-now.ts';
import type { HolidayCalendar } from './domain/schedules/holiday-calendar.ts';
import { localDay } from './domain/schedules/send-time.ts';
import type { DayLimit, Sending } from './domain/schedules/send-time.ts';
import type { SendingRules } from './domain/schedules/sending-rules.ts';
import type { Instant } from './domain/time.ts';
import type { Holidays } from './ports/holidays.ts';
import type { Assistant } from './ports/store/rows.ts';
import type { Store } from './ports/store/store.ts';

/** Her planned messages by day, from her today on; what was sent today included. */
export function plannedPerDay(store: Store, assistant: Assistant, now: Instant): Record<string, number> {
  const today = localDay(now, assistant.rules.timeZone);
  const planned = { ...store.leads.plannedPerDay(assistant.id, today) };
  planned[today] = (planned[today] ?? 0) + store.mails.sentOn(assistant.id, today);
  return planned;
}

/**
 * The limit of the mail account that she writes from, with what all who write from it plan; null: it has none. A
 * day is the one of each assistant's own zone.
 */
export function mailboxPlan(store: Store, assistant: Assistant, now: Instant): DayLimit | null {
  const shared = sharedMailbox(store, assistant);
  if (shared === null) return null;
  const plans = shared.assistants.map((each) => plannedPerDay(store, each, now));
  return { limit: shared.limit, planned: sumOfDays(plans) };
}

export function sumOfDays(plans: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const plan of plans) {
    for (const [day, count] of Object.entries(plan)) sum[day] = (sum[day] ?? 0) + count;
  }
  return sum;
}

/** What went out today or is on its way, by her and from her mail account. */
export function sentToday(store: Store, assistant: Assistant, now: Instant): SentToday {
  const sentBy = (each: Assistant): number => store.mails.sentOn(each.id, localDay(now, each.rules.timeZone));
  const byHer = sentBy(assistant);
  const shared = sharedMailbox(store, assistant);
  const fromMailbox =
    shared === null ? byHer : shared.assistants.reduce((sum, each) => sum + sentBy(each), 0);
  return { byHer, fromMailbox };
}

/** What she put off over a limit, to moments that may still come. */
export function putOffOf(store: Store, { id }: Assistant): PutOff {
  const kept = store.cursor(`put-off/${id}`);
  return kept === null ? {} : (JSON.parse(kept) as PutOff);
}

/** The cursor that keeps it; part of the decision's commit. */
export function putOffCursor({ id }: Assistant, putOff: PutOff): Record<string, string> {
  return { [`put-off/${id}`]: JSON.stringify(putOff) };
}

/** Who else writes from her mail account, and its limit; null: it has none. */
export function sharedMailbox(
  store: Store,
  assistant: Assistant,
): { readonly assistants: readonly Assistant[]; readonly limit: number } | null {
  const own = store.mailboxes.ofAssistant(assistant.id);
  if (own === null) return null;
  const keyOf = ({ smtp, user }: typeof own): string => `${user}@${smtp.host}`.toLowerCase();
  const sharers = store.mailboxes.all().filter((each) => keyOf(each) === keyOf(own));
  const limits = sharers.flatMap((each) => each.dailyLimit ?? []);
  if (limits.length === 0) return null;
  const assistants = sharers.flatMap((each) => store.assistants.byId(each.assistantId) ?? []);
  return { assistants, limit: Math.min(...limits) };
}

/** The public holidays that hold for a lead: of its own country, else of the assistant's; looked up when asked for. */
export function holidaysFor(
  holidays: Holidays,
  lead: { readonly country: string; readonly timeZone: string | null },
  rules: Pick<SendingRules, 'country' | 'timeZone'>,
): HolidayCalendar {
  let calendar: HolidayCalendar | undefined;
  return {
    nameOn: (day) => {
      const country = () =>
        holidays.countryOf(lead.country, lead.timeZone) ??
        rules.country ??
        holidays.countryOf('', rules.timeZone);
      return (calendar ??= holidays.of(country())).nameOn(day);
    },
  };
}

/** When this lead may be written to: the same facts that decisions plan with. Her plan is counted when asked for. */
export function sendingOf(
  { store, holidays, clock }: Pick<CoreContext, 'store' | 'holidays' | 'clock'>,
  lead: Lead,
  assistant: Assistant,
): Sending {
  const now = clock.now();
  const planning = planningOf(lead, {
    now,
    assistant,
    plannedPerDay: {},
    mailbox: mailboxPlan(store, assistant, now),
    holidays: holidaysFor(holidays, lead, assistant.rules),
  });
  return {
    ...planning,
    get plannedPerDay() {
      return plannedPerDay(store, assistant, now);
    },
  };
}
