import type { HoldKind } from '#contract/names.ts';

/** What can be held alone, in words. */
export const HOLD_WORDS: Readonly<Record<HoldKind, string>> = {
  status: 'Status fields',
  note: 'Notes',
  task: 'Tasks',
  'email-log': 'E-mail logs',
  owner: 'Owner',
  mail: 'Mails',
};
