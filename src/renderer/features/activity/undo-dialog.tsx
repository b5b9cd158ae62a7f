import { Alert, Button, Checkbox, Group, Modal } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { UndoLook } from '#contract/activity.ts';
import { api, queryClient } from '../../api/client.ts';
import { kindWords } from '../../ui/kind-words.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { RuleChoice } from './rule-choice.tsx';
import classes from './undo-dialog.module.css';

/** Writes undone by one press. */
export const MOST_AT_ONCE = 200;

interface UndoDialogProps {
  /** Empty: closed. */
  readonly ids: readonly number[];
  readonly onClose: (done: boolean) => void;
}

/** Reads the records, shows what an undo would do, and asks where somebody changed a value since. */
export function UndoDialog({ ids, onClose }: UndoDialogProps) {
  const opened = ids.length > 0;
  return (
    <Modal
      opened={opened}
      onClose={() => onClose(false)}
      title={ids.length === 1 ? 'Undo this write?' : `Undo ${ids.length} writes?`}
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {opened && <UndoBody key={ids.join()} ids={ids} onClose={onClose} />}
    </Modal>
  );
}

function UndoBody({ ids, onClose }: UndoDialogProps) {
  const query = useQuery(
    api.activity.undoPreview.queryOptions({ input: { ids: [...ids] }, staleTime: 0, gcTime: 0 }),
  );
  const [agreed, setAgreed] = useState<ReadonlySet<number>>(new Set());
  const undo = useMutation(
    api.activity.undo.mutationOptions({
      onSuccess: ({ queued, skipped }) => {
        notifyDone(`${queued === 1 ? 'One undo' : `${queued} undos`} on the way.`);
        if (skipped.length > 0) notifyDone(`${skipped.length} left out: ${skipped[0]?.because ?? ''}`);
        void queryClient.invalidateQueries({ queryKey: api.activity.key() });
        onClose(true);
      },
      onError: notifyFailure,
    }),
  );
  if (query.isPending) return <LoadingState label="Reading the records" lines={4} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const looks = query.data;
  const clean = looks.filter((look) => look.state === 'clean');
  const changed = looks.filter((look) => look.state === 'changed');
  const never = looks.filter((look) => look.state === 'not-possible');
  const items = [
    ...clean.map(({ id }) => ({ id, over: null })),
    ...changed.filter(({ id }) => agreed.has(id)).map(({ id, seen }) => ({ id, over: seen })),
  ];
  function agree(id: number, yes: boolean): void {
    setAgreed((before) => new Set(yes ? [...before, id] : [...before].filter((each) => each !== id)));
  }
  return (
    <>
      {clean.length > 0 && (
        <Part title="The old value is put back" looks={clean}>
          {(look) => <Values look={look} />}
        </Part>
      )}
      {changed.length > 0 && (
        <Part title="Changed by somebody since: tick what is to be replaced all the same" looks={changed}>
          {(look) => (
            <>
              <Values look={look} />
              <Checkbox
                size="xs"
                label="Replace theirs with the value from before"
                checked={agreed.has(look.id)}
                onChange={(event) => agree(look.id, event.currentTarget.checked)}
              />
            </>
          )}
        </Part>
      )}
      <Rules looks={changed} />
      {never.length > 0 && (
        <Part title="Stays as it is" looks={never}>
          {() => null}
        </Part>
      )}
      {looks.length === 0 && <Alert color="gray">These writes are no longer there.</Alert>}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={() => onClose(false)} data-autofocus>
          {items.length === 0 ? 'Close' : 'Cancel'}
        </Button>
        {looks.some((look) => look.state !== 'not-possible') && (
          <Button
            disabled={items.length === 0}
            loading={undo.isPending}
            onClick={() => undo.mutate({ items })}
          >
            {items.length > 1 ? `Undo ${items.length}` : 'Undo'}
          </Button>
        )}
      </Group>
    </>
  );
}

/** What was met here can become a rule; each property of a connection is asked about once. */
function Rules({ looks }: { readonly looks: readonly UndoLook[] }) {
  const fields = new Map<string, { connectionId: string; field: UndoLook['fields'][number] }>();
  for (const { connectionId, fields: met } of looks) {
    for (const field of met) {
      if (field.rule !== null && field.theirs !== field.ours)
        fields.set(`${connectionId}/${field.field}`, { connectionId, field });
    }
  }
  if (fields.size === 0) return null;
  return (
    <section className={classes.part}>
      <h3>Make it a rule, so that this does not come up again</h3>
      {[...fields].map(([key, { connectionId, field }]) => (
        <RuleChoice key={key} connectionId={connectionId} field={field} />
      ))}
    </section>
  );
}

function Part({
  title,
  looks,
  children,
}: {
  readonly title: string;
  readonly looks: readonly UndoLook[];
  readonly children: (look: UndoLook) => React.ReactNode;
}) {
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      <ul>
        {looks.map((look) => (
          <li key={look.id}>
            <p>
              <strong>
                <bdi>{look.recordName}</bdi>
              </strong>
              , {kindWords(look.what)}: <bdi className="foreign">{look.summary}</bdi>
              {look.because !== '' && <span className={classes.because}> {look.because}</span>}
            </p>
            {children(look)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Before, ours and theirs side by side; without properties the note or task is removed. */
function Values({ look }: { readonly look: UndoLook }) {
  if (look.fields.length === 0) return <p className={classes.because}>It is removed from the record.</p>;
  const isChanged = look.state === 'changed';
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">Ours</th>
          {isChanged && <th scope="col">Theirs, now</th>}
        </tr>
      </thead>
      <tbody>
        {look.fields.map(({ field, before, ours, theirs }) => (
          <tr key={field}>
            <td>
              <code>{field}</code>
            </td>
            <td>
              <bdi>{before || '(empty)'}</bdi>
            </td>
            <td>
              <bdi>{ours || '(empty)'}</bdi>
            </td>
            {isChanged && (
              <td data-differs={theirs !== ours || undefined}>
                <bdi>{theirs || '(empty)'}</bdi>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
