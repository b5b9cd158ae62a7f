import type { Instant } from '../time.ts';

/** What a calendar does with its mail (RFC 5546); `other`: nothing that tells of a meeting. */
export type CalendarMethod = 'request' | 'reply' | 'cancel' | 'counter' | 'publish' | 'other';

/** What somebody answered to an invitation; `none`: nothing yet. */
export type CalendarAnswer = 'accepted' | 'declined' | 'tentative' | 'none';

export interface CalendarPerson {
  /** Lower case; empty where it is no e-mail address. */
  readonly address: string;
  readonly name: string;
  readonly answer: CalendarAnswer;
}

/** The first event of the calendar part that a mail carries (RFC 5545), as far as it tells of a meeting. */
export interface CalendarPart {
  readonly method: CalendarMethod;
  readonly uid: string;
  /** Rises with each change of the event. */
  readonly sequence: number;
  readonly isCancelled: boolean;
  /** null: none is given, it is a whole day, or its zone cannot be told. */
  readonly startsAt: Instant | null;
  readonly summary: string;
  readonly location: string;
  readonly url: string;
  /** What the sender wrote to the answer. */
  readonly comment: string;
  readonly organizer: CalendarPerson | null;
  readonly attendees: readonly CalendarPerson[];
}
