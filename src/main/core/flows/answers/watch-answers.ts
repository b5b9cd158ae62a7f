import { applyEvent } from '../../apply-event.ts';
import type { CoreContext } from '../../context.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import type { CrmRecord } from '../../domain/leads/facts.ts';
import { currentRecords, reconcile } from '../../record-check.ts';
import { findAnswers } from './find-answers.ts';

/**
 * Looks at the records of leads whose answer by a person is awaited, some a round, in turn: one that somebody
 * contacted since is looked at closely. Ends the watch, and the risk, as soon as a person answered.
 */
export async function watchAnswers(core: CoreContext, connectionId: string): Promise<void> {
  const connection = core.store.connections.byId(connectionId);
  if (connection === null) return;
  const key = `answers/${connectionId}`;
  await core.crm.during(connectionId, async (gateway) => {
    const round = gateway.watchRound;
    const leads = core.store.leads.awaitingAnswer(connectionId, core.store.cursor(key) || null, round);
    if (leads.length > 0) {
      const ids = leads.map((lead) => lead.recordId);
      const reads = await currentRecords(core, connection, gateway, ids);
      const contacted = leads.flatMap((lead): Lead[] => {
        const read = reads.get(lead.recordId);
        const now = read === undefined ? lead : reconcile(core, connection, lead, read, core.clock.now());
        return now !== null && read !== undefined && read.kind !== 'gone' && wasContacted(now, read.record)
          ? [now]
          : [];
      });
      for (const [leadId, answer] of await findAnswers(core, gateway, contacted))
        applyEvent(core, leadId, answer);
    }
    const last = leads.length < round ? '' : (leads.at(-1)?.id ?? '');
    if (last !== (core.store.cursor(key) ?? '')) core.store.commit({ cursors: { [key]: last } });
  });
}

/** The hint to look closer. Where the CRM gives none, the look before a lead becomes at risk has to do. */
function wasContacted(lead: Lead, { signals }: CrmRecord): boolean {
  const since = lead.answerAwaitedSince;
  if (since === null || signals === undefined) return false;
  const { contactedAt, meetingAt, bookedFor } = signals;
  return [contactedAt, meetingAt, bookedFor].some((at) => at !== null && at > since);
}
