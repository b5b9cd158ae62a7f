import { Button, Progress } from '@mantine/core';
import {
  IconAlertTriangle,
  IconDownload,
  IconPlayerPlay,
  IconPlayerStop,
  IconTrash,
} from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { ImportView } from '#contract/imports.ts';
import type { ImportVerdict } from '#contract/names.ts';
import { api, client } from '../../api/client.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { EditorPage } from '../../ui/editor-page.tsx';
import { notifyFailure } from '../../ui/notify.ts';
import { PageBody, Section } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { ColumnChoice } from './column-choice.tsx';
import classes from './import.module.css';
import { callWords, countWords, STATUS_WORDS, TARGET_WORDS, wanted } from './import-words.ts';
import { ReportRows, VerdictTiles } from './report-rows.tsx';

/** The report on one import: what would happen, or how far it is, row by row. */
export function ImportReport({ id }: { readonly id: string }) {
  const [verdict, setVerdict] = useState<ImportVerdict | null>(null);
  const query = useQuery(api.imports.get.queryOptions({ input: { id } }));
  const back = { to: '/imports', label: 'Import' } as const;
  if (query.data === undefined) {
    return (
      <EditorPage title="Import" back={back}>
        <PageBody>
          {query.error ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <LoadingState label="Reading the report" />
          )}
        </PageBody>
      </EditorPage>
    );
  }
  const view = query.data;
  return (
    <EditorPage
      title={view.name}
      description={aboutWords(view)}
      back={back}
      actions={<Actions view={view} />}
    >
      <PageBody>
        <State view={view}>
          <VerdictTiles view={view} verdict={verdict} onVerdict={setVerdict} />
        </State>
        {view.columns.length > 0 && view.status === 'checked' && <ColumnChoice view={view} />}
        <ReportRows view={view} verdict={verdict} />
      </PageBody>
    </EditorPage>
  );
}

function aboutWords(view: ImportView): string {
  const words = [
    view.target === 'leads' ? '' : TARGET_WORDS[view.target],
    view.assistantName === '' ? '' : `For ${view.assistantName} in ${view.connectionName}`,
    view.scheduleName,
    view.context === '' ? '' : `“${view.context}”`,
    view.format,
  ];
  return words.filter((word) => word !== '').join(' · ');
}

function Actions({ view }: { readonly view: ImportView }) {
  const navigate = useNavigate();
  const confirm = useConfirm();
  const start = useMutation(api.imports.start.mutationOptions({ onError: notifyFailure }));
  const stop = useMutation(api.imports.stop.mutationOptions({ onError: notifyFailure }));
  const remove = useMutation(
    api.imports.remove.mutationOptions({
      onSuccess: () => void navigate({ to: '/imports' }),
      onError: notifyFailure,
    }),
  );
  const { id, status, target } = view;
  const count = target === 'leads' ? view.states.idle : wanted(view);
  const isReady = status === 'checked' || status === 'stopped' || status === 'asking';
  const askRemove = async (): Promise<void> => {
    const isSure = await confirm({
      title: 'Remove this import?',
      text: 'Its rows and its report are forgotten. Leads and entries that came of it stay.',
      confirm: 'Remove',
      dangerous: true,
    });
    if (isSure) remove.mutate({ id });
  };
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconTrash size={15} aria-hidden />}
        loading={remove.isPending}
        onClick={() => void askRemove()}
      >
        Remove
      </Button>
      {status === 'running' && (
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={15} aria-hidden />}
          loading={stop.isPending}
          onClick={() => stop.mutate({ id })}
        >
          Stop
        </Button>
      )}
      {isReady && (
        <Button
          leftSection={<IconPlayerPlay size={15} aria-hidden />}
          disabled={count === 0}
          loading={start.isPending}
          onClick={() => start.mutate({ id })}
        >
          {status === 'stopped' ? 'Go on' : 'Start'}: {countWords(count, target)}
        </Button>
      )}
    </>
  );
}

/** How it stands: the look-up, the question, the progress, or what was left out. */
function State({ view, children }: { readonly view: ImportView; readonly children: ReactNode }) {
  const { status, problem, total, toLookUp, states, target } = view;
  const going = states.idle + states.queued + states.added + states.left + states.failed;
  const over = states.added + states.left + states.failed;
  const save = useMutation({ mutationFn: () => downloadLeftOut(view), onError: notifyFailure });
  const leftOut = total - wanted(view) + states.failed;
  return (
    <Section
      title={STATUS_WORDS[status]}
      actions={
        leftOut > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            Left out, with reasons (CSV)
          </Button>
        )
      }
    >
      <div className={classes.stack}>
        {problem !== '' && (
          <p className={classes.ask}>
            <IconAlertTriangle size={17} aria-hidden />
            <span>{problem}</span>
          </p>
        )}
        {status === 'checking' && (
          <Bar
            label="Looked up in the CRM"
            done={total - toLookUp}
            of={total}
            words={`${(total - toLookUp).toLocaleString()} of ${total.toLocaleString()} looked up`}
          />
        )}
        {(status === 'running' || status === 'stopped' || status === 'done') && going > 0 && (
          <Bar
            label="Added"
            done={over}
            of={going}
            words={`${states.added.toLocaleString()} of ${countWords(going, target)} added${states.queued > 0 ? `, ${states.queued.toLocaleString()} on the way` : ''}${states.failed > 0 ? `, ${states.failed.toLocaleString()} refused` : ''}`}
          />
        )}
        {children}
        {target === 'leads' && status !== 'done' && <p className={classes.quiet}>{callWords(view.calls)}</p>}
        {status === 'checked' && (
          <p className={classes.quiet}>Nothing is written and nothing is mailed before you press Start.</p>
        )}
      </div>
    </Section>
  );
}

function Bar({
  label,
  done,
  of,
  words,
}: {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  readonly words: string;
}) {
  return (
    <div>
      <p className={classes.progressWords} role="status">
        {words}
      </p>
      <Progress.Root size="md">
        <Progress.Section aria-label={label} value={of === 0 ? 100 : (done / of) * 100} />
      </Progress.Root>
    </div>
  );
}

async function downloadLeftOut({ id, name }: ImportView): Promise<void> {
  const parts: string[] = [];
  for await (const part of await client.imports.leftOut({ id })) parts.push(part);
  saveFile(`left-out-${name.replace(/\.\w+$/, '')}.csv`, parts, 'text/csv;charset=utf-8');
}
