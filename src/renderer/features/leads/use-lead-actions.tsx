import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import type { ActionChoice, LeadAction, LeadTarget } from '#contract/leads.ts';
import { api, queryClient } from '../../api/client.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { ACTION_EFFECTS, ACTION_LABELS, doneWords } from './lead-words.ts';
import { ChoiceDialog, needsChoice } from './choice-dialog.tsx';
import type { AboutLead } from './choice-dialog.tsx';
import { RestartDialog } from './restart-dialog.tsx';
import { ResultDialog } from './result-dialog.tsx';
import type { ActionResult } from './result-dialog.tsx';

interface Wish {
  readonly action: LeadAction;
  readonly target: LeadTarget;
  readonly count: number;
  /** Of one lead alone. */
  readonly about?: AboutLead;
}

const NOTHING: ActionChoice = { scheduleId: null, assistantId: null };

/** Runs actions on leads with their questions and results; `dialogs` has to stand somewhere on the page. */
export function useLeadActions(onDone?: () => void): {
  run(wish: Wish): Promise<void>;
  readonly busy: boolean;
  readonly dialogs: ReactNode;
} {
  const confirm = useConfirm();
  const [restarting, setRestarting] = useState<Wish | null>(null);
  const [choosing, setChoosing] = useState<Wish | null>(null);
  const [result, setResult] = useState<ActionResult | null>(null);
  const mutation = useMutation(api.leads.act.mutationOptions());
  const { mutateAsync } = mutation;

  const send = useCallback(
    async ({ action, target }: Wish, choice: ActionChoice) => {
      try {
        const outcome = await mutateAsync({ action, target, ...choice });
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
      if (needsChoice(wish.action)) return setChoosing(wish);
      const forEver = wish.action === 'unsubscribe';
      if (wish.count > 1 || forEver) {
        const sure = await confirm({
          title:
            wish.count > 1
              ? `${ACTION_LABELS[wish.action]}: ${wish.count.toLocaleString()} leads?`
              : `${ACTION_LABELS[wish.action]} this lead?`,
          text:
            wish.count > 1
              ? `${ACTION_EFFECTS[wish.action]} Leads for which this makes no sense are skipped.`
              : ACTION_EFFECTS[wish.action],
          confirm: ACTION_LABELS[wish.action],
          dangerous: forEver,
        });
        if (!sure) return;
      }
      await send(wish, NOTHING);
    },
    [confirm, send],
  );

  const dialogs = (
    <>
      <RestartDialog
        count={restarting?.count ?? null}
        onClose={() => setRestarting(null)}
        onRestart={(choice) => {
          if (restarting) void send(restarting, choice);
          setRestarting(null);
        }}
      />
      <ChoiceDialog
        action={choosing !== null && needsChoice(choosing.action) ? choosing.action : null}
        count={choosing?.count ?? 1}
        about={choosing?.about ?? null}
        onClose={() => setChoosing(null)}
        onChoose={(choice) => {
          if (choosing) void send(choosing, choice);
          setChoosing(null);
        }}
      />
      <ResultDialog shown={result} onClose={() => setResult(null)} />
    </>
  );
  return { run, busy: mutation.isPending, dialogs };
}
