import type { LeadState } from './lead.ts';
import { ACTIVE_STATES, LEAD_STATES } from './lead.ts';
import { ignored, row, same } from './transition-row.ts';
import type { TransitionRows } from './transition-row.ts';
import type { Trigger } from './trigger.ts';

const ACTIVE: readonly LeadState[] = ACTIVE_STATES;
const EVERY: readonly LeadState[] = LEAD_STATES;

type OutsideTrigger = Extract<
  Trigger,
  | 'unsubscribed'
  | 'mail-linked'
  | 'mail-linked-automatic'
  | 'meeting-booked'
  | 'meeting-cancelled'
  | 'meeting-cancelled-elsewhere'
  | 'colleague-replied'
  | 'colleague-replied-too'
  | 'owner-silent'
  | 'owner-answered'
  | 'owner-away'
  | 'silence-not-due'
  | 'owner-wrote-before'
>;

/** The rows of what is seen outside of the mailbox: a link that was used, a meeting, what people of the team did or left. */
export const OUTSIDE_TRANSITIONS: Readonly<Record<OutsideTrigger, TransitionRows>> = {
  unsubscribed: {
    rows: [
      row(
        EVERY,
        'UnSubscribed',
        'off',
        'yes',
        'The lead used the unsubscribe link: nothing is ever written to any address of theirs again.',
      ),
    ],
    otherwise: ignored('The lead used the unsubscribe link.'),
  },

  'mail-linked': {
    rows: [
      row(
        [...ACTIVE, 'Processed'],
        'Responded',
        'off',
        'yes',
        'A person answered: the follow-up stops and the record is handed back.',
      ),
    ],
    otherwise: ignored('The follow-up had ended before.'),
  },
  'mail-linked-automatic': same('No person wrote it: it counts as no reply.'),
  'meeting-booked': {
    rows: [
      row(
        [...ACTIVE, 'Processed'],
        'Hot',
        'off',
        'yes',
        'A meeting with the lead was booked: the follow-up stops and the record is handed back.',
      ),
    ],
    otherwise: ignored('A meeting with the lead was booked.'),
  },
  'meeting-cancelled': {
    rows: [
      row(
        [...ACTIVE, 'Processed'],
        'Responded',
        'off',
        'yes',
        'A lead that calls a meeting off has answered: the follow-up stops and the record is handed back.',
      ),
    ],
    otherwise: ignored('The state stays; whoever has the lead is told.'),
  },
  'meeting-cancelled-elsewhere': same('The state stays; whoever has the lead is told.'),
  'colleague-replied': {
    rows: [
      row(
        ACTIVE,
        'same',
        'unchanged',
        'no',
        'Somebody else of the same company answered: the follow-up is paused until a person decides.',
      ),
    ],
    otherwise: ignored('Somebody else of the same company answered.'),
  },
  'colleague-replied-too': same('Somebody else of the same company answered; no follow-up is under way.'),

  'owner-silent': {
    rows: [
      row(
        ['Hot', 'Responded'],
        'LeadAtRisk',
        'off',
        'already',
        'For 24 hours no person has reached out to the lead.',
      ),
      row(
        ['LeadAtRisk'],
        'same',
        'off',
        'already',
        'Still no person has reached out: the owner is reminded.',
      ),
    ],
    otherwise: ignored('Only a Hot or Responded lead is watched for an answer.'),
  },
  'owner-answered': {
    rows: [
      row(['LeadAtRisk'], 'before', 'off', 'already', 'A person reached out: the lead is no longer at risk.'),
    ],
    otherwise: ignored('A person reached out to the lead.'),
  },
  'owner-away': same('The owner is away: the clock of an answer stands still until the return.'),
  'silence-not-due': same('No answer of a person is due now.'),
  'owner-wrote-before': same('What a person did before the last message of the lead is no answer to it.'),
};
