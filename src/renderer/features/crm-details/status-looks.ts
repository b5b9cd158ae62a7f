import { IconCircleCheck, IconUserCheck, IconUserPlus, IconUserX } from '@tabler/icons-react';
import type { IntegrationStatus } from '#contract/names.ts';
import type { Tone } from '../../ui/tone-mark.tsx';

/** How each integration status looks; its exact word always stands beside the icon. */
export const STATUS_LOOKS: Readonly<
  Record<IntegrationStatus, { readonly tone: Tone; readonly icon: typeof IconUserX }>
> = {
  ASSISTANT_NOT_YET_CREATED: { tone: 'quiet', icon: IconUserPlus },
  ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM: { tone: 'bad', icon: IconUserX },
  ASSISTANT_EXISTS_AS_USER_IN_CRM: { tone: 'ready', icon: IconUserCheck },
  ALL_WORKING_WELL: { tone: 'good', icon: IconCircleCheck },
};
