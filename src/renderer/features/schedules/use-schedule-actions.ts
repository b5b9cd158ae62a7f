import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ScheduleView } from '#contract/schedules.ts';
import { api, queryClient } from '../../api/client.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';

function readAgain(): void {
  void queryClient.invalidateQueries({ queryKey: api.schedules.key() });
  void queryClient.invalidateQueries({ queryKey: api.connections.previewSchedules.key() });
}

/** Clone and delete, from the list and from the editor. */
export function useScheduleActions(onDeleted?: () => void): {
  clone(schedule: ScheduleView): void;
  remove(schedule: ScheduleView): Promise<void>;
  readonly busy: boolean;
} {
  const confirm = useConfirm();
  const navigate = useNavigate();
  const cloning = useMutation(
    api.schedules.clone.mutationOptions({
      onSuccess: ({ id, name }) => {
        notifyDone(`${name} is a schedule of its own now. Change what you like.`);
        readAgain();
        void navigate({ to: '/schedules/$scheduleId', params: { scheduleId: id } });
      },
      onError: notifyFailure,
    }),
  );
  const removing = useMutation(
    api.schedules.remove.mutationOptions({
      onSuccess: () => {
        notifyDone('The schedule is deleted. Sync schedules in CRM Details hides it there.');
        readAgain();
        onDeleted?.();
      },
      onError: notifyFailure,
    }),
  );
  return {
    clone: ({ id }) => cloning.mutate({ id }),
    async remove({ id, name, leadsOnIt }) {
      const onIt =
        leadsOnIt === 0
          ? 'No lead is on it.'
          : `${leadsOnIt === 1 ? '1 lead is' : `${leadsOnIt.toLocaleString()} leads are`} on it and will finish it.`;
      const sure = await confirm({
        title: `Delete ${name}?`,
        text: `${onIt} New leads cannot get it any more.`,
        confirm: 'Delete',
        dangerous: true,
      });
      if (sure) removing.mutate({ id });
    },
    busy: cloning.isPending || removing.isPending,
  };
}
