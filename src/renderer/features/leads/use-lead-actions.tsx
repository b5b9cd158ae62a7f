import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import type { LeadAction, LeadFilterInput } from '#contract/leads.ts';
import { api, queryClient } from '../../api/client.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { ACTION_EFFECTS, ACTION_LABELS, doneWords } from './lead-words.ts';
import { RestartDialog } from './restart-dialog.tsx';
import { ResultDialog } from './result-dialog.tsx';
import type { ActionResult } from './result-dialog.tsx';

type Target = { kind: 'ids'; ids: string[] } | { kind: 'filter'; filter: LeadFilterInput };

interface Wish {
  readonly action: LeadAction;
  readonly target: Target;
  readonly count: number;
}

/** Runs actions on leads with their questions and results; `dialogs` has to stand somewhere on the page. */
export function useLeadActions(onDone?: () => void): {
  run(wish: Wish): Promise<void>;
  readonly busy: boolean;
  readonly dialogs: ReactNode;
} {
  const confirm = useConfirm();
  const [restarting, setRestarting] = useState<Wish | null>(null);
  const [result, setResult] = useState<ActionResult | null>(null);
  const mutation = useMutation(api.leads.act.mutationOptions());
  const { mutateAsync } = mutation;

  const send = useCallback(
    async ({ action, target }: Wish, scheduleId: string | null, assistantId: string | null) => {
      try {
        const outcome = await mutateAsync({ action, target, scheduleId, assistantId });
        if (outcome.skipped.length > 0) setResult({ action, result: outcome });
        else notifyDone(doneWords(action, outcome.done));
        void queryClient.invalidateQueries({ queryKey: api.leads.key() });
        onDone?.();
      } catch (error) {
        notifyFailure(error);
      }
    },
    [mutateAsync, onDone],
  );

  const run = useCallback(
    async (wish: Wish) => {
      if (wish.action === 'restart') return setRestarting(wish);
      if (wish.count > 1) {
        const sure = await confirm({
          title: `${ACTION_LABELS[wish.action]}: ${wish.count.toLocaleString()} leads?`,
          text: `${ACTION_EFFECTS[wish.action]} Leads for which this makes no sense are skipped.`,
          confirm: ACTION_LABELS[wish.action],
        });
        if (!sure) return;
      }
      await send(wish, null, null);
    },
    [confirm, send],
  );

  const dialogs = (
    <>
      <RestartDialog
        count={restarting?.count ?? null}
        onClose={() => setRestarting(null)}
        onRestart={(choice) => {
          if (restarting) void send(restarting, choice.scheduleId, choice.assistantId);
          setRestarting(null);
        }}
      />
      <ResultDialog shown={result} onClose={() => setResult(null)} />
    </>
  );
  return { run, busy: mutation.isPending, dialogs };
}
