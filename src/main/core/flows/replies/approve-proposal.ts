import type { CoreContext } from '../../context.ts';
import { namesOf } from '../../domain/import/columns.ts';
import { companyDomain } from '../../domain/leads/company.ts';
import type { CrmGateway } from '../../ports/crm-gateway.ts';
import type { ProposedLead } from '../../ports/store/proposals.ts';
import type { Connection } from '../../ports/store/rows.ts';
import { addLead, lookAtLead, whyNotAble, type LeadWish } from '../import/add-lead.ts';
import { obstacleToProposing } from './propose-leads.ts';

/**
 * A person approves somebody whom a lead named: the contact is found or created in the CRM and given to the assistant,
 * and the intake does the rest, as with any other (domain.md section 1, ReferredSomeone). Answers why it cannot be, as
 * a sentence; null: it is on its way. Nothing is kept of the approval before the CRM's part is in the outbox, so that
 * it can be repeated.
 * @throws CrmError
 */
export async function approveProposal(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  proposal: ProposedLead,
): Promise<string | null> {
  const obstacle =
    obstacleToProposing(core, connection.id, proposal.address) ??
    whyNotAble(core, connection, proposal.assistantId);
  if (obstacle !== null) return obstacle;
  const wish = wishOf(core, proposal);
  const look = await lookAtLead(core, connection, gateway, wish);
  if (look.verdict !== 'add' && look.verdict !== 'assign') return look.reason;
  if (core.store.proposals.byId(proposal.id)?.status !== 'open')
    return 'This person was decided on meanwhile.';
  addLead(core, wish, look);
  const decided = { id: proposal.id, status: 'approved', at: core.clock.now() } as const;
  core.store.commit({ decideProposals: [{ ...decided, recordId: look.recordId }] });
  core.push(['responses', 'leads', 'attention'], [proposal.leadId]);
  core.wake();
  return null;
}

/** Who they are, as far as it is known; of the same company where the address says so. */
function wishOf(core: CoreContext, proposal: ProposedLead): LeadWish {
  const { connectionId, assistantId, address: email, name } = proposal;
  const from = core.store.leads.byId(proposal.leadId);
  const domain = companyDomain(email);
  const isSameCompany = from !== null && domain !== null && companyDomain(from.email) === domain;
  return {
    connectionId,
    assistantId,
    scheduleId: null,
    email,
    ...namesOf(name),
    company: isSameCompany ? from.company : '',
    country: isSameCompany ? from.country : '',
    context: '',
  };
}
