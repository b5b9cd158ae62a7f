import type { IntegrationStatus } from '#contract/names.ts';
import type { CrmUser } from '../leads/facts.ts';

export { INTEGRATION_STATUSES } from '#contract/names.ts';
export type { IntegrationStatus } from '#contract/names.ts';

/** What the CRM Details page tells the user about a status. */
interface IntegrationStatusText {
  readonly meaning: string;
  readonly nextStep: string;
}

/** domain.md section 1, "CRM integration status, one per assistant and connection". */
export const INTEGRATION_STATUS_TEXTS: Readonly<Record<IntegrationStatus, IntegrationStatusText>> = {
  ASSISTANT_NOT_YET_CREATED: {
    meaning: 'No assistant has been created in the app yet.',
    nextStep: 'Create an assistant: a name, an e-mail address of her own and a default context.',
  },
  ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM: {
    meaning: "The assistant's address is no user of the CRM.",
    nextStep:
      'Invite the address in the CRM as an admin, accept the invitation from her mailbox, then press Refresh.',
  },
  ASSISTANT_EXISTS_AS_USER_IN_CRM: {
    meaning: 'The user was found, and nothing is assigned to her yet.',
    nextStep: 'Assign a contact to her in the CRM; it appears under Leads within seconds and gets a note.',
  },
  ALL_WORKING_WELL: {
    meaning: 'The user was found, and she already works on an assigned contact.',
    nextStep: 'Nothing to do.',
  },
};

/**
 * The status of one assistant in one connection. A deactivated CRM user cannot own records, so it counts as
 * none.
 */
export function integrationStatus(facts: {
  /** An assistant exists in the app. */
  readonly assistantCreated: boolean;
  /** The CRM user under her address; null: none. */
  readonly user: CrmUser | null;
  /** A lead of hers exists in this connection. */
  readonly worksOnALead: boolean;
}): IntegrationStatus {
  if (!facts.assistantCreated) return 'ASSISTANT_NOT_YET_CREATED';
  if (facts.user?.active !== true) return 'ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM';
  return facts.worksOnALead ? 'ALL_WORKING_WELL' : 'ASSISTANT_EXISTS_AS_USER_IN_CRM';
}
