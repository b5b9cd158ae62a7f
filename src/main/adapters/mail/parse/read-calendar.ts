import type {
  CalendarAnswer,
  CalendarMethod,
  CalendarPart,
  CalendarPerson,
} from '#core/domain/replies/calendar-part.ts';
import { momentOfLine, readZones } from './calendar-zone.ts';
import { contentLines, textValue } from './content-lines.ts';
import type { ContentLine } from './content-lines.ts';

/** Of a calendar part, in characters; what stands behind is not read. */
const LONGEST_CALENDAR = 256_000;
const MOST_ATTENDEES = 100;
const LONGEST = { uid: 300, line: 300, url: 1_000, comment: 2_000, address: 254 } as const;
const METHODS: readonly CalendarMethod[] = ['request', 'reply', 'cancel', 'counter', 'publish'];
const ANSWERS: Readonly<Record<string, CalendarAnswer>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};

/**
 * The first event of a calendar (RFC 5545), whoever wrote it: what cannot be read is left out, nothing is thrown.
 * `method`: what the part's own header says, for calendars that do not. Null: it holds no event.
 */
export function readCalendar(text: string, method = ''): CalendarPart | null {
  const lines = contentLines(text.slice(0, LONGEST_CALENDAR));
  const event = eventIn(lines);
  if (event === null) return null;
  const of = (name: string) => event.find((line) => line.name === name);
  const words = (name: string, longest: number) => textValue(of(name)?.value ?? '', longest);
  const start = of('DTSTART');
  const organizer = of('ORGANIZER');
  const sequence = Number(words('SEQUENCE', 12));
  return {
    method: methodOf(lines.find((line) => line.name === 'METHOD')?.value ?? method),
    uid: words('UID', LONGEST.uid),
    sequence: Number.isSafeInteger(sequence) && sequence > 0 ? sequence : 0,
    isCancelled: words('STATUS', LONGEST.line).toUpperCase() === 'CANCELLED',
    startsAt: start === undefined ? null : momentOfLine(start, readZones(lines)),
    summary: words('SUMMARY', LONGEST.line).replaceAll('\n', ' '),
    location: words('LOCATION', LONGEST.line),
    url: words('URL', LONGEST.url),
    comment: words('COMMENT', LONGEST.comment),
    organizer: organizer === undefined ? null : personOf(organizer),
    attendees: event
      .filter(({ name }) => name === 'ATTENDEE')
      .slice(0, MOST_ATTENDEES)
      .map(personOf),
  };
}

/** The lines of the first event, without those of the alarms in it; null: there is none. */
function eventIn(lines: readonly ContentLine[]): readonly ContentLine[] | null {
  const within: string[] = [];
  const event: ContentLine[] = [];
  let found = false;
  for (const line of lines) {
    const of = line.value.trim().toUpperCase();
    if (line.name === 'BEGIN') {
      within.push(of);
      found ||= of === 'VEVENT';
    } else if (line.name === 'END') {
      if (within.pop() === 'VEVENT') return event;
    } else if (within.at(-1) === 'VEVENT') event.push(line);
  }
  return found ? event : null;
}

function methodOf(value: string): CalendarMethod {
  const said = value.trim().toLowerCase();
  return METHODS.find((method) => method === said) ?? 'other';
}

function personOf({ parameters, value }: ContentLine): CalendarPerson {
  // Some write the address into a parameter, and something of their own into the value.
  const written = [value, parameters.get('EMAIL') ?? ''].map((each) => each.trim().replace(/^mailto:/i, ''));
  const address = written.find((each) => /^[^\s<>@]+@[^\s<>@]+$/.test(each)) ?? '';
  return {
    address: address.length > LONGEST.address ? '' : address.toLowerCase(),
    name: textValue(parameters.get('CN') ?? '', LONGEST.line),
    answer: ANSWERS[(parameters.get('PARTSTAT') ?? '').trim().toUpperCase()] ?? 'none',
  };
}
