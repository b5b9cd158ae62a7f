import fc from 'fast-check';
import { decideAssignment } from '#core/domain/leads/decide-assignment.ts';
import { decideEvent } from '#core/domain/leads/decide-event.ts';
import type { Decision } from '#core/domain/leads/decision.ts';
import type { AssignmentFacts, Facts, ScheduleFacts } from '#core/domain/leads/facts.ts';
import { DEACTIVATION_REASONS, LEAD_STATES } from '#core/domain/leads/lead.ts';
import type { Lead } from '#core/domain/leads/lead.ts';
import { REPLY_INTENTS } from '#core/domain/leads/lead-event.ts';
import type { LeadEvent } from '#core/domain/leads/lead-event.ts';
import { DAY, HOUR } from '#core/domain/time.ts';
import { ALWAYS, BOB, FAY, MONDAY, aRecord, aSchedule, someAssignment, someFacts } from './lead-facts.ts';

const GAPS = [1, 2, 3, 4];

/** An event, and how much later than the one before it happened. */
interface Happening {
  readonly event: LeadEvent;
  readonly hours: number;
  /** How many steps the schedule has from then on; null: as before. */
  readonly steps: number | null;
}

/** One step of a life: the lead before, what happened, what was decided. */
export interface Moment {
  readonly before: Lead;
  readonly event: LeadEvent;
  readonly facts: Facts;
  readonly decision: Decision;
  readonly after: Lead;
}

interface World {
  readonly steps: number;
  readonly longTerm: boolean;
  readonly brochure: boolean;
  readonly capacity: boolean;
  readonly task: boolean;
  readonly previousOwner: boolean;
  readonly suppressed: boolean;
}

const at = fc.integer({ min: 0, max: 90 * 24 }).map((hours) => MONDAY + hours * HOUR);
const address = fc.constantFrom('ana@client.example', 'ana@two.example', 'ana@three.example', '');

