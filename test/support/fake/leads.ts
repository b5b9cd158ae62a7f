import type { LeadFilterInput, LeadRow } from '#contract/leads.ts';
import type { LeadState } from '#contract/names.ts';
import { DEACTIVATION_REASONS, LEAD_STATES } from '#contract/names.ts';
import { randomFrom } from './random.ts';
import type { Random } from './random.ts';
import { DAY, HOUR, MINUTE, NOW } from './world.ts';

const words = (line: string): string[] => line.split('|');
const FIRST = [
  words('Ana|Jonas|Mireille|Tariq|Wei|Olu|Sofia|Pavel|Ingrid|Diego|Priya|Hannah|Emeka|Yuki|Lars|Chiara'),
  words('Mateus|Zoë|Björn|Aoife|Noor|Viktor|Élodie|Samir'),
].flat();
const LAST = [
  words('Silva|Becker|Dubois|Hassan|Zhang|Adeyemi|Rossi|Novák|Lindqvist|Morales|Iyer|Weber|Okonkwo|Tanaka'),
  words('Jensen|Conti|Ferreira|van den Berg|Ó Súilleabháin'),
].flat();
const COMPANIES = [
  words('Voltera Mobility|Hafen Logistik|Brightpath Fleet|Cobalt Motors|Andes Transit|Kestrel Energy'),
  words('Polar Freight|Lumen Works|Maison Duret|Saffron Foods|Quayside Rentals|Tern & Co'),
].flat();
const OWNERS = ['Robin Okafor', 'Camille Laurent', 'Erik Sandberg', 'Dana Whitfield'];
const ASSISTANTS = [
  { id: 'as-1', name: 'Lena Fischer', context: 'cyber security for electric vehicles' },
  { id: 'as-2', name: 'Maya Rao', context: 'fleet charging with dynamic prices' },
] as const;
const SCHEDULES = [
  { id: 'sch-1', name: 'Recommended', steps: 7 },
  { id: 'sch-2', name: 'Trade fair, short', steps: 3 },
] as const;

const TAGS = ['Key account', 'Trade fair', 'VIP'];

/** How many of 100 leads are in each state. */
const SHARE: Readonly<Record<LeadState, number>> = {
  New: 6,
  Pending: 4,
  Cold: 34,
  Engaged: 15,
  Warm: 8,
  OutOfOffice: 3,
  Hot: 4,
  Responded: 6,
  UnSubscribed: 2,
  DeActivated: 5,
  LeadAtRisk: 1,
  Processed: 12,
};
const DECK = LEAD_STATES.flatMap((state) => Array.from({ length: SHARE[state] }, () => state));
const ACTIVE: ReadonlySet<LeadState> = new Set(['New', 'Pending', 'Cold', 'Engaged', 'Warm', 'OutOfOffice']);

/** Names that break careless layouts: long ones, and ones that are read from the right. */
const HARD_NAMES = [
  'Maximiliane Freifrau von und zu Guttenberg-Schwarzenfeld-Hohenlohe',
  'عبد الرحمن بن محمد الشريف',
  'נועה בן־דוד',
  '鈴木 美咲',
];

