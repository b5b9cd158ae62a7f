import type { IdentityKind } from '#contract/names.ts';

export { IDENTITY_KINDS } from '#contract/names.ts';

/** In whose name writes stand in the CRM's history: a key, or the user who allowed an app. */
export type WritesAs = 'key' | IdentityKind;

/** What is known of the user who allowed the app. */
export interface IdentityFacts {
  readonly user: string;
  /** null: not known. */
  readonly ownContacts: number | null;
  /** The assistant with the user's address; null: none has it. */
  readonly assistantName: string | null;
}

/** In whose name writes stand, as a sentence. */
export function identitySentence(as: WritesAs, user: string): string {
  switch (as) {
    case 'key':
      return 'In HubSpot’s history writes stand under the name of the key, not under a person’s.';
    case 'person':
      return `In HubSpot’s history writes stand under ${user}, beside what this person does there.`;
    case 'integration':
      return `In HubSpot’s history writes stand under ${user}: a user of its own tells them from what people do there.`;
  }
}

/**
 * Why a user who is said to be the integration's own is not: what a person does and what is written for the assistants
 * would stand under one name. Of a person's own account that is known. null: nothing speaks against it.
 */
export function identityWarning(as: WritesAs, facts: IdentityFacts): string | null {
  if (as !== 'integration') return null;
  const { user, ownContacts, assistantName } = facts;
  const because =
    assistantName !== null
      ? `${user} is the address of your assistant ${assistantName}`
      : ownContacts !== null && ownContacts > 0
        ? `${user} owns ${ownContacts} ${ownContacts === 1 ? 'contact' : 'contacts'}`
        : null;
  if (because === null) return null;
  return `${because}, so writes and this person’s own work cannot be told apart. Choose an integration user: create a user who owns nothing in HubSpot under Settings → Users & Teams, log in as that user, and authorise again.`;
}
