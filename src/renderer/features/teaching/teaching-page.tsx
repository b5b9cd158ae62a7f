import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page, PageBody, PageHeader, Section } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { INTENT_LOOKS } from '../responses/intent-words.ts';
import { RuleForm } from './rule-form.tsx';
import { RuleList } from './rule-list.tsx';
import classes from './teaching.module.css';
import { TryOut } from './try-out.tsx';

const route = getRouteApi('/teaching');

/** *Teach your assistant*: words of replies and what they mean, a box to try them, and what was changed when. */
export function TeachingPage() {
  const { term = '', intent = null } = route.useSearch();
  const query = useQuery(api.teaching.list.queryOptions());
  return (
    <Page>
      <PageHeader
        title="Teach your assistant"
        description="What you teach here wins over what Baton would understand by itself. The lead’s timeline and the note in the CRM name the rule."
        actions={
          <LinkButton to="/responses" variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />}>
            Responses
          </LinkButton>
        }
      />
      <PageBody>
        <Section
          title="Rules"
          description="Words match without capitals, accents and punctuation, also with a slip in a long word; not with a “not” before them."
        >
          <RuleForm key={`${term}/${intent ?? ''}`} rule={null} term={term} intent={intent} />
          {query.data !== undefined ? (
            <RuleList rules={query.data.rules} />
          ) : query.error ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <LoadingState label="Reading the rules" lines={3} />
          )}
        </Section>
        <TryOut />
        {query.data !== undefined && query.data.changes.length > 0 && (
          <Section title="What was changed" description="The latest hundred changes of the rules.">
            <ul className={classes.changes}>
              {query.data.changes.map((change) => (
                <li key={change.id}>
                  <span>
                    {WHAT[change.what]} <q className="foreign">{change.term}</q>:{' '}
                    {INTENT_LOOKS[change.intent].words}
                  </span>
                  <span className={classes.quiet}>
                    <TimeText at={change.at} />
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </PageBody>
    </Page>
  );
}

const WHAT = { added: 'Added', changed: 'Changed to', removed: 'Removed' } as const;
