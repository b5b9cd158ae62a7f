import { applyEvent } from '../../apply-event.ts';
import type { CoreContext } from '../../context.ts';
import type { LeadFilter } from '../../ports/store/store.ts';

const MOST_LEADS = 100_000;

/** Messages that were held for want of a value are looked at again: the assistant or a schedule was changed. */
export function releaseIncomplete(
  core: CoreContext,
  of: Pick<LeadFilter, 'assistantId' | 'scheduleId'> = {},
): void {
  for (const id of core.store.leads.ids({ ...of, need: 'value-missing' }, MOST_LEADS)) {
    applyEvent(core, id, { type: 'values-changed' });
  }
}
