import { z } from 'zod';
import { base, instant } from './common.ts';

/** An entry of the list *Never write to*. */
export const exclusionView = z.object({
  /** An address, a domain with what is under it, or `*.` and a domain for only what is under it. */
  pattern: z.string(),
  at: instant,
});
export type ExclusionView = z.infer<typeof exclusionView>;

/** Who gets a record whose previous owner is absent. */
export const handBackRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed') }),
  z.object({ kind: z.literal('round-robin'), ownerIds: z.array(z.string()) }),
  /** ISO 3166-1 alpha-2 → owner. */
  z.object({ kind: z.literal('by-country'), owners: z.record(z.string(), z.string()) }),
]);
export type HandBackRuleView = z.infer<typeof handBackRule>;

export const absenceView = z.object({
  ownerId: z.string(),
  name: z.string(),
  since: instant,
  until: instant,
  deputyOwnerId: z.string().nullable(),
  deputyName: z.string().nullable(),
});

/** Hand-back of one connection: its rule, what follows a complete schedule, and who is away. */
export const handBackView = z.object({
  connectionId: z.string(),
  version: z.number().int(),
  rule: handBackRule,
  /** Whose turn is next; null: it does not go by turn. */
  nextOwnerId: z.string().nullable(),
  longTermScheduleId: z.string().nullable(),
  absences: z.array(absenceView),
});
export type HandBackView = z.infer<typeof handBackView>;

/** One message of a simulation. */
export const simulatedSend = z.object({
  leadId: z.string(),
  leadName: z.string(),
  assistantName: z.string(),
  scheduleName: z.string(),
  step: z.number().int(),
  of: z.number().int(),
  at: instant,
  /** The lead's zone; null: the assistant's holds. */
  zone: z.string().nullable(),
});
export type SimulatedSendView = z.infer<typeof simulatedSend>;

export const simulatedDay = z.object({
  /** ISO date in the zone that was asked for. */
  day: z.string(),
  count: z.number().int(),
  /** Messages by hour, 0 to 23. */
  hours: z.array(z.number().int()),
  /** By assistant. */
  assistants: z.array(z.object({ name: z.string(), count: z.number().int(), limit: z.number().int() })),
  /** Messages that were due and went to a later day because a limit was reached. */
  putOff: z.number().int(),
  /** Public holidays: "Germany: Tag der Deutschen Einheit", with the leads of that country. */
  holidays: z.array(z.object({ country: z.string(), name: z.string(), leads: z.number().int() })),
  /** The first messages of the day. */
  sends: z.array(simulatedSend),
});
export type SimulatedDayView = z.infer<typeof simulatedDay>;

export const simulationView = z.object({
  from: instant,
  until: instant,
  timeZone: z.string(),
  total: z.number().int(),
  days: z.array(simulatedDay),
  /** Leads whose schedule ends in that time without a reply. */
  ended: z.number().int(),
  /** Leads that are due and would not be written to. */
  keptBack: z.number().int(),
  /** Leads in New, which wait for capacity, a context or the bounce guard: not in it. */
  waiting: z.number().int(),
  /** Why nothing, or not all, goes out as things are now: everything stopped, a connection not active; empty: it does. */
  remarks: z.array(z.string()),
});
export type SimulationView = z.infer<typeof simulationView>;

const done = z.object({ done: z.literal(true) });
const connectionId = z.object({ connectionId: z.string() });

export const sending = {
  /** In the order of the patterns, after one of them. */
  exclusions: base
    .input(z.object({ search: z.string(), after: z.string() }))
    .output(z.object({ rows: z.array(exclusionView), total: z.number().int(), more: z.boolean() })),
  /** Adds what a pasted list holds; refused with a sentence for each word that is neither address nor domain. */
  exclude: base
    .input(z.object({ list: z.string() }))
    .output(z.object({ added: z.number().int(), known: z.number().int() })),
  include: base.input(z.object({ pattern: z.string() })).output(done),
  handBack: base.input(connectionId).output(handBackView),
  setHandBack: base
    .input(
      connectionId.extend({
        version: z.number().int(),
        rule: handBackRule,
        longTermScheduleId: z.string().nullable(),
      }),
    )
    .output(handBackView),
  /** "I am away until…": for any user of the CRM who can own records. */
  setAway: base
    .input(connectionId.extend({ ownerId: z.string(), until: instant, deputyOwnerId: z.string().nullable() }))
    .output(handBackView),
  endAway: base.input(connectionId.extend({ ownerId: z.string() })).output(handBackView),
  /** Countries that have a calendar of holidays. */
  countries: base.output(z.array(z.object({ code: z.string(), name: z.string() }))),
  /** What goes out in the next days; nothing is sent. */
  simulate: base
    .input(z.object({ days: z.number().int().min(1).max(60), timeZone: z.string() }))
    .output(simulationView),
};
