import type { CoreContext } from '../../context.ts';
import { currentRecords, reconcile } from '../../record-check.ts';

/** Records looked at in one round: one full batch read. */
const ROUND = 100;

/**
 * Looks again at records that assistants hold, a batch a round, in turn: whether a person took one away, whether
 * it was merged or deleted, whether the person's details changed. (A search cannot tell: it only shows what is
 * still there.)
 */
export async function watchHeld(core: CoreContext, connectionId: string): Promise<void> {
  const connection = core.store.connections.byId(connectionId);
  if (connection === null) return;
  const key = `held/${connectionId}`;
  const held = core.store.leads.heldRecords(connectionId, core.store.cursor(key) || null, ROUND);
  if (held.length > 0) {
    const done = await core.crm.during(connectionId, async (gateway) => {
      const ids = held.map((each) => each.recordId);
      const reads = await currentRecords(core, connection, gateway, ids);
      for (const { leadId, recordId } of held) {
        const lead = core.store.leads.byId(leadId);
        const read = reads.get(recordId);
        if (lead !== null && read !== undefined) reconcile(core, connection, lead, read, core.clock.now());
      }
      return true;
    });
    if (done === null) return;
  }
  const last = held.length < ROUND ? '' : (held.at(-1)?.leadId ?? '');
  if (last !== (core.store.cursor(key) ?? '')) core.store.commit({ cursors: { [key]: last } });
}
