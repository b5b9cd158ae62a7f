import { GUARD_SPAN } from './domain/leads/bounce-guard.ts';
import type { BounceFigures } from './domain/leads/bounce-guard.ts';
import type { AssistantFacts, ConnectionFacts, CrmUser, Facts, ScheduleFacts } from './domain/leads/facts.ts';
import { patternsAgainst } from './domain/leads/exclusions.ts';
import type { Lead } from './domain/leads/lead.ts';
import type { LeadEvent } from './domain/leads/lead-event.ts';
import type { Schedule } from './domain/schedules/schedule.ts';
import type { DayLimit } from './domain/schedules/send-time.ts';
import type { Instant } from './domain/time.ts';
import { holidaysFor, mailboxPlan, plannedPerDay } from './day-plan.ts';
import { quietDays } from './flows/human-mail/settings.ts';
import { handBackFacts } from './hand-back-facts.ts';
import type { Holidays } from './ports/holidays.ts';
import type { Assistant, Connection } from './ports/store/rows.ts';
import type { Store } from './ports/store/store.ts';

/** The rows that facts are made of are gone: the lead's assistant, connection or schedule was removed. */
export class FactsMissing extends Error {}

export function connectionFacts(connection: Connection): ConnectionFacts {
  return {
    id: connection.id,
    guardOn: connection.guardOn,
    taskOnHot: connection.taskOnHot,
    fallbackOwnerId: connection.fallbackOwnerId,
    longTermScheduleId: connection.longTermScheduleId,
    assignment: connection.assignment,
  };
}

export function scheduleFacts(schedule: Schedule): ScheduleFacts {
  return { id: schedule.id, name: schedule.name, steps: schedule.steps, crmValue: schedule.crmValue };
}

export function assistantFacts(assistant: Assistant, ownerId: string, hasCapacity: boolean): AssistantFacts {
  return {
    id: assistant.id,
    name: assistant.name,
    email: assistant.email,
    ownerId,
    context: assistant.context,
    defaultScheduleId: assistant.defaultScheduleId,
    brochureUrl: assistant.brochureUrl,
    rules: assistant.rules,
    riskReminders: { everyDays: assistant.riskReminderDays, times: assistant.riskReminderTimes },
    hasCapacity,
  };
}

/** Whether she may start one more lead (domain.md section 1: `New` is held for want of capacity). */
export function hasCapacity(store: Store, assistant: Assistant): boolean {
  return assistant.activeLimit === null || store.assistants.activeLeads(assistant.id) < assistant.activeLimit;
}

/** What on the list *Never write to* one of these addresses falls under; null: nothing. */
export function excludedBy(store: Store, addresses: readonly string[]): string | null {
  return store.sending.excludedAmong(patternsAgainst(addresses))[0] ?? null;
}

/** What the bounce guard judges by (domain.md section 1). */
export function bounceFigures(store: Store, now: Instant): BounceFigures {
  return store.sending.bouncesSince(now - GUARD_SPAN);
}

export function knownUser(store: Store, connectionId: string, id: string | null): CrmUser | null {
  return id === null ? null : store.users.byId(connectionId, id);
}

/**
 * Everything a decision on this lead may know. The daily plan is only counted when the decision asks for it.
 * @throws FactsMissing when a row it stands on was removed.
 */
