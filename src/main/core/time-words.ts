import { DateTime } from 'luxon';
import type { Instant } from './domain/time.ts';

/** A moment for files: `2026-09-07T08:00:00.000Z`. */
export function isoTime(at: Instant): string {
  return DateTime.fromMillis(at, { zone: 'utc' }).toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
}

/** A moment for a sentence: `2026-09-07 08:00 UTC`. */
export function utcTime(at: Instant): string {
  return DateTime.fromMillis(at, { zone: 'utc' }).toFormat("yyyy-MM-dd HH:mm 'UTC'");
}
