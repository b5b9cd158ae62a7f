import {
  IconActivity,
  IconBell,
  IconBellRinging,
  IconCalendarTime,
  IconDatabase,
  IconFileImport,
  IconInbox,
  IconMailCheck,
  IconSparkles,
  IconPlugConnected,
  IconUserHeart,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

/** A page of the navigation. */
export interface NavItem {
  readonly to:
    | '/leads'
    | '/add-lead'
    | '/imports'
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
/** Reached from the page *Leads*. */
export const BY_HAND: readonly NavItem[] = [
  { to: '/add-lead', label: 'Add a lead', icon: IconUserPlus },
  { to: '/imports', label: 'Import', icon: IconFileImport },
];
/** What is set up once. */
export const SETTINGS: readonly NavItem[] = [
  { to: '/crm-details', label: 'CRM Details', icon: IconPlugConnected },
  { to: '/notices', label: 'Notices', icon: IconBellRinging },
  { to: '/language-model', label: 'Language model', icon: IconSparkles },
  { to: '/data', label: 'Data', icon: IconDatabase },
];
