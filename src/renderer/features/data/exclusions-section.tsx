import { ActionIcon, Button, Textarea, Tooltip } from '@mantine/core';
import { IconFileImport, IconTrash } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, queryClient } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import classes from './data.module.css';

/** From so many entries on there is a search. */
const SEARCHED_FROM = 8;

/** *Never write to*: addresses and domains that no assistant may mail. */
export function ExclusionsSection() {
  return (
    <Section
      title="Never write to"
      actions={
        <LinkButton
          to="/imports"
          search={{ target: 'never-write' }}
          size="compact-sm"
          variant="default"
          leftSection={<IconFileImport size={15} aria-hidden />}
        >
          Import a file
        </LinkButton>
      }
      description="No assistant takes a contact with one of these addresses or domains: it goes back with a note. A follow-up that is under way ends when its next message is due."
    >
      <AddForm />
      <List />
    </Section>
  );
}

function AddForm() {
  const form = useRef<HTMLFormElement>(null);
  const [list, setList] = useState('');
  const add = useMutation(
    api.sending.exclude.mutationOptions({
      onSuccess: ({ added, known }) => {
        setList('');
        const there =
          known === 0
            ? ''
            : ` ${known.toLocaleString()} of the list ${known === 1 ? 'was' : 'were'} there already.`;
        notifyDone(`${added.toLocaleString()} ${added === 1 ? 'entry' : 'entries'} added.${there}`);
        void queryClient.invalidateQueries({ queryKey: api.sending.exclusions.key() });
      },
    }),
  );
  const problems = useFieldProblems(add.error, form);
  return (
    <form
      ref={form}
      noValidate
      className={classes.admins}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ list });
      }}
    >
      <Textarea
        label="Addresses and domains"
        description="One or a pasted list. acme.com stands for everybody there and at what is under it, *.acme.com only for what is under it."
        placeholder="acme.com, ana@globex.com"
        autosize
        minRows={2}
        maxRows={8}
        spellCheck={false}
        value={list}
        error={problems.of('list')}
        onChange={(event) => {
          setList(event.currentTarget.value);
          problems.touch('list');
        }}
      />
      {problems.count === 0 && <FieldError error={add.error} />}
      <div className={classes.buttons}>
        <Button type="submit" variant="default" disabled={list.trim() === ''} loading={add.isPending}>
          Add to the list
        </Button>
      </div>
    </form>
  );
}

function List() {
  const [search, setSearch] = useState('');
  const query = useInfiniteQuery(
    api.sending.exclusions.infiniteOptions({
      input: (after: string) => ({ search, after }),
      initialPageParam: '',
      getNextPageParam: (page) => (page.more ? page.rows.at(-1)?.pattern : undefined),
      placeholderData: keepPreviousData,
    }),
  );
  const remove = useMutation(
    api.sending.include.mutationOptions({
      onError: notifyFailure,
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.sending.exclusions.key() }),
    }),
  );
  if (query.data === undefined) {
    return query.error ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <LoadingState label="Reading the list" lines={3} />
    );
  }
  const rows = query.data.pages.flatMap((page) => page.rows);
  const total = query.data.pages[0]?.total ?? 0;
  if (total === 0 && search === '') {
    return <p className={classes.nobody}>Nobody is on the list yet.</p>;
  }
  return (
    <div className={classes.exclusions}>
      {(total >= SEARCHED_FROM || search !== '') && (
        <SearchField
          label="Search the list"
          placeholder="Address or domain"
          value={search}
          onChange={setSearch}
        />
      )}
      <p className={classes.remark} role="status">
        {total.toLocaleString()} {total === 1 ? 'entry' : 'entries'}
        {search === '' ? '' : ` with “${search}”`}
      </p>
      <ul className={classes.exports}>
        {rows.map(({ pattern, at }) => (
          <li key={pattern}>
            <span className="foreign">{pattern}</span>
            <span className={classes.entryEnd}>
              <span className={classes.quiet}>
                <TimeText at={at} />
              </span>
              <Tooltip label="Take off the list">
                <ActionIcon
                  aria-label={`Take ${pattern} off the list`}
                  disabled={remove.isPending}
                  onClick={() => remove.mutate({ pattern })}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </span>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </div>
  );
}
