import type { LeadState } from './lead.ts';
import { ACTIVE_STATES, LEAD_STATES } from './lead.ts';
import type { ReplyIntent } from './lead-event.ts';
import { BOUNCE_TABLE, REPLY_TABLE } from './reply-intents.ts';
import { ignored, row, same } from './transition-row.ts';
import type { TransitionRows } from './transition-row.ts';
import type { Trigger } from './trigger.ts';

const ACTIVE: readonly LeadState[] = ACTIVE_STATES;
const STARTED: readonly LeadState[] = ['Pending', 'Cold', 'Engaged', 'Warm', 'OutOfOffice'];
/** Where an answer that ends all hope is still heard, though the follow-up had ended before. */
const NOT_DEACTIVATED: readonly LeadState[] = [...ACTIVE, 'Processed', 'Hot', 'Responded', 'LeadAtRisk'];

const LATE_REPLY = 'The follow-up had ended before; the person who has the record is told of the message.';

type MessageTrigger = Extract<Trigger, `reply:${string}` | `bounce:${string}`>;

/**
 * The rows "any active: reply or bounce" of the transition table, from the table of reply intents. A reply that
 * comes after the schedule was complete still counts: Processed means that no reply came.
 */
export const MESSAGE_TRANSITIONS: Readonly<Record<MessageTrigger, TransitionRows>> = {
  'reply:AgreedToMeet': reply('AgreedToMeet', [...ACTIVE, 'Processed', 'Responded']),
  'reply:InterestedToProceed': reply('InterestedToProceed', [...ACTIVE, 'Processed', 'Responded']),
  'reply:SeekingMoreInfo': reply('SeekingMoreInfo', [...ACTIVE, 'Processed']),
  'reply:Other': reply('Other', [...ACTIVE, 'Processed']),
  'reply:BrochureSent': reply('BrochureSent', ACTIVE),
  'reply:no-brochure': {
    rows: [
      row(
        [...ACTIVE, 'Processed'],
        'Responded',
        'off',
        'yes',
        'The lead asks for a brochure and there is no link to send: a person is to answer.',
      ),
    ],
    otherwise: ignored(LATE_REPLY),
  },
  'reply:ConnectLater': {
    rows: [row(STARTED, 'Warm', 'on', 'no', REPLY_TABLE.ConnectLater.rule)],
    otherwise: ignored(LATE_REPLY),
  },
  'reply:no-later-date': {
    rows: [
      row(
        [...ACTIVE, 'Processed'],
        'Responded',
        'off',
        'yes',
        'The lead wants to hear later, but named no day on which a follow-up is left to send: a person is to answer.',
      ),
    ],
    otherwise: ignored(LATE_REPLY),
  },
  'reply:ReferredSomeone': reply('ReferredSomeone', NOT_DEACTIVATED),
  'reply:AskedToStop': reply('AskedToStop', NOT_DEACTIVATED),
  'reply:MovedOut': reply('MovedOut', NOT_DEACTIVATED),
  'reply:Retired': reply('Retired', NOT_DEACTIVATED),
  'reply:Unsubscribed': reply('Unsubscribed', LEAD_STATES),
  'reply:unsure': {
    rows: [
      row(
        [...ACTIVE, 'Processed'],
        'Responded',
        'off',
        'yes',
        'The reply was read with less than 70 % confidence: a person is asked what it means.',
      ),
    ],
    otherwise: ignored(LATE_REPLY),
  },
  'reply:OutOfOffice': {
    rows: [row(STARTED, 'OutOfOffice', 'on', 'no', REPLY_TABLE.OutOfOffice.rule)],
    otherwise: ignored('An automatic absence reply; no follow-up is under way that could wait.'),
  },
  'reply:absence-while-off': same('An automatic absence reply; no follow-up is under way that could wait.'),
  'reply:SupportAutoResponse': same(REPLY_TABLE.SupportAutoResponse.rule),

  'bounce:hard': bounce('hard'),
  'bounce:unknown': bounce('unknown'),
  'bounce:soft': same(BOUNCE_TABLE.soft.rule),
  'bounce:delayed': same(BOUNCE_TABLE.delayed.rule),
};

/** A human reply that ends the follow-up, in the states that it moves. */
function reply(intent: ReplyIntent, from: readonly LeadState[]): TransitionRows {
  const { to, rule, reason } = REPLY_TABLE[intent];
  return { rows: [row(from, to, 'off', 'yes', rule, reason)], otherwise: ignored(LATE_REPLY) };
}

function bounce(kind: 'hard' | 'unknown'): TransitionRows {
  const { to, rule, reason } = BOUNCE_TABLE[kind];
  return {
    rows: [row([...ACTIVE, 'Processed'], to, 'off', 'yes', rule, reason)],
    otherwise: ignored('The mail bounced after the follow-up had ended.'),
  };
}
