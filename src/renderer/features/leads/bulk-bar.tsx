import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { LeadAction } from '#contract/leads.ts';
import { CHANGES, DIRECT, MARKS } from './action-looks.ts';
import { ActionMenu } from './action-menu.tsx';
import classes from './leads-page.module.css';
import { ACTION_LABELS } from './lead-words.ts';

interface BulkBarProps {
  readonly count: number;
  readonly total: number;
  /** Every lead that matches is chosen, not single ones. */
  readonly all: boolean;
  readonly busy: boolean;
  readonly onAct: (action: LeadAction) => void;
  readonly onTags: () => void;
  readonly onAll: () => void;
  readonly onClear: () => void;
}

/** What can be done with the chosen leads. */
export function BulkBar({ count, total, all, busy, onAct, onTags, onAll, onClear }: BulkBarProps) {
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
        <ActionMenu label="Mark as" position="top-start" actions={MARKS} busy={busy} onAct={onAct} />
        <ActionMenu label="Change" position="top-start" actions={CHANGES} busy={busy} onAct={onAct} />
        <Button size="compact-sm" variant="default" disabled={busy} onClick={onTags}>
          Tags
        </Button>
        {DIRECT.map((action) => (
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
