import { DateTime } from 'luxon';
import { HOUR, MINUTE, SECOND, type Duration, type Instant } from '#core/domain/time.ts';
import { errorBody, isDailyLimit } from './errors.ts';

/** HubSpot's allowances, independent of each other: calls per ten seconds, searches per second, associations. */
export type Policy = 'burst' | 'search' | 'associations';

export const POLICIES: readonly Policy[] = ['burst', 'search', 'associations'];

/** Which calls an answer asks to hold, and for how long. */
export interface AskedPause {
  readonly policies: readonly Policy[];
  readonly delay: Duration;
}

/** What a pause depends on besides the answer. */
export interface PauseFacts {
  readonly policy: Policy;
  /** How long until the policy's window has room again. */
  readonly restOfWindow: Duration;
  readonly now: Instant;
  /** The account's zone, where the daily limit starts afresh at midnight; null: not known yet. */
  readonly zone: string | null;
}

/**
 * The pause that an answer asks for; null: none. 429 names its policy in the body, 477 (the account is being
 * moved) holds everything for Retry-After seconds, 423 (locked after heavy writes) lasts two seconds.
 */
export function pauseAskedBy(
  status: number,
  headers: Headers,
  rawBody: unknown,
  facts: PauseFacts,
): AskedPause | null {
  const asked = retryAfterOf(headers, facts.now);
  if (status === 477) return { policies: POLICIES, delay: asked ?? MINUTE };
  if (status === 423) return { policies: [facts.policy], delay: Math.max(2 * SECOND, asked ?? 0) };
  if (status !== 429) return null;
  const parsed = errorBody.safeParse(rawBody);
  const body = parsed.success ? parsed.data : {};
  if (isDailyLimit(body)) return { policies: POLICIES, delay: asked ?? untilMidnight(facts.now, facts.zone) };
  if (asked !== null) return { policies: [facts.policy], delay: asked };
  const perSecond = body.policyName === 'SECONDLY' || /secondly limit/i.test(body.message ?? '');
  const isSearch = facts.policy === 'search';
  const tenSeconds = /ten.?secondly/i.test(`${body.policyName ?? ''} ${body.message ?? ''}`);
  if (tenSeconds || (!perSecond && !isSearch)) {
    return { policies: [facts.policy], delay: Math.max(SECOND, facts.restOfWindow) };
  }
  return { policies: [facts.policy], delay: SECOND };
}

/** Seconds or an HTTP date. */
function retryAfterOf(headers: Headers, now: Instant): Duration | null {
  const value = headers.get('retry-after');
  if (value === null) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * SECOND);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** Without the zone: the next full hour, since somewhere that is midnight. */
function untilMidnight(now: Instant, zone: string | null): Duration {
  const local = zone === null ? null : DateTime.fromMillis(now, { zone });
  if (!local?.isValid) return HOUR - (now % HOUR);
  return local.plus({ days: 1 }).startOf('day').toMillis() - now;
}
