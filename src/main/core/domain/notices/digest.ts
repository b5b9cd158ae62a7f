import { DateTime } from 'luxon';
import type { Instant } from '../time.ts';

/** One line of a mail: what happened, when, and the lead's page where there is one. */
export interface ToldLine {
  readonly text: string;
  readonly at: Instant;
  readonly url: string | null;
}

/** When the digest goes out that has something from `since` in it: the next full hour of that name in the zone. */
export function digestAt(since: Instant, hour: number, zone: string): Instant {
  const from = DateTime.fromMillis(since, { zone });
  const today = from.set({ hour, minute: 0, second: 0, millisecond: 0 });
  return (
    today.toMillis() > since
      ? today
      : from.plus({ days: 1 }).set({ hour, minute: 0, second: 0, millisecond: 0 })
  ).toMillis();
}

/** One mail with everything that happened, oldest first. */
export function digestMail(
  lines: readonly ToldLine[],
  zone: string,
): { readonly subject: string; readonly text: string } {
  const [only] = lines;
  if (only !== undefined && lines.length === 1) {
    return {
      subject: `Baton: ${firstSentence(only.text)}`,
      text: [...inWords(only, zone), '', WHERE].join('\n'),
    };
  }
  return {
    subject: `Baton: ${lines.length} news`,
    text: [...lines.flatMap((line) => [...inWords(line, zone), '']), WHERE].join('\n'),
  };
}

const WHERE = 'Who is told of what is set in Baton under Settings, Notices.';
const LONGEST_SUBJECT = 90;

function inWords({ text, at, url }: ToldLine, zone: string): readonly string[] {
  const when = DateTime.fromMillis(at, { zone, locale: 'en' }).toFormat('ccc d LLL, HH:mm');
  return [`${when}: ${text}`, ...(url === null ? [] : [url])];
}

/** Of one line, as subjects are. */
function firstSentence(text: string): string {
  const [line = ''] = text.replaceAll(/\s+/g, ' ').split(' “');
  return line.length > LONGEST_SUBJECT ? `${line.slice(0, LONGEST_SUBJECT - 1)}…` : line;
}
