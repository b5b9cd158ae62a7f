import type { InvitationRow, ProposalRow, StrayRow } from '#contract/responses.ts';
import type { CoreContext } from '../../context.ts';
import { leadName } from '../../domain/leads/lead-words.ts';
import { isCrmPage } from '../../domain/replies/crm-mail.ts';
import { ownWords } from '../../domain/replies/reply-text.ts';
import { obstacleToProposing } from '../../flows/replies/propose-leads.ts';
import type { ProposedLead } from '../../ports/store/proposals.ts';
import type { StrayMail } from '../../ports/store/strays.ts';

const LONGEST_QUOTE = 600;

/** Somebody whom a lead named; null when that lead is gone meanwhile. */
export function proposalView(core: CoreContext, proposal: ProposedLead): ProposalRow | null {
  const { id, address, name, at, leadId, status, decidedAt } = proposal;
  const lead = core.store.leads.byId(leadId);
  if (lead === null) return null;
  const mail = core.store.mails.byId(proposal.mailId);
  return {
    id,
    address,
    name,
    at,
    leadId,
    leadName: leadName(lead),
    company: lead.company,
    assistantName: core.store.assistants.byId(proposal.assistantId)?.name ?? '',
    text: mail === null ? '' : ownWords(mail.text).slice(0, LONGEST_QUOTE),
    status,
    decidedAt,
    obstacle: status === 'open' ? obstacleToProposing(core, proposal.connectionId, address) : null,
  };
}

/** A mail without a lead. */
export function strayView(core: CoreContext, stray: StrayMail): StrayRow {
  return {
    id: stray.id,
    assistantName: core.store.assistants.byId(stray.assistantId)?.name ?? '',
    from: stray.fromAddress,
    fromName: stray.fromName,
    subject: stray.subject,
    at: stray.at,
    isByPerson: stray.kind === 'person',
  };
}

/** An invitation; its link is judged once more, whatever stands in the database. */
export function invitationView(core: CoreContext, stray: StrayMail): InvitationRow {
  const assistant = core.store.assistants.byId(stray.assistantId);
  return {
    id: stray.id,
    assistantName: assistant?.name ?? '',
    mailbox: assistant?.email ?? '',
    from: stray.fromAddress,
    subject: stray.subject,
    at: stray.at,
    link: stray.link !== null && isCrmPage(stray.link) ? stray.link : null,
  };
}
