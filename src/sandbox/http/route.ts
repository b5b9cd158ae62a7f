import type { AccessToken, Portal } from '../portal/model.ts';

/** One request as a handler sees it: parsed, authorised, counted against the limits. */
export interface SandboxRequest {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** JSON bodies parsed; form bodies as a record of strings; undefined without a body. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly token: AccessToken | null;
}

export interface SandboxReply {
  readonly status: number;
  /** Sent as JSON; undefined sends an empty body; a string is sent as it is with `contentType`. */
  readonly body?: unknown;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What every handler needs from the sandbox besides the portal. */
export interface SandboxContext {
  readonly portal: Portal;
  /** Milliseconds: the portal's clock, which tests can move. */
  now(): number;
  /** Numeric ids, as strings, never reused. */
  nextId(): string;
  /** 0 ≤ n < 1, from the seed. */
  random(): number;
}

/** Which of HubSpot's budgets a call counts against (facts: burst, search per second, associations). */
export type LimitClass = 'burst' | 'search' | 'associations' | 'none';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** All paths that answer alike: the date-versioned ones and the v1/v3/v4 twins, `:name` for parameters. */
  readonly paths: readonly string[];
  /** Any one of each inner list is needed, all of the outer; null: no token needed. */
  readonly scopes: readonly (readonly string[])[] | null;
  readonly limit: LimitClass;
  /** No part of HubSpot's API but of the sandbox itself: never recorded, and no fault happens to it. */
  readonly isOwn?: boolean;
  readonly handle: (request: SandboxRequest, context: SandboxContext) => SandboxReply;
}

/** Thrown by handlers; the server turns it into HubSpot's error envelope. */
export class HubSpotError extends Error {
  readonly status: number;
  readonly category: string;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly replyHeaders: Readonly<Record<string, string>>;

  constructor(
    status: number,
    category: string,
    message: string,
    extra: Readonly<Record<string, unknown>> = {},
    replyHeaders: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.category = category;
    this.extra = extra;
    this.replyHeaders = replyHeaders;
  }
}
