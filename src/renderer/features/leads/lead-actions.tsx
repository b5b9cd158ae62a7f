import { Button, Tooltip } from '@mantine/core';
import { IconBell, IconNote } from '@tabler/icons-react';
import { useState } from 'react';
import type { LeadAction, LeadDetail } from '#contract/leads.ts';
import { ACTION_ICONS, CHANGES, DIRECT, MARKS } from './action-looks.ts';
import { ActionMenu } from './action-menu.tsx';
import classes from './lead-detail.module.css';
import { ACTION_LABELS } from './lead-words.ts';
import { RemindDialog } from './remind-dialog.tsx';
import { useLeadActions } from './use-lead-actions.tsx';

interface LeadActionsProps {
  readonly detail: LeadDetail;
  readonly onAddNote: () => void;
}

/** The buttons of one lead. What is not possible now stays in sight and says why. */
export function LeadActions({ detail, onAddNote }: LeadActionsProps) {
  const { lead } = detail;
  const { run, busy, dialogs } = useLeadActions();
  const [reminding, setReminding] = useState(false);
  const known = new Map(detail.actions.map((entry) => [entry.action, entry]));
  const because = (action: LeadAction): string => known.get(action)?.because ?? '';
  const act = (action: LeadAction): void => {
    if (busy) return;
    const { id, connectionId, assistantId } = lead;
    void run({ action, target: { kind: 'ids', ids: [id] }, count: 1, about: { connectionId, assistantId } });
  };
  // The button that ends the risk is of use only where there is one.
  const direct = DIRECT.filter((action) => action !== 'not-at-risk' || lead.state === 'LeadAtRisk');
  return (
    <div className={classes.actions} role="group" aria-label="Actions">
      {direct.map((action) => {
        const Icon = ACTION_ICONS[action];
        const blocked = known.get(action)?.possible !== true;
        return (
          <Tooltip key={action} label={because(action)} disabled={!blocked || because(action) === ''} w={240}>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<Icon size={15} stroke={1.8} aria-hidden />}
              aria-disabled={blocked || busy}
              data-blocked={blocked || undefined}
              className={classes.action}
              onClick={() => {
                if (!blocked) act(action);
              }}
            >
              {ACTION_LABELS[action]}
            </Button>
          </Tooltip>
        );
      })}
      <ActionMenu label="Mark as" actions={MARKS} because={because} busy={busy} onAct={act} />
      <ActionMenu label="Change" actions={CHANGES} because={because} busy={busy} onAct={act} />
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconBell size={15} stroke={1.8} aria-hidden />}
        onClick={() => setReminding(true)}
      >
        Remind me
      </Button>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconNote size={15} stroke={1.8} aria-hidden />}
        onClick={onAddNote}
      >
        Add note
      </Button>
      <RemindDialog leadId={lead.id} opened={reminding} onClose={() => setReminding(false)} />
      {dialogs}
    </div>
  );
}
