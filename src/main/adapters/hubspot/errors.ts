import { z } from 'zod';
import { missingRight, scopesToAdd, type Credential } from '#core/domain/crm/rights.ts';
import type { Duration } from '#core/domain/time.ts';
import { CrmError, type CrmErrorKind } from '#core/ports/crm-error.ts';
import { stepOf, type Purpose } from './purpose.ts';

/** HubSpot asks that every field of an error be treated as optional. */
const context = z.record(z.string(), z.unknown()).nullish().catch(undefined);
const text = z.string().nullish().catch(undefined);
const details = z
  .array(z.object({ message: text, code: text, context }))
  .nullish()
  .catch(undefined);
export const errorBody = z.object({
  message: text,
  category: text,
  policyName: text,
  context,
  errors: details,
});
export type ErrorBody = z.infer<typeof errorBody>;

/** A refusal with HubSpot's own code for the reason, e.g. `PROPERTY_DOESNT_EXIST`. */
export class HubSpotRefusal extends CrmError {
  readonly code: string | null;

  constructor(
    kind: CrmErrorKind,
    message: string,
    code: string | null,
    more: { readonly property: string | null; readonly existingId?: string | null },
  ) {
    super(kind, message, more);
    this.code = code;
  }
}

/** What was being done when it failed. */
export interface FailedCall {
  /** As in "HubSpot refused … ": `to save notes`. */
  readonly doing: string;
  /** Whether a lost answer may hide a write that stands. */
  readonly isWrite: boolean;
  readonly purpose: Purpose;
}

const KEY_PLACE = 'in HubSpot under Development → Keys → Service keys';

/**
 * The error for an answer that is not 2xx.
 * @param retryAfter how long the calls pause because of it; null: no pause.
 */
export function errorOfAnswer(
  status: number,
  rawBody: unknown,
  call: FailedCall,
  retryAfter: Duration | null,
  credential: Credential = 'key',
): CrmError {
  const body = bodyOf(rawBody);
  if (status === 401) return new CrmError('unauthorized', unauthorizedSentence(body, credential));
  if (status === 403) return forbidden(body, call, credential);
  if (status === 429 || status === 423 || status === 477) {
    return new CrmError('rate-limited', pauseSentence(status, body), { retryAfter });
  }
  if (status === 408 || status >= 500) {
    const message = `HubSpot has a problem of its own (status ${status}) and could not be asked ${call.doing}. Baton tries again by itself; if it lasts, look at status.hubspot.com.`;
    return new CrmError('unavailable', message, { answerLost: call.isWrite, retryAfter });
  }
  if (status < 400) {
    return new CrmError(
      'unexpected-response',
      `HubSpot sent an answer that Baton does not understand (status ${status}) when asked ${call.doing}. Check the HubSpot address of the connection.`,
      { answerLost: call.isWrite },
    );
  }
  return refusal(kindOfStatus(status), body, call);
}

/** Whether a 401 says that the token was good and has run out. */
export function isExpiredToken(rawBody: unknown): boolean {
  return bodyOf(rawBody).category === 'EXPIRED_AUTHENTICATION';
}

/** The error of one input of a batch whose other inputs may have passed. */
export function errorOfItem(body: ErrorBody, call: FailedCall, credential: Credential = 'key'): CrmError {
  switch (body.category) {
    case 'RATE_LIMIT':
    case 'RATE_LIMITS':
      return new CrmError('rate-limited', pauseSentence(429, body));
    case 'MISSING_SCOPES':
    case 'FORBIDDEN':
      return forbidden(body, call, credential);
    case 'INTERNAL_ERROR':
      return errorOfAnswer(500, body, call, null);
    case 'OBJECT_NOT_FOUND':
      return refusal('not-found', body, call);
    case 'CONFLICT':
    case 'OBJECT_ALREADY_EXISTS':
      return refusal('conflict', body, call);
    default:
      return refusal('rejected', body, call);
  }
}

/** The error for a 2xx answer whose body cannot be read. */
export function unreadableAnswer(call: FailedCall, cause: unknown): CrmError {
  return new CrmError(
    'unexpected-response',
    `HubSpot answered something that Baton does not understand when asked ${call.doing}. Check that the HubSpot address of the connection is right and look for an update of Baton.`,
    { answerLost: call.isWrite, cause },
  );
}

/** No answer came in time; a write may stand. */
export function lateAnswer(call: FailedCall, timeout: Duration): CrmError {
  return new CrmError(
    'network',
    `HubSpot did not answer within ${Math.ceil(timeout / 1000)} seconds when asked ${call.doing}. Baton tries again by itself.`,
    { answerLost: call.isWrite },
  );
}

/** Failures of the connection that come before anything was sent. */
const NOTHING_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** The error for a call that ended without an answer. `host` names the other side for the user. */
export function networkError(cause: unknown, call: FailedCall, host: string): CrmError {
  const code = networkCode(cause);
  const nothingSent = code !== null && NOTHING_SENT.has(code);
  const message = nothingSent
    ? `HubSpot could not be reached at ${host} (${code}). Check the internet connection of this machine and its proxy; Baton tries again by itself.`
    : `The connection to HubSpot (${host}) broke off when it was asked ${call.doing}. Baton tries again by itself.`;
  return new CrmError('network', message, { answerLost: call.isWrite && !nothingSent, cause });
}

