import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, queryClient } from '../../api/client.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { setWriting } from './composer-state.ts';

/** Takes a mail back that has not left; its text is in the composer again. */
export function useUndoSend(): { readonly undo: (mailId: string) => void; readonly isPending: boolean } {
  const { mutate, isPending } = useMutation(
    api.humanMail.undo.mutationOptions({
      onSuccess: ({ leadId, kind }, { mailId }) => {
        notifications.hide(noticeOf(mailId));
        setWriting({ leadId, kind, mailId: null });
        notifyDone('Taken back: it was not sent. Its text is in the composer again.');
        void queryClient.invalidateQueries({ queryKey: api.leads.get.key({ input: { id: leadId } }) });
      },
      onError: notifyFailure,
    }),
  );
  const undo = useCallback((mailId: string) => mutate({ mailId }), [mutate]);
  return { undo, isPending };
}

/** Says that a mail is about to leave, for as long as it can be taken back. */
export function notifyLeaving(
  mail: { readonly mailId: string; readonly seconds: number; readonly to: string },
  undo: (mailId: string) => void,
): void {
  if (mail.seconds === 0) {
    notifyDone(`On its way to ${mail.to}.`);
    return;
  }
  notifications.show({
    id: noticeOf(mail.mailId),
    color: 'petrol',
    autoClose: mail.seconds * 1_000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">
          Leaves for {mail.to} in {mail.seconds} s.
        </Text>
        <Button size="compact-sm" variant="light" onClick={() => undo(mail.mailId)}>
          Undo
        </Button>
      </Group>
    ),
  });
}

function noticeOf(mailId: string): string {
  return `leaving-${mailId}`;
}
