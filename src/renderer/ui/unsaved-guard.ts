import { useBlocker } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';
import { useConfirm } from './confirm.tsx';

/**
 * Asks before changes that are not saved are left behind. Returns `release`: what is called when they are saved,
 * just before the page is left.
 */
export function useUnsavedGuard(dirty: boolean): () => void {
  const confirm = useConfirm();
  const released = useRef(false);
  useBlocker({
    disabled: !dirty,
    enableBeforeUnload: () => dirty && !released.current,
    shouldBlockFn: async () => {
      if (!dirty || released.current) return false;
      const leave = await confirm({
        title: 'Leave without saving?',
        text: 'Your changes on this page are not saved.',
        confirm: 'Leave',
        dangerous: true,
      });
      return !leave;
    },
  });
  return useCallback(() => {
    released.current = true;
  }, []);
}
