import { ActionIcon } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MailPreview } from '#contract/assistants.ts';
import { api } from '../../api/client.ts';
import { Section } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { draftOf } from './assistant-values.ts';
import type { AssistantValues } from './assistant-values.ts';
import classes from './editor.module.css';

const TYPING_MS = 300;

const VALUE_WORDS: Readonly<Record<string, string>> = {
  firstName: 'First name',
  lastName: 'Last name',
  company: 'Company',
  context: 'Context',
  moreInformation: 'More information',
  assistantName: 'Her name',
  assistantTitle: 'Her title',
  calendarUrl: 'Calendar link',
  brochureUrl: 'Brochure link',
};
const SOURCE_WORDS: Readonly<Record<MailPreview['values'][number]['source'], string>> = {
  default: 'from default',
  example: 'example',
  record: 'from the record',
};

/** What she would write with the values of the form, while they are typed. Nothing is sent. */
export function AssistantPreview({ values }: { readonly values: AssistantValues }) {
  const [wanted, setWanted] = useState(0);
  const [draft] = useDebouncedValue(values, TYPING_MS);
  const schedules = useQuery(api.schedules.list.queryOptions());
  const of = schedules.data?.find(({ id }) => id === draft.defaultScheduleId)?.steps.length ?? 1;
  const step = Math.min(wanted, of - 1);
  const preview = useQuery(
    api.assistants.preview.queryOptions({
      input: { ...draftOf(draft), step },
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  return (
    <Section title="Preview" description="As it would reach an example lead. Nothing is sent.">
      <div className={classes.previewHead}>
        <span aria-live="polite">
          Message {step + 1} of {of}
        </span>
        <span className={classes.turn}>
          <ActionIcon
            aria-label="The message before"
            disabled={step === 0}
            onClick={() => setWanted(step - 1)}
          >
            <IconChevronLeft size={17} aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label="The next message"
            disabled={step >= of - 1}
            onClick={() => setWanted(step + 1)}
          >
            <IconChevronRight size={17} aria-hidden />
          </ActionIcon>
        </span>
      </div>
      {draft.context.trim() === '' && (
        <p className={classes.noContext}>
          <ToneMark tone="warning" icon={IconAlertTriangle}>
            The context is missing: the message has a gap, so it would not be sent.
          </ToneMark>
        </p>
      )}
      {preview.data ? (
        <PreviewedMail mail={preview.data} old={preview.isPlaceholderData} />
      ) : preview.error ? (
        <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
      ) : (
        <LoadingState label="Writing the preview" />
      )}
    </Section>
  );
}

function PreviewedMail({ mail, old }: { readonly mail: MailPreview; readonly old: boolean }) {
  return (
    <>
      <div className={classes.mail} data-old={old || undefined}>
        <p className={classes.subject}>
          <span className="sr-only">Subject: </span>
          {mail.subject || 'No subject yet'}
        </p>
        <p className={classes.text}>{mail.text.trim()}</p>
      </div>
      <table className={classes.values}>
        <caption>Where each value comes from</caption>
        <tbody>
          {mail.values.map(({ name, value, source }) => (
            <tr key={name}>
              <th scope="row">{VALUE_WORDS[name] ?? name}</th>
              <td>{value || 'empty'}</td>
              <td>{SOURCE_WORDS[source]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
