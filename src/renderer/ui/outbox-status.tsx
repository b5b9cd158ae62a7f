import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconHandStop,
  IconLoader,
  IconX,
} from '@tabler/icons-react';
import type { OutboxStatus } from '#contract/names.ts';
import classes from './outbox-status.module.css';

/** How a write stands, in words. */
export const OUTBOX_WORDS: Readonly<Record<OutboxStatus, string>> = {
  waiting: 'Waiting',
  'in-flight': 'On its way',
  delivered: 'Done',
  attention: 'Needs attention',
  cancelled: 'Not sent',
  held: 'Held for approval',
};

const ICONS: Readonly<Record<OutboxStatus, typeof IconCheck>> = {
  waiting: IconClock,
  'in-flight': IconLoader,
  delivered: IconCheck,
  attention: IconAlertTriangle,
  cancelled: IconX,
  held: IconHandStop,
};

/** How a write to the CRM or a mail stands: icon, colour and word. */
export function OutboxStatusMark({ status }: { readonly status: OutboxStatus }) {
  const Icon = ICONS[status];
  return (
    <span className={classes.mark} data-status={status}>
      <Icon size={14} stroke={2} aria-hidden />
      {OUTBOX_WORDS[status]}
    </span>
  );
}
