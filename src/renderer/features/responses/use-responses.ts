import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type { ReplyIntent } from '#contract/names.ts';
import type { ResponseKind, ResponseRow } from '#contract/responses.ts';
import { api, queryClient } from '../../api/client.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { INTENT_LOOKS } from './intent-words.ts';
import type { Corrected } from './teach-offer.tsx';

const PAGE = 50;

/** One list of the page, newest first, as far as it was read. */
export function useResponses(kind: ResponseKind) {
  return useInfiniteQuery(
    api.responses.page.infiniteOptions({
      input: (after: { at: number; mailId: string } | null) => ({ kind, after, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: ({ rows }) => {
        const last = rows.at(-1);
        return rows.length < PAGE || last === undefined ? undefined : { at: last.at, mailId: last.mailId };
      },
    }),
  );
}

/** What can be done with a response; after a correction `onCorrected` is told the words that had decided. */
export function useResponseActions(onCorrected: (corrected: Corrected) => void) {
  const confirm = useConfirm();
  const again = (): void => void queryClient.invalidateQueries({ queryKey: api.responses.key() });
  const failed = (error: unknown): void => notifyFailure(error);
  const settle = useMutation(api.responses.settle.mutationOptions({ onSuccess: again, onError: failed }));
  const correct = useMutation(
    api.responses.correct.mutationOptions({
      onSuccess: (row) => {
        again();
        notifyDone(`${row.leadName} is ${row.state} now.`);
      },
      onError: failed,
    }),
  );
  return {
    isBusy: settle.isPending || correct.isPending,
    settle: (row: ResponseRow) => settle.mutate({ mailId: row.mailId, settled: row.settledAt === null }),
    correct: async (row: ResponseRow, intent: ReplyIntent): Promise<void> => {
      if (intent === row.intent) return;
      const sure =
        intent !== 'Unsubscribed' ||
        (await confirm({
          title: `Never write to ${row.leadName} again?`,
          text: 'Every address they ever had is suppressed, for every assistant. This cannot be taken back.',
          confirm: INTENT_LOOKS.Unsubscribed.words,
          dangerous: true,
        }));
      if (!sure) return;
      const [term] = row.words;
      correct.mutate(
        { mailId: row.mailId, intent },
        { onSuccess: () => term !== undefined && onCorrected({ term, intent }) },
      );
    },
  };
}
