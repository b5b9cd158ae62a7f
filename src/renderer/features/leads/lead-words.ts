import type { LeadAction, LeadRow } from '#contract/leads.ts';
import type { Custody, FollowUp, HoldReason, LeadNeed, PauseReason, ValueSource } from '#contract/names.ts';

/** The buttons' words. */
export const ACTION_LABELS: Readonly<Record<LeadAction, string>> = {
  'mark-hot': 'Mark hot',
  'mark-responded': 'Mark responded',
  'mark-cold': 'Mark cold',
  stop: 'Stop',
  continue: 'Continue',
  restart: 'Restart',
  'hand-back': 'Hand back',
  'not-at-risk': 'Not at risk',
  'mark-moved-out': 'Mark moved out',
  'mark-deactivated': 'Deactivate',
  unsubscribe: 'Unsubscribe',
  pause: 'Pause until',
  'change-schedule': 'Change schedule',
  'change-assistant': 'Change assistant',
  'change-owner': 'Change who gets it back',
};

/** What an action does, for the question before it is done to many. */
export const ACTION_EFFECTS: Readonly<Record<LeadAction, string>> = {
  'mark-hot': 'Their follow-up stops, and each record goes back to its previous owner with a task.',
  'mark-responded': 'Their follow-up stops, and each record goes back to its previous owner.',
  'mark-cold': 'They count as not having answered.',
  stop: 'No further message goes out until you press Continue or Restart.',
  continue: 'The steps that are not sent yet go out as planned.',
  restart: 'The schedule begins at its first message again.',
  'hand-back': 'Follow-up stops, and each record goes back to its previous owner.',
  'not-at-risk': 'They return to the state before, and the reminders end.',
  'mark-moved-out': 'They have left the company: their follow-up stops, and each record goes back.',
  'mark-deactivated': 'Their follow-up stops, and each record goes back to its previous owner.',
  unsubscribe:
    'Nothing is ever written to any address of theirs again, by no assistant. This cannot be taken back.',
  pause: 'Nothing goes out before the business day after; then it goes on by itself.',
  'change-schedule': 'What was sent stays sent; the messages to come are those of the schedule you choose.',
  'change-assistant':
    'Each record becomes the new assistant’s in the CRM, and she goes on in the same thread.',
  'change-owner': 'They get these records back, instead of whoever had them before.',
};

/** What is said when an action is done to `done` leads. */
export function doneWords(action: LeadAction, done: number): string {
  const leads = done === 1 ? '1 lead' : `${done.toLocaleString()} leads`;
  switch (action) {
    case 'mark-hot':
      return `${leads} marked hot.`;
    case 'mark-responded':
      return `${leads} marked responded.`;
    case 'mark-cold':
      return `${leads} marked cold.`;
    case 'stop':
      return `Follow-up stopped for ${leads}.`;
    case 'continue':
      return `Follow-up continues for ${leads}.`;
    case 'restart':
      return `Follow-up restarted for ${leads}.`;
    case 'hand-back':
      return done === 1 ? '1 lead goes back to its owner.' : `${leads} go back to their owners.`;
    case 'not-at-risk':
      return `${leads} not at risk any more.`;
    case 'mark-moved-out':
      return `${leads} marked moved out.`;
    case 'mark-deactivated':
      return `${leads} deactivated.`;
    case 'unsubscribe':
      return `${leads} unsubscribed.`;
    case 'pause':
      return `${leads} paused.`;
    case 'change-schedule':
      return `${leads} on the chosen schedule.`;
    case 'change-assistant':
      return `${leads} with the chosen assistant.`;
    case 'change-owner':
      return `Who gets it back is changed for ${leads}.`;
  }
}

export const SOURCE_WORDS: Readonly<Record<ValueSource, string>> = {
  record: 'from the record',
  default: 'assistant’s default',
  person: 'set by a person',
};

export const NEED_WORDS: Readonly<Record<LeadNeed, string>> = {
  'no-context': 'A context',
  'paused-without-date': 'A date of return',
  'unsure-reply': 'A look at the reply',
  'colleague-replied': 'A word: go on or not',
  'value-missing': 'A value for its next message',
  'at-risk': 'An answer',
  restored: 'A look after a restore',
};

export const CUSTODY_WORDS: Readonly<Record<Custody, string>> = {
  Held: 'Held by the assistant',
  HandingBack: 'Handing back',
  HandedBack: 'Handed back',
  Released: 'Taken away by a person',
};

