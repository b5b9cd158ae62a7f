import { useQuery } from '@tanstack/react-query';
import type { LanguageModelView } from '#contract/language-models.ts';
import { api } from '../../api/client.ts';
import { ForAdmins, MembersNote } from '../../ui/for-admins.tsx';
import { Page, PageBody, PageHeader, Section } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import classes from './language-model.module.css';
import { ModelForm } from './model-form.tsx';
import { placeWords } from './model-words.ts';

/** Settings → *Language model*: whose it is, what is sent to it, and what it was asked. */
export function LanguageModelPage() {
  const query = useQuery(api.languageModels.get.queryOptions({ staleTime: 0 }));
  return (
    <Page>
      <PageHeader
        title="Language model"
        description="Off unless you turn it on: templates and rules do the whole job without one."
      />
      <PageBody>
        {query.data !== undefined ? (
          <>
            <WhatIsSent view={query.data} />
            <MembersNote what="The language model" />
            <ForAdmins>
              <ModelForm key={query.data.version} view={query.data} />
            </ForAdmins>
            <Changes changes={query.data.changes} />
          </>
        ) : query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingState label="Reading the settings" />
        )}
      </PageBody>
    </Page>
  );
}

function WhatIsSent({ view }: { readonly view: LanguageModelView }) {
  const place = placeWords(view);
  return (
    <Section
      title="What is sent"
      description={
        view.isOn ? `To ${place}, and to nobody else.` : 'Now nothing: no text leaves for a language model.'
      }
    >
      <ul className={classes.sent}>
        <li>
          For a message of an assistant that has <em>Written by the language model</em> on: the offer and the
          facts that you gave her, the lead’s name, company and country, the template, and up to three
          messages sent before. Never an address, a CRM id or a reply.
        </li>
        <li>
          With <em>Second opinion on replies</em> on: the own words of a reply that was understood with doubt,
          without quotes, signature and address.
        </li>
        <li>
          What it writes is compared with the facts that you gave. What it states and you gave nowhere is
          never sent by itself.
        </li>
      </ul>
      <p className={classes.quiet}>
        Asked today: {view.today.calls.toLocaleString()} of {view.dailyLimit.toLocaleString()} times,{' '}
        {view.today.tokens.toLocaleString()} tokens.
      </p>
    </Section>
  );
}

function Changes({ changes }: Pick<LanguageModelView, 'changes'>) {
  if (changes.length === 0) return null;
  return (
    <Section title="Changes">
      <ul className={classes.changes}>
        {changes.slice(0, 10).map(({ at, text }) => (
          <li key={`${at} ${text}`}>
            <TimeText at={at} /> {text}
          </li>
        ))}
      </ul>
    </Section>
  );
}
