import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import type { LeadAction } from '#contract/leads.ts';
import classes from './leads-page.module.css';
import { ACTION_LABELS } from './lead-words.ts';

const MARKS: readonly LeadAction[] = ['mark-hot', 'mark-responded', 'mark-cold'];
const OTHERS: readonly LeadAction[] = ['stop', 'continue', 'restart', 'hand-back', 'not-at-risk'];

interface BulkBarProps {
  readonly count: number;
  readonly total: number;
  /** Every lead that matches is chosen, not single ones. */
  readonly all: boolean;
  readonly busy: boolean;
  readonly onAct: (action: LeadAction) => void;
  readonly onAll: () => void;
  readonly onClear: () => void;
}

/** What can be done with the chosen leads. */
export function BulkBar({ count, total, all, busy, onAct, onAll, onClear }: BulkBarProps) {
  return (
    <div className={classes.bulk} role="region" aria-label="Chosen leads">
      <span className={classes.bulkCount} role="status">
        <strong>{count.toLocaleString()}</strong> {all ? 'chosen: all that match' : 'chosen'}
      </span>
      {!all && count < total && (
        <Button size="compact-sm" variant="subtle" onClick={onAll}>
          Choose all {total.toLocaleString()}
        </Button>
      )}
      <span className={classes.bulkActions}>
        <Menu position="top-start">
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="default"
              disabled={busy}
              rightSection={<IconChevronDown size={14} aria-hidden />}
            >
              Mark
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {MARKS.map((action) => (
              <Menu.Item key={action} onClick={() => onAct(action)}>
                {ACTION_LABELS[action]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        {OTHERS.map((action) => (
          <Button
            key={action}
            size="compact-sm"
            variant="default"
            disabled={busy}
            onClick={() => onAct(action)}
          >
            {ACTION_LABELS[action]}
          </Button>
        ))}
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={onClear}
        >
          Clear
        </Button>
      </span>
    </div>
  );
}
