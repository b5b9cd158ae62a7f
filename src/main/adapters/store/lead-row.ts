import { z } from 'zod';
import {
  CUSTODIES,
  DEACTIVATION_REASONS,
  FOLLOW_UPS,
  HOLD_REASONS,
  LEAD_STATES,
  PAUSE_REASONS,
  type Lead,
  type LeadState,
  type ValueSource,
} from '#core/domain/leads/lead.ts';
import { foldText, searchWords } from './search-words.ts';
import type { Row } from './schema.ts';
import { fromJson, toFlag, word, wordOrNull } from './stored-values.ts';

const strings = z.array(z.string());
const instants = z.array(z.number());
const VALUE_SOURCES = ['record', 'default', 'person'] as const satisfies readonly ValueSource[];
const STATE_RANK = new Map<LeadState, number>(LEAD_STATES.map((state, rank) => [state, rank]));
/** Names longer than this are ordered by their beginning. */
const KEY_LENGTH = 64;

/** What the program writes of a lead; the rest the database keeps itself. */
export type LeadValues = Omit<Row<'lead'>, 'no' | 'facet' | 'queued_mails'>;

/** The stored row of a lead. `version` is the one to store. */
export function toLeadValues(lead: Lead, plannedDay: string | null, version: number): LeadValues {
  return {
    id: lead.id,
    connection_id: lead.connectionId,
    assistant_id: lead.assistantId,
    record_id: lead.recordId,
    state: lead.state,
    state_rank: stateRank(lead.state),
    reason: lead.reason,
    state_before: lead.stateBefore,
    hold: lead.hold,
    held_since: lead.heldSince,
    custody: lead.custody,
    follow_up: lead.followUp,
    run: lead.run,
    schedule_id: lead.scheduleId,
    schedule_source: lead.scheduleSource,
    next_step: lead.nextStep,
    step_count: lead.stepCount,
    next_follow_up_at: lead.nextFollowUpAt,
    planned_day: plannedDay,
    paused_without_date: toFlag(lead.pausedWithoutDate),
    paused_because: lead.pausedBecause,
    paused_until: lead.pausedUntil,
    context: lead.context,
    context_source: lead.contextSource,
    email: lead.email,
    is_risky: toFlag(lead.isRisky),
    addresses: JSON.stringify(lead.addresses),
    first_name: lead.firstName,
    last_name: lead.lastName,
    company: lead.company,
    country: lead.country,
    time_zone: lead.timeZone,
    opens: lead.opens,
    clicks: lead.clicks,
    opened_at: JSON.stringify(lead.openedAt),
    last_sent_at: lead.lastSentAt,
    last_reply_at: lead.lastReplyAt,
    answer_awaited_since: lead.answerAwaitedSince,
    next_risk_at: lead.nextRiskAt,
    risk_reminders: lead.riskReminders,
    thread_subject: lead.threadSubject,
    thread: JSON.stringify(lead.thread),
    assigned_at: lead.assignedAt,
    previous_owner_id: lead.previousOwnerId,
    hand_back_to: lead.handBackTo,
    created_at: lead.createdAt,
    updated_at: lead.updatedAt,
    record_deleted: toFlag(lead.recordDeleted),
    version,
    name_key: orderKey(`${lead.firstName} ${lead.lastName}`) ?? orderKey(lead.email),
    company_key: orderKey(lead.company),
    words: wordsOf(lead),
  };
}

/** The lead of a stored row; throws `StoredRowInvalid`. */
export function toLead(row: Row<'lead'>): Lead {
  const name = { table: 'lead', id: row.id };
  return {
    id: row.id,
    connectionId: row.connection_id,
    assistantId: row.assistant_id,
    recordId: row.record_id,
    state: word(LEAD_STATES, row.state, name, 'state'),
    reason: wordOrNull(DEACTIVATION_REASONS, row.reason, name, 'reason'),
    stateBefore: wordOrNull(LEAD_STATES, row.state_before, name, 'state_before'),
    hold: wordOrNull(HOLD_REASONS, row.hold, name, 'hold'),
    heldSince: row.held_since,
    custody: word(CUSTODIES, row.custody, name, 'custody'),
    followUp: word(FOLLOW_UPS, row.follow_up, name, 'follow_up'),
    run: row.run,
    scheduleId: row.schedule_id,
    scheduleSource: word(VALUE_SOURCES, row.schedule_source, name, 'schedule_source'),
    nextStep: row.next_step,
    stepCount: row.step_count,
    nextFollowUpAt: row.next_follow_up_at,
    pausedWithoutDate: row.paused_without_date === 1,
    pausedBecause: wordOrNull(PAUSE_REASONS, row.paused_because, name, 'paused_because'),
    pausedUntil: row.paused_until,
    context: row.context,
    contextSource: word(VALUE_SOURCES, row.context_source, name, 'context_source'),
    email: row.email,
    isRisky: row.is_risky === 1,
    addresses: fromJson(strings, row.addresses, name, 'addresses'),
    firstName: row.first_name,
    lastName: row.last_name,
    company: row.company,
    country: row.country,
    timeZone: row.time_zone,
    opens: row.opens,
    clicks: row.clicks,
    openedAt: fromJson(instants, row.opened_at, name, 'opened_at'),
    lastSentAt: row.last_sent_at,
    lastReplyAt: row.last_reply_at,
    answerAwaitedSince: row.answer_awaited_since,
    nextRiskAt: row.next_risk_at,
    riskReminders: row.risk_reminders,
    threadSubject: row.thread_subject,
    thread: fromJson(strings, row.thread, name, 'thread'),
    assignedAt: row.assigned_at,
    previousOwnerId: row.previous_owner_id,
    handBackTo: row.hand_back_to,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    recordDeleted: row.record_deleted === 1,
    version: row.version,
  };
}

/** The place of a state in the order of the Leads screen: the order in which a lead goes through them. */
export function stateRank(state: LeadState): number {
  return STATE_RANK.get(state) ?? LEAD_STATES.length;
}

function orderKey(text: string): string | null {
  const folded = foldText(text.trim()).slice(0, KEY_LENGTH);
  return folded === '' ? null : folded;
}

function wordsOf(lead: Lead): string {
  const text = [
    lead.firstName,
    lead.lastName,
    lead.company,
    lead.email,
    ...lead.addresses,
    lead.context,
  ].join(' ');
  return [...new Set(searchWords(text))].map((each) => ` ${each}`).join('');
}