const event: fc.Arbitrary<LeadEvent> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('mail-sent' as const),
      step: fc.option(fc.nat(4), { freq: 12 }),
      mailId: fc.constant('m1'),
      messageId: fc.nat(200).map((id) => `<${id}@firm>`),
      subject: fc.constant('Hello'),
      at,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('replied' as const),
      intent: fc.constantFrom(...REPLY_INTENTS),
      confidence: fc.constantFrom(0.2, 0.69, 0.7, 1),
      at,
      until: fc.option(at),
      mailId: fc.constant('m2'),
      text: fc.constant('Hello'),
      fromAddress: fc.constantFrom('ana@private.example', 'eva@client.example'),
      fromName: fc.constantFrom('', 'Ana Kovač', 'Eva Horn'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom('opened' as const, 'clicked' as const),
      sentAt: fc.constant(MONDAY),
      at: fc.constantFrom(MONDAY + 1000, MONDAY + HOUR),
    }),
  },
  fc.record({
    type: fc.constant('bounced' as const),
    class: fc.constantFrom('hard' as const, 'soft' as const, 'delayed' as const, 'unknown' as const),
    at,
    mailId: fc.constant('m3'),
    status: fc.option(fc.constant('5.1.1')),
  }),
  {
    weight: 4,
    arbitrary: fc.constantFrom<LeadEvent>(
      { type: 'capacity-freed' },
      { type: 'context-given', context: 'solar roofs' },
      { type: 'address-proved' },
      { type: 'schedule-finished' },
      { type: 'owner-silent' },
      { type: 'owner-answered', at: MONDAY, seen: 'call' },
      { type: 'handed-back', toOwnerId: BOB.id, at: MONDAY },
      { type: 'handed-back', toOwnerId: null, at: MONDAY },
      { type: 'hand-back-failed', because: 'It failed.' },
      { type: 'hand-back-undone', at: MONDAY },
      { type: 'send-postponed', until: MONDAY + 3 * DAY, because: 'mailbox' },
      { type: 'sending-interrupted', dueAt: MONDAY + 3 * DAY },
      { type: 'draft-approved', step: 0, claims: ['43 %'] },
      { type: 'message-incomplete', step: 0, missing: ['company'] },
      { type: 'values-changed' },
      { type: 'send-postponed', until: MONDAY + 4 * DAY, because: 'daily-limit' },
      { type: 'bounce-guard-asked', figures: { created: 100, bounced: 4 } },
      { type: 'bounce-guard-asked', figures: { created: 100, bounced: 3 } },
      { type: 'schedule-changed', name: 'Ours', applies: true },
    ),
  },
  fc.constantFrom<LeadEvent>(
    { type: 'taken-away', newOwnerId: FAY.id, at: MONDAY },
    { type: 'record-deleted' },
    { type: 'record-merged', intoRecordId: '900' },
    { type: 'address-suppressed' },
    { type: 'meeting-booked', at: MONDAY, startsAt: MONDAY + 3 * DAY },
    { type: 'meeting-cancelled', at: MONDAY, startsAt: null, mailId: 'm4', byLead: true },
    { type: 'meeting-cancelled', at: MONDAY, startsAt: MONDAY + DAY, mailId: 'm5', byLead: false },
    { type: 'colleague-replied', who: 'Eva Horn', at: MONDAY },
    { type: 'unsubscribed', at: MONDAY, addresses: ['ana@client.example'] },
    { type: 'address-excluded', pattern: 'client.example' },
  ),
  fc.record({
    type: fc.constant('contact-changed' as const),
    email: address,
    addresses: fc.array(address, { maxLength: 2 }),
    firstName: fc.constant('Ana'),
    lastName: fc.constant('Kovač'),
    company: fc.constant('Client'),
    country: fc.constant('DE'),
    timeZone: fc.option(fc.constant('Europe/Berlin')),
  }),
  {
    weight: 5,
    arbitrary: fc.constantFrom<LeadEvent>(
      { type: 'marked', state: 'Hot' },
      { type: 'marked', state: 'Responded' },
      { type: 'marked', state: 'Cold' },
      { type: 'marked', state: 'DeActivated' },
      { type: 'stop-pressed' },
      { type: 'continue-pressed' },
      { type: 'continue-pressed' },
      { type: 'restart-pressed', scheduleId: null, assistantId: null },
      { type: 'restart-pressed', scheduleId: 's9', assistantId: 'a2' },
      { type: 'hand-back-pressed' },
      { type: 'not-at-risk-pressed' },
      { type: 'note-added', text: 'A note' },
      { type: 'marked', state: 'DeActivated', reason: 'MovedOut' },
      { type: 'pause-pressed', until: '2026-03-06' },
      { type: 'pause-pressed', until: '2026-03-20' },
      { type: 'pause-pressed', until: '2026-04-30' },
      { type: 'unsubscribe-pressed' },
      { type: 'schedule-chosen', scheduleId: 's9', fromStep: null },
      { type: 'schedule-chosen', scheduleId: 's1', fromStep: 1 },
      { type: 'assistant-chosen', assistantId: 'a2' },
      { type: 'owner-chosen', ownerId: FAY.id },
      {
        type: 'mail-linked',
        mail: { from: 'ana@home.example', subject: 'Hello', at: MONDAY },
        isAnswer: true,
      },
      {
        type: 'mail-linked',
        mail: { from: 'ana@home.example', subject: '', at: MONDAY },
        isAnswer: false,
      },
      { type: 'tagged', add: ['Fair'], remove: [] },
      { type: 'reminder-set', reminderId: 'r1', dueAt: MONDAY + 400 * DAY, text: 'Call' },
    ),
  },
);

const happenings: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.record({
    event,
    hours: fc.integer({ min: 0, max: 72 }),
    steps: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, fc.nat(4)),
  }),
  { minLength: 1, maxLength: 25 },
);

