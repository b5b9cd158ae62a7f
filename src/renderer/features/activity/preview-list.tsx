import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { IconEye, IconEyeCheck, IconFilterOff } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { HeldTarget, PlannedWrite } from '#contract/activity.ts';
import type { HoldKind } from '#contract/names.ts';
import { api, queryClient } from '../../api/client.ts';
import { useLiveTopic } from '../../api/live.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { EmptyState, ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { PlannedChange, PlannedRecord, plannedWords } from '../../ui/planned-write.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import classes from './preview-list.module.css';

const PAGE = 50;

interface PreviewListProps {
  readonly connectionId: string | null;
  /** Only these kinds; empty: every one. */
  readonly only: readonly HoldKind[];
  readonly onAllKinds: () => void;
}

/** *Preview*: what is held for approval, oldest first; a person approves or rejects one, some or all of it. */
export function PreviewList({ connectionId, only, onAllKinds }: PreviewListProps) {
  const query = useInfiniteQuery(
    api.activity.held.infiniteOptions({
      input: (after: number) => ({ connectionId, only: [...only], after, limit: PAGE }),
      initialPageParam: 0,
      getNextPageParam: (last) => (last.rows.length < PAGE ? undefined : (last.rows.at(-1)?.id ?? undefined)),
    }),
  );
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [rejecting, setRejecting] = useState<HeldTarget | null>(null);
  const confirm = useConfirm();
  const reread = useCallback(() => {
    void queryClient.invalidateQueries({ queryKey: api.activity.held.key() });
  }, []);
  useLiveTopic('activity', reread);
  const approve = useMutation(
    api.activity.approve.mutationOptions({
      onSuccess: ({ approved, behind }) => {
        notifyDone(
          `${approved.toLocaleString()} approved.${behind > 0 ? ` ${behind} of the records wait for an earlier write that is still held.` : ''}`,
        );
        setChosen(new Set());
        void queryClient.invalidateQueries({ queryKey: api.activity.key() });
      },
      onError: notifyFailure,
    }),
  );
  if (query.isPending) return <LoadingState label="Reading what is held" lines={8} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap((page) => page.rows);
  const { total, upTo } = query.data.pages[0] ?? { total: 0, upTo: 0 };
  if (rows.length === 0 && only.length > 0) {
    return (
      <EmptyState
        icon={IconFilterOff}
        title="Nothing of this kind is held"
        action={
          <Button variant="default" onClick={onAllKinds}>
            Show every kind
          </Button>
        }
      >
        Other kinds of writes may still be held.
      </EmptyState>
    );
  }
  if (rows.length === 0) {
    return (
      <EmptyState icon={IconEyeCheck} title="Nothing is held">
        Switch on “Hold writes for approval” for a connection on CRM Details, and each write and mail is
        listed here before it goes.
      </EmptyState>
    );
  }
  const shownIds = rows.flatMap((row) => row.id ?? []);
  const chosenHere = shownIds.filter((id) => chosen.has(id));
  const some: HeldTarget = { kind: 'ids', ids: chosenHere };
  const all: HeldTarget = { kind: 'all', connectionId, only: [...only], upTo };
  async function approveAll(): Promise<void> {
    const sure = await confirm({
      title: `Approve all ${total.toLocaleString()}?`,
      text: 'They go out in their order. What changed in the CRM meanwhile is compared once more.',
      confirm: 'Approve all',
    });
    if (sure) approve.mutate({ target: all });
  }
  function choose(id: number, yes: boolean): void {
    setChosen((before) => new Set(yes ? [...before, id] : [...before].filter((each) => each !== id)));
  }
  return (
    <div className={classes.frame}>
      <div className={classes.bar} role="region" aria-label="Approve or reject">
        <span role="status">
          {chosenHere.length > 0
            ? `${chosenHere.length} of ${total} chosen`
            : `${total.toLocaleString()} held`}
        </span>
        <Button
          size="compact-sm"
          disabled={chosenHere.length === 0}
          loading={approve.isPending}
          onClick={() => approve.mutate({ target: some })}
        >
          Approve chosen
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={chosenHere.length === 0}
          onClick={() => setRejecting(some)}
        >
          Reject chosen…
        </Button>
        <span className={classes.push} />
        <Button size="compact-sm" variant="default" onClick={() => void approveAll()}>
          Approve all…
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => setRejecting(all)}>
          Reject all…
        </Button>
      </div>
      <div className={classes.scroller} tabIndex={0} role="region" aria-label="Held writes">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">
                <Checkbox
                  size="xs"
                  aria-label="Choose all that are shown"
                  checked={chosenHere.length === shownIds.length}
                  indeterminate={chosenHere.length > 0 && chosenHere.length < shownIds.length}
                  onChange={(event) => setChosen(new Set(event.currentTarget.checked ? shownIds : []))}
                />
              </th>
              <th scope="col">Record</th>
              <th scope="col">Before → after</th>
              <th scope="col">Why</th>
              <th scope="col">
                <span className="sr-only">Approve</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <HeldRow
                key={row.id}
                row={row}
                chosen={row.id !== null && chosen.has(row.id)}
                onChoose={choose}
                onApprove={(id) => approve.mutate({ target: { kind: 'ids', ids: [id] } })}
              />
            ))}
          </tbody>
        </table>
        {query.hasNextPage && (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            Show more
          </Button>
        )}
      </div>
      <RejectDialog
        target={rejecting}
        count={rejecting?.kind === 'all' ? total : chosenHere.length}
        onClose={(done) => {
          setRejecting(null);
          if (done) setChosen(new Set());
        }}
      />
    </div>
  );
}

