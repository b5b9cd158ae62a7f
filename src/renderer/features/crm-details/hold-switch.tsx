import { Button, Chip, Group, Modal, Stack, Switch, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectionView } from '#contract/connections.ts';
import { HOLD_KINDS } from '#contract/names.ts';
import { api, queryClient } from '../../api/client.ts';
import { HOLD_WORDS } from '../../ui/hold-words.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { putConnection } from './connection-cache.ts';

/** *Hold writes for approval*; switched off while some are held it asks what becomes of them. */
export function HoldSwitch({ connection }: { readonly connection: ConnectionView }) {
  const [asking, setAsking] = useState(false);
  const setHold = useMutation(
    api.connections.setHold.mutationOptions({
      onSuccess: (view) => {
        putConnection(view);
        setAsking(false);
        notifyDone('Saved.');
        void queryClient.invalidateQueries({ queryKey: api.activity.key() });
      },
      onError: notifyFailure,
    }),
  );
  const { id, held } = connection;
  const off = (what: 'release' | 'keep') => setHold.mutate({ id, hold: false, held: what });
  const holds = setHold.isPending ? setHold.variables.hold : connection.holdWrites;
  const only = (setHold.isPending ? setHold.variables.only : undefined) ?? connection.holdOnly;
  const hold = (kinds: readonly string[]) =>
    setHold.mutate({ id, hold: true, only: HOLD_KINDS.filter((kind) => kinds.includes(kind)), held: 'keep' });
  return (
    <>
      <Switch
        checked={holds}
        onChange={(event) => {
          if (event.currentTarget.checked) hold([]);
          else if (held > 0) setAsking(true);
          else off('keep');
        }}
        label="Hold writes for approval"
        description="Each new write to the CRM and each mail waits on Activity, Preview, until you approve it there."
      />
      {holds && (
        <Stack gap={6} mt={-8}>
          <Chip.Group multiple value={[...only]} onChange={hold}>
            <Group gap={6} ml={50} role="group" aria-label="Hold only">
              <Text size="xs" c="dimmed">
                {only.length === 0 ? 'Everything is held. Only:' : 'Only:'}
              </Text>
              {HOLD_KINDS.map((kind) => (
                <Chip key={kind} value={kind} size="xs">
                  {HOLD_WORDS[kind]}
                </Chip>
              ))}
            </Group>
            {only.length > 0 && (
              <Text size="xs" c="dimmed" ml={50}>
                What follows a held write on the same record waits for it, so that the order stays.
              </Text>
            )}
          </Chip.Group>
        </Stack>
      )}
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={`${held.toLocaleString()} ${held === 1 ? 'write is' : 'writes are'} still held`}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        New writes go out at once from now on. What becomes of those that are held?
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={() => setAsking(false)}>
            Cancel
          </Button>
          <Button variant="default" loading={setHold.isPending} onClick={() => off('keep')}>
            Keep them in Preview
          </Button>
          <Button loading={setHold.isPending} onClick={() => off('release')}>
            Release all
          </Button>
        </Group>
      </Modal>
    </>
  );
}