const world: fc.Arbitrary<World> = fc.record({
  steps: fc.integer({ min: 0, max: 4 }),
  longTerm: fc.boolean(),
  brochure: fc.boolean(),
  capacity: fc.boolean(),
  task: fc.boolean(),
  previousOwner: fc.boolean(),
  suppressed: fc.boolean(),
});

const assignment: fc.Arbitrary<Partial<AssignmentFacts>> = fc.record({
  address: fc.oneof(
    { weight: 6, arbitrary: fc.constant({ verdict: 'valid' as const }) },
    fc.constant({ verdict: 'unverifiable' as const }),
    fc.constant({ verdict: 'risky' as const }),
    fc.constant({ verdict: 'missing' as const }),
    fc.constantFrom(...DEACTIVATION_REASONS).map((reason) => ({ verdict: 'invalid' as const, reason })),
  ),
  suppressed: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
  isGuardUp: fc.boolean(),
  record: fc
    .record({
      connectionStatus: fc.oneof(
        { weight: 4, arbitrary: fc.constant('') },
        fc.constantFrom<string>(...LEAD_STATES, 'In touch'),
      ),
      connectionStatusAt: fc.option(fc.constantFrom(MONDAY - HOUR, MONDAY + HOUR)),
    })
    .map((over) => aRecord(over)),
  mailsSentBefore: fc.nat(5),
});

/** A world, an assignment and what happens after it. */
export const life = fc.tuple(world, assignment, happenings);

function factsOf({ steps, longTerm, brochure, capacity, task, previousOwner, suppressed }: World): Facts {
  const base = someFacts();
  const other: ScheduleFacts = aSchedule([10], { id: 's9', name: 'Long term' });
  const assistant = {
    ...base.assistant,
    hasCapacity: capacity,
    brochureUrl: brochure ? 'https://firm.example/b.pdf' : null,
    rules: { ...ALWAYS, opensAt: 540, closesAt: 1020, offDays: [7] },
  };
  return someFacts({
    connection: { ...base.connection, taskOnHot: task },
    assistant,
    schedule: aSchedule(GAPS.slice(0, steps)),
    longTermSchedule: longTerm ? other : null,
    previousOwner: previousOwner ? BOB : null,
    suppressedAddresses: suppressed ? ['ana@three.example'] : [],
    restartSchedule: other,
    chosenOwner: FAY,
    restartAssistant: { ...assistant, id: 'a2', name: 'Leo', ownerId: '78' },
  });
}

/** The facts that belong to the lead as it is then: its schedule and its assistant. */
function factsFor(lead: Lead, base: Facts, now: number): Facts {
  const assistant = lead.assistantId === 'a2' ? (base.restartAssistant ?? base.assistant) : base.assistant;
  const schedule = lead.scheduleId === 's9' ? (base.restartSchedule ?? base.schedule) : base.schedule;
  return { ...base, now, assistant, schedule };
}

function assign(base: Facts, over: Partial<AssignmentFacts>) {
  const { schedule, suppressedAddresses: _, ...facts } = base;
  return decideAssignment({ ...someAssignment(), ...facts, schedules: [schedule], ...over });
}

/** Lives through the happenings; empty when no lead came of the assignment. */
export function live([conditions, over, list]: [
  World,
  Partial<AssignmentFacts>,
  readonly Happening[],
]): Moment[] {
  let base = factsOf(conditions);
  const first = assign(base, over).lead;
  if (first === null) return [];
  const moments: Moment[] = [];
  let lead = first;
  let now = MONDAY;
  for (const { event: next, hours, steps } of list) {
    now += hours * HOUR;
    if (steps !== null) base = { ...base, schedule: aSchedule(GAPS.slice(0, steps)) };
    const facts = factsFor(lead, base, now);
    const decision = decideEvent(lead, next, facts);
    const after = decision.lead ?? lead;
    moments.push({ before: lead, event: next, facts, decision, after });
    lead = after;
  }
  return moments;
}
