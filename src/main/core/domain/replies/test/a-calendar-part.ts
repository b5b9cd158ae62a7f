import type { CalendarPart } from '../calendar-part.ts';

/** An invitation by Rosie, at no time that is known. */
export function aCalendarPart(changes: Partial<CalendarPart> = {}): CalendarPart {
  return {
    method: 'request',
    uid: '1@calendar.example',
    sequence: 0,
    isCancelled: false,
    startsAt: null,
    summary: 'Demo',
    location: '',
    url: '',
    comment: '',
    organizer: { address: 'rosie@team.example', name: 'Rosie', answer: 'none' },
    attendees: [],
    ...changes,
  };
}
