import { Button, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCalendarCog,
  IconDoorExit,
  IconFlame,
  IconMailOff,
  IconMessageReply,
  IconNote,
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
import { LEAD_ACTIONS } from '#contract/leads.ts';
import type { LeadAction, LeadDetail } from '#contract/leads.ts';
import classes from './lead-detail.module.css';
import { ACTION_LABELS } from './lead-words.ts';
import { useLeadActions } from './use-lead-actions.tsx';

const ICONS: Readonly<Record<LeadAction, typeof IconFlame>> = {
  'mark-hot': IconFlame,
  'mark-responded': IconMessageReply,
  'mark-cold': IconSnowflake,
  stop: IconPlayerStop,
  continue: IconPlayerPlay,
  restart: IconRefresh,
  'hand-back': IconArrowBackUp,
  'not-at-risk': IconShieldCheck,
  'mark-moved-out': IconDoorExit,
  'mark-deactivated': IconUserOff,
  unsubscribe: IconMailOff,
  pause: IconPlayerPause,
  'change-schedule': IconCalendarCog,
  'change-assistant': IconUserShare,
  'change-owner': IconUserCheck,
};

interface LeadActionsProps {
  readonly detail: LeadDetail;
  readonly onAddNote: () => void;
}

/** The buttons of one lead. What is not possible now stays in sight and says why. */
export function LeadActions({ detail, onAddNote }: LeadActionsProps) {
  const { run, busy, dialogs } = useLeadActions();
  const known = new Map(detail.actions.map((entry) => [entry.action, entry]));
  return (
    <div className={classes.actions} role="group" aria-label="Actions">
      {LEAD_ACTIONS.map((action) => {
        const entry = known.get(action);
        if (entry === undefined) return null;
        const Icon = ICONS[action];
        const blocked = !entry.possible;
        return (
          <Tooltip key={action} label={entry.because} disabled={!blocked || entry.because === ''} w={240}>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<Icon size={15} stroke={1.8} aria-hidden />}
              aria-disabled={blocked || busy}
              data-blocked={blocked || undefined}
              className={classes.action}
              onClick={() => {
                if (blocked || busy) return;
                void run({ action, target: { kind: 'ids', ids: [detail.lead.id] }, count: 1 });
              }}
            >
              {ACTION_LABELS[action]}
            </Button>
          </Tooltip>
        );
      })}
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconNote size={15} stroke={1.8} aria-hidden />}
        onClick={onAddNote}
      >
        Add note
      </Button>
      {dialogs}
    </div>
  );
}
