import type { Duration } from '../domain/time.ts';

export type CrmErrorKind =
  | 'rate-limited'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'rejected'
  | 'conflict'
  | 'unavailable'
  | 'network'
  | 'unexpected-response'
  /** The user stopped everything: the call did not leave. */
  | 'stopped'
  /** The connection is read-only: the call, which is no GET, did not leave. */
  | 'read-only';

/** What went wrong between us and the CRM; the one error class of that boundary. */
export class CrmError extends Error {
  readonly kind: CrmErrorKind;
  /** The write may have taken effect although no answer came. */
  readonly answerLost: boolean;
  /** When to try again at the earliest, if the CRM said so. */
  readonly retryAfter: Duration | null;
  readonly missingScopes: readonly string[];
  /** The property that was refused, by internal name, where one was named. */
  readonly property: string | null;
  /** A conflict: the record that is there already, where the CRM named it. */
  readonly existingId: string | null;

  constructor(
    kind: CrmErrorKind,
    message: string,
    more: {
      answerLost?: boolean;
      retryAfter?: Duration | null;
      missingScopes?: readonly string[];
      property?: string | null;
      existingId?: string | null;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'CrmError';
    this.kind = kind;
    this.answerLost = more.answerLost ?? false;
    this.retryAfter = more.retryAfter ?? null;
    this.missingScopes = more.missingScopes ?? [];
    this.property = more.property ?? null;
    this.existingId = more.existingId ?? null;
  }

  /** Whether the same call may pass later without anybody changing anything. */
  get isPassing(): boolean {
    return this.kind === 'rate-limited' || this.kind === 'unavailable' || this.kind === 'network';
  }
}