function makeLead(index: number, random: Random): LeadRow & { scheduleId: string; createdAt: number } {
  const state = index < 12 ? LEAD_STATES[index]! : random.pick(DECK);
  const hard = index > 0 && index % 17 === 0 ? HARD_NAMES[(index / 17) % HARD_NAMES.length] : undefined;
  const first = random.pick(FIRST);
  const last = random.pick(LAST);
  const company = random.pick(COMPANIES);
  const assistant = random.pick(ASSISTANTS);
  const schedule = random.next() < 0.8 ? SCHEDULES[0] : SCHEDULES[1];
  const active = ACTIVE.has(state);
  const started = state !== 'New' && state !== 'Pending';
  const of = schedule.steps;
  const sent = state === 'Processed' ? of : started ? 1 + random.below(of - 1) : 0;
  const stopped = active && random.next() < 0.02;
  const pausedWithoutDate = state === 'OutOfOffice' && random.next() < 0.3;
  const followUp = !active
    ? state === 'Processed'
      ? 'Completed'
      : 'Stopped'
    : stopped
      ? 'Stopped'
      : pausedWithoutDate
        ? 'Paused'
        : state === 'New'
          ? 'Waiting'
          : 'Scheduled';
  const next = followUp === 'Scheduled' ? NOW + 20 * MINUTE + random.below(6 * DAY) : null;
  const custody = active
    ? 'Held'
    : state === 'LeadAtRisk' || random.next() < 0.97
      ? 'HandedBack'
      : random.next() < 0.5
        ? 'HandingBack'
        : 'Released';
  const owner = random.pick(OWNERS);
  const ownContext = random.next() < 0.25;
  const noContext = state === 'New' && random.next() < 0.2;
  const name = hard ?? `${first} ${last}`;
  const ascii = `${first}.${last}`
    .normalize('NFD')
    .replace(/[^A-Za-z.]/g, '')
    .toLowerCase();
  const recordId = String(51_000_000 + index * 37);
  const updatedAt = NOW - random.below(20 * DAY) - MINUTE;
  return {
    id: `lead-${index + 1}`,
    name,
    email: `${ascii}${index}@${company.toLowerCase().replace(/[^a-z]+/g, '-')}.example`,
    company,
    state,
    reason: state === 'DeActivated' ? random.pick(DEACTIVATION_REASONS) : null,
    hold: state === 'New' ? (noContext ? 'no-context' : 'no-capacity') : null,
    custody,
    followUp,
    sent,
    of,
    nextFollowUpAt: next,
    awaitsApproval: false,
    pausedWithoutDate,
    pausedBecause: null,
    pausedUntil: null,
    tags: TAGS.filter((_, nth) => index % (nth * 3 + 4) === 0),
    context: noContext
      ? ''
      : ownContext
        ? 'battery leasing for delivery vans in dense cities'
        : assistant.context,
    contextSource: ownContext ? 'record' : 'default',
    assistantId: assistant.id,
    assistantName: assistant.name,
    connectionId: 'con-1',
    recordId,
    recordUrl: `https://app.hubspot.com/contacts/4711/record/0-1/${recordId}`,
    ownerName: custody === 'Held' ? assistant.name : owner,
    previousOwnerName: owner,
    scheduleName: schedule.name,
    scheduleId: schedule.id,
    updatedAt,
    createdAt: updatedAt - random.below(10 * DAY) - HOUR,
  };
}

export type FakeLead = ReturnType<typeof makeLead> & {
  reminders?: { id: string; dueAt: number; text: string }[];
};

/** `count` leads, the first twelve one of each state. */
export function makeLeads(count: number, seed = 7): FakeLead[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => makeLead(index, random));
}

/** Whether a lead is among what a filter asks for. */
export function matches(lead: FakeLead, filter: LeadFilterInput): boolean {
  const search = filter.search?.trim().toLowerCase();
  if (search && !`${lead.name} ${lead.email} ${lead.company}`.toLowerCase().includes(search)) return false;
  if (filter.states && !filter.states.includes(lead.state)) return false;
  if (filter.custody && !filter.custody.includes(lead.custody)) return false;
  if (filter.followUp && !filter.followUp.includes(lead.followUp)) return false;
  if (filter.assistantId && filter.assistantId !== lead.assistantId) return false;
  if (filter.connectionId && filter.connectionId !== lead.connectionId) return false;
  if (filter.need === 'paused-without-date' && !lead.pausedWithoutDate) return false;
  if (filter.need === 'no-context' && lead.hold !== 'no-context') return false;
  if (filter.need === 'at-risk' && lead.state !== 'LeadAtRisk') return false;
  if (['unsure-reply', 'restored', 'colleague-replied', 'value-missing'].includes(filter.need ?? ''))
    return false;
  if (filter.tag && !lead.tags.includes(filter.tag)) return false;
  if (filter.withoutTag && lead.tags.includes(filter.withoutTag)) return false;
  if (filter.reasons && !filter.reasons.some((reason) => reason === lead.reason)) return false;
  if (filter.clicked !== undefined && filter.clicked !== (lead.state === 'Warm')) return false;
  if (filter.paused !== undefined && filter.paused !== (lead.pausedUntil !== null)) return false;
  if (lead.sent < (filter.sentFrom ?? 0) || lead.sent > (filter.sentTo ?? lead.sent)) return false;
  return !filter.scheduleId || filter.scheduleId === lead.scheduleId;
}

type SortBy = 'name' | 'state' | 'next' | 'updated' | 'created' | 'company';

/** Compares two leads; what has no date comes last. */
export function compareBy(by: SortBy): (a: FakeLead, b: FakeLead) => number {
  const far = Number.MAX_SAFE_INTEGER;
  switch (by) {
    case 'name':
      return (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
    case 'company':
      return (a, b) => (a.company < b.company ? -1 : a.company > b.company ? 1 : 0);
    case 'state':
      return (a, b) => LEAD_STATES.indexOf(a.state) - LEAD_STATES.indexOf(b.state);
    case 'next':
      return (a, b) => (a.nextFollowUpAt ?? far) - (b.nextFollowUpAt ?? far);
    case 'updated':
      return (a, b) => a.updatedAt - b.updatedAt;
    case 'created':
      return (a, b) => a.createdAt - b.createdAt;
  }
}
