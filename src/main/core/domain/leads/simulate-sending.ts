import { answerDue } from '../schedules/due-now.ts';
import type { PostponedBecause, PutOff } from '../schedules/due-now.ts';
import { localDay } from '../schedules/send-time.ts';
import type { DayLimit } from '../schedules/send-time.ts';
import { TimeQueue } from '../time-queue.ts';
import { DAY } from '../time.ts';
import type { Instant } from '../time.ts';
import { planningOf } from './decide-engagement.ts';
import { decideEvent } from './decide-event.ts';
import type { Facts } from './facts.ts';
import type { Lead } from './lead.ts';
import type { LeadEvent } from './lead-event.ts';

/** An assistant as a simulation needs her. */
export interface SimulatedAssistant {
  readonly id: string;
  readonly timeZone: string;
  /** What she sent on the day on which it begins, or has on its way. */
  readonly sentToday: number;
  /** The mail account she writes from, where it has a limit; those who share it name the same. */
  readonly mailbox: { readonly key: string; readonly limit: number } | null;
  /** What she put off before it begins. */
  readonly putOff: PutOff;
}

/** Everything as it stands at the beginning. */
export interface SimulatedWorld {
  readonly from: Instant;
  readonly until: Instant;
  /** Under follow-up, in the order in which they were created; what is not due before the end may be left out. */
  readonly leads: readonly Lead[];
  /** Ids of those whose next message is on its way already. */
  readonly onTheWay: ReadonlySet<string>;
  readonly assistants: readonly SimulatedAssistant[];
  /** Facts of a lead's decision at a moment, but for what the simulation itself plans; null: it cannot go on. */
  factsOf(lead: Lead, now: Instant): Facts | null;
  /** Whether the lead would not be written to: suppressed, excluded, or held back by the bounce guard. */
  isKeptBack(lead: Lead): boolean;
  /** Whether a person wants the lead's next message not to be sent; absent: none is. */
  isLeftOut?(lead: Lead): boolean;
}

/** A message that goes out. */
export interface SimulatedSend {
  readonly leadId: string;
  readonly assistantId: string;
  readonly scheduleId: string;
  readonly step: number;
  readonly of: number;
  readonly at: Instant;
}

/** A message that was due and had to wait. */
export interface SimulatedDelay {
  readonly leadId: string;
  readonly at: Instant;
  readonly until: Instant;
  readonly because: PostponedBecause;
}

export interface Simulation {
  readonly sends: readonly SimulatedSend[];
  readonly delays: readonly SimulatedDelay[];
  /** Leads whose schedule ends in that time, without a reply. */
  readonly ended: number;
  /** Leads that were due and would not be written to. */
  readonly keptBack: number;
}

/** Pauses are offered after so many steps. */
const STEPS_AT_ONCE = 200;

/**
 * Lets the clock run over the leads as they are, with the very decisions of sending: what is due is sent, put off or
 * ended, each message sets the next date, each day has its limits. Nothing else happens: nobody opens or answers.
 * Gives the caller a turn now and then; the return value is the result.
 */
export function* simulateSending(world: SimulatedWorld): Generator<void, Simulation> {
  const run = new Run(world);
  for (let steps = 1; run.step(); steps += 1) {
    if (steps % STEPS_AT_ONCE === 0) yield;
  }
  return run.result;
}

/** A lead at its next date, or the moment at which an unverifiable address is proved. */
interface Due {
  readonly what: 'date' | 'proof';
  readonly leadId: string;
  /** One that moved meanwhile is passed over. */
  readonly at: Instant;
}

