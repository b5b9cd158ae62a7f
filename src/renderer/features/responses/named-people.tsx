import { Button } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProposalRow } from '#contract/responses.ts';
import { api, queryClient } from '../../api/client.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { EmptyState, ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import classes from './beside.module.css';

/** People whom leads named: nobody writes to them before a person approves. */
export function NamedPeople() {
  const query = useQuery(api.responses.proposals.queryOptions({ input: { leadId: null } }));
  if (query.data === undefined) {
    return query.error ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <LoadingState label="Reading who was named" />
    );
  }
  if (query.data.length === 0) {
    return (
      <EmptyState icon={IconUsersPlus} title="Nobody waits for approval">
        When a lead answers “please write to Ann, ann@…”, Ann appears here. Nobody writes to her before you
        approve.
      </EmptyState>
    );
  }
  return (
    <ul className={classes.list} aria-label="People who were named">
      {query.data.map((row) => (
        <li key={row.id} className={classes.row}>
          <NamedPerson row={row} withLead />
        </li>
      ))}
    </ul>
  );
}

const DECIDED = { approved: 'Approved', dismissed: 'Dismissed' } as const;

/** One of them, with what can be decided. */
export function NamedPerson({ row, withLead }: { readonly row: ProposalRow; readonly withLead: boolean }) {
  const again = (): void => {
    void queryClient.invalidateQueries({ queryKey: api.responses.proposals.key() });
    void queryClient.invalidateQueries({ queryKey: api.responses.waiting.key() });
  };
  const dismiss = useMutation(
    api.responses.dismissProposal.mutationOptions({ onSuccess: again, onError: notifyFailure }),
  );
  const who = row.name === '' ? row.address : row.name;
  return (
    <>
      <div className={classes.what}>
        <p className={classes.who}>
          <bdi>{who}</bdi>
          {row.name !== '' && <bdi className={classes.address}>{row.address}</bdi>}
        </p>
        {withLead && (
          <p className={classes.facts}>
            named by{' '}
            <Link to="/leads/$leadId" params={{ leadId: row.leadId }}>
              <bdi>{row.leadName}</bdi>
            </Link>
            {row.company !== '' && (
              <>
                {' '}
                (<bdi>{row.company}</bdi>)
              </>
            )}
            , to {row.assistantName}, <TimeText at={row.at} />
          </p>
        )}
        {withLead && row.text !== '' && <blockquote className={classes.quote}>{row.text}</blockquote>}
        {row.obstacle !== null && <p className={classes.obstacle}>{row.obstacle}</p>}
      </div>
      {row.status === 'open' ? (
        <div className={classes.buttons}>
          <ApproveButton row={row} onDone={again} />
          <Button
            variant="default"
            size="xs"
            loading={dismiss.isPending}
            onClick={() => dismiss.mutate({ id: row.id })}
          >
            Dismiss
          </Button>
        </div>
      ) : (
        <span className={classes.facts}>
          {DECIDED[row.status]} {row.decidedAt !== null && <TimeText at={row.decidedAt} />}
        </span>
      )}
    </>
  );
}

function ApproveButton({ row, onDone }: { readonly row: ProposalRow; readonly onDone: () => void }) {
  const approve = useMutation(
    api.responses.approve.mutationOptions({
      onSuccess: () => {
        onDone();
        notifyDone(`${row.name === '' ? row.address : row.name} goes to ${row.assistantName}.`);
      },
      onError: notifyFailure,
    }),
  );
  return (
    <Button
      size="xs"
      disabled={row.obstacle !== null}
      loading={approve.isPending}
      onClick={() => approve.mutate({ id: row.id })}
    >
      Approve
    </Button>
  );
}
