import type { Instant } from '../../domain/time.ts';

export const PROPOSAL_STATUSES = ['open', 'approved', 'dismissed'] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

/** Somebody whom a lead named instead of themselves: nobody writes to them before a person approves. */
export interface ProposedLead {
  readonly id: string;
  readonly connectionId: string;
  /** Whose lead named them: she gets them when they are approved. */
  readonly assistantId: string;
  /** The lead that named them, and the mail in which it did. */
  readonly leadId: string;
  readonly mailId: string;
  /** Lower case. */
  readonly address: string;
  /** Empty: the mail did not say. */
  readonly name: string;
  readonly at: Instant;
  readonly status: ProposalStatus;
  readonly decidedAt: Instant | null;
  /** The contact in the CRM that was assigned. */
  readonly recordId: string | null;
}

export interface ProposalChange {
  /** An address is proposed once for a connection, whoever names it. */
  readonly proposals?: readonly ProposedLead[];
  readonly decideProposals?: readonly {
    readonly id: string;
    readonly status: Exclude<ProposalStatus, 'open'>;
    readonly at: Instant;
    readonly recordId: string | null;
  }[];
}

export interface ProposalQueries {
  /** Open ones, newest first. */
  open(limit: number): readonly ProposedLead[];
  countOpen(): number;
  /** All that a lead named. */
  ofLead(leadId: string): readonly ProposedLead[];
  byId(id: string): ProposedLead | null;
  byAddress(connectionId: string, address: string): ProposedLead | null;
}
