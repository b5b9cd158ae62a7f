import { leadWrite } from '../../commit-decision.ts';
import type { CoreContext } from '../../context.ts';
import { draftsOutdated } from '../drafts/withdraw-drafts.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import type { LeadEvent } from '../../domain/leads/lead-event.ts';
import { transition } from '../../domain/leads/transitions.ts';
import { crmValueOf } from '../../domain/schedules/schedule-options.ts';
import type { Schedule } from '../../domain/schedules/schedule.ts';
import type { Change, CommitResult } from '../../ports/store/change.ts';

const MOST_LEADS = 1_000_000;

/**
 * Saves a changed schedule for new leads only: leads already on it stay on the steps they began with, kept as a
 * deleted schedule of the same name that no new lead can get. Each lead's journal tells the choice.
 */
export function moveLeadsTo(core: CoreContext, before: Schedule, next: Schedule): CommitResult {
  const { store, ids } = core;
  const leads = leadsOn(core, before);
  if (leads.length === 0) return store.commit({ schedules: [next] });
  const id = ids.next();
  const frozen: Schedule = {
    ...before,
    id,
    crmValue: crmValueOf({ id, name: before.name }),
    builtIn: false,
    deleted: true,
    version: 0,
  };
  const kept = leads.map((lead) => ({ ...lead, scheduleId: id }));
  return store.commit({ schedules: [frozen, next], ...told(core, kept, next.name, false) });
}

/** Saves a changed schedule for the leads on it, too: what they have not got yet is what it says now. */
export function changeForAll(core: CoreContext, next: Schedule): CommitResult {
  const count = next.steps.length;
  const leads = leadsOn(core, next).map((lead) => ({ ...lead, stepCount: Math.max(count, lead.nextStep) }));
  const drafts = draftsOutdated(core.store, leads, core.clock.now());
  return core.store.commit({ schedules: [next], drafts, ...told(core, leads, next.name, true) });
}

function leadsOn({ store }: CoreContext, schedule: Schedule): readonly Lead[] {
  const open = { scheduleId: schedule.id, followUp: ['Scheduled', 'Waiting', 'Paused'] as const };
  return store.leads.byIds(store.leads.ids(open, MOST_LEADS));
}

/** The leads as they are now, with a line in the journal of each. */
function told(
  { store, ids, clock }: CoreContext,
  leads: readonly Lead[],
  name: string,
  applies: boolean,
): Pick<Change, 'leads' | 'journal'> {
  const event: LeadEvent = { type: 'schedule-changed', name, applies };
  const trigger = applies ? 'schedule-changed' : 'schedule-kept';
  return {
    leads: leads.map((lead) =>
      leadWrite(lead, store.assistants.byId(lead.assistantId)?.rules.timeZone ?? 'UTC'),
    ),
    journal: leads.map((lead) => {
      const answer = transition(lead.state, trigger);
      return {
        id: ids.next(),
        connectionId: lead.connectionId,
        leadId: lead.id,
        recordId: lead.recordId,
        event: event.type,
        data: event,
        from: lead.state,
        to: lead.state,
        rule: answer.kind === 'refused' ? answer.because : answer.rule,
        at: clock.now(),
      };
    }),
  };
}
