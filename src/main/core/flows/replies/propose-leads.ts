import type { CoreContext } from '../../context.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import type { ClassifiedMail } from '../../domain/replies/classify-reply.ts';
import { referredName } from '../../domain/replies/referred-name.ts';
import { excludedBy } from '../../gather-facts.ts';
import type { ProposedLead } from '../../ports/store/proposals.ts';
import type { Mail } from '../../ports/store/rows.ts';

/** Nobody means so many people; a list of addresses is a signature or a phone book. */
const MOST_NAMED = 5;

/**
 * The people whom a reply names instead of its writer, as proposed leads (domain.md section 1, ReferredSomeone): each
 * once, and none who may not be written to, who is a lead already, or who is one of the team.
 */
export function proposalsOf(
  core: CoreContext,
  lead: Lead,
  mail: Mail,
  understood: Pick<ClassifiedMail, 'referred' | 'text'>,
): readonly ProposedLead[] {
  return understood.referred
    .filter((address) => !lead.addresses.includes(address))
    .slice(0, MOST_NAMED)
    .filter((address) => obstacleToProposing(core, lead.connectionId, address) === null)
    .filter((address) => core.store.proposals.byAddress(lead.connectionId, address) === null)
    .map((address) => ({
      id: core.ids.next(),
      connectionId: lead.connectionId,
      assistantId: lead.assistantId,
      leadId: lead.id,
      mailId: mail.id,
      address,
      name: referredName(understood.text, address),
      at: mail.at,
      status: 'open',
      decidedAt: null,
      recordId: null,
    }));
}

/** Why nobody may become a lead under this address: a sentence; null: nothing is in the way. */
export function obstacleToProposing(
  { store }: CoreContext,
  connectionId: string,
  address: string,
): string | null {
  if (store.suppressions.has(address)) return 'This address asked not to be written to.';
  if (store.people.isErased([address], { connectionId, recordId: '' })) return 'This person was erased.';
  const excluded = excludedBy(store, [address]);
  if (excluded !== null) return `${excluded} is on the list “Never write to”.`;
  const team = [...store.users.ofConnection(connectionId), ...store.assistants.all()];
  if (team.some(({ email }) => email.toLowerCase() === address)) return 'This is somebody of the team.';
  const leads = store.leads.byAddress(address).filter((each) => each.connectionId === connectionId);
  return leads.length === 0 ? null : 'This person is a lead already.';
}

/** A person says no: nobody writes to them, and they are not proposed again. */
export function dismissProposal(core: CoreContext, { id, leadId }: ProposedLead): void {
  const at = core.clock.now();
  core.store.commit({ decideProposals: [{ id, status: 'dismissed', at, recordId: null }] });
  core.push(['responses', 'leads', 'attention'], [leadId]);
}
