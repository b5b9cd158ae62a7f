/** Who gets a record whose previous owner is absent (none, deactivated, or away without a deputy). */
export type HandBackRule =
  /** The connection's default owner. */
  | { readonly kind: 'fixed' }
  /** One after the other; the default owner where none of them is active. */
  | { readonly kind: 'round-robin'; readonly ownerIds: readonly string[] }
  /** By the lead's country (ISO 3166-1 alpha-2); the default owner for every other one. */
  | { readonly kind: 'by-country'; readonly owners: Readonly<Record<string, string>> };
