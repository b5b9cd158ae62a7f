import { DateTime } from 'luxon';
import type { Instant } from './time.ts';

/** When a meeting begins, in words: `21 September 2026, 15:30 (Europe/Berlin)`. */
export function meetingTime(at: Instant, zone: string): string {
  return `${DateTime.fromMillis(at, { zone, locale: 'en' }).toFormat('d LLLL yyyy, HH:mm')} (${zone})`;
}