export const FOLLOW_UP_WORDS: Readonly<Record<FollowUp, string>> = {
  Scheduled: 'Scheduled',
  Waiting: 'Waiting',
  Paused: 'Paused',
  Stopped: 'Stopped',
  Completed: 'Completed',
};

const HOLD_WORDS: Readonly<Record<HoldReason, string>> = {
  'no-capacity': 'assistant has no room',
  'bounce-guard': 'risky address, and too many mails bounce',
  'no-context': 'no context given',
};

const PAUSE_WORDS: Readonly<Record<PauseReason | 'by-person', string>> = {
  'colleague-replied': 'a colleague answered',
  'value-missing': 'its message needs a value',
  'by-person': 'by a person',
};

/** A day such as `2026-09-08`, short: "8 Sep 2026" in the reader's language. */
export function shortDay(isoDate: string, locale?: string): string {
  const format = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, format).format(new Date(`${isoDate}T00:00:00Z`));
}

/** Whether its next message has a date: nothing else holds it. */
export function hasDate(lead: LeadRow): lead is LeadRow & { readonly nextFollowUpAt: number } {
  return lead.nextFollowUpAt !== null && lead.hold === null && !lead.awaitsApproval;
}

/** The follow-up of a lead in words where no date stands: a short headline, and why. */
export function followUpWords(lead: LeadRow): { readonly headline: string; readonly why: string } {
  if (lead.hold !== null) {
    const why = HOLD_WORDS[lead.hold];
    const paused = lead.pausedUntil === null ? '' : `, paused until ${shortDay(lead.pausedUntil)}`;
    return { headline: 'Held', why: `${why}${paused}` };
  }
  if (lead.awaitsApproval) return { headline: 'Waits', why: 'for approval' };
  if (lead.pausedWithoutDate) return { headline: 'Paused', why: 'away, no return date' };
  if (lead.custody === 'Released') return { headline: 'Stopped', why: 'taken away by a person' };
  switch (lead.followUp) {
    case 'Scheduled':
      return { headline: 'Scheduled', why: '' };
    case 'Waiting':
      return { headline: 'Waiting', why: 'last gap is running' };
    case 'Paused':
      return { headline: 'Paused', why: PAUSE_WORDS[lead.pausedBecause ?? 'by-person'] };
    case 'Stopped':
      return { headline: 'Stopped', why: lead.reason ?? '' };
    case 'Completed':
      return { headline: 'Completed', why: 'every step is out' };
  }
}

/** A piece of a text, marked or not. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** What stands in deciding words for an address and for a link. */
const STAND_INS: Readonly<Record<string, string>> = {
  '@address': String.raw`[\p{L}\d._%+'-]+@[\p{L}\d.-]*[\p{L}\d]`,
  '@link': String.raw`https?:\/\/\S+`,
};

/**
 * Cuts `text` so that each of `words` is a piece of its own, whatever the case, the accents and the punctuation
 * between them: deciding words come without.
 */
export function markWords(text: string, words: readonly string[]): readonly Piece[] {
  const wanted = words.filter((word) => word.trim() !== '').toSorted((a, b) => b.length - a.length);
  if (wanted.length === 0) return [{ text, marked: false }];
  const { folded, from } = foldWithPlaces(text);
  const pieces: Piece[] = [];
  let done = 0;
  for (const { index, 0: hit } of folded.matchAll(new RegExp(wanted.map(patternOf).join('|'), 'gu'))) {
    const start = from[index] ?? done;
    const end = from[index + hit.length] ?? text.length;
    pieces.push(
      { text: text.slice(done, start), marked: false },
      { text: text.slice(start, end), marked: true },
    );
    done = end;
  }
  return [...pieces, { text: text.slice(done), marked: false }].filter((piece) => piece.text !== '');
}

function patternOf(words: string): string {
  return words
    .trim()
    .split(/\s+/)
    .map((word) => STAND_INS[word] ?? foldWithPlaces(word).folded.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join(String.raw`[^\p{L}\d]+`);
}

const LIGATURES: Readonly<Record<string, string>> = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', ı: 'i' };

/** Lower case, no accents; `from[n]` is where in `text` the letter stands that became the n-th. */
function foldWithPlaces(text: string): { readonly folded: string; readonly from: readonly number[] } {
  let folded = '';
  const from: number[] = [];
  let place = 0;
  for (const letter of text) {
    const plain = letter
      .normalize('NFD')
      .replaceAll(/[\u0300-\u036f]/g, '')
      .toLowerCase();
    const piece = LIGATURES[plain] ?? plain;
    for (let at = 0; at < piece.length; at += 1) from.push(place);
    folded += piece;
    place += letter.length;
  }
  return { folded, from };
}
