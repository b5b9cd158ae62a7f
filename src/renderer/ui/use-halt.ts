import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { api, queryClient } from '../api/client.ts';
import { useSystemInfo } from '../api/clock.ts';
import { notifyDone, notifyFailure } from './notify.ts';

/** Since when everything is stopped; null: it is not, or not known yet. */
export function useHaltedSince(): number | null {
  return useSystemInfo().data?.haltedSince ?? null;
}

const reread = (): void => void queryClient.invalidateQueries({ queryKey: api.system.info.key() });

/** *Stop everything*, at once and without a question: it can be taken back. */
export function useStop() {
  return useMutation(api.system.stop.mutationOptions({ onSuccess: reread, onError: notifyFailure }));
}

/** Lets everything go on. */
export function useResume(onDone: () => void) {
  return useMutation(
    api.system.resume.mutationOptions({
      onSuccess: () => {
        reread();
        notifyDone('Everything goes on.');
        onDone();
      },
      onError: notifyFailure,
    }),
  );
}

/** Ctrl+Shift+. (on a Mac: Cmd), wherever one is; by its place on the keyboard, whatever Shift makes of it. */
export function useStopShortcut(stop: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const period = event.code === 'Period' || event.key === '.';
    if (!period || !event.shiftKey || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    stop();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
