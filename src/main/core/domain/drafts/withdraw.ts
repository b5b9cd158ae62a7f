import { isActive } from '../leads/lead.ts';
import type { Lead } from '../leads/lead.ts';
import type { Instant } from '../time.ts';
import type { Draft } from './draft.ts';

type Facing = Pick<
  Lead,
  | 'assistantId'
  | 'custody'
  | 'email'
  | 'followUp'
  | 'lastReplyAt'
  | 'nextStep'
  | 'recordDeleted'
  | 'run'
  | 'state'
>;

/**
 * Why a draft must not go out any more, as the lead stands now; null: it may. The same that stops a queued mail
 * (domain.md section 1), and any word of the lead's since it was written.
 */
export function whyWithdrawn(draft: Draft, lead: Facing): string | null {
  if (lead.state === 'UnSubscribed') return 'The person must not be written to.';
  if (lead.recordDeleted) return 'The record was deleted in the CRM.';
  if (lead.custody === 'Released') return 'A person took the record away.';
  if (lead.lastReplyAt !== null && lead.lastReplyAt >= draft.createdAt) {
    return 'The lead answered after it was written.';
  }
  if (lead.custody !== 'Held' || !isActive(lead.state)) return 'The follow-up ended before it was sent.';
  if (lead.followUp !== 'Scheduled') return 'The follow-up was stopped before it was sent.';
  if (lead.assistantId !== draft.assistantId) return 'Another assistant writes to the lead now.';
  if (lead.run !== draft.run || lead.nextStep !== draft.step) return 'Another message is next.';
  if (lead.email !== draft.recipient) return 'The address of the lead changed.';
  return null;
}

/** The draft as it ends without having been sent. */
export function withdrawn(draft: Draft, because: string, at: Instant): Draft {
  return { ...draft, status: 'withdrawn', remark: because, settledAt: at };
}
