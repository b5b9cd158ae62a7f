import { useMutation, useQuery } from '@tanstack/react-query';
import type { AttemptView } from '#contract/authorisation.ts';
import { api, queryClient } from '../../api/client.ts';
import { notifyFailure } from '../../ui/notify.ts';

/** Shows an attempt as the program just answered it. */
export function putAttempt(view: AttemptView | null): void {
  queryClient.setQueryData(api.authorisation.attempt.queryKey(), view);
}

/** The authorisation under way for a connection (null: for a new one); null: there is none. */
export function useAttempt(connectionId: string | null): AttemptView | null {
  const attempt = useQuery(api.authorisation.attempt.queryOptions()).data ?? null;
  return attempt?.connectionId === connectionId ? attempt : null;
}

/** Ends the authorisation under way. */
export function useCancel(onDone?: () => void) {
  return useMutation(
    api.authorisation.cancel.mutationOptions({
      onSuccess: () => {
        putAttempt(null);
        onDone?.();
      },
      onError: notifyFailure,
    }),
  );
}

/** Shows the consent page in a window of the browser; on the desktop in the system's browser. */
export function openConsent({ url }: AttemptView): void {
  window.open(url, '_blank', 'noopener');
}
