import { useMutation } from '@tanstack/react-query';
import type { PlannedMessage } from '#contract/planned-messages.ts';
import { api, queryClient } from '../../api/client.ts';
import { notifyFailure } from '../../ui/notify.ts';

/** What can be done with a message to come; the answer is the list as it is then. */
export function usePlannedActions(leadId: string) {
  const onSuccess = (list: { messages: PlannedMessage[] }): void => {
    queryClient.setQueryData(api.plannedMessages.list.queryKey({ input: { leadId } }), list);
    void queryClient.invalidateQueries({ queryKey: api.leads.get.key({ input: { id: leadId } }) });
  };
  const tell = { onSuccess, onError: notifyFailure };
  const skip = useMutation(api.plannedMessages.skip.mutationOptions(tell));
  const putBack = useMutation(api.plannedMessages.putBack.mutationOptions(tell));
  const edit = useMutation(api.plannedMessages.edit.mutationOptions({ onSuccess }));
  const move = useMutation(api.plannedMessages.move.mutationOptions({ onSuccess }));
  const isBusy = skip.isPending || putBack.isPending;
  return { skip: skip.mutate, putBack: putBack.mutate, edit, move, isBusy };
}
