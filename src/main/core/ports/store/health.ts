import type { PolicyField, WritePolicy } from '#contract/names.ts';
import type { FieldDifference, WatchedField } from '../../domain/fields/drift.ts';
import type { Instant } from '../../domain/time.ts';

/** `refused`: the credential · `unreachable`: the CRM did not answer, again and again. */
export const FAILURE_CAUSES = ['refused', 'unreachable'] as const;
export type FailureCause = (typeof FAILURE_CAUSES)[number];

/** One time that a connection was Failed, from then until it was Active again (or left). */
export interface Incident {
  readonly key: string;
  readonly connectionId: string;
  readonly cause: FailureCause;
  readonly sentence: string;
  readonly since: Instant;
  readonly until: Instant | null;
}

export interface KnownDifference extends FieldDifference {
  readonly since: Instant;
}

/** How the watched properties of a connection stand. */
export interface FieldWatch {
  readonly connectionId: string;
  readonly watched: readonly WatchedField[];
  readonly differences: readonly KnownDifference[];
}

export interface FieldRule {
  readonly connectionId: string;
  readonly field: PolicyField;
  readonly policy: WritePolicy;
}

/** A lead whose message came due while its connection was not Active; stopped until a person answers. */
export interface InterruptedLead {
  readonly leadId: string;
  readonly connectionId: string;
  readonly dueAt: Instant;
}

/** Where events come from. The subject is a connection, for `mailbox` an assistant. */
export const SOURCES = ['assignments', 'records', 'mailbox'] as const;
export type Source = (typeof SOURCES)[number];

export interface SourceEvent {
  readonly source: Source;
  readonly subject: string;
  readonly at: Instant;
}

/** A source that has been silent for too long, told once. An event ends it. */
export interface Silence {
  readonly source: Source;
  readonly subject: string;
  readonly lastAt: Instant;
  readonly noticedAt: Instant;
}

/** What watches over a connection, as part of a change. */
export interface HealthChange {
  /** By key: new, or as it is now. */
  readonly incidents?: readonly Incident[];
  /** In the place of what was known of these connections. */
  readonly fieldWatch?: readonly FieldWatch[];
  readonly fieldRules?: readonly FieldRule[];
  /** The addresses that are told of failures, in the place of those before. */
  readonly admins?: readonly string[];
  readonly interrupted?: readonly InterruptedLead[];
  /** Leads that are no longer to be asked about. */
  readonly answered?: readonly string[];
  /** Each ends a silence of its source. */
  readonly sourceEvents?: readonly SourceEvent[];
  readonly silences?: readonly Silence[];
}

export interface HealthQueries {
  /** The one that is not over; null: the connection is not Failed. */
  openIncident(connectionId: string): Incident | null;
  incident(key: string): Incident | null;
  fieldWatch(connectionId: string): FieldWatch;
  /** `always` where nothing was chosen. */
  fieldRule(connectionId: string, field: PolicyField): WritePolicy;
  admins(): readonly string[];
  /** Those of a connection that are still stopped, the longest due first. */
  interrupted(connectionId: string): readonly InterruptedLead[];
  /** When something came, within each hour the last time, since then; oldest first. */
  eventsOf(source: Source, subject: string, since: Instant): readonly Instant[];
  silences(): readonly Silence[];
}
