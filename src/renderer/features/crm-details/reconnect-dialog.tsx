import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ConnectionView } from '#contract/connections.ts';
import { api, queryClient } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { notifyDone } from '../../ui/notify.ts';
import { putConnection } from './connection-cache.ts';

/** Whose key it is, when it is not this account's. */
interface OtherAccount {
  readonly accountId: string;
  readonly identity: string;
}

interface ReconnectDialogProps {
  readonly connection: ConnectionView;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Through an app of the team's own instead. */
  readonly onOtherWay: () => void;
  /** It was not active and is now. */
  readonly onReconnected: () => void;
}

/** A new key for the same account. One of another account becomes a connection of its own, or nothing. */
export function ReconnectDialog({
  connection,
  opened,
  onClose,
  onOtherWay,
  onReconnected,
}: ReconnectDialogProps) {
  const form = useRef<HTMLFormElement>(null);
  const [token, setToken] = useState('');
  const [other, setOther] = useState<OtherAccount | null>(null);
  const test = useMutation(api.connections.test.mutationOptions({ gcTime: 0 }));
  const renew = useMutation(api.connections.renewToken.mutationOptions({ gcTime: 0 }));
  const problems = useFieldProblems(test.error ?? renew.error, form);
  const close = (): void => {
    setToken('');
    setOther(null);
    test.reset();
    renew.reset();
    onClose();
  };
  const send = (): void =>
    test.mutate(
      { provider: 'hubspot', token, baseUrl: connection.baseUrl },
      {
        onSuccess: (account) => {
          if (account.accountId === connection.accountId) use();
          else setOther(account);
        },
      },
    );
  const use = (): void =>
    renew.mutate(
      { id: connection.id, token },
      {
        onSuccess: (view) => {
          putConnection(view);
          void queryClient.invalidateQueries({ queryKey: api.connections.key() });
          void queryClient.invalidateQueries({ queryKey: api.health.key() });
          void queryClient.invalidateQueries({ queryKey: api.attention.key() });
          notifyDone(`${view.name} is connected.`);
          if (connection.status !== 'Active') onReconnected();
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
      {other !== null && (
        <OtherAccountChoice connection={connection} other={other} token={token} onClose={close} />
      )}
      <form
        hidden={other !== null}
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
          {problems.count === 0 && <FieldError error={test.error ?? renew.error} />}
          <Group justify="flex-end" gap="xs">
            <Button
              variant="subtle"
              mr="auto"
              onClick={() => {
                close();
                onOtherWay();
              }}
            >
              With your own app
            </Button>
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={test.isPending || renew.isPending}>
              {connection.status === 'Active' ? 'Use this key' : 'Reconnect'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Another account: its contacts are not those of this connection. */
function OtherAccountChoice({
  connection,
  other,
  token,
  onClose,
}: {
  readonly connection: ConnectionView;
  readonly other: OtherAccount;
  readonly token: string;
  readonly onClose: () => void;
}) {
  const navigate = useNavigate();
  const connect = useMutation(
    api.connections.connect.mutationOptions({
      gcTime: 0,
      onSuccess: (view) => {
        putConnection(view);
        notifyDone(`${view.name} is connected.`);
        onClose();
        void navigate({ to: '/crm-details/$connectionId', params: { connectionId: view.id } });
      },
    }),
  );
  const { baseUrl, preset, readOnly } = connection;
  return (
    <Stack gap="sm">
      <Text size="sm">
        This key belongs to another account, <strong>{other.accountId}</strong> (
        <bdi className="foreign">{other.identity}</bdi>). {connection.name} is account{' '}
        <strong>{connection.accountId}</strong>, and its leads are contacts there, so the key is not used for
        it.
      </Text>
      <Text size="sm">
        A new workspace keeps the two apart: the other account becomes a connection of its own, and nothing of
        this one changes.
      </Text>
      <FieldError error={connect.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button
          loading={connect.isPending}
          onClick={() => connect.mutate({ provider: 'hubspot', name: '', token, baseUrl, preset, readOnly })}
        >
          New workspace
        </Button>
      </Group>
    </Stack>
  );
}
