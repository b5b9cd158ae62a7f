import { DateTime } from 'luxon';
import type { Move } from './send-time.ts';

/**
 * What a date was moved past, as one line: "Sat 3 Oct: Tag der Deutschen Einheit · Sun 4 Oct: off-day". `zone` is the
 * one that hours are counted in. null: it was not moved.
 */
export function movesInWords(moves: readonly Move[], zone: string): string | null {
  const words = moves.map((move) => inWords(move, zone));
  return words.length === 0 ? null : words.join(' · ');
}

function inWords(move: Move, zone: string): string {
  const day = DateTime.fromISO(move.day, { zone: 'utc' }).setLocale('en-GB').toFormat('ccc d LLL');
  switch (move.because) {
    case 'hours':
      return `${day}: outside business hours in ${zone}`;
    case 'open-hour':
      return `${day}: not the hour at which the lead opens mails`;
    case 'off-day':
      return `${day}: off-day`;
    case 'holiday':
      return `${day}: ${move.name ?? 'a day without sending'}`;
    case 'daily-limit':
      return `${day}: daily limit reached`;
    case 'mailbox-limit':
      return `${day}: limit of the mailbox reached`;
  }
}
