import {
  IconBellOff,
  IconBolt,
  IconCheck,
  IconClockHour4,
  IconEye,
  IconFlame,
  IconMessageReply,
  IconMoodSmile,
  IconPlaneDeparture,
  IconPlayerStop,
  IconSnowflake,
  IconSparkles,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { LeadState } from '#contract/names.ts';

type IconType = ComponentType<{ size?: number | string; stroke?: number | string; 'aria-hidden'?: boolean }>;

/** What a state looks like and means (domain.md section 1, "What the states mean"). */
export interface StateLook {
  readonly icon: IconType;
  readonly meaning: string;
}

/** Every state has an icon of its own: colour alone never tells. */
export const STATE_LOOKS: Readonly<Record<LeadState, StateLook>> = {
  New: { icon: IconSparkles, meaning: 'Accepted; starts by itself when the assistant has room.' },
  Pending: { icon: IconClockHour4, meaning: 'The address could not be verified; worked on slowly.' },
  Cold: { icon: IconSnowflake, meaning: 'Follow-up under way, nothing heard.' },
  Engaged: { icon: IconEye, meaning: 'Opened at least one e-mail.' },
  Warm: { icon: IconMoodSmile, meaning: 'Opened three or more, or clicked a link.' },
  OutOfOffice: { icon: IconPlaneDeparture, meaning: 'Away; follow-up waits for the return.' },
  Hot: { icon: IconFlame, meaning: 'Agreed to meet, or clearly wants to go on.' },
  Responded: { icon: IconMessageReply, meaning: 'A person answered.' },
  UnSubscribed: { icon: IconBellOff, meaning: 'Asked to be unsubscribed; never written to again.' },
  DeActivated: {
    icon: IconPlayerStop,
    meaning: 'Address invalid, bounced, moved out, retired or asked to stop.',
  },
  LeadAtRisk: { icon: IconBolt, meaning: 'Was Hot or Responded, and nobody has answered for 24 hours.' },
  Processed: { icon: IconCheck, meaning: 'The schedule is complete and no reply came.' },
};

/** The states in the order in which a reader wants them: what needs a person first. */
export const STATES_BY_URGENCY: readonly LeadState[] = [
  'LeadAtRisk',
  'Hot',
  'Responded',
  'Warm',
  'Engaged',
  'Cold',
  'OutOfOffice',
  'Pending',
  'New',
  'Processed',
  'DeActivated',
  'UnSubscribed',
];
