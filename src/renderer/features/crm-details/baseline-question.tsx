import { Button } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ConnectionView } from '#contract/connections.ts';
import { api, queryClient } from '../../api/client.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { putConnection } from './connection-cache.ts';
import classes from './crm-details.module.css';

/** "Take these n?": what already belonged to the assistants when the account was connected. */
export function BaselineQuestion({ connection }: { readonly connection: ConnectionView }) {
  const { baseline } = connection;
  const answer = useMutation(
    api.connections.answerBaseline.mutationOptions({
      onSuccess: (view, { answer: given }) => {
        putConnection(view);
        void queryClient.invalidateQueries({ queryKey: api.attention.list.key() });
        notifyDone(given === 'take' ? 'They are taken; see Leads.' : 'They are left as they are.');
      },
      onError: notifyFailure,
    }),
  );
  if (baseline === null || baseline.answer !== null || baseline.count === 0) return null;
  const { count } = baseline;
  const many = count !== 1;
  const pending = answer.isPending ? answer.variables.answer : null;
  return (
    <section className={classes.baseline} aria-labelledby="baseline-question">
      <IconHandStop size={24} stroke={1.7} aria-hidden />
      <div className={classes.baselineText}>
        <h2 id="baseline-question">
          {count.toLocaleString()} {many ? 'contacts' : 'contact'} already belonged to your assistants. Take{' '}
          {many ? `these ${count.toLocaleString()}` : 'it'}?
        </h2>
        <p>
          Nothing has been done with {many ? 'them' : 'it'}. <strong>Take</strong> makes{' '}
          {many ? 'them leads' : 'it a lead'}, with a note on each record and mail on the schedule.{' '}
          <strong>Leave</strong> keeps {many ? 'them' : 'it'} as {many ? 'they are' : 'it is'}; contacts
          assigned from now on are taken either way.
        </p>
      </div>
      <div className={classes.baselineButtons}>
        <Button
          variant="default"
          loading={pending === 'leave'}
          disabled={pending === 'take'}
          onClick={() => answer.mutate({ id: connection.id, answer: 'leave' })}
        >
          {many ? 'Leave them' : 'Leave it'}
        </Button>
        <Button
          loading={pending === 'take'}
          disabled={pending === 'leave'}
          onClick={() => answer.mutate({ id: connection.id, answer: 'take' })}
        >
          {many ? `Take these ${count.toLocaleString()}` : 'Take it'}
        </Button>
      </div>
    </section>
  );
}
