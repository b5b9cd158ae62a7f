import { applyEvent } from '../../apply-event.ts';
import type { CoreContext } from '../../context.ts';
import { DAY } from '../../domain/time.ts';
import { hasCapacity } from '../../gather-facts.ts';

const ROUND = 500;

/** Leads held in New begin when their assistant has room again, oldest first (domain.md: checked daily and when it changes). */
export function releaseHeld(core: CoreContext): void {
  for (const assistant of core.store.assistants.all()) {
    for (const lead of core.store.leads.onHold(assistant.id, ROUND)) {
      if (!hasCapacity(core.store, assistant)) break;
      if (lead.hold === 'no-context') {
        if (assistant.context.trim() === '') continue;
        applyEvent(core, lead.id, { type: 'context-given', context: assistant.context });
      } else {
        applyEvent(core, lead.id, { type: 'capacity-freed' });
      }
    }
  }
}

/** A mail to an unverifiable address went out and nothing bounced for a day: the address is proved. */
export function proveAddresses(core: CoreContext): void {
  for (const lead of core.store.leads.pendingSentBefore(core.clock.now() - DAY, ROUND)) {
    applyEvent(core, lead.id, { type: 'address-proved' });
  }
}
