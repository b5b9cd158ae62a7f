import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconDatabase } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { BackupsView, BackupView } from '#contract/data.ts';
import { api, queryClient } from '../../api/client.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/page-states.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { exactTime } from '../../ui/time-words.ts';
import classes from './data.module.css';
import { KIND_WORDS, sizeWords } from './data-words.ts';

/** The copies of the database: when, how large, of which format; *Back up now* and *Restore*. */
export function BackupsSection({ view }: { readonly view: BackupsView }) {
  const backUp = useMutation(
    api.data.backUpNow.mutationOptions({
      onSuccess: (next) => {
        queryClient.setQueryData(api.data.backups.queryKey(), next);
        notifyDone('The backup is made.');
      },
    }),
  );
  const restore = useRestore();
  return (
    <Section
      title="Backups"
      description={
        <>
          One a day, one before each update, and whenever you like; the newest of each kind are kept in{' '}
          <code className={classes.path}>{view.folder}</code>.
        </>
      }
      actions={
        <Button loading={backUp.isPending} onClick={() => backUp.mutate(undefined)}>
          Back up now
        </Button>
      }
    >
      <Damage view={view} onRestore={restore.ask} isRestoring={restore.isPending} />
      <FieldError error={backUp.error} />
      {view.problem !== null && backUp.error === null && <p className={classes.problem}>{view.problem}</p>}
      {view.backups.length === 0 ? (
        <EmptyState icon={IconDatabase} title="No backup yet">
          The first one is made by itself as soon as a CRM account is connected.
        </EmptyState>
      ) : (
        <BackupTable view={view} onRestore={restore.ask} isRestoring={restore.isPending} />
      )}
      <SetAside view={view} />
    </Section>
  );
}

/** Asks first: what was done since the backup is not in it. */
function useRestore() {
  const confirm = useConfirm();
  const restore = useMutation(
    api.data.restore.mutationOptions({
      onSuccess: () => {
        notifyDone('The backup is restored.');
        void queryClient.invalidateQueries();
      },
      onError: notifyFailure,
    }),
  );
  const ask = async (backup: BackupView): Promise<void> => {
    const isSure = await confirm({
      title: `Restore the backup of ${exactTime(backup.at)}?`,
      text: 'Leads, schedules and history become what they were then. A backup of the present is made first, and the present database is set aside, not deleted. Leads that may have got a message since are stopped until you press Continue; people who unsubscribed or were erased since stay so.',
      confirm: 'Restore',
      dangerous: true,
    });
    if (isSure) restore.mutate({ name: backup.name });
  };
  return { ask: (backup: BackupView) => void ask(backup), isPending: restore.isPending };
}

interface RestoreProps {
  readonly view: BackupsView;
  readonly onRestore: (backup: BackupView) => void;
  readonly isRestoring: boolean;
}

function Damage({ view, onRestore, isRestoring }: RestoreProps) {
  const goOn = useMutation(api.data.goOnEmpty.mutationOptions({ onError: notifyFailure }));
  if (view.damaged === null) return null;
  const newest = view.backups.find((backup) => backup.unusable === null);
  return (
    <Alert
      color="danger"
      icon={<IconAlertTriangle aria-hidden />}
      title="The database was damaged"
      className={classes.damage}
    >
      <p className={classes.words}>
        It is set aside untouched as <code className={classes.path}>{view.damaged.name}</code>, and an empty
        one was begun. Nothing is done before you choose.
      </p>
      <div className={classes.buttons}>
        {newest !== undefined && (
          <Button loading={isRestoring} onClick={() => onRestore(newest)}>
            Restore the newest backup
          </Button>
        )}
        <Button variant="default" loading={goOn.isPending} onClick={() => goOn.mutate(undefined)}>
          Go on empty
        </Button>
      </div>
    </Alert>
  );
}

function BackupTable({ view, onRestore, isRestoring }: RestoreProps) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Kind</th>
          <th scope="col">Size</th>
          <th scope="col">Format</th>
          <th scope="col">
            <span className="sr-only">Restore</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {view.backups.map((backup) => (
          <tr key={backup.name}>
            <td>
              <TimeText at={backup.at} show="exact" />
              {backup.unusable !== null && <p className={classes.remark}>{backup.unusable}</p>}
              <HoldsErased until={backup.holdsErasedUntil} />
            </td>
            <td>{KIND_WORDS[backup.kind]}</td>
            <td className={classes.number}>{sizeWords(backup.bytes)}</td>
            <td className={classes.number}>
              {backup.format}
              {backup.format === view.format ? ' (this one)' : ''}
            </td>
            <td className={classes.end}>
              <Button
                size="compact-sm"
                variant="default"
                disabled={backup.unusable !== null || isRestoring}
                aria-label={`Restore the backup of ${exactTime(backup.at)}`}
                onClick={() => onRestore(backup)}
              >
                Restore
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HoldsErased({ until }: { readonly until: number | null }) {
  if (until === null) return null;
  return (
    <p className={classes.remark}>Contains erased people until {exactTime(until)}; then it is deleted.</p>
  );
}

function SetAside({ view }: { readonly view: BackupsView }) {
  if (view.setAside.length === 0) return null;
  return (
    <details className={classes.aside}>
      <summary>
        {view.setAside.length === 1 ? '1 database' : `${view.setAside.length} databases`} set aside
      </summary>
      <ul>
        {view.setAside.map((file) => (
          <li key={file.name}>
            <code className={classes.path}>{file.name}</code>, {sizeWords(file.bytes)}:{' '}
            {file.because === 'damaged' ? 'was damaged' : 'a backup took its place'},{' '}
            <TimeText at={file.at} />
            <HoldsErased until={file.holdsErasedUntil} />
          </li>
        ))}
      </ul>
    </details>
  );
}
