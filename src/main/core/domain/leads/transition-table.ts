import type { LeadState } from './lead.ts';
import { ACTIVE_STATES, LEAD_STATES } from './lead.ts';
import { COMMAND_TRANSITIONS } from './command-transitions.ts';
import { CORRECTION_TRANSITIONS } from './correction-transitions.ts';
import { MESSAGE_TRANSITIONS } from './message-transitions.ts';
import { OUTSIDE_TRANSITIONS } from './outside-transitions.ts';
import { ignored, refused, row, same } from './transition-row.ts';
import type { TransitionRows } from './transition-row.ts';
import type { Trigger } from './trigger.ts';

const ACTIVE: readonly LeadState[] = ACTIVE_STATES;
const STARTED: readonly LeadState[] = ['Pending', 'Cold', 'Engaged', 'Warm', 'OutOfOffice'];
const EVERY: readonly LeadState[] = LEAD_STATES;
/** Follow-up has ended, and a person has the record or is about to. */
const ENDED: readonly LeadState[] = ['Hot', 'Responded', 'LeadAtRisk', 'Processed', 'DeActivated'];

/** What a person hears who presses a button on a lead that a reply has ended. */
const WITH_A_PERSON = 'The follow-up has ended and a person has the lead. Restart begins it anew.';
const NO_FOLLOW_UP = 'No follow-up is under way.';

