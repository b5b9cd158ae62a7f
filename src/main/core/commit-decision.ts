import type { Decision } from './domain/leads/decision.ts';
import type { Effect } from './domain/leads/effect.ts';
import type { Lead } from './domain/leads/lead.ts';
import { localDay } from './domain/schedules/send-time.ts';
import type { Ids } from './ports/ids.ts';
import type { Change, LeadWrite } from './ports/store/change.ts';
import type { JournalEntry, Notice, OutboxDraft } from './ports/store/rows.ts';
import type { Instant } from './domain/time.ts';

/** The rows a decision becomes. Lists, so that many decisions go into one commit. */
export interface DecisionRows {
  leads: LeadWrite[];
  journal: JournalEntry[];
  outbox: OutboxDraft[];
  notices: Notice[];
  suppress: { address: string; reason: string; at: Instant }[];
}

export function noRows(): DecisionRows {
  return { leads: [], journal: [], outbox: [], notices: [], suppress: [] };
}

/** Of what the rows are made besides the decision. */
export interface Origin {
  readonly connectionId: string;
  readonly recordId: string;
  /** What makes the keys of this decision's effects unique and the same when it is decided again. */
  readonly decisionKey: string;
  /** The assistant's zone, for the daily plan. */
  readonly timeZone: string;
  readonly now: Instant;
}

/** Adds the rows of one decision. */
export function addDecision(rows: DecisionRows, decision: Decision, origin: Origin, ids: Ids): void {
  const leadId = decision.lead?.id ?? null;
  if (decision.lead !== null) rows.leads.push(leadWrite(decision.lead, origin.timeZone));
  let journalId: string | null = null;
  for (const draft of decision.journal) {
    journalId = ids.next();
    rows.journal.push({
      ...draft,
      id: journalId,
      connectionId: origin.connectionId,
      leadId,
      recordId: origin.recordId,
    });
  }
  decision.effects.forEach((effect, index) => {
    if (effect.kind === 'notice') {
      rows.notices.push({ id: ids.next(), topic: effect.topic, text: effect.text, leadId, at: origin.now });
      return;
    }
    rows.outbox.push({
      key: `${origin.decisionKey}:${index}:${effect.kind}`,
      connectionId: origin.connectionId,
      leadId,
      recordId: 'recordId' in effect ? effect.recordId : null,
      journalId,
      effect,
      lane: laneOf(effect, origin.connectionId, leadId),
      priority: priorityOf(effect),
      createdAt: origin.now,
    });
  });
  for (const address of decision.suppress) {
    rows.suppress.push({ address, reason: decision.journal[0]?.rule ?? 'unsubscribed', at: origin.now });
  }
}

/** The lead with the day it is planned for. */
export function leadWrite(lead: Lead, timeZone: string): LeadWrite {
  return { lead, plannedDay: lead.nextFollowUpAt === null ? null : localDay(lead.nextFollowUpAt, timeZone) };
}

/** The rows as a change; more may be put beside them. */
export function toChange(rows: DecisionRows): Change {
  return { ...rows };
}

/** CRM writes of one record keep their order; a lead's mails have a lane of their own. */
export function laneOf(effect: Effect, connectionId: string, leadId: string | null): string {
  return 'recordId' in effect ? `crm/${connectionId}/${effect.recordId}` : `mail/${leadId ?? connectionId}`;
}

/** The log of a mail can wait; a confirmation, a state, a task and the hand-back are what people look for. */
function priorityOf(effect: Effect): 0 | 1 {
  return effect.kind === 'crm-email' ? 1 : 0;
}
