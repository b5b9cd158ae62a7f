import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { AttentionAction, AttentionEntry, Severity } from '#contract/attention.ts';
import { api, queryClient } from '../../api/client.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';

/** What each severity is called above its entries. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  problem: 'Problems',
  question: 'Questions',
  note: 'Notes',
};

/** Everything that waits for the user; live. */
export function useAttention() {
  return useQuery(api.attention.list.queryOptions());
}

/** Does what the buttons of entries promise. */
export function useSolve() {
  const navigate = useNavigate();
  const confirm = useConfirm();
  const after = (words: string) => ({
    onSuccess: () => {
      notifyDone(words);
      void queryClient.invalidateQueries({ queryKey: api.attention.key() });
    },
    onError: notifyFailure,
  });
  const act = useMutation(api.attention.act.mutationOptions(after('Done.')));
  const dismiss = useMutation(
    api.attention.dismiss.mutationOptions(after('Put away until it happens again.')),
  );
  const solve = async (entry: AttentionEntry, action: AttentionAction): Promise<void> => {
    if (action.kind === 'open') return navigate({ to: action.to, search: action.search as never });
    const asked =
      action.confirm === null ||
      (await confirm({
        title: `${action.label}?`,
        text: action.confirm,
        confirm: action.label,
        dangerous: action.command === 'give-up',
      }));
    if (asked) act.mutate({ id: entry.id, command: action.command });
  };
  return {
    solve: (entry: AttentionEntry, action: AttentionAction) => void solve(entry, action),
    dismiss: (entry: AttentionEntry) => dismiss.mutate({ id: entry.id }),
    /** The entry whose button was pressed and is not answered yet. */
    busy: act.isPending ? act.variables.id : dismiss.isPending ? dismiss.variables.id : null,
  };
}
