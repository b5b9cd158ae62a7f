import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconAlertTriangle, IconDotsVertical, IconHelpCircle, IconInfoCircle } from '@tabler/icons-react';
import type { AttentionEntry, Severity } from '#contract/attention.ts';
import { TimeText } from '../../ui/time-text.tsx';
import classes from './attention.module.css';
import type { useSolve } from './use-attention.ts';

const ICONS = { problem: IconAlertTriangle, question: IconHelpCircle, note: IconInfoCircle };
const SEVERITY: Readonly<Record<Severity, string>> = {
  problem: 'Problem',
  question: 'Question',
  note: 'Note',
};

interface AttentionRowProps {
  readonly entry: AttentionEntry;
  readonly solver: ReturnType<typeof useSolve>;
}

/** One thing that waits: what, why, since when, the button that solves it, and what else can be done. */
export function AttentionRow({ entry, solver }: AttentionRowProps) {
  const Icon = ICONS[entry.severity];
  const [first, ...more] = entry.actions;
  const busy = solver.busy === entry.id;
  const others = more.length > 0 || entry.dismissible;
  return (
    <li className={classes.entry} data-severity={entry.severity}>
      <Icon
        className={classes.icon}
        size={17}
        stroke={1.9}
        role="img"
        aria-label={SEVERITY[entry.severity]}
      />
      <div className={classes.words}>
        <strong className="foreign">{entry.title}</strong>
        <span className={`${classes.cause} foreign`}>{entry.cause}</span>
      </div>
      <TimeText at={entry.since} className={classes.since} />
      <div className={classes.buttons}>
        {first !== undefined && (
          <Button
            size="compact-sm"
            variant="default"
            loading={busy}
            onClick={() => solver.solve(entry, first)}
            aria-label={`${first.label}: ${entry.title}`}
          >
            {first.label}
          </Button>
        )}
        {!others && <span className={classes.noMore} />}
        {others && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={`More about ${entry.title}`}>
                <IconDotsVertical size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {more.map((action) => (
                <Menu.Item key={action.label} onClick={() => solver.solve(entry, action)}>
                  {action.label}
                </Menu.Item>
              ))}
              {entry.dismissible && <Menu.Item onClick={() => solver.dismiss(entry)}>Put away</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </li>
  );
}
