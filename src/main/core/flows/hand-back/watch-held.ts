import type { CoreContext } from '../../context.ts';
import { currentRecords, ownersOnTheirWay, reconcile } from '../../record-check.ts';
import { observeSignals } from '../replies/observe-signals.ts';

/**
 * Looks again at records that assistants hold, some a round, in turn: whether a person took one away, whether
 * it was merged or deleted, whether the person's details changed. (A search cannot tell: it only shows what is
 * still there.)
 */
export async function watchHeld(core: CoreContext, connectionId: string): Promise<void> {
  const connection = core.store.connections.byId(connectionId);
  if (connection === null) return;
  const key = `held/${connectionId}`;
  await core.crm.during(connectionId, async (gateway) => {
    const round = gateway.watchRound;
    const held = core.store.leads.heldRecords(connectionId, core.store.cursor(key) || null, round);
    if (held.length > 0) {
      const ids = held.map((each) => each.recordId);
      const leads = core.store.leads.byIds(held.map((each) => each.leadId));
      const moving = ownersOnTheirWay(core, leads);
      const reads = await currentRecords(core, connection, gateway, ids);
      for (const { leadId, recordId } of held) {
        const lead = core.store.leads.byId(leadId);
        const read = reads.get(recordId);
        if (lead !== null && read !== undefined && !moving.has(leadId))
          reconcile(core, connection, lead, read, core.clock.now());
      }
      const leadIds = held.map((each) => each.leadId);
      await observeSignals(core, gateway, leadIds, reads);
    }
    const last = held.length < round ? '' : (held.at(-1)?.leadId ?? '');
    if (last !== (core.store.cursor(key) ?? '')) core.store.commit({ cursors: { [key]: last } });
  });
}