class Run {
  readonly #world: SimulatedWorld;
  readonly #leads = new Map<string, Lead>();
  readonly #orders = new Map<string, number>();
  readonly #assistants: ReadonlyMap<string, SimulatedAssistant>;
  /** Dates of leads by assistant and day: what a day's limit counts. */
  readonly #planned = new Map<string, Record<string, number>>();
  readonly #sent = new Map<string, Record<string, number>>();
  readonly #putOff = new Map<string, PutOff>();
  readonly #queue = new TimeQueue<Due>();
  readonly #sends: SimulatedSend[] = [];
  readonly #delays: SimulatedDelay[] = [];
  #ended = 0;
  #keptBack = 0;

  constructor(world: SimulatedWorld) {
    this.#world = world;
    this.#assistants = new Map(world.assistants.map((each) => [each.id, each]));
    for (const each of world.assistants) {
      this.#planned.set(each.id, {});
      this.#putOff.set(each.id, each.putOff);
      this.#sent.set(each.id, { [localDay(world.from, each.timeZone)]: each.sentToday });
    }
    world.leads.forEach((lead, order) => {
      this.#orders.set(lead.id, order);
      this.#put(lead);
    });
    for (const lead of world.leads) if (world.onTheWay.has(lead.id)) this.#send(lead, world.from, false);
  }

  get result(): Simulation {
    const [sends, delays] = [this.#sends, this.#delays];
    return { sends, delays, ended: this.#ended, keptBack: this.#keptBack };
  }

  /** All that is due at the next moment: first it is looked at, then what may go is sent. false: nothing is left. */
  step(): boolean {
    const next = this.#queue.nextAt;
    if (next === null || next > this.#world.until) return false;
    const now = next > this.#world.from ? next : this.#world.from;
    const going: Lead[] = [];
    for (let due = this.#takeDue(now); due !== undefined; due = this.#takeDue(now)) {
      const lead = this.#leads.get(due.leadId);
      if (lead === undefined) continue;
      if (due.what === 'proof') this.#apply(lead, { type: 'address-proved' }, now);
      else if (lead.nextFollowUpAt === due.at && this.#handle(lead, now)) going.push(lead);
    }
    for (const lead of going) this.#send(this.#leads.get(lead.id) ?? lead, now, true);
    return true;
  }

  #takeDue(now: Instant): Due | undefined {
    const next = this.#queue.nextAt;
    return next === null || next > now ? undefined : this.#queue.take();
  }

  /** Whether its message goes out now. */
  #handle(lead: Lead, now: Instant): boolean {
    const facts = this.#facts(lead, now);
    if (facts === null || this.#world.isKeptBack(lead)) {
      this.#keptBack += 1;
      this.#drop(lead);
      return false;
    }
    if (facts.schedule.steps[lead.nextStep] === undefined) {
      this.#apply(lead, { type: 'schedule-finished' }, now);
      return false;
    }
    if (this.#world.isLeftOut?.(lead) === true) {
      this.#apply(lead, { type: 'step-skipped', step: lead.nextStep, at: now }, now);
      return false;
    }
    const before = this.#putOff.get(lead.assistantId) ?? {};
    const answer = answerDue(planningOf(lead, facts), now, this.#sentToday(lead, now), before);
    if (answer.kind === 'send') {
      this.#count(lead, now);
      return true;
    }
    this.#putOff.set(lead.assistantId, answer.putOff);
    const { until, because } = answer;
    this.#delays.push({ leadId: lead.id, at: now, until, because });
    this.#apply(lead, { type: 'send-postponed', until, because }, now);
    return false;
  }

  #send(lead: Lead, at: Instant, isNew: boolean): void {
    const { id: leadId, assistantId, scheduleId, nextStep: step, stepCount: of } = lead;
    if (isNew) this.#sends.push({ leadId, assistantId, scheduleId, step, of, at });
    const messageId = `${leadId}/${lead.run}/${step}`;
    const subject = lead.threadSubject ?? '';
    this.#apply(lead, { type: 'mail-sent', step, mailId: messageId, messageId, subject, at }, at);
  }

  #apply(lead: Lead, event: LeadEvent, now: Instant): void {
    const facts = this.#facts(lead, now);
    const after = facts === null ? null : decideEvent(lead, event, facts).lead;
    this.#drop(lead);
    if (after === null) return;
    if (after.custody === 'Held' && after.nextFollowUpAt !== null) this.#put(after);
    else this.#ended += 1;
  }

  #put(lead: Lead): void {
    this.#leads.set(lead.id, lead);
    if (lead.nextFollowUpAt === null) return;
    this.#plan(lead, 1);
    const order = this.#orders.get(lead.id) ?? 0;
    const at = lead.nextFollowUpAt;
    this.#queue.add(at, order, { what: 'date', leadId: lead.id, at });
    if (lead.state === 'Pending' && lead.lastSentAt !== null) {
      this.#queue.add(lead.lastSentAt + DAY, order, { what: 'proof', leadId: lead.id, at });
    }
  }

