import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ImportRow, ImportView } from '#contract/imports.ts';
import { IMPORT_VERDICTS, type ImportVerdict } from '#contract/names.ts';
import { api } from '../../api/client.ts';
import { Section } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import classes from './import.module.css';
import { LIST_WORDS, STATE_WORDS, VERDICT_WORDS } from './import-words.ts';

/** How many rows there are of each kind; pressed, only those are shown. */
export function VerdictTiles({
  view,
  verdict,
  onVerdict,
}: {
  readonly view: ImportView;
  readonly verdict: ImportVerdict | null;
  readonly onVerdict: (next: ImportVerdict | null) => void;
}) {
  return (
    <div className={classes.tiles} role="group" aria-label="Show only">
      {IMPORT_VERDICTS.filter((each) => view.verdicts[each] > 0).map((each) => (
        <button
          key={each}
          type="button"
          className={classes.tile}
          aria-pressed={verdict === each}
          onClick={() => onVerdict(verdict === each ? null : each)}
        >
          <strong>{view.verdicts[each].toLocaleString()}</strong>
          <span>{wordsOf(view, each).words}</span>
        </button>
      ))}
    </div>
  );
}

/** The rows of one kind, or of all. */
export function ReportRows({
  view,
  verdict,
}: {
  readonly view: ImportView;
  readonly verdict: ImportVerdict | null;
}) {
  const count = verdict === null ? view.total : view.verdicts[verdict];
  const title = `${count.toLocaleString()} ${count === 1 ? 'row' : 'rows'}`;
  return (
    <Section
      title={verdict === null ? title : `${wordsOf(view, verdict).words}: ${title}`}
      description={verdict === null ? undefined : wordsOf(view, verdict).more}
    >
      <div className={classes.stack}>
        <Rows
          id={view.id}
          verdict={verdict}
          words={(each) => wordsOf(view, each).words}
          isList={view.target !== 'leads'}
        />
      </div>
    </Section>
  );
}

function wordsOf({ target }: ImportView, verdict: ImportVerdict) {
  return (target === 'leads' ? undefined : LIST_WORDS[verdict]) ?? VERDICT_WORDS[verdict];
}

function Rows({
  id,
  verdict,
  words,
  isList,
}: {
  readonly id: string;
  readonly verdict: ImportVerdict | null;
  readonly words: (verdict: ImportVerdict) => string;
  readonly isList: boolean;
}) {
  const query = useInfiniteQuery(
    api.imports.rows.infiniteOptions({
      input: (after: number) => ({ id, verdicts: verdict === null ? [] : [verdict], after }),
      initialPageParam: 0,
      getNextPageParam: (page) => (page.more ? page.rows.at(-1)?.row : undefined),
      placeholderData: keepPreviousData,
    }),
  );
  if (query.data === undefined) {
    return query.error ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <LoadingState label="Reading the rows" />
    );
  }
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">{isList ? 'Address or domain' : 'Person'}</th>
            <th scope="col">What becomes of it</th>
          </tr>
        </thead>
        <tbody>
          {query.data.pages.flatMap(({ rows }) =>
            rows.map((row) => (
              <tr key={row.row}>
                <td className={classes.number}>{row.row}</td>
                <td>
                  <Person row={row} />
                </td>
                <td>
                  {words(row.verdict)}
                  {row.state !== 'idle' && ` · ${STATE_WORDS[row.state]}`}
                  {row.reason !== '' && <p className={classes.quiet}>{row.reason}</p>}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {query.hasNextPage && (
        <div>
          <Button
            variant="default"
            size="xs"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      )}
    </>
  );
}

function Person({ row }: { readonly row: ImportRow }) {
  const { email, name, company, leadId } = row;
  const about = [name, company].filter((each) => each !== '').join(' · ');
  return (
    <>
      {leadId === null ? (
        <span className="foreign">{email === '' ? 'No address' : email}</span>
      ) : (
        <Link to="/leads/$leadId" params={{ leadId }} className="foreign">
          {email}
        </Link>
      )}
      {about !== '' && <p className={`${classes.quiet} foreign`}>{about}</p>}
    </>
  );
}
