import type { IdentityKind } from '#contract/names.ts';
import type { Instant } from '../../domain/time.ts';

/** A connection's access through an app of the team. Its tokens and the app's secret are in the vault. */
export interface Authorisation {
  readonly connectionId: string;
  readonly clientId: string;
  /** The team's page that led back; null: an address on this machine. */
  readonly returnPage: string | null;
  /** As the CRM granted them. */
  readonly scopes: readonly string[];
  readonly grantedAt: Instant;
  /** What the user is who allowed it, as a person said. */
  readonly actsAs: IdentityKind;
  /** How many contacts that user owned when it was last looked; null: it was not. */
  readonly ownContacts: number | null;
}

export interface AuthorisationQueries {
  /** null: the connection has a key of its own, or none. */
  of(connectionId: string): Authorisation | null;
}

export interface AuthorisationChange {
  /** In the place of what was known of the connection. */
  readonly authorisations?: readonly Authorisation[];
  /** Of these connections: they have a key instead. */
  readonly removeAuthorisations?: readonly string[];
}
