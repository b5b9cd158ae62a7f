import type { CrmUser } from '../leads/facts.ts';

/** Who gets a record whose previous owner is absent: none, deactivated, or away without a deputy. */
export type HandBackRule =
  /** The connection's default owner. */
  | { readonly kind: 'fixed' }
  /** One after the other; the default owner where none of them is there. */
  | { readonly kind: 'round-robin'; readonly ownerIds: readonly string[] }
  /** By the lead's country (ISO 3166-1 alpha-2); the default owner for every other one. */
  | { readonly kind: 'by-country'; readonly owners: Readonly<Record<string, string>> };

/** How the owner in the place of an absent one was found. */
export type FoundBy = 'default' | 'turn' | 'country';

/** The owner for a record whose previous owner is absent; null: nobody. */
export interface Substitute {
  readonly owner: CrmUser | null;
  readonly by: FoundBy;
}

/**
 * Applies the rule. `turn` counts the hand-backs by turn so far; whoever is deactivated or away is passed over.
 * `present` answers a user of the CRM who is there, by id.
 */
export function substituteBy(input: {
  readonly rule: HandBackRule;
  readonly fallbackOwner: CrmUser | null;
  readonly turn: number;
  readonly country: string | null;
  readonly present: (ownerId: string) => CrmUser | null;
}): Substitute {
  const { rule, fallbackOwner, turn, country, present } = input;
  const byDefault: Substitute = { owner: fallbackOwner, by: 'default' };
  switch (rule.kind) {
    case 'fixed':
      return byDefault;
    case 'round-robin': {
      const count = rule.ownerIds.length;
      for (let step = 0; step < count; step += 1) {
        const owner = present(rule.ownerIds[(turn + step) % count] ?? '');
        if (owner !== null) return { owner, by: 'turn' };
      }
      return byDefault;
    }
    case 'by-country': {
      const ownerId = country === null ? undefined : rule.owners[country];
      const owner = ownerId === undefined ? null : present(ownerId);
      return owner === null ? byDefault : { owner, by: 'country' };
    }
  }
}

/** The turn after this owner got a record by turn. */
export function turnAfter(rule: HandBackRule, ownerId: string): number {
  return rule.kind === 'round-robin' ? rule.ownerIds.indexOf(ownerId) + 1 : 0;
}
