import {
  IconActivity,
  IconBell,
  IconBellRinging,
  IconCalendarTime,
  IconDatabase,
  IconInbox,
  IconMailCheck,
  IconSparkles,
  IconPlugConnected,
  IconUserHeart,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

/** A page of the navigation. */
export interface NavItem {
  readonly to:
    | '/leads'
    | '/responses'
    | '/drafts'
    | '/attention'
    | '/activity'
    | '/assistants'
    | '/schedules'
    | '/crm-details'
    | '/notices'
    | '/language-model'
    | '/data';
  readonly label: string;
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string; 'aria-hidden'?: boolean }>;
}

/** What is looked at every day. */
export const DAILY: readonly NavItem[] = [
  { to: '/leads', label: 'Leads', icon: IconUsers },
  { to: '/responses', label: 'Responses', icon: IconInbox },
  { to: '/drafts', label: 'Drafts', icon: IconMailCheck },
  { to: '/attention', label: 'Needs attention', icon: IconBell },
  { to: '/activity', label: 'Activity', icon: IconActivity },
  { to: '/assistants', label: 'Assistants', icon: IconUserHeart },
  { to: '/schedules', label: 'Schedules', icon: IconCalendarTime },
];
/** What is set up once. */
export const SETTINGS: readonly NavItem[] = [
  { to: '/crm-details', label: 'CRM Details', icon: IconPlugConnected },
  { to: '/notices', label: 'Notices', icon: IconBellRinging },
  { to: '/language-model', label: 'Language model', icon: IconSparkles },
  { to: '/data', label: 'Data', icon: IconDatabase },
];
