import { Button, Group, Modal, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectionView } from '#contract/connections.ts';
import { api, queryClient } from '../../api/client.ts';
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
  return (
    <>
      <Switch
        checked={setHold.isPending ? setHold.variables.hold : connection.holdWrites}
        onChange={(event) => {
          if (event.currentTarget.checked) setHold.mutate({ id, hold: true, held: 'keep' });
          else if (held > 0) setAsking(true);
          else off('keep');
        }}
        label="Hold writes for approval"
        description="Each new write to the CRM and each mail waits on Activity, Preview, until you approve it there."
      />
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
