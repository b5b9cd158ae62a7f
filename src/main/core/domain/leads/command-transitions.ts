import type { LeadState } from './lead.ts';
import { ACTIVE_STATES, LEAD_STATES } from './lead.ts';
import { refused, row, same } from './transition-row.ts';
import type { TransitionRows } from './transition-row.ts';
import type { Trigger } from './trigger.ts';

const ACTIVE: readonly LeadState[] = ACTIVE_STATES;
const EVERY: readonly LeadState[] = LEAD_STATES;

/** What a person hears who wants to change a follow-up that has ended. */
const HAS_ENDED =
  'The follow-up has ended. Restart begins it anew, with the schedule and assistant you choose.';

type CommandTrigger = Extract<
  Trigger,
  | 'mark:MovedOut'
  | 'pause'
  | 'unsubscribe'
  | 'choose-schedule'
  | 'choose-assistant'
  | 'choose-owner'
  | 'tagged'
  | 'reminder-set'
  | 'reminder-done'
>;

/** The rows of what a person decides about a lead beside its follow-up's buttons. */
export const COMMAND_TRANSITIONS: Readonly<Record<CommandTrigger, TransitionRows>> = {
  'mark:MovedOut': {
    rows: [
      row(
        EVERY,
        'DeActivated',
        'off',
        'yes',
        'A person said that the lead has left the company: the follow-up stops.',
        'MovedOut',
      ),
    ],
    otherwise: refused('The lead is DeActivated already.'),
  },
  pause: {
    rows: [
      row(
        ACTIVE,
        'same',
        'unchanged',
        'no',
        'A person paused the follow-up: it goes on by itself on the business day after.',
      ),
    ],
    otherwise: refused('The follow-up has ended: there is nothing to pause.'),
  },
  unsubscribe: {
    rows: [
      row(
        EVERY,
        'UnSubscribed',
        'off',
        'yes',
        'A person unsubscribed the lead: nothing is ever written to any address of theirs again.',
      ),
    ],
    otherwise: refused('The lead is UnSubscribed already.'),
  },
  'choose-schedule': {
    rows: [row(ACTIVE, 'same', 'unchanged', 'no', 'A person put the lead on another schedule.')],
    otherwise: refused(HAS_ENDED),
  },
  'choose-assistant': {
    rows: [row(ACTIVE, 'same', 'unchanged', 'no', 'A person gave the lead to another assistant.')],
    otherwise: refused(HAS_ENDED),
  },
  'choose-owner': {
    rows: [row(ACTIVE, 'same', 'unchanged', 'no', 'A person chose who gets the record back.')],
    otherwise: refused('The record is already with its owner. Change the owner in the CRM.'),
  },
  tagged: same('A person changed the tags.'),
  'reminder-set': same('A person wants to be reminded.'),
  'reminder-done': same('A person has dealt with a reminder.'),
};
