import { addDecision, noRows, toChange } from './commit-decision.ts';
import type { CoreContext } from './context.ts';
import { decideCommand, decideEvent } from './domain/leads/decide-event.ts';
import type { Decision, Refusal } from './domain/leads/decision.ts';
import type { Lead } from './domain/leads/lead.ts';
import type { LeadCommand, LeadEvent } from './domain/leads/lead-event.ts';
import { endedWith } from './flows/drafts/withdraw-drafts.ts';
import { tellingOf } from './flows/notices/tell-people.ts';
import { factsFor } from './gather-facts.ts';
import { turnCursor, turnTaken } from './hand-back-facts.ts';
import type { Change } from './ports/store/change.ts';

/** What belongs to the same moment as the event: committed with its decision or not at all. */
export type Beside = Pick<
  Change,
  | 'drafts'
  | 'mails'
  | 'settle'
  | 'settlements'
  | 'cursors'
  | 'seen'
  | 'interrupted'
  | 'answered'
  | 'sourceEvents'
  | 'removeMailDrafts'
  | 'proposals'
  | 'settleStrays'
  | 'tags'
  | 'reminders'
  | 'removeReminders'
>;

const MOST_TRIES = 5;

/**
 * Something happened to a lead: read, decide, commit. When the lead moved meanwhile it is read and decided anew.
 * Returns the lead after it; null when there is no such lead.
 */
export function applyEvent(
  core: CoreContext,
  leadId: string,
  event: Exclude<LeadEvent, LeadCommand>,
  beside: Beside = {},
): Lead | null {
  const result = apply(core, leadId, { ...beside, ...sourceEvents(core, leadId, event) }, (lead) =>
    decideEvent(lead, event, factsFor(core, lead, event, core.clock.now())),
  );
  return result === null || 'refused' in result ? null : result;
}

/** Changes that people made to records: the source is not silent. */
const RECORD_CHANGES: ReadonlySet<LeadEvent['type']> = new Set<LeadEvent['type']>([
  'contact-changed',
  'taken-away',
  'record-merged',
  'record-deleted',
]);

function sourceEvents(core: CoreContext, leadId: string, event: LeadEvent): Pick<Beside, 'sourceEvents'> {
  const subject = RECORD_CHANGES.has(event.type) ? core.store.leads.byId(leadId)?.connectionId : undefined;
  return subject === undefined
    ? {}
    : { sourceEvents: [{ source: 'records', subject, at: core.clock.now() }] };
}

/** A person pressed a button: like an event, but it may make no sense, and then says why. */
export function applyCommand(
  core: CoreContext,
  leadId: string,
  command: LeadCommand,
  beside: Beside = {},
): Lead | Refusal | null {
  return apply(core, leadId, beside, (lead) => tryCommand(core, lead, command));
}

/** What a button would do, without doing it. */
export function tryCommand(core: CoreContext, lead: Lead, command: LeadCommand): Decision | Refusal {
  return decideCommand(lead, command, factsFor(core, lead, command, core.clock.now()));
}

function apply(
  core: CoreContext,
  leadId: string,
  beside: Beside,
  decide: (lead: Lead) => Decision | Refusal,
): Lead | Refusal | null {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const lead = core.store.leads.byId(leadId);
    if (lead === null) return null;
    const decision = decide(lead);
    if ('refused' in decision) return decision;
    const rows = noRows();
    const assistantId = decision.lead?.assistantId ?? lead.assistantId;
    addDecision(
      rows,
      decision,
      {
        connectionId: lead.connectionId,
        recordId: decision.lead?.recordId ?? lead.recordId,
        decisionKey: `${lead.id}:${lead.version}`,
        timeZone: core.store.assistants.byId(assistantId)?.rules.timeZone ?? 'UTC',
        now: core.clock.now(),
      },
      core.ids,
    );
    const { told, isShown } = tellingOf(core, lead, decision);
    if (!isShown) rows.notices = [];
    const released = decision.lead?.custody === 'Released' && lead.custody !== 'Released';
    const settlements = [
      ...(beside.settlements ?? []),
      ...(released ? cancelOpenWrites(core, lead, beside) : []),
    ];
    const connection = core.store.connections.byId(lead.connectionId);
    const turn = connection === null ? null : turnTaken(connection, decision.effects);
    const cursors = { ...beside.cursors, ...turnCursor(lead.connectionId, turn) };
    const drafts = beside.drafts ?? endedWith(core.store, lead, decision.lead ?? lead, core.clock.now());
    const result = core.store.commit({ ...toChange(rows), ...beside, drafts, cursors, settlements, told });
    if (!result.ok) continue;
    for (const { topic, text, leadId: about } of rows.notices)
      core.notifier.notify({ topic, text, leadId: about });
    core.push(rows.notices.length > 0 ? ['leads', 'activity', 'notices'] : ['leads', 'activity'], [leadId]);
    core.wake();
    return decision.lead ?? lead;
  }
  throw new Error(`The lead ${leadId} kept changing while an event was applied to it.`);
}

/**
 * A released record is the person's again: what this lead still has to write to it is not written (domain.md,
 * assignment rules). What another assistant has to say to it, who got it and does not take it, is.
 */
function cancelOpenWrites(core: CoreContext, lead: Lead, beside: Beside) {
  const settledElsewhere = new Set(beside.settlements?.map((settlement) => settlement.id));
  return core.store.outbox
    .openOfRecord(lead.connectionId, lead.recordId)
    .filter((row) => row.leadId === lead.id && row.status !== 'in-flight' && !settledElsewhere.has(row.id))
    .map((row) => ({
      id: row.id,
      status: 'cancelled' as const,
      uncertain: row.uncertain,
      attempts: row.attempts,
      nextAttemptAt: row.nextAttemptAt,
      settledAt: core.clock.now(),
      remoteId: row.remoteId,
      before: row.before,
      after: row.after,
      reason: 'A person took the record away before this was written.',
    }));
}
