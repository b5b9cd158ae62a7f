import type { CoreContext } from '../../context.ts';
import { DAY } from '../../domain/time.ts';

/** Records asked about at once. */
const ROUND = 100;
/** A deleted record can be brought back for a while; whether it still can is asked this rarely. */
const AGAIN = 7 * DAY;

/**
 * Leads whose record was deleted: where the CRM can never bring it back, as after a deletion at the person's wish,
 * the user is offered to erase the person here, too.
 */
export async function watchDeleted(core: CoreContext, connectionId: string): Promise<void> {
  const now = core.clock.now();
  const ids = core.store.people.deletedRecords(connectionId, now - AGAIN, ROUND);
  if (ids.length === 0) return;
  const gone = await core.crm.during(connectionId, (gateway) => gateway.deletedForEver(ids));
  if (gone === null) return;
  const records = ids.map((recordId) => ({ recordId, isForEver: gone.includes(recordId) }));
  core.store.people.noteDeleted(connectionId, records, now);
  if (gone.length > 0) core.push(['attention']);
}
