import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ConnectionView } from '#contract/connections.ts';
import { api, queryClient } from '../../api/client.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { TimeText } from '../../ui/time-text.tsx';
import classes from './crm-details.module.css';
import health from './health.module.css';

/** Why a connection is Failed, since when, and what helps. */
export function Failure({ connection }: { readonly connection: ConnectionView }) {
  const { id, failure } = connection;
  const incident = useQuery(api.health.incident.queryOptions({ input: { id } })).data ?? null;
  const tryNow = useMutation(
    api.health.tryNow.mutationOptions({
      onSuccess: ({ isActive }) => {
        notifyDone(isActive ? `${connection.name} is connected again.` : 'The CRM still does not answer.');
        void queryClient.invalidateQueries({ queryKey: api.connections.key() });
        void queryClient.invalidateQueries({ queryKey: api.health.key() });
      },
      onError: notifyFailure,
    }),
  );
  const knocks = incident?.cause === 'unreachable';
  return (
    <div className={classes.failure} role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <div className={health.failureWords}>
        <p className="foreign">{failure ?? 'The CRM does not answer any more.'}</p>
        <p>
          {knocks
            ? 'Nothing is read or written meanwhile. Baton knocks every two minutes and goes on by itself.'
            : connection.app === null
              ? 'Nothing is read or written until you press Reconnect and give it a new key.'
              : 'Nothing is read or written until you press Reconnect and allow it again in HubSpot.'}
          {incident !== null && (
            <>
              {' '}
              Since <TimeText at={incident.since} show="exact" />.
            </>
          )}
        </p>
      </div>
      {knocks && (
        <Button
          size="compact-sm"
          variant="default"
          loading={tryNow.isPending}
          onClick={() => tryNow.mutate({ id })}
        >
          Try now
        </Button>
      )}
    </div>
  );
}
