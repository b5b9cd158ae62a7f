import type { DeactivationReason, LeadState } from './lead.ts';
import type { BounceClass, ReplyIntent } from './lead-event.ts';

/** Under this, a reply never makes a lead Hot or UnSubscribed by itself (domain.md section 1). */
export const SURE_ENOUGH = 0.7;

/** What follows from a message: one row of "Reply intents → what follows". */
interface ReplyRow {
  readonly to: LeadState | 'same';
  readonly reason: DeactivationReason | null;
  /** `stop` the follow-up and hand back · `move` the next date · `go-on`. */
  readonly followUp: 'stop' | 'move' | 'go-on';
  /** An automatic message never stops the follow-up and is never answered. */
  readonly human: boolean;
  readonly rule: string;
}

/** domain.md section 1, "Reply intents". */
export const REPLY_TABLE: Readonly<Record<ReplyIntent, ReplyRow>> = {
  AgreedToMeet: stop('Hot', 'The lead agreed to meet: the follow-up stops and the record is handed back.'),
  InterestedToProceed: stop(
    'Hot',
    'The lead wants to go on: the follow-up stops and the record is handed back.',
  ),
  SeekingMoreInfo: stop(
    'Responded',
    'The lead asks for more information: the follow-up stops and the record is handed back.',
  ),
  BrochureSent: stop(
    'Warm',
    'The lead asks for a brochure: its link is sent, then the follow-up stops and the record is handed back.',
  ),
  ConnectLater: {
    to: 'Warm',
    reason: null,
    followUp: 'move',
    human: true,
    rule: 'The lead wants to hear later: the next follow-up moves to that date and the schedule goes on.',
  },
  ReferredSomeone: stop(
    'DeActivated',
    'The lead referred to someone else: the follow-up stops and the record is handed back.',
    'ReferredSomeone',
  ),
  AskedToStop: stop(
    'DeActivated',
    'The lead asked to stop: the follow-up stops and the record is handed back.',
    'AskedToStop',
  ),
  MovedOut: stop(
    'DeActivated',
    'The lead has left the company: the follow-up stops and the record is handed back.',
    'MovedOut',
  ),
  Retired: stop(
    'DeActivated',
    'The lead has retired: the follow-up stops and the record is handed back.',
    'Retired',
  ),
  Unsubscribed: stop(
    'UnSubscribed',
    'The lead asked to be unsubscribed: nothing is ever written to any address of theirs again.',
  ),
  OutOfOffice: {
    to: 'OutOfOffice',
    reason: null,
    followUp: 'move',
    human: false,
    rule: 'An automatic absence reply: the follow-up waits until the lead is back.',
  },
  SupportAutoResponse: {
    to: 'same',
    reason: null,
    followUp: 'go-on',
    human: false,
    rule: 'An automatic answer of a help desk counts as no reply: the follow-up goes on.',
  },
  Other: stop('Responded', 'A person replied: the follow-up stops and the record is handed back.'),
};

/** The table's bounce row: DSN 5.x.x, 4.x.x, and one without a usable reason. */
export const BOUNCE_TABLE: Readonly<Record<BounceClass, Omit<ReplyRow, 'human'>>> = {
  hard: {
    to: 'DeActivated',
    reason: 'BounceDeactivated',
    followUp: 'stop',
    rule: 'The mail bounced for good: the follow-up stops and the record is handed back.',
  },
  soft: {
    to: 'same',
    reason: null,
    followUp: 'go-on',
    rule: 'The mail bounced for now only: the follow-up goes on.',
  },
  delayed: {
    to: 'same',
    reason: null,
    followUp: 'go-on',
    rule: 'The mail is delayed, not lost: the follow-up goes on.',
  },
  unknown: {
    to: 'DeActivated',
    reason: 'CannotDetermine',
    followUp: 'stop',
    rule: 'The mail bounced without a usable reason: the follow-up stops and the record is handed back.',
  },
};

function stop(to: LeadState, rule: string, reason: DeactivationReason | null = null): ReplyRow {
  return { to, reason, followUp: 'stop', human: true, rule };
}
