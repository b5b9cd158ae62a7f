import {
  IconArrowBackUp,
  IconBell,
  IconCheckbox,
  IconDatabaseEdit,
  IconMail,
  IconMailForward,
  IconNote,
  IconRestore,
  IconUserPlus,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';

const LOOK = { size: 15, stroke: 1.8, 'aria-hidden': true } as const;

/** Kinds of writes in the order of the filter. */
export const KINDS: readonly { readonly kind: string; readonly words: string; readonly icon: ReactNode }[] = [
  { kind: 'crm-note', words: 'Note', icon: <IconNote {...LOOK} /> },
  { kind: 'crm-status', words: 'Status', icon: <IconDatabaseEdit {...LOOK} /> },
  { kind: 'crm-owner', words: 'Owner', icon: <IconArrowBackUp {...LOOK} /> },
  { kind: 'crm-email', words: 'E-mail logged', icon: <IconMail {...LOOK} /> },
  { kind: 'crm-task', words: 'Task', icon: <IconCheckbox {...LOOK} /> },
  { kind: 'mail', words: 'Mail sent', icon: <IconMailForward {...LOOK} /> },
  { kind: 'crm-add', words: 'Lead added', icon: <IconUserPlus {...LOOK} /> },
  { kind: 'crm-undo', words: 'Undo', icon: <IconRestore {...LOOK} /> },
  { kind: 'compose-mail', words: 'Answer with brochure', icon: <IconMailForward {...LOOK} /> },
  { kind: 'notice', words: 'Notice', icon: <IconBell {...LOOK} /> },
  { kind: 'notice-mail', words: 'Notice by mail', icon: <IconBell {...LOOK} /> },
];

/** The word of a kind alone. */
export function kindWords(kind: string): string {
  return lookOfKind(kind).words;
}

/** The icon and word of a kind; an unknown one is shown by its own name. */
export function lookOfKind(kind: string): { readonly words: string; readonly icon: ReactNode } {
  return KINDS.find((known) => known.kind === kind) ?? { words: kind, icon: <IconDatabaseEdit {...LOOK} /> };
}
