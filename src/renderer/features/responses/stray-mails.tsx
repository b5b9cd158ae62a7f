import { Button, Modal, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconMailQuestion } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StrayRow } from '#contract/responses.ts';
import { api, queryClient } from '../../api/client.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { EmptyState, ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import classes from './beside.module.css';

const PAGE = 50;
const TYPING_MS = 250;

/** Mails in the assistants' mailboxes that belong to no lead. */
export function StrayMails() {
  const query = useInfiniteQuery(
    api.responses.strays.infiniteOptions({
      input: (after: { at: number; id: string } | null) => ({ after, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: ({ rows }) => {
        const last = rows.at(-1);
        return rows.length < PAGE || last === undefined ? undefined : { at: last.at, id: last.id };
      },
    }),
  );
  const [linking, setLinking] = useState<StrayRow | null>(null);
  const dismiss = useMutation(
    api.responses.dismissStray.mutationOptions({ onError: notifyFailure, onSettled: again }),
  );
  if (query.data === undefined) {
    return query.error ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <LoadingState label="Reading the mails without a lead" />
    );
  }
  const rows = query.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) {
    return (
      <EmptyState icon={IconMailQuestion} title="Every mail belongs to a lead">
        What comes into an assistant’s mailbox and belongs to no lead appears here: sender, subject and date.
        The CRM’s own notifications are passed over.
      </EmptyState>
    );
  }
  return (
    <div className={classes.pane}>
      <ul className={classes.list} aria-label="Mails without a lead">
        {rows.map((row) => (
          <li key={row.id} className={classes.row}>
            <div className={classes.what}>
              <p className={classes.who}>
                <bdi>{row.fromName === '' ? row.from : row.fromName}</bdi>
                {row.fromName !== '' && <bdi className={classes.address}>{row.from}</bdi>}
              </p>
              <p className={classes.subject} dir="auto">
                {row.subject === '' ? 'No subject' : row.subject}
              </p>
              <p className={classes.facts}>
                {row.isByPerson ? '' : 'automatic, '}to {row.assistantName}, <TimeText at={row.at} />
              </p>
            </div>
            <div className={classes.buttons}>
              <Button variant="default" size="xs" onClick={() => setLinking(row)}>
                Link to a lead
              </Button>
              <Button
                variant="default"
                size="xs"
                disabled={dismiss.isPending}
                onClick={() => dismiss.mutate({ id: row.id })}
              >
                Dismiss
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show more
        </Button>
      )}
      <LinkDialog key={linking?.id ?? ''} row={linking} onClose={() => setLinking(null)} />
    </div>
  );
}

function again(): void {
  void queryClient.invalidateQueries({ queryKey: api.responses.strays.key() });
  void queryClient.invalidateQueries({ queryKey: api.responses.waiting.key() });
}

/** Whose mail it is: the lead is found by name, company or address. */
function LinkDialog({ row, onClose }: { readonly row: StrayRow | null; readonly onClose: () => void }) {
  const [search, setSearch] = useState('');
  const [leadId, setLeadId] = useState<string | null>(null);
  const [asked] = useDebouncedValue(search, TYPING_MS);
  const leads = useQuery(
    api.leads.page.queryOptions({
      input: { filter: { search: asked }, sort: { by: 'name', descending: false }, offset: 0, limit: 20 },
      enabled: row !== null,
      placeholderData: keepPreviousData,
    }),
  );
  const link = useMutation(
    api.responses.linkStray.mutationOptions({
      onSuccess: ({ state }) => {
        again();
        notifyDone(`Linked. The lead is ${state}.`);
        onClose();
      },
      onError: notifyFailure,
    }),
  );
  const found = leads.data?.rows ?? [];
  return (
    <Modal
      opened={row !== null}
      onClose={onClose}
      title="Whose mail is it?"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {row !== null && (
        <Stack gap="sm">
          <Text size="sm">
            <bdi>{row.from}</bdi> is kept among the lead’s addresses.{' '}
            {row.isByPerson
              ? 'The mail counts as an answer: a follow-up that is under way stops, and the record is handed back.'
              : 'No person wrote the mail, so the follow-up goes on.'}
          </Text>
          <Select
            label="Lead"
            placeholder="Name, company or address"
            searchable
            data-autofocus
            nothingFoundMessage={leads.isPending ? 'Looking' : 'No lead is found'}
            data={found.map((lead) => ({
              value: lead.id,
              label: [lead.name || lead.email, lead.company].filter((part) => part !== '').join(', '),
            }))}
            filter={({ options }) => options}
            searchValue={search}
            onSearchChange={setSearch}
            value={leadId}
            onChange={setLeadId}
          />
          <div className={classes.dialogButtons}>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button
              disabled={leadId === null}
              loading={link.isPending}
              onClick={() => leadId !== null && link.mutate({ id: row.id, leadId })}
            >
              Link
            </Button>
          </div>
        </Stack>
      )}
    </Modal>
  );
}
