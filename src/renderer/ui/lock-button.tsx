import { ActionIcon, Tooltip } from '@mantine/core';
import { useThrottledCallback } from '@mantine/hooks';
import { IconLock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { connection } from '../api/client.ts';
import { useSystemInfo } from '../api/clock.ts';
import { notifyFailure } from './notify.ts';

export const LOCK_SHORTCUT = /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'Cmd+Shift+L' : 'Ctrl+Shift+L';
/** What a person does that shows they are there. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
const TELL_EVERY_MS = 20_000;

/** Locks this window at once. */
export function useLock() {
  return useMutation({ mutationFn: () => connection.lock(), onError: notifyFailure });
}

/** Locks the window by button or shortcut, and tells the program that somebody is there, so that it does not lock it. */
export function LockButton() {
  const lock = useLock();
  const locksItself = (useSystemInfo().data?.lockAfterMinutes ?? 0) > 0;
  useLockShortcut(() => lock.mutate());
  usePresence(locksItself);
  return (
    <Tooltip label={`Lock now (${LOCK_SHORTCUT})`} position="right">
      <ActionIcon aria-label="Lock now" onClick={() => lock.mutate()}>
        <IconLock size={17} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function useLockShortcut(lock: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'l' || !event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    lock();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

function usePresence(wanted: boolean): void {
  const tell = useThrottledCallback(() => connection.seen(), TELL_EVERY_MS);
  useEffect(() => {
    if (!wanted) return;
    for (const sign of SIGNS) window.addEventListener(sign, tell, { capture: true, passive: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, tell, { capture: true });
    };
  }, [wanted, tell]);
}
