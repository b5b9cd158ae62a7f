import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ConnectionView } from '#contract/connections.ts';
import { api, queryClient } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { notifyDone } from '../../ui/notify.ts';
import { putConnection } from './connection-cache.ts';

interface ReconnectDialogProps {
  readonly connection: ConnectionView;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A new key for the same account. */
export function ReconnectDialog({ connection, opened, onClose }: ReconnectDialogProps) {
  const form = useRef<HTMLFormElement>(null);
  const [token, setToken] = useState('');
  const renew = useMutation(api.connections.renewToken.mutationOptions({ gcTime: 0 }));
  const problems = useFieldProblems(renew.error, form);
  const close = (): void => {
    setToken('');
    renew.reset();
    onClose();
  };
  const send = (): void =>
    renew.mutate(
      { id: connection.id, token },
      {
        onSuccess: (view) => {
          putConnection(view);
          void queryClient.invalidateQueries({ queryKey: api.connections.key() });
          notifyDone(`${view.name} is connected.`);
          close();
        },
      },
    );
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={connection.status === 'Active' ? 'New key' : `Reconnect ${connection.name}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            The key has to belong to the same account, {connection.accountId}. It takes the place of the old
            one.
          </Text>
          <PasswordInput
            label="Service key"
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide what you type' }}
            value={token}
            error={problems.of('token')}
            onChange={(event) => {
              setToken(event.currentTarget.value);
              problems.touch('token');
            }}
          />
          {problems.count === 0 && <FieldError error={renew.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={renew.isPending}>
              {connection.status === 'Active' ? 'Use this key' : 'Reconnect'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
