import { ActionIcon, Button, Group, Modal, Tooltip } from '@mantine/core';
import { IconHandStop, IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import classes from './halt.module.css';
import { ErrorState, LoadingState } from './page-states.tsx';
import { PlannedChange, plannedWords } from './planned-write.tsx';
import { TimeText } from './time-text.tsx';
import { useHaltedSince, useResume, useStop, useStopShortcut } from './use-halt.ts';

export const STOP_SHORTCUT = /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'Cmd+Shift+.' : 'Ctrl+Shift+.';

/** Always in view: nothing is read from the CRM, written or sent any more, until *Resume*. */
export function StopButton({ rail }: { readonly rail: boolean }) {
  const since = useHaltedSince();
  const stop = useStop();
  useStopShortcut(() => {
    if (since === null) stop.mutate(undefined);
  });
  if (since !== null) return null;
  const label = `Stop everything (${STOP_SHORTCUT})`;
  if (rail) {
    return (
      <Tooltip label={label} position="right">
        <ActionIcon
          className={classes.stop}
          variant="default"
          aria-label="Stop everything"
          onClick={() => stop.mutate(undefined)}
        >
          <IconHandStop size={18} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Tooltip>
    );
  }
  return (
    <Tooltip label={label} position="right">
      <Button
        className={classes.stop}
        variant="default"
        size="xs"
        leftSection={<IconHandStop size={16} stroke={1.8} aria-hidden />}
        onClick={() => stop.mutate(undefined)}
      >
        Stop everything
      </Button>
    </Tooltip>
  );
}

/** Says across every page that nothing runs, since when, and how it goes on. */
export function HaltBanner() {
  const since = useHaltedSince();
  const [asking, setAsking] = useState(false);
  if (since === null) return null;
  return (
    <div className={classes.banner} role="alert">
      <IconHandStop size={18} stroke={1.8} aria-hidden />
      <span className={classes.text}>
        <strong>
          Stopped since <TimeText at={since} show="exact" />.
        </strong>{' '}
        Nothing is read from the CRM, written or sent. What is due waits.
      </span>
      <Button
        size="compact-sm"
        leftSection={<IconPlayerPlay size={14} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        Resume…
      </Button>
      <ResumeDialog opened={asking} onClose={() => setAsking(false)} />
    </div>
  );
}

/** Shows what will happen first, and goes on when a person says so. */
export function ResumeDialog({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const resume = useResume(onClose);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="What will happen first"
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {opened && <WhatComes />}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          Stay stopped
        </Button>
        <Button loading={resume.isPending} onClick={() => resume.mutate(undefined)}>
          Resume
        </Button>
      </Group>
    </Modal>
  );
}

function WhatComes() {
  const query = useQuery(
    api.system.resumePreview.queryOptions({ staleTime: 0, gcTime: 0, refetchOnMount: 'always' }),
  );
  if (query.isPending) return <LoadingState label="Reading what waits" lines={4} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { counts, first } = query.data;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) {
    return (
      <p className={classes.lead}>
        Nothing waits to be written or sent. Baton looks at the CRM and the inboxes again.
      </p>
    );
  }
  return (
    <>
      <ul className={classes.counts} aria-label="What waits, by kind">
        {counts.map(({ what, count }) => (
          <li key={what}>
            <strong>{count.toLocaleString()}</strong>{' '}
            {what === 'follow-up' ? 'Follow-up due' : plannedWords(what)}
          </li>
        ))}
      </ul>
      <p className={classes.lead}>
        {all > first.length ? `The first ${first.length} of ${all.toLocaleString()}:` : 'In this order:'}{' '}
        Baton also looks at the CRM and the inboxes again; answers that came meanwhile stop a mail.
      </p>
      <div className={classes.tableFrame} tabIndex={0} role="region" aria-label="What goes first">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Record</th>
              <th scope="col">What</th>
              <th scope="col">Before → after</th>
            </tr>
          </thead>
          <tbody>
            {first.map((write, index) => (
              <tr key={write.id ?? `due-${index}`}>
                <td>
                  <bdi>{write.recordName || 'Unknown record'}</bdi>
                </td>
                <td>{plannedWords(write.what)}</td>
                <td>
                  <PlannedChange write={write} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
