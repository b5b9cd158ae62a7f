import { ACTIVE_STATES, LEAD_STATES, type LeadState } from './lead.ts';
import type { ReplyIntent } from './lead-event.ts';
import { REPLY_TABLE } from './reply-intents.ts';
import { ignored, row, same, type TransitionRows } from './transition-row.ts';

const ENDED_BY_A_REPLY: readonly LeadState[] = ['Hot', 'DeActivated', 'Processed'];

/**
 * A person says what a reply really meant: the lead gets the state that the table of intents gives it, as far as
 * a state may still change (domain.md section 1: UnSubscribed is for ever, Hot and Responded never fall back).
 */
export const CORRECTION_TRANSITIONS = Object.fromEntries(
  (Object.keys(REPLY_TABLE) as ReplyIntent[]).map((intent) => [`correct:${intent}`, rowsOf(intent)]),
) as Record<`correct:${ReplyIntent}`, TransitionRows>;

function rowsOf(intent: ReplyIntent): TransitionRows {
  const { to, reason, human } = REPLY_TABLE[intent];
  if (!human)
    return same('A person says that no person wrote this message. Restart begins the follow-up anew.');
  const says = `A person says that the reply means ${intent}`;
  const stays = ignored(`${says}: the state stays as it is.`);
  if (to === 'UnSubscribed') {
    const rule = `${says}: nothing is ever written to any address of theirs again.`;
    return {
      rows: [
        row(
          LEAD_STATES.filter((state) => state !== to),
          to,
          'off',
          'yes',
          rule,
        ),
      ],
      otherwise: stays,
    };
  }
  if (to === 'Hot') {
    const from: LeadState[] = [...ACTIVE_STATES, 'Responded', 'LeadAtRisk', 'Processed', 'DeActivated'];
    return { rows: [row(from, 'Hot', 'off', 'yes', `${says}: the lead is Hot.`)], otherwise: stays };
  }
  if (to === 'DeActivated') {
    const from: LeadState[] = LEAD_STATES.filter((state) => state !== 'UnSubscribed');
    return {
      rows: [row(from, to, 'off', 'yes', `${says}: the lead is deactivated.`, reason)],
      otherwise: stays,
    };
  }
  // A date that was moved stays moved; every other human reply ends the follow-up.
  const from = intent === 'ConnectLater' ? ENDED_BY_A_REPLY : [...ACTIVE_STATES, ...ENDED_BY_A_REPLY];
  return {
    rows: [row(from, 'Responded', 'off', 'yes', `${says}: the lead has responded.`)],
    otherwise: stays,
  };
}