export function factsFor(
  { store, holidays }: { readonly store: Store; readonly holidays: Holidays },
  lead: Lead,
  event: LeadEvent,
  now: Instant,
): Facts {
  const connection = store.connections.byId(lead.connectionId);
  const assistant = store.assistants.byId(lead.assistantId);
  const schedule = store.schedules.byId(lead.scheduleId);
  if (connection === null || assistant === null || schedule === null) {
    throw new FactsMissing(`The lead ${lead.id} has lost its connection, assistant or schedule.`);
  }
  const ownerOf = (assistantId: string): string =>
    store.assistants.links(lead.connectionId).find((link) => link.assistantId === assistantId)?.ownerId ?? '';
  const longTerm =
    connection.longTermScheduleId === null ? null : store.schedules.byId(connection.longTermScheduleId);
  const choice = choiceFacts(store, lead, event, ownerOf);
  const owner = ownerFacts(store, lead);
  const addresses =
    event.type === 'contact-changed'
      ? [...lead.addresses, ...event.addresses]
      : event.type === 'mail-linked'
        ? [...lead.addresses, event.mail.from]
        : lead.addresses;
  let planned: Record<string, number> | null = null;
  let mailbox: DayLimit | null | undefined;
  return {
    now,
    connection: connectionFacts(connection),
    assistant: {
      ...assistantFacts(assistant, ownerOf(assistant.id), hasCapacity(store, assistant)),
      // Where nothing goes out unseen, a person sends the brochure.
      ...(store.drafts.rulesOf(assistant.id).reviewFirst ? { brochureUrl: null } : {}),
    },
    schedule: scheduleFacts(schedule),
    longTermSchedule: longTerm === null ? null : scheduleFacts(longTerm),
    ...handBackFacts({ store, holidays }, connection, {
      previousOwner: owner.previousOwner,
      country: lead.country,
      timeZone: lead.timeZone,
      zone: assistant.rules.timeZone,
      now,
    }),
    isChosen: owner.isChosen,
    get plannedPerDay() {
      return (planned ??= plannedPerDay(store, assistant, now));
    },
    get mailbox() {
      return (mailbox ??= mailboxPlan(store, assistant, now));
    },
    holidays: holidaysFor(holidays, lead, assistant.rules),
    suppressedAddresses: [...store.suppressions.among(addresses)],
    excludedBy: excludedBy(store, addresses),
    ...choice,
    ...(event.type === 'owner-silent' ? { ownerAway: ownerAway(store, lead) } : {}),
    ...(event.type === 'mail-sent' && event.byPerson === true ? { quietDays: quietDays(store) } : {}),
  };
}

/** The absence of whoever has the record that was told last; null: none. */
function ownerAway(store: Store, lead: Lead): Facts['ownerAway'] {
  const absences = store.sending.ownersAway(lead.connectionId);
  return absences.find((absence) => absence.ownerId === lead.previousOwnerId) ?? null;
}

/** Who gets the record back: whom a person chose, as long as they are active, else whoever had it. */
function ownerFacts(store: Store, lead: Lead): Pick<Facts, 'previousOwner' | 'isChosen'> {
  const chosen = knownUser(store, lead.connectionId, lead.handBackTo);
  return chosen?.active === true
    ? { previousOwner: chosen, isChosen: true }
    : { previousOwner: knownUser(store, lead.connectionId, lead.previousOwnerId), isChosen: false };
}

/** What a person chose with a command. */
function choiceFacts(
  store: Store,
  lead: Lead,
  event: LeadEvent,
  ownerOf: (assistantId: string) => string,
): Partial<Pick<Facts, 'restartSchedule' | 'restartAssistant' | 'chosenOwner' | 'tags'>> {
  switch (event.type) {
    case 'restart-pressed':
      return restartFacts(store, event, ownerOf);
    case 'schedule-chosen':
      return restartFacts(store, { ...event, assistantId: null }, ownerOf);
    case 'assistant-chosen':
      return restartFacts(store, { ...event, scheduleId: null }, ownerOf);
    case 'owner-chosen': {
      const links = store.assistants.links(lead.connectionId);
      const isAssistant = links.some((link) => link.ownerId === event.ownerId);
      const owner = isAssistant ? null : knownUser(store, lead.connectionId, event.ownerId);
      return owner === null ? {} : { chosenOwner: owner };
    }
    case 'tagged':
      return { tags: store.tags.ofLead(lead.id) };
    default:
      return {};
  }
}

function restartFacts(
  store: Store,
  event: { readonly scheduleId: string | null; readonly assistantId: string | null },
  ownerOf: (assistantId: string) => string,
): Partial<Pick<Facts, 'restartSchedule' | 'restartAssistant'>> {
  const schedule = event.scheduleId === null ? null : store.schedules.byId(event.scheduleId);
  const assistant = event.assistantId === null ? null : store.assistants.byId(event.assistantId);
  return {
    ...(schedule === null ? {} : { restartSchedule: scheduleFacts(schedule) }),
    ...(assistant === null
      ? {}
      : {
          restartAssistant: assistantFacts(assistant, ownerOf(assistant.id), hasCapacity(store, assistant)),
        }),
  };
}
