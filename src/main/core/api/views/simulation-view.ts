import type { SimulatedDayView, SimulationView } from '#contract/sending.ts';
import type { CoreContext } from '../../context.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import type { SimulatedSend } from '../../domain/leads/simulate-sending.ts';
import { isoDate, localAt } from '../../domain/schedules/local-time.ts';
import { HOUR } from '../../domain/time.ts';
import type { SimulationOfNow } from '../../flows/nurture/simulate.ts';
import { leadName } from './lead-view.ts';

/** Messages of a day that are listed one by one. */
const LISTED = 100;

/** A simulation by the days and hours of a time zone. */
export function simulationView(
  core: CoreContext,
  simulation: SimulationOfNow,
  timeZone: string,
): SimulationView {
  const { from, until, sends, delays, ended, keptBack } = simulation;
  const dayOf = (at: number): string => isoDate(localAt(at, timeZone).day);
  const byDay = Map.groupBy(sends, (send) => dayOf(send.at));
  const overflow = Map.groupBy(
    delays.filter((delay) => delay.because !== 'hours'),
    (delay) => dayOf(delay.at),
  );
  const holidays = holidaysOf(core, simulation);
  const days: SimulatedDayView[] = [];
  for (let at = localAt(from, timeZone).day; at <= localAt(until, timeZone).day; at += 1) {
    const day = isoDate(at);
    const ofDay = byDay.get(day) ?? [];
    const hours = Array.from({ length: 24 }, () => 0);
    for (const send of ofDay) {
      const hour = Math.floor(localAt(send.at, timeZone).timeOfDay / HOUR);
      hours[hour] = (hours[hour] ?? 0) + 1;
    }
    days.push({
      day,
      count: ofDay.length,
      hours,
      assistants: assistantsOf(core, ofDay),
      putOff: overflow.get(day)?.length ?? 0,
      holidays: holidays(day),
      sends: ofDay.slice(0, LISTED).map((send) => sendView(core, simulation.leads, send)),
    });
  }
  return {
    from,
    until,
    timeZone,
    total: sends.length,
    days,
    ended,
    keptBack,
    waiting: core.store.leads.countByState({ states: ['New'], custody: ['Held'] }).New,
    remarks: remarks(core),
  };
}

function sendView(
  core: CoreContext,
  leads: ReadonlyMap<string, Lead>,
  send: SimulatedSend,
): SimulatedDayView['sends'][number] {
  const { leadId, assistantId, scheduleId, step, of, at } = send;
  const lead = leads.get(leadId);
  return {
    leadId,
    leadName: lead === undefined ? '' : leadName(lead),
    assistantName: core.store.assistants.byId(assistantId)?.name ?? '',
    scheduleName: core.store.schedules.byId(scheduleId)?.name ?? '',
    step,
    of,
    at,
    zone: lead?.timeZone ?? null,
  };
}

function assistantsOf(core: CoreContext, sends: readonly SimulatedSend[]): SimulatedDayView['assistants'] {
  const counts = Map.groupBy(sends, (send) => send.assistantId);
  return core.store.assistants.all().flatMap(({ id, name, rules }) => {
    const count = counts.get(id)?.length ?? 0;
    return count === 0 ? [] : [{ name, count, limit: rules.dailyLimit }];
  });
}

/** Holidays of the countries that the leads are of, by day. */
function holidaysOf(
  core: CoreContext,
  { leads }: SimulationOfNow,
): (day: string) => SimulatedDayView['holidays'] {
  const { holidays, store } = core;
  const countries = new Map<string, number>();
  const known = new Map<string, string | null>();
  for (const lead of leads.values()) {
    const rules = store.assistants.byId(lead.assistantId)?.rules;
    if (rules === undefined || !rules.publicHolidays) continue;
    const place = `${lead.country}\n${lead.timeZone ?? ''}\n${rules.country ?? rules.timeZone}`;
    let country = known.get(place);
    if (country === undefined) {
      country =
        holidays.countryOf(lead.country, lead.timeZone) ??
        rules.country ??
        holidays.countryOf('', rules.timeZone);
      known.set(place, country);
    }
    if (country !== null) countries.set(country, (countries.get(country) ?? 0) + 1);
  }
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  return (day) =>
    [...countries].flatMap(([code, count]) => {
      const name = holidays.of(code).nameOn(day);
      return name === null ? [] : [{ country: names.of(code) ?? code, name, leads: count }];
    });
}

/** What keeps messages from going out as things are now. */
function remarks({ halt, store }: CoreContext): string[] {
  const list = halt.since === null ? [] : ['Everything is stopped now: nothing goes out before Resume.'];
  for (const { name, status, holdWrites, readOnly } of store.connections.all()) {
    if (status !== 'Active')
      list.push(`${name} is ${status}: its messages wait until it is connected again.`);
    else if (readOnly) list.push(`${name} is read-only: its messages are listed in Preview and not sent.`);
    else if (holdWrites) list.push(`${name} holds its messages for approval in Preview.`);
  }
  return list;
}
