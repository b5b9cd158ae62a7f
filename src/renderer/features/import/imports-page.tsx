import { IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useParams } from '@tanstack/react-router';
import type { ImportView } from '#contract/imports.ts';
import { api } from '../../api/client.ts';
import { EditorPage } from '../../ui/editor-page.tsx';
import { PageBody, Section } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { ChooseFile } from './choose-file.tsx';
import classes from './import.module.css';
import { countWords, STATUS_WORDS, TARGET_WORDS } from './import-words.ts';
import { ImportReport } from './import-report.tsx';

const route = getRouteApi('/imports');

/** *Import*: a file to choose and what came in before, or the report on one of them. */
export function ImportsPage() {
  const { importId } = useParams({ strict: false });
  const { target } = route.useSearch();
  if (importId !== undefined) return <ImportReport key={importId} id={importId} />;
  return (
    <EditorPage
      title="Import"
      description="New leads or a list of whom never to write to, from a CSV file or a spreadsheet. You get a report first; nothing is written and nothing is mailed before you press Start."
      back={{ to: '/leads', label: 'Leads' }}
    >
      <PageBody>
        <ChooseFile first={target ?? 'leads'} />
        <Section title="What came in by hand">
          <Earlier />
        </Section>
      </PageBody>
    </EditorPage>
  );
}

function Earlier() {
  const query = useQuery(api.imports.list.queryOptions());
  if (query.data === undefined) {
    return query.error ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <LoadingState label="Reading the list" lines={3} />
    );
  }
  if (query.data.length === 0) {
    return (
      <EmptyState icon={IconFileImport} title="Nothing yet">
        Files that you import, leads that you add and people whom you write to with an assistant in copy are
        listed here.
      </EmptyState>
    );
  }
  return (
    <ul className={classes.list}>
      {query.data.map((each) => (
        <li key={each.id}>
          <span>
            <Link to="/imports/$importId" params={{ importId: each.id }} className="foreign">
              {each.name}
            </Link>
            <span className={classes.quiet}> {aboutWords(each)}</span>
          </span>
          <span className={classes.quiet}>
            {STATUS_WORDS[each.status]} · <TimeText at={each.createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function aboutWords({ target, total, assistantName }: ImportView): string {
  const who = assistantName === '' ? TARGET_WORDS[target] : assistantName;
  return `${countWords(total, target)} · ${who}`;
}
