import { Button } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ConnectionView } from '#contract/connections.ts';
import { api } from '../../api/client.ts';
import { ContinueDialog } from './continue-dialog.tsx';
import classes from './crm-details.module.css';

interface InterruptedQuestionProps {
  readonly connection: ConnectionView;
  readonly isAsking: boolean;
  readonly onAsk: (asking: boolean) => void;
}

/** "Continue these n?": leads that were stopped because the connection was not active when a message came due. */
export function InterruptedQuestion({ connection, isAsking, onAsk }: InterruptedQuestionProps) {
  const isActive = connection.status === 'Active';
  const query = useQuery(
    api.health.interrupted.queryOptions({ input: { id: connection.id }, enabled: isActive }),
  );
  const leads = isActive ? (query.data ?? []) : [];
  if (leads.length === 0) return null;
  const many = leads.length !== 1;
  const count = leads.length.toLocaleString();
  return (
    <section className={classes.baseline} aria-labelledby="interrupted-question">
      <IconPlayerPause size={24} stroke={1.7} aria-hidden />
      <div className={classes.baselineText}>
        <h2 id="interrupted-question">
          {many ? `${count} leads were` : 'One lead was'} stopped while the account was not connected.
          Continue {many ? 'them' : 'it'}?
        </h2>
        <p>
          A message came due meanwhile, and nothing was sent. You choose from when{' '}
          {many ? 'they go' : 'it goes'} on.
        </p>
      </div>
      <div className={classes.baselineButtons}>
        <Button onClick={() => onAsk(true)}>Continue {many ? 'them' : 'it'}…</Button>
      </div>
      <ContinueDialog
        connectionId={connection.id}
        leads={leads}
        opened={isAsking}
        onClose={() => onAsk(false)}
      />
    </section>
  );
}
