import { randomBytes } from 'node:crypto';
import type { Clock } from '#core/ports/clock.ts';
import type { Ids } from '#core/ports/ids.ts';

/** Ids that sort by the time they were made: 12 hex digits of milliseconds, 20 of chance. */
export function sortableIds(clock: Clock): Ids {
  return {
    next: () => clock.now().toString(16).padStart(12, '0') + randomBytes(10).toString('hex'),
  };
}
