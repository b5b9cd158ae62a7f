import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ConnectionView } from '#contract/connections.ts';
import { api } from '../../api/client.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import { putConnection } from './connection-cache.ts';
import classes from './status-table.module.css';
import { StatusRow } from './status-row.tsx';

/** *User · Assistant · Status*: each assistant's status with its meaning and next step. */
export function StatusTable({ connection }: { readonly connection: ConnectionView }) {
  const refresh = useMutation(
    api.connections.refresh.mutationOptions({
      onSuccess: (view) => {
        putConnection(view);
        notifyDone('The users of the CRM are read anew.');
      },
      onError: notifyFailure,
    }),
  );
  const verify = (): void => refresh.mutate({ id: connection.id });
  const active = connection.status === 'Active';
  return (
    <Section
      title="CRM integration status"
      description={
        active ? undefined : 'Not connected now. This is how it stood when the CRM was last asked.'
      }
      actions={
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={refresh.isPending}
          disabled={!active}
          onClick={verify}
        >
          Refresh
        </Button>
      }
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">User</th>
            <th scope="col">Assistant</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {connection.rows.map((row) => (
            <StatusRow
              key={row.assistantId ?? 'none'}
              connection={connection}
              row={row}
              verifying={refresh.isPending}
              onVerify={active ? verify : undefined}
            />
          ))}
        </tbody>
      </table>
    </Section>
  );
}
