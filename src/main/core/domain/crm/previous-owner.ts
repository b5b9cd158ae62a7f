import type { OwnerNote } from '../leads/effect.ts';
import type { CrmUser, OwnerChange } from '../leads/facts.ts';
import type { FoundBy } from './hand-back-rule.ts';

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

/** The previous owner is away: until which day (ISO date), and who stands in. */
export interface PreviousOwnerAway {
  readonly until: string;
  /** Active and there; null: nobody was named, or they are away too. */
  readonly deputy: CrmUser | null;
}

/** Who may get a record back. */
export interface HandBackFacts {
  /** null: no previous owner. */
  readonly previousOwner: CrmUser | null;
  /** Absent or null: they are there. */
  readonly previousOwnerAway?: PreviousOwnerAway | null;
  /** A person chose them for this record: `previousOwner` is who was chosen, away or not. */
  readonly isChosen?: boolean;
  /** Who gets the record instead, by the connection's rule. */
  readonly fallbackOwner: CrmUser | null;
  /** By which rule; absent: the default owner. */
  readonly fallbackBy?: FoundBy;
}

/**
 * Who gets a record back: the previous owner, or their deputy while they are away; none or a deactivated one → the
 * connection's fallback owner, else nobody; the note says which (domain.md section 1, assignment rules). A
 * deactivated fallback owner counts as none. One who is away without a deputy gets it where there is no fallback.
 */
export function ownerToHandBackTo(facts: HandBackFacts): {
  readonly ownerId: string | null;
  readonly note: OwnerNote;
} {
  const { previousOwner, previousOwnerAway: away = null, fallbackBy: by = 'default' } = facts;
  const fallback = facts.fallbackOwner?.active === true ? facts.fallbackOwner : null;
  if (previousOwner === null) {
    return fallback === null
      ? { ownerId: null, note: { kind: 'unassigned-no-previous' } }
      : { ownerId: fallback.id, note: { kind: 'fallback-no-previous', ...foundBy(by) } };
  }
  const name = userName(previousOwner);
  if (previousOwner.active && facts.isChosen === true) {
    return { ownerId: previousOwner.id, note: { kind: 'chosen' } };
  }
  if (previousOwner.active) {
    if (away === null) return { ownerId: previousOwner.id, note: { kind: 'previous' } };
    const told = { previousOwner: name, until: away.until };
    if (away.deputy !== null) return { ownerId: away.deputy.id, note: { kind: 'deputy', ...told } };
    return fallback === null || fallback.id === previousOwner.id
      ? { ownerId: previousOwner.id, note: { kind: 'previous' } }
      : { ownerId: fallback.id, note: { kind: 'fallback-previous-away', ...told, ...foundBy(by) } };
  }
  return fallback === null
    ? { ownerId: null, note: { kind: 'unassigned-previous-deactivated', previousOwner: name } }
    : {
        ownerId: fallback.id,
        note: { kind: 'fallback-previous-deactivated', previousOwner: name, ...foundBy(by) },
      };
}

function foundBy(by: FoundBy): { readonly by?: 'turn' | 'country' } {
  return by === 'default' ? {} : { by };
}

/** What to call a CRM user: name, else address, else id. */
export function userName(user: CrmUser): string {
  return user.name.trim() || user.email || user.id;
}
