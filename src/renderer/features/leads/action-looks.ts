import {
  IconArrowBackUp,
  IconCalendarCog,
  IconDoorExit,
  IconFlame,
  IconMailOff,
  IconMessageReply,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconRefresh,
  IconShieldCheck,
  IconSnowflake,
  IconUserCheck,
  IconUserOff,
  IconUserShare,
} from '@tabler/icons-react';
import type { LeadAction } from '#contract/leads.ts';

export const ACTION_ICONS: Readonly<Record<LeadAction, typeof IconFlame>> = {
  'mark-hot': IconFlame,
  'mark-responded': IconMessageReply,
  'mark-cold': IconSnowflake,
  'mark-moved-out': IconDoorExit,
  'mark-deactivated': IconUserOff,
  unsubscribe: IconMailOff,
  stop: IconPlayerStop,
  pause: IconPlayerPause,
  continue: IconPlayerPlay,
  restart: IconRefresh,
  'hand-back': IconArrowBackUp,
  'not-at-risk': IconShieldCheck,
  'change-schedule': IconCalendarCog,
  'change-assistant': IconUserShare,
  'change-owner': IconUserCheck,
};

/** What stands as a button of its own. */
export const DIRECT: readonly LeadAction[] = [
  'stop',
  'pause',
  'continue',
  'restart',
  'hand-back',
  'not-at-risk',
];

/** What a person says of the lead. */
export const MARKS: readonly LeadAction[] = [
  'mark-hot',
  'mark-responded',
  'mark-cold',
  'mark-moved-out',
  'mark-deactivated',
  'unsubscribe',
];

/** What is changed about its follow-up. */
export const CHANGES: readonly LeadAction[] = ['change-schedule', 'change-assistant', 'change-owner'];
