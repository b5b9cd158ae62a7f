import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { InvitationRow, ProposalRow, StrayRow } from '#contract/responses.ts';
import type { PushEvent } from '#contract/system.ts';
import type { FakeLead } from './leads.ts';
import { DAY, HOUR, NOW } from './world.ts';

const os = implement(contract);
const done = { done: true as const };

const NAMED = [
  [
    'Ann Lee',
    'ann.lee@partner.example',
    'I am not the right person. Please write to Ann Lee, ann.lee@partner.example.',
    null,
  ],
  ['', 'einkauf@werk.example', 'Bitte wenden Sie sich an einkauf@werk.example.', null],
  [
    'Bo Ström',
    'bo@competitor.example',
    'Bo Ström took over, bo@competitor.example.',
    'competitor.example is on the list “Never write to”.',
  ],
] as const;

/** What comes in beside replies: people who were named, mails without a lead, an invitation; made up. */
export function fakeBeside(leads: readonly FakeLead[], push: (topics: PushEvent['topics']) => void) {
  let proposals: ProposalRow[] = leads.slice(0, NAMED.length).map((lead, nth) => {
    const [name, address, text, obstacle] = NAMED[nth % NAMED.length] ?? NAMED[0];
    return {
      id: `p-${nth}`,
      address,
      name,
      at: NOW - nth * DAY,
      leadId: lead.id,
      leadName: lead.name,
      company: lead.company,
      assistantName: lead.assistantName,
      text,
      status: 'open',
      decidedAt: null,
      obstacle,
    };
  });
  let strays: StrayRow[] = leads.slice(0, 4).map((lead, nth) => ({
    id: `s-${nth}`,
    assistantName: lead.assistantName,
    from:
      ['eva.horn@outside.example', 'newsletter@events.example', 'm.diaz@correo.example', 'jo@x.example'][
        nth
      ] ?? '',
    fromName: ['Eva Horn', 'Events weekly', 'María Díaz', ''][nth] ?? '',
    subject: ['A question about your mail', 'What happened this week', 'Sobre su propuesta', ''][nth] ?? '',
    at: NOW - nth * 7 * HOUR,
    isByPerson: nth !== 1,
  }));
  let invitations: InvitationRow[] =
    leads.length === 0
      ? []
      : [
          {
            id: 'i-1',
            assistantName: 'Maya Rao',
            mailbox: 'maya.rao@baton.example',
            from: 'noreply@hubspot.com',
            subject: 'Robin invited you to join Northwind in HubSpot',
            at: NOW - 2 * HOUR,
            link: 'https://app-eu1.hubspot.com/signup/accept-invitation?token=abc',
          },
        ];
  const decide = (id: string, status: 'approved' | 'dismissed') => {
    proposals = proposals.map((row) => (row.id === id ? { ...row, status, decidedAt: NOW } : row));
    push(['responses']);
    return done;
  };
  const open = () => proposals.filter(({ status }) => status === 'open');
  return {
    waiting: os.responses.waiting.handler(() => ({ proposed: open().length, strays: strays.length })),
    proposals: os.responses.proposals.handler(({ input: { leadId } }) =>
      leadId === null ? open() : proposals.filter((row) => row.leadId === leadId),
    ),
    approve: os.responses.approve.handler(({ input }) => decide(input.id, 'approved')),
    dismissProposal: os.responses.dismissProposal.handler(({ input }) => decide(input.id, 'dismissed')),
    strays: os.responses.strays.handler(() => ({ rows: strays })),
    dismissStray: os.responses.dismissStray.handler(({ input }) => {
      strays = strays.filter(({ id }) => id !== input.id);
      invitations = invitations.filter(({ id }) => id !== input.id);
      push(['responses', 'connections']);
      return done;
    }),
    linkStray: os.responses.linkStray.handler(({ input }) => {
      strays = strays.filter(({ id }) => id !== input.id);
      push(['responses']);
      return { state: 'Responded' as const };
    }),
    invitations: os.responses.invitations.handler(() => ({
      rows: invitations,
      admins: ['robin@northwind.example'],
    })),
    forwardInvitation: os.responses.forwardInvitation.handler(() => done),
  };
}
