import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type { DraftListKind, DraftRow } from '#contract/drafts.ts';
import { api, queryClient } from '../../api/client.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';

const PAGE = 50;

/** One list of the page, as far as it was read. */
export function useDrafts(kind: DraftListKind) {
  return useInfiniteQuery(
    api.drafts.page.infiniteOptions({
      input: (after: { at: number; id: string } | null) => ({ kind, after, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: ({ rows }) => {
        const last = rows.at(-1);
        if (rows.length < PAGE || last === undefined) return undefined;
        return { at: kind === 'settled' ? (last.settledAt ?? 0) : last.createdAt, id: last.id };
      },
    }),
  );
}

/** What can be done with drafts. */
export function useDraftActions() {
  const confirm = useConfirm();
  const again = (): void => {
    void queryClient.invalidateQueries({ queryKey: api.drafts.key() });
    void queryClient.invalidateQueries({ queryKey: api.attention.key() });
  };
  const approve = useMutation(
    api.drafts.approve.mutationOptions({
      onSuccess: ({ approved, refused }) => {
        if (approved > 0) notifyDone(approved === 1 ? 'Approved.' : `${approved} messages approved.`);
        for (const { leadName, because } of refused.slice(0, 3)) notifyDone(`${leadName}: ${because}`);
      },
      onError: notifyFailure,
      onSettled: again,
    }),
  );
  const reject = useMutation(
    api.drafts.reject.mutationOptions({
      onSuccess: (_done, { what }) =>
        notifyDone(what === 'skip' ? 'This message is left out.' : 'The follow-up is stopped.'),
      onError: notifyFailure,
      onSettled: again,
    }),
  );
  const takeBack = useMutation(
    api.drafts.takeBack.mutationOptions({
      onSuccess: () => notifyDone('Taken back. It waits for approval again.'),
      onError: notifyFailure,
      onSettled: again,
    }),
  );
  return {
    isBusy: approve.isPending || reject.isPending || takeBack.isPending,
    takeBack: ({ id, version }: DraftRow) => takeBack.mutate({ id, version }),
    approve: ({ id, version }: DraftRow) => approve.mutate({ drafts: [{ id, version }] }),
    approveAll: async (rows: readonly DraftRow[]): Promise<void> => {
      const flagged = rows.filter(({ claims }) => claims.length > 0).length;
      const warning =
        flagged === 0
          ? ''
          : ` ${flagged === 1 ? 'One of them states' : `${flagged} of them state`} something that was given nowhere.`;
      const sure = await confirm({
        title: `Approve ${rows.length === 1 ? 'this message' : `all ${rows.length} messages that are shown`}?`,
        text: `Each goes out at its allowed time.${warning}`,
        confirm: 'Approve',
      });
      if (sure) approve.mutate({ drafts: rows.map(({ id, version }) => ({ id, version })) });
    },
    reject: ({ id, version }: DraftRow, what: 'skip' | 'stop') => reject.mutate({ id, version, what }),
  };
}
