import { Button } from '@mantine/core';
import { IconCheck, IconEyeOff, IconPencil, IconPlus, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ConnectionView, ScheduleSyncView } from '#contract/connections.ts';
import { api, queryClient } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import { LoadingState } from '../../ui/page-states.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import type { Tone } from '../../ui/tone-mark.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import classes from './fields.module.css';
import { changeWords } from './sync-words.ts';

type Kind = ScheduleSyncView['changes'][number]['kind'];

const LOOKS: Readonly<Record<Kind, { tone: Tone; icon: typeof IconPlus; word: string }>> = {
  add: { tone: 'good', icon: IconPlus, word: 'add' },
  rename: { tone: 'ready', icon: IconPencil, word: 'rename' },
  hide: { tone: 'warning', icon: IconEyeOff, word: 'hide' },
  unchanged: { tone: 'quiet', icon: IconCheck, word: 'unchanged' },
};

/** *Sync schedules*: what it would change among the options of the schedule field, and the button. */
export function ScheduleSync({
  connection,
  onFields,
}: {
  readonly connection: ConnectionView;
  readonly onFields: () => void;
}) {
  const { id } = connection;
  const preview = useQuery(api.connections.previewSchedules.queryOptions({ input: { id } }));
  const sync = useMutation(
    api.connections.syncSchedules.mutationOptions({
      onSuccess: ({ changes }) => {
        notifyDone(`Schedules are synchronised: ${changeWords(changes, 'after')}.`);
        void queryClient.invalidateQueries({ queryKey: api.connections.key() });
      },
    }),
  );
  const changes = preview.data?.changes ?? [];
  const open = changes.some(({ kind }) => kind !== 'unchanged');
  const syncedAt = preview.data?.syncedAt ?? connection.schedulesSyncedAt;
  return (
    <Section
      title="Schedules in the CRM"
      description={
        <>
          Puts the names of your schedules into the options of the schedule field, where sales people choose
          one for a contact. A renamed one keeps its value; a deleted one is hidden, never removed.
        </>
      }
      actions={
        <Button
          variant={open ? 'filled' : 'default'}
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={sync.isPending}
          disabled={preview.data === undefined}
          onClick={() => sync.mutate({ id })}
        >
          Sync schedules
        </Button>
      }
    >
      <p className={classes.synced}>
        Last synchronised: {syncedAt === null ? 'never' : <TimeText at={syncedAt} />}.
        {preview.data && (open ? ` Open: ${changeWords(changes, 'before')}.` : ' The CRM has them all.')}
      </p>
      <FieldError error={sync.error} />
      {preview.data ? (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Schedule</th>
              <th scope="col">Value in the CRM</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ kind, value, label }) => (
              <tr key={`${kind} ${value}`}>
                <td>
                  <bdi>{label}</bdi>
                </td>
                <td>
                  <code className={classes.internal}>{value}</code>
                </td>
                <td>
                  <ToneMark tone={LOOKS[kind].tone} icon={LOOKS[kind].icon}>
                    {LOOKS[kind].word}
                  </ToneMark>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : preview.error ? (
        <div className={classes.cannot}>
          <FieldError error={preview.error} />
          <div className={classes.choiceButtons}>
            <Button variant="default" onClick={onFields}>
              See the fields
            </Button>
            <Button variant="default" onClick={() => void preview.refetch()}>
              Try again
            </Button>
          </div>
        </div>
      ) : (
        <LoadingState label="Comparing the schedules with the CRM" lines={4} />
      )}
    </Section>
  );
}
