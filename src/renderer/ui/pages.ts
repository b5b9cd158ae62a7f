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
  /** What else it is looked for by. */
  readonly words: string;
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string; 'aria-hidden'?: boolean }>;
}

/** What is looked at every day. */
export const DAILY: readonly NavItem[] = [
  { to: '/leads', label: 'Leads', icon: IconUsers, words: 'people contacts' },
  { to: '/responses', label: 'Responses', icon: IconInbox, words: 'replies answers mail inbox' },
  { to: '/drafts', label: 'Drafts', icon: IconMailCheck, words: 'approve review messages' },
  { to: '/attention', label: 'Needs attention', icon: IconBell, words: 'problems questions alerts' },
  { to: '/activity', label: 'Activity', icon: IconActivity, words: 'preview approve undo audit log writes' },
  { to: '/assistants', label: 'Assistants', icon: IconUserHeart, words: 'mailbox sender virtual' },
  {
    to: '/schedules',
    label: 'Schedules',
    icon: IconCalendarTime,
    words: 'messages follow-ups templates days',
  },
];
/** Reached from the page *Leads*. */
export const BY_HAND: readonly NavItem[] = [
  { to: '/add-lead', label: 'Add a lead', icon: IconUserPlus, words: 'new contact' },
  { to: '/imports', label: 'Import', icon: IconFileImport, words: 'csv spreadsheet file list' },
];
/** What is set up once. */
export const SETTINGS: readonly NavItem[] = [
  {
    to: '/crm-details',
    label: 'CRM Details',
    icon: IconPlugConnected,
    words:
      'connect hubspot zoho permissions grant reconnect disconnect fields hand-back switches read only api budget key',
  },
  { to: '/notices', label: 'Notices', icon: IconBellRinging, words: 'notifications mails who is told' },
  { to: '/language-model', label: 'Language model', icon: IconSparkles, words: 'ai llm' },
  {
    to: '/data',
    label: 'Data',
    icon: IconDatabase,
    words:
      'backup back up restore export import erase person privacy gdpr never write to unsubscribe updates version admins',
  },
];
