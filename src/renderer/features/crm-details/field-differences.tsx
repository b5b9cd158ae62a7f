import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { DifferenceView } from '#contract/health.ts';
import { api, queryClient } from '../../api/client.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import classes from './health.module.css';

const STOPS: ReadonlySet<DifferenceView['kind']> = new Set(['gone', 'type', 'option']);

/** What somebody changed about our fields in the CRM, each with the button that mends it. Nothing: it is not there. */
export function FieldDifferences({ connectionId }: { readonly connectionId: string }) {
  const input = { id: connectionId };
  const query = useQuery(api.health.differences.queryOptions({ input }));
  const done = (words: string) => (left: DifferenceView[]) => {
    queryClient.setQueryData(api.health.differences.queryKey({ input }), left);
    void queryClient.invalidateQueries({ queryKey: api.connections.fields.key() });
    void queryClient.invalidateQueries({ queryKey: api.attention.key() });
    notifyDone(words);
  };
  const mend = useMutation(
    api.health.mend.mutationOptions({
      onSuccess: done('It is put right. What waited for it goes out now.'),
      onError: notifyFailure,
    }),
  );
  const keep = useMutation(
    api.health.keep.mutationOptions({
      onSuccess: done('It stays as it is in the CRM.'),
      onError: notifyFailure,
    }),
  );
  const differences = query.data ?? [];
  if (differences.length === 0) return null;
  const isBusy = (which: typeof mend, { key, kind }: DifferenceView): boolean =>
    which.isPending && which.variables.key === key && which.variables.kind === kind;
  return (
    <Section
      title="Changed in the CRM"
      description="Somebody changed these fields since they were set up. Only the writes that need them wait; everything else goes on."
    >
      <ul className={classes.list}>
        {differences.map((difference) => {
          const { key, kind, sentence, since, held, button, keeps } = difference;
          const target = { id: connectionId, key, kind };
          return (
            <li
              key={`${key}/${kind}`}
              className={classes.difference}
              data-stops={STOPS.has(kind) || undefined}
            >
              <IconAlertTriangle size={17} stroke={1.9} aria-hidden />
              <div className={classes.words}>
                <p className="foreign">{sentence}</p>
                <p className={classes.meta}>
                  {held > 0 && (
                    <span className={classes.held}>
                      {held === 1 ? 'One write waits' : `${held.toLocaleString()} writes wait`}
                      {' · '}
                    </span>
                  )}
                  noticed <TimeText at={since} />
                </p>
              </div>
              <div className={classes.buttons}>
                {keeps && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={isBusy(keep, difference)}
                    onClick={() => keep.mutate(target)}
                  >
                    Keep it
                  </Button>
                )}
                {button !== null && (
                  <Button
                    size="compact-sm"
                    loading={isBusy(mend, difference)}
                    onClick={() => mend.mutate(target)}
                  >
                    {button}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