interface HeldRowProps {
  readonly row: PlannedWrite;
  readonly chosen: boolean;
  readonly onChoose: (id: number, yes: boolean) => void;
  readonly onApprove: (id: number) => void;
}

function HeldRow({ row, chosen, onChoose, onApprove }: HeldRowProps) {
  const { id } = row;
  if (id === null) return null;
  const name = `${plannedWords(row.what)}, ${row.recordName}`;
  return (
    <tr>
      <td>
        <Checkbox
          size="xs"
          aria-label={`Choose ${name}`}
          checked={chosen}
          onChange={(event) => onChoose(id, event.currentTarget.checked)}
        />
      </td>
      <td>
        <PlannedRecord write={row} />
        <br />
        <span className={classes.quiet}>
          {plannedWords(row.what)}, <TimeText at={row.at} />
        </span>
      </td>
      <td>
        <PlannedChange write={row} />
        {row.mail !== null && (
          <details>
            <summary>Text</summary>
            <p className={classes.text}>{row.mail.text}</p>
          </details>
        )}
      </td>
      <td className={classes.quiet}>{row.why}</td>
      <td>
        {row.heldBecause === 'read-only' ? (
          <ToneMark tone="quiet" icon={IconEye}>
            read-only
          </ToneMark>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Approve ${name}`}
            onClick={() => onApprove(id)}
          >
            Approve
          </Button>
        )}
      </td>
    </tr>
  );
}

function RejectDialog({
  target,
  count,
  onClose,
}: {
  readonly target: HeldTarget | null;
  readonly count: number;
  readonly onClose: (done: boolean) => void;
}) {
  const [because, setBecause] = useState('');
  const reject = useMutation(
    api.activity.reject.mutationOptions({
      onSuccess: ({ rejected }) => {
        notifyDone(`${rejected.toLocaleString()} rejected.`);
        setBecause('');
        void queryClient.invalidateQueries({ queryKey: api.activity.key() });
        onClose(true);
      },
      onError: notifyFailure,
    }),
  );
  return (
    <Modal
      opened={target !== null}
      onClose={() => onClose(false)}
      title={count === 1 ? 'Reject this write?' : `Reject ${count.toLocaleString()} writes?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <p className={classes.quiet}>
        They are never sent and stay in Activity with the reason. A rejected message ends the follow-up of its
        lead; Continue goes on with it.
      </p>
      <TextInput
        label="Reason"
        placeholder="Wrong person"
        value={because}
        maxLength={500}
        onChange={(event) => setBecause(event.currentTarget.value)}
        data-autofocus
      />
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={() => onClose(false)}>
          Cancel
        </Button>
        <Button
          color="danger"
          loading={reject.isPending}
          onClick={() => target !== null && reject.mutate({ target, because })}
        >
          Reject
        </Button>
      </Group>
    </Modal>
  );
}