  #drop(lead: Lead): void {
    if (this.#leads.delete(lead.id) && lead.nextFollowUpAt !== null) this.#plan(lead, -1);
  }

  #plan(lead: Lead, by: 1 | -1): void {
    const planned = this.#planned.get(lead.assistantId);
    const zone = this.#assistants.get(lead.assistantId)?.timeZone;
    if (planned === undefined || zone === undefined || lead.nextFollowUpAt === null) return;
    const day = localDay(lead.nextFollowUpAt, zone);
    planned[day] = (planned[day] ?? 0) + by;
  }

  #count(lead: Lead, now: Instant): void {
    const sent = this.#sent.get(lead.assistantId);
    const zone = this.#assistants.get(lead.assistantId)?.timeZone;
    if (sent === undefined || zone === undefined) return;
    const day = localDay(now, zone);
    sent[day] = (sent[day] ?? 0) + 1;
  }

  #sentToday(lead: Lead, now: Instant): { readonly byHer: number; readonly fromMailbox: number } {
    const by = (each: SimulatedAssistant): number =>
      this.#sent.get(each.id)?.[localDay(now, each.timeZone)] ?? 0;
    const assistant = this.#assistants.get(lead.assistantId);
    if (assistant === undefined) return { byHer: 0, fromMailbox: 0 };
    const sharers = this.#sharersOf(assistant);
    return { byHer: by(assistant), fromMailbox: sharers.reduce((sum, each) => sum + by(each), 0) };
  }

  #sharersOf(assistant: SimulatedAssistant): readonly SimulatedAssistant[] {
    const key = assistant.mailbox?.key;
    if (key === undefined) return [assistant];
    return this.#world.assistants.filter((each) => each.mailbox?.key === key);
  }

  /** What the real day plan would tell: dates from today on, and what was sent today. */
  #facts(lead: Lead, now: Instant): Facts | null {
    const facts = this.#world.factsOf(lead, now);
    const assistant = this.#assistants.get(lead.assistantId);
    if (facts === null || assistant === undefined) return null;
    const planOf = (each: SimulatedAssistant): Record<string, number> => this.#planOf(each, now);
    const sharersOf = (): readonly SimulatedAssistant[] => this.#sharersOf(assistant);
    return {
      ...facts,
      get plannedPerDay() {
        return planOf(assistant);
      },
      get mailbox(): DayLimit | null {
        if (assistant.mailbox === null) return null;
        const planned: Record<string, number> = {};
        for (const plan of sharersOf().map(planOf)) {
          for (const [day, count] of Object.entries(plan)) planned[day] = (planned[day] ?? 0) + count;
        }
        return { limit: assistant.mailbox.limit, planned };
      },
    };
  }

  #planOf(assistant: SimulatedAssistant, now: Instant): Record<string, number> {
    const today = localDay(now, assistant.timeZone);
    const planned = { ...this.#planned.get(assistant.id) };
    planned[today] = (planned[today] ?? 0) + (this.#sent.get(assistant.id)?.[today] ?? 0);
    return planned;
  }
}
