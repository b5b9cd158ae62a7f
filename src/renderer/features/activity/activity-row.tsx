import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconChevronDown, IconExternalLink } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent, ReactNode } from 'react';
import type { ActivityRow as Row } from '#contract/activity.ts';
import { api, queryClient } from '../../api/client.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { OutboxStatusMark } from '../../ui/outbox-status.tsx';
import { WhyButton } from '../../ui/why.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import classes from './activity-list.module.css';
import { lookOfKind } from '../../ui/kind-words.tsx';

interface ActivityRowProps {
  readonly row: Row;
  readonly index: number;
  readonly open: boolean;
  readonly onToggle: () => void;
  /** Chosen for an undo. */
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
  readonly onUndo: (ids: readonly number[]) => void;
  /** Arrow keys on the row's button: to the row before or after. */
  readonly onMove: (by: 1 | -1) => void;
}

function RecordName({ row }: { readonly row: Row }) {
  const name = <bdi>{row.recordName || 'Unknown record'}</bdi>;
  return (
    <span className={classes.record}>
      {row.leadId === null ? (
        <span className="cut" dir="auto">
          {name}
        </span>
      ) : (
        <Link
          to="/leads/$leadId"
          params={{ leadId: row.leadId }}
          className="cut"
          dir="auto"
          onClick={(e) => e.stopPropagation()}
        >
          {name}
        </Link>
      )}
      {row.recordUrl !== null && (
        <a
          href={row.recordUrl}
          target="_blank"
          rel="noreferrer"
          className={classes.external}
          aria-label={`Open ${row.recordName} in the CRM`}
          onClick={(event) => event.stopPropagation()}
        >
          <IconExternalLink size={14} aria-hidden />
        </a>
      )}
    </span>
  );
}

/** One write: a line, and on demand everything about it. */
export function ActivityRow(props: ActivityRowProps) {
  const { row, index, open, onToggle, onMove, chosen, onChoose, onUndo } = props;
  const look = lookOfKind(row.what);
  const change = row.changes[0];
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    onMove(event.key === 'ArrowDown' ? 1 : -1);
  }
  return (
    <>
      <div
        role="row"
        aria-rowindex={index + 2}
        className={classes.row}
        data-status={row.status}
        onClick={onToggle}
      >
        <span role="cell" className={classes.choose} onClick={(event) => event.stopPropagation()}>
          {row.undoable && (
            <Checkbox
              size="xs"
              checked={chosen}
              onChange={(event) => onChoose(event.currentTarget.checked)}
              aria-label={`Choose ${row.summary}, ${row.recordName}`}
            />
          )}
        </span>
        <span role="cell" className={classes.when}>
          <TimeText at={row.at} />
        </span>
        <span role="cell" className={classes.who}>
          <RecordName row={row} />
        </span>
        <span role="cell" className={classes.what}>
          <span className={classes.kind} title={look.words}>
            {look.icon}
            <span className="sr-only">{look.words}: </span>
          </span>
          <span className="cut">
            <bdi>{row.summary}</bdi>
            {change !== undefined && row.what !== 'crm-owner' && (
              <span className={classes.quiet}>
                {' '}
                {change.field}: <bdi>{change.before || '(empty)'}</bdi> →{' '}
                <bdi>{change.after || '(empty)'}</bdi>
                {row.changes.length > 1 && ` and ${row.changes.length - 1} more`}
              </span>
            )}
          </span>
        </span>
        <span role="cell">
          <OutboxStatusMark status={row.status} />
        </span>
        <span role="cell" className={classes.toggle}>
          <ActionIcon
            size="sm"
            aria-expanded={open}
            aria-label={`Details: ${row.summary}`}
            data-row-button={index}
            onKeyDown={onKeyDown}
            onClick={(event) => {
              event.stopPropagation();
              onToggle();
            }}
          >
            <IconChevronDown
              size={16}
              className={classes.chevron}
              data-open={open || undefined}
              aria-hidden
            />
          </ActionIcon>
        </span>
      </div>
      {open && (
        <div role="row" className={classes.more}>
          <div role="cell" aria-colspan={6} className={classes.moreCell}>
            <ActivityMore row={row} kind={look.words} onUndo={onUndo} />
          </div>
        </div>
      )}
    </>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface ActivityMoreProps {
  readonly row: Row;
  readonly kind: string;
  readonly onUndo: (ids: readonly number[]) => void;
}

function ActivityMore({ row, kind, onUndo }: ActivityMoreProps) {
  const confirm = useConfirm();
  const refresh = (words: string) => () => {
    notifyDone(words);
    void queryClient.invalidateQueries({ queryKey: api.activity.key() });
  };
  const retry = useMutation(
    api.activity.retry.mutationOptions({ onSuccess: refresh('It is tried again.'), onError: notifyFailure }),
  );
  const dismiss = useMutation(
    api.activity.dismiss.mutationOptions({ onSuccess: refresh('Given up.'), onError: notifyFailure }),
  );
  async function giveUp(): Promise<void> {
    const sure = await confirm({
      title: 'Give this one up?',
      text: `“${row.summary}” is not sent, and the other writes of ${row.recordName} go on.`,
      confirm: 'Give up',
      dangerous: true,
    });
    if (sure) dismiss.mutate({ id: row.id });
  }
  return (
    <>
      <p className={`foreign ${classes.full}`}>{row.summary}</p>
      {row.changes.length > 0 && (
        <table className={classes.changes}>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {row.changes.map((change) => (
              <tr key={change.field}>
                <td>
                  <code>{change.field}</code>
                </td>
                <td>
                  {change.before ? (
                    <bdi>{change.before}</bdi>
                  ) : (
                    <span className={classes.quiet}>(empty)</span>
                  )}
                </td>
                <td>
                  {change.after ? <bdi>{change.after}</bdi> : <span className={classes.quiet}>(empty)</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl className={classes.facts}>
        <Fact term="Why">
          {row.why} <WhyButton subject={{ kind: 'write', id: row.id }} label={`Why: ${row.summary}`} />
        </Fact>
        {row.reason !== null && <Fact term="Result">{row.reason}</Fact>}
        <Fact term="When">
          <TimeText at={row.at} show="exact" />
          {row.settledAt !== null && (
            <>
              , done <TimeText at={row.settledAt} show="exact" />
            </>
          )}
        </Fact>
        <Fact term="What">
          {kind}
          {row.attempts > 1 && `, ${row.attempts} tries`}
        </Fact>
        <Fact term="Where">
          <bdi>{row.connectionName}</bdi>
        </Fact>
        <Fact term="Identity">
          <bdi>{row.identity}</bdi>
        </Fact>
      </dl>
      {row.undoable && (
        <div className={classes.buttons}>
          <Button size="compact-sm" variant="default" onClick={() => onUndo([row.id])}>
            Undo…
          </Button>
        </div>
      )}
      {row.status === 'attention' && (
        <div className={classes.buttons}>
          <Button size="compact-sm" loading={retry.isPending} onClick={() => retry.mutate({ id: row.id })}>
            Try again
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => void giveUp()}>
            Give up
          </Button>
        </div>
      )}
    </>
  );
}
