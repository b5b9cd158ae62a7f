import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { LeadAction } from '#contract/leads.ts';
import { ACTION_ICONS } from './action-looks.ts';
import classes from './lead-detail.module.css';
import { ACTION_LABELS } from './lead-words.ts';

interface ActionMenuProps {
  readonly label: string;
  readonly actions: readonly LeadAction[];
  /** Why an action makes no sense now; empty: it does. */
  readonly because?: (action: LeadAction) => string;
  readonly busy: boolean;
  readonly onAct: (action: LeadAction) => void;
  readonly position?: 'top-start' | 'bottom-start';
}

/** Actions of one kind behind one button. What is not possible now stays in sight and says why. */
export function ActionMenu({
  label,
  actions,
  because = () => '',
  busy,
  onAct,
  position = 'bottom-start',
}: ActionMenuProps) {
  return (
    <Menu position={position} width={260} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => {
          const Icon = ACTION_ICONS[action];
          const why = because(action);
          return (
            <Menu.Item
              key={action}
              leftSection={<Icon size={16} stroke={1.8} aria-hidden />}
              aria-disabled={why !== ''}
              data-blocked={why !== '' || undefined}
              className={classes.item}
              closeMenuOnClick={why === ''}
              onClick={() => {
                if (why === '') onAct(action);
              }}
            >
              {ACTION_LABELS[action]}
              {why !== '' && <span className={classes.itemWhy}>{why}</span>}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
