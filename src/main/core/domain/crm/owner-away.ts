import type { Instant } from '../time.ts';

/** A CRM user who is away: records go to the deputy meanwhile, and nobody is late in answering. */
export interface OwnerAway {
  readonly connectionId: string;
  /** The id that owner fields hold. */
  readonly ownerId: string;
  readonly since: Instant;
  /** Back at this moment. */
  readonly until: Instant;
  /** Who gets the records meanwhile; null: nobody was named. */
  readonly deputyOwnerId: string | null;
}

/** The absence of an owner that covers the moment; null: the owner is there. */
export function absenceAt(
  absences: readonly OwnerAway[],
  ownerId: string | null,
  at: Instant,
): OwnerAway | null {
  return absences.find((each) => each.ownerId === ownerId && each.since <= at && at < each.until) ?? null;
}
