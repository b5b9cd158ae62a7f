import { applyEvent } from '../../apply-event.ts';
import type { CoreContext } from '../../context.ts';
import { companyDomain } from '../../domain/leads/company.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import { leadName } from '../../domain/leads/lead-words.ts';
import type { Instant } from '../../domain/time.ts';

/** More people of one company than this are not written to by anybody. */
const MOST = 1_000;

/**
 * A person of a company answered: where the connection wants it, the others there are paused, whichever assistant has
 * them, and the owners are asked. Done before the answer itself is kept, so that a crash in between repeats it.
 */
export function pauseColleagues(core: CoreContext, who: Lead, at: Instant): void {
  const domain = companyDomain(who.email);
  if (domain === null || core.store.connections.byId(who.connectionId)?.stopCompany !== true) return;
  for (const lead of core.store.leads.underWayAt(who.connectionId, domain, MOST)) {
    if (lead.id === who.id) continue;
    applyEvent(core, lead.id, { type: 'colleague-replied', who: leadName(who), at });
  }
}