/** fetch hides the reason in `cause`, for several tried addresses in the errors of that. */
function networkCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return code;
  if (error instanceof AggregateError) return networkCode(error.errors[0]);
  return networkCode(error.cause);
}

function bodyOf(raw: unknown): ErrorBody {
  const parsed = errorBody.safeParse(raw);
  return parsed.success ? parsed.data : {};
}

function kindOfStatus(status: number): CrmErrorKind {
  if (status === 404 || status === 410) return 'not-found';
  return status === 409 ? 'conflict' : 'rejected';
}

function unauthorizedSentence(body: ErrorBody, credential: Credential): string {
  if (credential === 'app')
    return 'HubSpot does not accept the access of this connection any more: it was revoked, or the app was uninstalled there. Press Reconnect and allow it again.';
  return body.category === 'EXPIRED_AUTHENTICATION'
    ? 'The HubSpot access of this connection has expired. Connect again in Settings → CRM Details.'
    : `HubSpot does not accept the token of this connection. Create or rotate the key ${KEY_PLACE} and enter it in Settings → CRM Details.`;
}

function forbidden(body: ErrorBody, call: FailedCall, credential: Credential): CrmError {
  const step = stepOf(call.purpose, call.isWrite);
  const scopes = scopesToAdd(step, scopesOf(body));
  const because = scopes.length === 0 ? `${reasonOf(body)} ` : '';
  const message = `HubSpot did not allow Baton ${call.doing}. ${because}${missingRight(step, scopes, credential)}`;
  return new CrmError('forbidden', message, { missingScopes: scopes });
}

function scopesOf(body: ErrorBody): string[] {
  const contexts = [body.context, ...(body.errors ?? []).map((detail) => detail.context)];
  const names = contexts.flatMap((each) => [
    ...textsOf(each?.['requiredGranularScopes']),
    ...textsOf(each?.['requiredScopes']),
  ]);
  return [...new Set(names)];
}

function pauseSentence(status: number, body: ErrorBody): string {
  if (status === 477) {
    return 'HubSpot is moving this account to another data centre and takes no calls meanwhile. Baton goes on by itself when it is done.';
  }
  if (status === 423) {
    return 'HubSpot has locked these records for a moment after many changes. Baton tries again by itself.';
  }
  return isDailyLimit(body)
    ? "The account's daily limit of HubSpot calls is used up. Baton goes on by itself after midnight in the account's time zone."
    : 'HubSpot asked for a slower pace. Baton goes on by itself.';
}

/** Whether a 429 speaks of the day's allowance. */
export function isDailyLimit(body: ErrorBody): boolean {
  return body.policyName === 'DAILY' || /daily limit/i.test(body.message ?? '');
}

function refusal(kind: CrmErrorKind, body: ErrorBody, call: FailedCall): CrmError {
  const first = firstDetail(body);
  const property = first.property;
  const next =
    property === null
      ? kind === 'not-found'
        ? 'It may have been deleted or merged in HubSpot.'
        : 'Correct it in HubSpot or in Baton and try again.'
      : `Check the property "${property}" in HubSpot under Settings → Properties.`;
  const message = `HubSpot refused ${call.doing}: ${reasonOf(body)} ${next}`;
  const existingId = /Existing ID: (\d+)/.exec(body.message ?? '')?.[1] ?? null;
  return new HubSpotRefusal(kind, message, first.code, { property, existingId });
}

interface Detail {
  readonly message: string | null;
  readonly code: string | null;
  readonly property: string | null;
}

const listedProblem = z.object({ message: text, error: text, name: text });

/** The first problem named: in `errors`, in a list inside the message, or in the message's own words. */
function firstDetail(body: ErrorBody): Detail {
  const detail = body.errors?.[0];
  const named = textsOf(detail?.context?.['propertyName'])[0] ?? textsOf(body.context?.['propertyName'])[0];
  const listed = listedProblems(body.message)[0];
  const quoted = /property \\?"([^"\\]+)\\?"/i.exec(`${detail?.message ?? ''} ${body.message ?? ''}`)?.[1];
  return {
    message: listed?.message ?? detail?.message ?? null,
    code: detail?.code ?? listed?.error ?? null,
    property: named ?? listed?.name ?? quoted ?? null,
  };
}

function listedProblems(message: string | null | undefined): z.infer<typeof listedProblem>[] {
  const start = message?.indexOf('[{') ?? -1;
  if (!message || start < 0) return [];
  try {
    return z.array(listedProblem).parse(JSON.parse(message.slice(start, message.lastIndexOf(']') + 1)));
  } catch {
    return [];
  }
}

const LONGEST_REASON = 300;

/** HubSpot's own words for the reason, as one sentence. */
function reasonOf(body: ErrorBody): string {
  const words = (firstDetail(body).message ?? body.message ?? 'it gave no reason')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const cut = words.length > LONGEST_REASON ? `${words.slice(0, LONGEST_REASON)}…` : words;
  return /[.!?…]$/.test(cut) ? cut : `${cut}.`;
}

/** Context values are lists of text, now and then a single one. */
export function textsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((each) => (typeof each === 'string' || typeof each === 'number' ? [String(each)] : []));
}
