import { exclusionInWords } from '../leads/exclusions.ts';
import type { Lead } from '../leads/lead.ts';

export { HUMAN_MAIL_KINDS } from '#contract/names.ts';
export type { HumanMailKind } from '#contract/names.ts';

/** What is known of the people a mail would go to, besides the lead. */
export interface RecipientFacts {
  /** Those of the recipients and the lead's addresses that must never be written to. */
  readonly suppressed: readonly string[];
  /** What on the list *Never write to* one of them falls under; null: nothing. */
  readonly excludedBy: string | null;
}

/**
 * Why a person must not write to a lead through the assistant; null: they may. After a hand-back it is allowed: the
 * mail is the person's, and the log of an e-mail may still reach the record (domain.md section 1, assignment rules). A
 * record that a person took away, or that is deleted, is nobody's here to write to.
 */
export function whyNoHumanMail(lead: Lead, { suppressed, excludedBy }: RecipientFacts): string | null {
  if (lead.state === 'UnSubscribed' || suppressed.length > 0) {
    return 'The person must not be written to: an address is on the list of those who unsubscribed.';
  }
  if (excludedBy !== null) return exclusionInWords(excludedBy);
  if (lead.recordDeleted) return 'The record was deleted in the CRM.';
  if (lead.custody === 'Released') {
    return 'A person took the record away: the assistant writes to this lead no more.';
  }
  if (lead.email === '') return 'The record has no e-mail address.';
  return null;
}

/** Why a lead cannot be introduced to anybody now; null: it can (it is, or was before it was at risk, Hot). */
export function whyNoIntroduction(lead: Pick<Lead, 'state' | 'stateBefore'>): string | null {
  const isHot = lead.state === 'Hot' || (lead.state === 'LeadAtRisk' && lead.stateBefore === 'Hot');
  return isHot ? null : 'Introduce me is for a lead that is Hot: it agreed to meet or wants to go on.';
}
