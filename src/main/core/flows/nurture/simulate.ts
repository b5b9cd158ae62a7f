import type { CoreContext } from '../../context.ts';
import { holidaysFor, putOffOf, sharedMailbox } from '../../day-plan.ts';
import { isGuardUp } from '../../domain/leads/bounce-guard.ts';
import type { Facts } from '../../domain/leads/facts.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import { simulateSending } from '../../domain/leads/simulate-sending.ts';
import type { Simulation, SimulatedAssistant } from '../../domain/leads/simulate-sending.ts';
import { localDay, type DayLimit } from '../../domain/schedules/send-time.ts';
import type { HolidayCalendar } from '../../domain/schedules/holiday-calendar.ts';
import { DAY, type Instant } from '../../domain/time.ts';
import { bounceFigures, excludedBy, factsFor } from '../../gather-facts.ts';
import { editOf } from './planned-edits.ts';

/** Leads read at once. */
const ROUND = 500;

/** What would go out, and of which leads it was computed. */
export interface SimulationOfNow extends Simulation {
  readonly from: Instant;
  readonly until: Instant;
  /** By id: the leads as they are at the beginning. */
  readonly leads: ReadonlyMap<string, Lead>;
}

/**
 * What goes out in the next days, were nobody to open, answer or be assigned: the decisions of sending run over the
 * leads as they are on a clock of their own. Nothing is written and nothing is sent.
 */
export async function simulateFromNow(core: CoreContext, days: number): Promise<SimulationOfNow> {
  const { store, clock } = core;
  const from = clock.now();
  const until = from + days * DAY;
  const { leads, queued } = await leadsUnderWay(core, until);
  const run = simulateSending({
    from,
    until,
    leads: [...leads.values()],
    onTheWay: queued,
    assistants: store.assistants.all().map((assistant): SimulatedAssistant => {
      const { id, rules } = assistant;
      const shared = sharedMailbox(store, assistant);
      const sharers = shared?.assistants.map((each) => each.id).toSorted((a, b) => a.localeCompare(b));
      return {
        id,
        timeZone: rules.timeZone,
        putOff: putOffOf(store, assistant),
        sentToday: store.mails.sentOn(id, localDay(from, rules.timeZone)),
        mailbox: shared === null ? null : { key: sharers?.join(' ') ?? id, limit: shared.limit },
      };
    }),
    factsOf: factsBy(core),
    isKeptBack: keptBackBy(core, from),
    isLeftOut: (lead) => editOf(core, lead, lead.nextStep)?.skipped === true,
  });
  for (let turn = run.next(); ; turn = run.next()) {
    if (turn.done === true) return { ...turn.value, from, until, leads };
    await otherWork();
  }
}

async function leadsUnderWay(
  { store }: CoreContext,
  until: Instant,
): Promise<{ readonly leads: ReadonlyMap<string, Lead>; readonly queued: ReadonlySet<string> }> {
  const leads = new Map<string, Lead>();
  const queued = new Set<string>();
  for (let after = 0; ;) {
    const page = store.leads.underWay(until, after, ROUND);
    for (const lead of page.leads) leads.set(lead.id, lead);
    for (const id of page.queued) queued.add(id);
    if (page.last === null) return { leads, queued };
    after = page.last;
    await otherWork();
  }
}

/** Facts that many leads share are gathered once. */
function factsBy(core: CoreContext): (lead: Lead, now: Instant) => Facts | null {
  const shared = new Map<string, Omit<Facts, 'now' | 'holidays'> | null>();
  const calendars = new Map<string, HolidayCalendar>();
  return (lead, now) => {
    const key = `${lead.connectionId} ${lead.assistantId} ${lead.scheduleId}`;
    let base = shared.get(key);
    if (base === undefined) {
      base = sharedFacts(core, lead, now);
      shared.set(key, base);
    }
    const assistant = base?.assistant;
    if (base === null || assistant === undefined) return null;
    const place = `${assistant.id}\n${lead.country}\n${lead.timeZone ?? ''}`;
    let holidays = calendars.get(place);
    if (holidays === undefined) {
      holidays = holidaysFor(core.holidays, lead, assistant.rules);
      calendars.set(place, holidays);
    }
    return { ...base, now, holidays };
  };
}

function sharedFacts(core: CoreContext, lead: Lead, now: Instant): Omit<Facts, 'now' | 'holidays'> | null {
  const assistant = core.store.assistants.byId(lead.assistantId);
  const schedule = core.store.schedules.byId(lead.scheduleId);
  if (assistant === null || schedule === null) return null;
  const {
    now: _now,
    holidays: _holidays,
    ...facts
  } = factsFor(core, lead, { type: 'schedule-finished' }, now);
  const mailbox: DayLimit | null = null;
  return { ...facts, plannedPerDay: {}, mailbox, suppressedAddresses: [], excludedBy: null };
}

/** What the real run would look at before it writes to somebody. */
function keptBackBy({ store }: CoreContext, now: Instant): (lead: Lead) => boolean {
  let isUp: boolean | undefined;
  const guardHolds = (): boolean => (isUp ??= isGuardUp(bounceFigures(store, now)));
  return (lead) =>
    store.suppressions.among(lead.addresses).size > 0 ||
    excludedBy(store, lead.addresses) !== null ||
    (lead.isRisky && lead.lastSentAt === null && guardHolds());
}

function otherWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
