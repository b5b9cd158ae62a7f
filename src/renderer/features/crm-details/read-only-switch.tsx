import { Button, Group, Modal, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectionView } from '#contract/connections.ts';
import { api, queryClient } from '../../api/client.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { putConnection } from './connection-cache.ts';

/** *Read only*; switched off while something is listed it asks what becomes of it. */
export function ReadOnlySwitch({ connection }: { readonly connection: ConnectionView }) {
  const [asking, setAsking] = useState(false);
  const setReadOnly = useMutation(
    api.connections.setReadOnly.mutationOptions({
      onSuccess: (view) => {
        putConnection(view);
        setAsking(false);
        notifyDone('Saved.');
        void queryClient.invalidateQueries({ queryKey: api.activity.key() });
        void queryClient.invalidateQueries({ queryKey: api.connections.key() });
      },
      onError: notifyFailure,
    }),
  );
  const { id, held } = connection;
  const off = (listed: 'keep' | 'reject') => setReadOnly.mutate({ id, readOnly: false, listed });
  return (
    <>
      <Switch
        checked={setReadOnly.isPending ? setReadOnly.variables.readOnly : connection.readOnly}
        onChange={(event) => {
          if (event.currentTarget.checked) setReadOnly.mutate({ id, readOnly: true, listed: 'keep' });
          else if (held > 0) setAsking(true);
          else off('keep');
        }}
        label="Read only"
        description="Nothing is written to this CRM, and no mail goes out to its leads: what Baton would do is listed on Activity, Preview. The contacts are looked through less often."
      />
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={`${held.toLocaleString()} ${held === 1 ? 'write is' : 'writes are'} listed`}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        Baton writes to this CRM again from now on. What is listed does not go out by itself: keep it to
        approve it one by one, compared with the CRM anew, or reject all of it. A rejected message ends the
        follow-up of its lead.
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={() => setAsking(false)}>
            Cancel
          </Button>
          <Button
            variant="default"
            loading={setReadOnly.isPending && setReadOnly.variables.listed === 'reject'}
            onClick={() => off('reject')}
          >
            Reject all
          </Button>
          <Button
            loading={setReadOnly.isPending && setReadOnly.variables.listed === 'keep'}
            onClick={() => off('keep')}
          >
            Keep for approval
          </Button>
        </Group>
      </Modal>
    </>
  );
}
