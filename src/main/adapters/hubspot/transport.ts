import { Client } from '@hubspot/api-client';
import type { z } from 'zod';
import { LimiterClosed, LimiterPaused, type Turn } from '#adapters/http/limiter.ts';
import type { MonotonicTime } from '#adapters/http/monotonic-time.ts';
import { retrying } from '#adapters/http/retry.ts';
import type { Urgency } from '#adapters/http/waiting-line.ts';
import type { Credential } from '#core/domain/crm/rights.ts';
import { MINUTE, type Duration, type Instant } from '#core/domain/time.ts';
import type { AccessTokens } from '#core/ports/access-tokens.ts';
import { CrmError } from '#core/ports/crm-error.ts';
import {
  errorOfAnswer,
  isExpiredToken,
  lateAnswer,
  networkError,
  unreadableAnswer,
  type FailedCall,
} from './errors.ts';
import { pauseAskedBy, type Policy } from './pauses.ts';
import type { Traffic } from './traffic.ts';

/** One call to HubSpot. */
export interface HubSpotCall extends FailedCall {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly query?: readonly (readonly [name: string, value: string])[];
  readonly body?: unknown;
  readonly policy: Policy;
  readonly urgency: Urgency;
}

/** Sends calls at the account's pace. Throws CrmError and nothing else. */
export interface Transport {
  /**
   * Sends a call and reads the answer's body by the schema. Reads are tried a few times; a write is sent
   * exactly once, because HubSpot has no idempotency key: a second try could write twice.
   */
  send<Schema extends z.ZodType>(call: HubSpotCall, answer: Schema): Promise<z.output<Schema>>;
  /** The account's traffic; replaced when another connection turns out to be of the same account. */
  traffic: Traffic;
  /** What it is that the user gave us: what a refusal advises depends on it. */
  readonly credential: Credential;
}

export interface TransportOptions {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly tokens: AccessTokens;
  /** What it is that the user gave us: what a refusal advises depends on it. */
  readonly credential: Credential;
  readonly traffic: Traffic;
  readonly time: MonotonicTime;
  readonly wallNow: () => Instant;
  readonly random: () => number;
  /** An answer that takes longer counts as lost. */
  readonly timeout: Duration;
  /** Why no call may leave now, or null; absent: every call may. */
  readonly whyNot?: () => string | null;
  /** Why nothing but GET may leave now, or null; absent: everything may. */
  readonly whyReadOnly?: () => string | null;
  /** Why nothing may be written now, or null; reading by POST goes on, and so does the lease. */
  readonly whyNoWrite?: () => string | null;
}

const READ_ATTEMPTS = 4;
const FIRST_RETRY_DELAY: Duration = 400;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** undefined: not JSON. */
  readonly body: unknown;
}

export function createTransport(options: TransportOptions): Transport {
  let client: { readonly token: string; readonly of: Client } | null = null;
  const { host } = new URL(options.baseUrl);

  async function takeTurn(traffic: Traffic, call: HubSpotCall): Promise<Turn> {
    try {
      return await traffic.limiter.turn(call.policy, { urgency: call.urgency, lane: call.purpose });
    } catch (error) {
      if (error instanceof LimiterPaused) {
        throw new CrmError('rate-limited', error.message, { retryAfter: Math.ceil(error.remaining) });
      }
      if (error instanceof LimiterClosed) throw new CrmError('network', error.message);
      throw error;
    }
  }

  /** Asked at the last moment: what waited for its turn is refused, too. */
  function refusalOf(call: HubSpotCall): CrmError | null {
    const stopped = options.whyNot?.() ?? null;
    if (stopped !== null) return new CrmError('stopped', stopped);
    const readOnly = call.method === 'GET' ? null : (options.whyReadOnly?.() ?? null);
    if (readOnly !== null) return new CrmError('read-only', readOnly);
    const noWrite = call.isWrite && call.purpose !== 'lease' ? (options.whyNoWrite?.() ?? null) : null;
    return noWrite === null ? null : new CrmError('stopped', noWrite);
  }

  function clientFor(token: string): Client {
    if (client?.token === token) return client.of;
    client = { token, of: new Client({ accessToken: token, basePath: options.baseUrl }) };
    return client.of;
  }

  async function fetchAnswer(call: HubSpotCall, token: string): Promise<Answer> {
    const response = await clientFor(token).apiRequest({
      method: call.method,
      path: call.query ? `${call.path}?${queryText(call.query)}` : call.path,
      body: call.body,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) };
  }

  function answered(traffic: Traffic, call: HubSpotCall, token: string): Promise<Answer> {
    traffic.count(call.purpose);
    return inTime(fetchAnswer(call, token), options.timeout, () => lateAnswer(call, options.timeout));
  }

  async function sendOnce<Schema extends z.ZodType>(
    call: HubSpotCall,
    schema: Schema,
  ): Promise<z.output<Schema>> {
    const { traffic } = transport;
    const turn = await takeTurn(traffic, call);
    const against = refusalOf(call);
    if (against !== null) {
      turn.end();
      throw against;
    }
    let answer: Answer;
    try {
      const token = await options.tokens.current();
      answer = await answered(traffic, call, token);
      // Nothing was done for an expired token, so that this is safe for writes, too.
      if (answer.status === 401 && isExpiredToken(answer.body)) {
        const next = await options.tokens.after(token);
        if (next !== token) answer = await answered(traffic, call, next);
      }
    } catch (error) {
      throw error instanceof CrmError ? error : networkError(error, call, host);
    } finally {
      turn.end();
    }
    traffic.see(call.policy, answer.headers);
    if (answer.status < 200 || answer.status > 299) throw refused(traffic, call, answer);
    const read = schema.safeParse(answer.body);
    if (!read.success) throw unreadableAnswer(call, read.error);
    return read.data;
  }

  function refused(traffic: Traffic, call: HubSpotCall, answer: Answer): CrmError {
    const pause = pauseAskedBy(answer.status, answer.headers, answer.body, {
      policy: call.policy,
      restOfWindow: traffic.limiter.restOfWindow(call.policy),
      now: options.wallNow(),
      zone: traffic.zone,
    });
    const error = errorOfAnswer(answer.status, answer.body, call, pause?.delay ?? null, options.credential);
    if (pause) traffic.limiter.pause(pause.policies, pause.delay, error.message);
    return error;
  }

  const transport: Transport = {
    traffic: options.traffic,
    credential: options.credential,
    send(call, schema) {
      if (call.isWrite) return sendOnce(call, schema);
      return retrying(() => sendOnce(call, schema), {
        attempts: READ_ATTEMPTS,
        firstDelay: FIRST_RETRY_DELAY,
        time: options.time,
        random: options.random,
        mayRetry: (error) =>
          error instanceof CrmError && error.isPassing && (error.retryAfter ?? 0) <= MINUTE,
      });
    },
  };
  return transport;
}

/** A key that stays as it is. */
export function unchanging(token: string): AccessTokens {
  return { current: () => Promise.resolve(token), after: () => Promise.resolve(token) };
}

function queryText(query: readonly (readonly [name: string, value: string])[]): string {
  return new URLSearchParams(query.map(([name, value]): [string, string] => [name, value])).toString();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The client library cannot abort a request: a late answer is let go, whatever it says. */
function inTime<Result>(work: Promise<Result>, timeout: Duration, late: () => Error): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), timeout);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
