import type { OwnerNote } from '../leads/effect.ts';
import type { CrmUser, OwnerChange } from '../leads/facts.ts';

/**
 * The owner before the assistant's present tenure, from the record's own owner history (newest first), so it
 * is right even for assignments made while the program was off (domain.md section 1, assignment rules).
 * All assistants of the connection are given: a record that went from one to another has had no person in
 * between. Moments without an owner are skipped. null: no person ever owned it, or no assistant does.
 */
export function previousOwnerOf(
  history: readonly OwnerChange[],
  assistantOwnerIds: readonly string[],
): string | null {
  const tenure = history.findIndex((change) => assistantOwnerIds.includes(change.ownerId));
  if (tenure === -1) return null;
  const before = history
    .slice(tenure + 1)
    .find((change) => change.ownerId !== '' && !assistantOwnerIds.includes(change.ownerId));
  return before?.ownerId ?? null;
}

/** When the assistant's present tenure began; null: she is not the present owner in this history. */
export function tenureStart(history: readonly OwnerChange[], assistantOwnerId: string): number | null {
  let start: number | null = null;
  for (const change of history) {
    if (change.ownerId !== assistantOwnerId) break;
    start = change.at;
  }
  return start;
}

/**
 * Who gets a record back: the previous owner; none or a deactivated one → the connection's fallback owner,
 * else nobody; the note says which (domain.md section 1, assignment rules). A deactivated fallback owner
 * counts as none.
 */
export function ownerToHandBackTo(facts: {
  readonly previousOwner: CrmUser | null;
  readonly fallbackOwner: CrmUser | null;
}): { readonly ownerId: string | null; readonly note: OwnerNote } {
  const { previousOwner } = facts;
  if (previousOwner?.active === true) return { ownerId: previousOwner.id, note: { kind: 'previous' } };

  const fallback = facts.fallbackOwner?.active === true ? facts.fallbackOwner : null;
  if (previousOwner === null) {
    return fallback === null
      ? { ownerId: null, note: { kind: 'unassigned-no-previous' } }
      : { ownerId: fallback.id, note: { kind: 'fallback-no-previous' } };
  }
  const name = userName(previousOwner);
  return fallback === null
    ? { ownerId: null, note: { kind: 'unassigned-previous-deactivated', previousOwner: name } }
    : { ownerId: fallback.id, note: { kind: 'fallback-previous-deactivated', previousOwner: name } };
}

/** What to call a CRM user: name, else address, else id. */
export function userName(user: CrmUser): string {
  return user.name.trim() || user.email || user.id;
}