/** domain.md section 1, "Transitions, all of them", with an answer for every other state and event. */
export const TRANSITIONS: Readonly<Record<Trigger, TransitionRows>> = {
  'capacity-freed': {
    rows: [
      row(['New'], 'Cold', 'on', 'no', 'There is capacity and a context for the lead: the follow-up starts.'),
    ],
    otherwise: ignored('Only a lead in New waits for capacity.'),
  },
  'still-on-hold': {
    rows: [row(['New'], 'same', 'held', 'no', 'The lead still waits for capacity or a context.')],
    otherwise: ignored('Only a lead in New waits for capacity or a context.'),
  },
  'context-given': {
    rows: [row(STARTED, 'same', 'unchanged', 'no', 'The messages to come use the new context.')],
    otherwise: ignored('No message is to come that would use the context.'),
  },

  'step-sent': {
    rows: [
      row(
        ['OutOfOffice'],
        'before',
        'on',
        'no',
        'The follow-up after the absence is out: the level before returns.',
      ),
      row(['New', 'Pending', 'Cold', 'Engaged', 'Warm'], 'same', 'on', 'no', 'The follow-up was sent.'),
    ],
    otherwise: ignored('A message that was already on its way went out; no further one follows.'),
  },
  'step-known-already': same('The message is no further step of this run: it is logged, and nothing moves.'),
  'other-mail-sent': same('A mail that is no step of the schedule was sent.'),
  'person-wrote': {
    rows: [
      row(
        ['LeadAtRisk'],
        'before',
        'off',
        'already',
        'A person wrote to the lead through the assistant: it has its answer.',
      ),
    ],
    otherwise: ignored(
      'A person wrote to the lead through the assistant: her own next message waits for the quiet days.',
    ),
  },
  'step-skipped': {
    rows: [
      row(ACTIVE, 'same', 'on', 'no', 'A person wanted this message not to be sent: the next one follows.'),
    ],
    otherwise: ignored('The follow-up had ended before.'),
  },
  'next-message-moved': {
    rows: [row(ACTIVE, 'same', 'on', 'no', 'A person moved the next message to another time.')],
    otherwise: refused('No message is planned for this lead.'),
  },
  'address-proved': {
    rows: [
      row(
        ['Pending'],
        'Cold',
        'on',
        'no',
        'A mail was sent and did not bounce in 24 hours: the address works.',
      ),
      row(['OutOfOffice'], 'same', 'on', 'no', 'The address works: after the absence the lead is Cold.'),
    ],
    otherwise: ignored('The address was not in doubt.'),
  },

  'scanner-touched': same('In the first 180 seconds after sending it is a mail scanner, and is ignored.'),
  opened: {
    rows: [
      row(['Cold'], 'Engaged', 'unchanged', 'no', 'The lead opened an e-mail.'),
      row(
        ['New', 'Pending', 'Engaged', 'Warm', 'OutOfOffice'],
        'same',
        'unchanged',
        'no',
        'The open is counted.',
      ),
    ],
    otherwise: ignored('The open is counted; a lead whose follow-up has ended keeps its state.'),
  },
  'opened-three-times': {
    rows: [
      row(['Cold', 'Engaged'], 'Warm', 'unchanged', 'no', 'The lead opened e-mails three times.'),
      row(['New', 'Pending', 'Warm', 'OutOfOffice'], 'same', 'unchanged', 'no', 'The open is counted.'),
    ],
    otherwise: ignored('The open is counted; a lead whose follow-up has ended keeps its state.'),
  },
  clicked: {
    rows: [
      row(['Cold', 'Engaged'], 'Warm', 'unchanged', 'no', 'The lead clicked a link.'),
      row(['New', 'Pending', 'Warm', 'OutOfOffice'], 'same', 'unchanged', 'no', 'The click is counted.'),
    ],
    otherwise: ignored('The click is counted; a lead whose follow-up has ended keeps its state.'),
  },

  ...OUTSIDE_TRANSITIONS,
  ...MESSAGE_TRANSITIONS,
  ...CORRECTION_TRANSITIONS,

  'schedule-finished': {
    rows: [
      row(
        STARTED,
        'Processed',
        'off',
        'yes',
        'The last follow-up was sent, its gap has passed and no reply came.',
      ),
    ],
    otherwise: ignored(NO_FOLLOW_UP),
  },
  'schedule-finished-long-term': {
    rows: [
      row(
        STARTED,
        'Cold',
        'on',
        'no',
        'The schedule is complete: the lead goes onto the long-term schedule.',
      ),
    ],
    otherwise: ignored(NO_FOLLOW_UP),
  },
  'schedule-not-finished': same('A step of the schedule is still to be sent.'),
  'message-incomplete': {
    rows: [
      row(
        STARTED,
        'same',
        'unchanged',
        'no',
        'The next message needs a value that is not there: it is held until it is, never sent with a hole.',
      ),
    ],
    otherwise: ignored(NO_FOLLOW_UP),
  },
  'values-changed': same(
    'The assistant or the schedule was changed: a message that was held is looked at again.',
  ),
  'sending-interrupted': {
    rows: [
      row(
        STARTED,
        'same',
        'off',
        'no',
        'A message came due while the connection was not active: the follow-up stops until a person says go on.',
      ),
    ],
    otherwise: ignored(NO_FOLLOW_UP),
  },
  'send-postponed': {
    rows: [row(STARTED, 'same', 'on', 'no', 'The follow-up moves to a later time.')],
    otherwise: ignored(NO_FOLLOW_UP),
  },

  'taken-away': {
    rows: [
      row(
        EVERY,
        'same',
        'off',
        'no',
        'A person took the record: the follow-up stops and nothing more is written to it.',
      ),
    ],
    otherwise: ignored('A person took the record.'),
  },
  'record-deleted': {
    rows: [
      row(
        EVERY,
        'same',
        'off',
        'no',
        'The record was deleted in the CRM: the follow-up stops, the lead is kept.',
      ),
    ],
    otherwise: ignored('The record was deleted in the CRM.'),
  },
  'record-merged': same('The record was merged: the lead follows the surviving record.'),
  'record-absorbed': {
    rows: [
      row(
        EVERY,
        'same',
        'off',
        'no',
        'The record was merged into one that has a lead of its own: this one ends.',
      ),
    ],
    otherwise: ignored('The record was merged into one that has a lead of its own.'),
  },
  'contact-changed': same('The contact was changed in the CRM.'),
  'address-lost': {
    rows: [
      row(
        ACTIVE,
        'DeActivated',
        'off',
        'yes',
        'The record has no e-mail address any more: the follow-up stops and the record is handed back.',
        'InvalidEmail',
      ),
    ],
    otherwise: ignored('The contact was changed in the CRM.'),
  },
  'address-suppressed': {
    rows: [
      row(
        EVERY,
        'UnSubscribed',
        'off',
        'yes',
        'The person must not be written to: the follow-up stops for ever and the record is handed back.',
      ),
    ],
    otherwise: ignored('The person must not be written to.'),
  },
  'address-excluded': {
    rows: [
      row(
        ACTIVE,
        'DeActivated',
        'off',
        'yes',
        'The address is on the list "Never write to": the follow-up stops and the record is handed back.',
        'ManuallyDeactivated',
      ),
    ],
    otherwise: ignored('The address is on the list "Never write to".'),
  },
  'held-by-bounce-guard': {
    rows: [
      row(
        ['Pending', 'Cold'],
        'New',
        'held',
        'no',
        'The address is risky and too many mails bounced in 7 days: it is held back and tried again each day.',
      ),
    ],
    otherwise: ignored('The address is not in doubt any more.'),
  },
  'bounce-guard-holds': {
    rows: [
      row(
        ['New'],
        'same',
        'held',
        'no',
        'Still too many mails bounce: the risky address is tried again tomorrow.',
      ),
    ],
    otherwise: ignored('The address is not held back.'),
  },
  'bounce-guard-over': {
    rows: [
      row(
        ['New'],
        'DeActivated',
        'off',
        'yes',
        'The risky address was held back for 15 days: the record is handed back.',
        'BounceRisk',
      ),
    ],
    otherwise: ignored('The address is not held back.'),
  },
  'schedule-changed': same('A person changed the schedule: the messages not yet sent are the new ones.'),
  'draft-approved': same('A person approved the message; it goes out when hours and limits allow it.'),
  'schedule-kept': same(
    'A person changed the schedule for new leads only: this lead keeps the messages it began with.',
  ),
  'handed-back': {
    rows: [row(EVERY, 'same', 'off', 'already', 'The record is with a person again.')],
    otherwise: ignored('The record is with a person again.'),
  },
  'hand-back-failed': same('The record could not be handed back: a person is asked to look.'),

  'hand-back-undone': {
    rows: [
      row(
        ACTIVE,
        'same',
        'off',
        'already',
        'A person undid the hand-back: the assistant has the record again, and its follow-up stays ended.',
      ),
    ],
    otherwise: ignored(
      'A person undid the hand-back; the lead has ended, so nothing is done with the record.',
    ),
  },

  'mark:Hot': {
    rows: [
      row(
        [...ACTIVE, 'Responded', 'LeadAtRisk', 'Processed', 'DeActivated'],
        'Hot',
        'off',
        'yes',
        'A person marked the lead as Hot.',
      ),
    ],
    otherwise: refused('The lead is Hot already.'),
  },
  'mark:Responded': {
    rows: [
      row(
        [...ACTIVE, 'Hot', 'LeadAtRisk', 'Processed', 'DeActivated'],
        'Responded',
        'off',
        'yes',
        'A person marked the lead as Responded.',
      ),
    ],
    otherwise: refused('The lead is Responded already.'),
  },
  'mark:Cold': {
    rows: [
      row(
        ['Pending', 'Engaged', 'Warm', 'OutOfOffice'],
        'Cold',
        'unchanged',
        'no',
        'A person marked the lead as Cold.',
      ),
    ],
    otherwise: refused(
      'Only a lead under follow-up that is not Cold yet can be marked as Cold. Restart begins anew.',
    ),
  },
  'mark:DeActivated': {
    rows: [
      row(
        [...ACTIVE, 'Hot', 'Responded', 'LeadAtRisk', 'Processed'],
        'DeActivated',
        'off',
        'yes',
        'A person deactivated the lead.',
        'ManuallyDeactivated',
      ),
    ],
    otherwise: refused('The lead is DeActivated already.'),
  },
  stop: {
    rows: [row(ACTIVE, 'same', 'off', 'no', 'A person stopped the follow-up.')],
    otherwise: refused(NO_FOLLOW_UP),
  },
  continue: {
    rows: [
      row(ACTIVE, 'same', 'on', 'no', 'A person let the follow-up go on with the steps not yet sent.'),
      row(['Processed'], 'Cold', 'on', 'no', 'The schedule has a new step: the follow-up goes on with it.'),
    ],
    otherwise: refused(WITH_A_PERSON),
  },
  restart: {
    rows: [
      row(['Pending'], 'same', 'slow', 'no', 'A person restarted the follow-up from the first step.'),
      row(
        ['New', 'Cold', 'Engaged', 'Warm', 'OutOfOffice', 'Processed', 'Responded', 'Hot', 'DeActivated'],
        'Cold',
        'on',
        'no',
        'A person restarted the follow-up from the first step.',
      ),
    ],
    otherwise: refused('The lead is at risk: answer it or press Not at risk first.'),
  },
  'hand-back': {
    rows: [row([...ACTIVE, ...ENDED], 'same', 'off', 'yes', 'A person handed the record back.')],
    otherwise: ignored('A person handed the record back.'),
  },
  'not-at-risk': {
    rows: [row(['LeadAtRisk'], 'before', 'off', 'already', 'A person said that the lead is not at risk.')],
    otherwise: refused('The lead is not at risk.'),
  },
  'note-added': same('A person added a note.'),
  ...COMMAND_TRANSITIONS,
};
