import { Button, Tooltip } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { connection, useConnectionState } from '../api/client.ts';
import classes from './connection-state.module.css';

const WORDS = {
  connecting: 'Connecting',
  open: 'Connected',
  lost: 'Connection lost',
  'signed-out': 'Session ended',
};

/** A dot and a word: how this window stands with the program. */
export function ConnectionDot({ rail }: { readonly rail: boolean }) {
  const { kind } = useConnectionState();
  return (
    <Tooltip label={WORDS[kind]} position="right" disabled={!rail}>
      <span className={classes.state} role="status">
        <span className={classes.dot} data-kind={kind} aria-hidden />
        <span className={rail ? 'sr-only' : undefined}>{WORDS[kind]}</span>
      </span>
    </Tooltip>
  );
}

function secondsUntil(at: number): number {
  return Math.max(0, Math.ceil((at - Date.now()) / 1_000));
}

/** Says across the page that what is shown may be old, and what to do. */
export function ConnectionBanner() {
  const state = useConnectionState();
  const [, tick] = useState(0);
  const lost = state.kind === 'lost';
  useEffect(() => {
    if (!lost) return;
    const timer = setInterval(() => tick((n) => n + 1), 1_000);
    return () => clearInterval(timer);
  }, [lost]);
  // A session that has ended takes the whole page down: see Gate.
  if (state.kind !== 'lost') return null;
  return (
    <div className={classes.banner} role="alert">
      <IconPlugConnectedX size={18} stroke={1.8} aria-hidden />
      <span className={classes.text}>
        <strong>Connection lost.</strong> What you see may be old. Baton itself goes on working if it is
        running.
      </span>
      <span className={classes.wait} aria-hidden>
        Next try in {secondsUntil(state.retryAt)} s
      </span>
      <Button size="compact-sm" variant="default" onClick={() => connection.retryNow()}>
        Try now
      </Button>
    </div>
  );
}
