import type { CoreContext } from '../context.ts';
import { approveProposal } from '../flows/replies/approve-proposal.ts';
import { forwardInvitation, NoMailbox } from '../flows/replies/invitation.ts';
import { dismissProposal } from '../flows/replies/propose-leads.ts';
import { dismissStray, linkStray } from '../flows/replies/stray-mail.ts';
import type { ProposedLead } from '../ports/store/proposals.ts';
import type { StrayMail } from '../ports/store/strays.ts';
import { invalid, notFound, refused } from './failures.ts';
import { api } from './implement.ts';
import { openToWrite } from './open-connection.ts';
import { invitationView, proposalView, strayView } from './views/beside-replies-view.ts';

/** People shown at once; the next come when these are decided. */
const MOST_PROPOSED = 200;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What comes in beside replies, parts of *responses*: people who were named, mails without a lead, invitations. */
export const besideReplies = {
  waiting: api.responses.waiting.handler(({ context: { core } }) => {
    const { proposals, strays } = core.context.store;
    return { proposed: proposals.countOpen(), strays: strays.count() };
  }),
  proposals: api.responses.proposals.handler(({ context: { core }, input }) => {
    const { proposals } = core.context.store;
    const rows = input.leadId === null ? proposals.open(MOST_PROPOSED) : proposals.ofLead(input.leadId);
    return rows.flatMap((row) => proposalView(core.context, row) ?? []);
  }),
  approve: api.responses.approve.handler(async ({ context: { core }, input }) => {
    const proposal = openProposal(core.context, input.id);
    const { connection, gateway } = await openToWrite(core.context, proposal.connectionId);
    const because = await approveProposal(core.context, connection, gateway, proposal);
    if (because !== null) throw refused(because);
    return { done: true as const };
  }),
  dismissProposal: api.responses.dismissProposal.handler(({ context: { core }, input }) => {
    dismissProposal(core.context, openProposal(core.context, input.id));
    return { done: true as const };
  }),
  strays: api.responses.strays.handler(({ context: { core }, input: { after, limit } }) => ({
    rows: core.context.store.strays.page(after, limit).map((stray) => strayView(core.context, stray)),
  })),
  dismissStray: api.responses.dismissStray.handler(({ context: { core }, input }) => {
    dismissStray(core.context, knownStray(core.context, input.id));
    return { done: true as const };
  }),
  linkStray: api.responses.linkStray.handler(({ context: { core }, input }) => {
    const result = linkStray(core.context, knownStray(core.context, input.id), input.leadId);
    if (result === null) throw notFound('This lead is not here any more.');
    if ('refused' in result) throw refused(result.because);
    return { state: result.state };
  }),
  invitations: api.responses.invitations.handler(({ context: { core }, input }) => {
    const { store } = core.context;
    const linked = new Set(store.assistants.links(input.connectionId).map(({ assistantId }) => assistantId));
    const rows = store.strays.invitations().filter(({ assistantId }) => linked.has(assistantId));
    return {
      rows: rows.map((stray) => invitationView(core.context, stray)),
      admins: [...store.health.admins()],
    };
  }),
  forwardInvitation: api.responses.forwardInvitation.handler(({ context: { core }, input }) => {
    const { context } = core;
    const stray = knownStray(context, input.id);
    const to = input.to.trim().toLowerCase();
    if (!ADDRESS.test(to)) {
      throw invalid([{ field: 'to', sentence: 'Forward to: enter an e-mail address.' }]);
    }
    const invited = context.store.assistants.byId(stray.assistantId);
    const connection = context.store.connections.byId(input.connectionId);
    if (invited === null || connection === null) throw notFound('This connection was removed.');
    try {
      forwardInvitation(context, stray, invited, connection.id, to);
    } catch (error) {
      throw error instanceof NoMailbox ? refused(error.message) : error;
    }
    return { done: true as const };
  }),
};

function openProposal(core: CoreContext, id: string): ProposedLead {
  const proposal = core.store.proposals.byId(id);
  if (proposal === null) throw notFound('This person is not proposed any more.');
  if (proposal.status !== 'open') throw refused(`This person was ${proposal.status} already.`);
  return proposal;
}

function knownStray(core: CoreContext, id: string): StrayMail {
  const stray = core.store.strays.byId(id);
  if (stray === null) throw notFound('This mail was dealt with already.');
  return stray;
}
