import Database from 'better-sqlite3';
import {
  CUSTODIES,
  DEACTIVATION_REASONS,
  FOLLOW_UPS,
  LEAD_STATES,
  type Lead,
  type LeadState,
} from '#core/domain/leads/lead.ts';
import { leadFacets } from '#adapters/store/facets.ts';
import { leadPlan } from '#adapters/store/lead-plan.ts';
import { Statements } from '#adapters/store/statements.ts';
import { leadWriter } from '#adapters/store/write-leads.ts';
import { Writing } from '#adapters/store/writing.ts';

const DAY = 86_400_000;
/** The moment of the made-up data; a fixed one, so that every run has the same rows. */
export const FILLED_AT = Date.UTC(2026, 8, 1);

const FIRST =
  'Anna Ben Clara David Elena Felix Grace Hugo Inês Jonas Katya Léa Marco Nora Olaf Paula Quentin Rosa Søren Tomás Uma Viktor Wanda Ximena Yusuf Zoë'.split(
    ' ',
  );
const SYLLABLES = 'ba co den fer gan har jor kel lan mer nor per quin ros sal tor ul van wes zim'.split(' ');
const CONTEXTS = [
  'cyber security for electric vehicles',
  'payroll software for hotels',
  'solar roofs for warehouses',
  'translation of technical documents',
];
/** How often each state is met in a portal that has been worked on for a while, in LEAD_STATES order. */
const STATE_WEIGHTS = [20, 10, 260, 120, 60, 15, 25, 110, 40, 130, 10, 200];

/** A generator of the same numbers at every run. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/**
 * Adds made-up leads to a store's file (closed meanwhile) with the store's own prepared insert, in few large
 * transactions; the indexes are built after them.
 */
export function fillLeads(file: string, count: number, connectionIds: readonly string[]): void {
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -262144');
  db.pragma('temp_store = MEMORY');
  const indexes = db
    .prepare(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'lead' AND sql IS NOT NULL",
    )
    .all() as { name: string; sql: string }[];
  for (const index of indexes) db.exec(`DROP INDEX ${index.name}`);

  const statements = new Statements(db);
  const facets = leadFacets(statements);
  const plan = leadPlan(statements);
  const write = leadWriter(statements, facets, plan, new Writing());
  const random = numbersFrom(7);
  const addMany = db.transaction((from: number, to: number) => {
    for (let index = from; index < to; index += 1) {
      const lead = madeUpLead(index, random, connectionIds);
      const at = lead.nextFollowUpAt;
      write([{ lead, plannedDay: at === null ? null : new Date(at).toISOString().slice(0, 10) }]);
    }
    facets.write();
    plan.write();
  });
  for (let from = 0; from < count; from += 50_000) addMany(from, Math.min(count, from + 50_000));

  // A rare tag, and one that a third of all have.
  db.exec(`
    INSERT INTO lead_tag (tag, lead_id) SELECT 'VIP', id FROM lead WHERE no % 200 = 0;
    INSERT INTO lead_tag (tag, lead_id) SELECT 'Trade fair', id FROM lead WHERE no % 3 = 0;
  `);
  for (const index of indexes) db.exec(index.sql);
  db.close();
}

function madeUpLead(index: number, random: () => number, connectionIds: readonly string[]): Lead {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const firstName = pick(FIRST);
  const lastName = capital(pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES));
  const company = `${capital(pick(SYLLABLES) + pick(SYLLABLES))} ${capital(pick(SYLLABLES))} ${pick(['GmbH', 'Ltd', 'SA', 'Inc'])}`;
  const email = `${firstName}.${lastName}.${index}@${company.split(' ')[0]}.example`.toLowerCase();
  const state = weightedState(random());
  const isActive = LEAD_STATES.indexOf(state) < 6;
  const assistant = Math.floor(random() * 8);
  const followUp = isActive ? (random() < 0.8 ? FOLLOW_UPS[0] : FOLLOW_UPS[1]) : FOLLOW_UPS[4];
  const createdAt = FILLED_AT - Math.floor(random() * 400 * DAY);
  return {
    id: `lead-${String(index).padStart(9, '0')}`,
    connectionId: connectionIds[assistant % connectionIds.length]!,
    assistantId: `assistant-${assistant}`,
    recordId: String(100_000 + index),
    state,
    reason: state === 'DeActivated' ? DEACTIVATION_REASONS[index % DEACTIVATION_REASONS.length]! : null,
    stateBefore: null,
    hold: state === 'New' ? 'no-capacity' : null,
    heldSince: null,
    custody: isActive ? CUSTODIES[0] : random() < 0.05 ? CUSTODIES[1] : CUSTODIES[2],
    followUp,
    run: 0,
    scheduleId: `schedule-${Math.floor(random() * 4)}`,
    scheduleSource: 'default',
    nextStep: Math.floor(random() * 7),
    stepCount: 7,
    nextFollowUpAt: isActive ? FILLED_AT + Math.floor(random() * 20 * DAY) : null,
    pausedWithoutDate: false,
    pausedBecause: null,
    pausedUntil: isActive && index % 50 === 0 ? '2026-09-20' : null,
    context: CONTEXTS[assistant % CONTEXTS.length]!,
    contextSource: 'default',
    email,
    isRisky: false,
    addresses: [email],
    firstName,
    lastName,
    company,
    country: 'Germany',
    timeZone: null,
    opens: 0,
    clicks: index % 12 === 0 ? 1 : 0,
    openedAt: [],
    lastSentAt: createdAt + DAY,
    lastReplyAt: null,
    answerAwaitedSince: null,
    nextRiskAt: null,
    riskReminders: 0,
    threadSubject: 'A question about your fleet',
    thread: [`<${index}@baton.example>`],
    assignedAt: createdAt,
    previousOwnerId: '77',
    handBackTo: null,
    createdAt,
    updatedAt: createdAt + Math.floor(random() * (FILLED_AT - createdAt)),
    recordDeleted: false,
    version: 0,
  };
}

function weightedState(share: number): LeadState {
  let left = share * STATE_WEIGHTS.reduce((sum, weight) => sum + weight, 0);
  return LEAD_STATES.find((_, index) => (left -= STATE_WEIGHTS[index]!) < 0) ?? 'Cold';
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
