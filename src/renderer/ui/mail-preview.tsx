import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { MailPreview as Preview, PreviewWish } from '#contract/mail-preview.ts';
import type { MailValueOrigin } from '#contract/names.ts';
import { HtmlMail } from './html-mail.tsx';
import classes from './mail-preview.module.css';
import { MAIL_VALUE_WORDS } from './mail-value-words.ts';
import { ErrorState, LoadingState } from './page-states.tsx';
import { PreviewLead } from './preview-lead.tsx';
import { ToneMark } from './tone-mark.tsx';

const ORIGIN_WORDS: Readonly<Record<MailValueOrigin, string>> = {
  record: 'from the record',
  person: 'set by a person',
  default: 'from default',
  assistant: 'the assistant',
  message: 'default in the message',
  nurture: 'nurture table',
  example: 'example',
};

/** The first message, for the example of whom everything is known. */
export const FIRST_WISH: PreviewWish = { step: 0, leadId: null, example: 'full' };

interface MailPreviewProps {
  readonly wish: PreviewWish;
  readonly onWish: (wish: PreviewWish) => void;
  /** Messages of the schedule. */
  readonly of: number;
  /** Leads of hers are offered; null: all. */
  readonly assistantId: string | null;
  readonly preview: UseQueryResult<Preview>;
}

/** A message as it would reach a lead, and where each value in it comes from. Nothing is sent. */
export function MailPreview({ wish, onWish, of, assistantId, preview }: MailPreviewProps) {
  const [view, setView] = useState('text');
  const { step } = wish;
  return (
    <div className={classes.whole}>
      <div className={classes.choices}>
        <PreviewLead wish={wish} onWish={onWish} assistantId={assistantId} />
        <SegmentedControl
          size="xs"
          aria-label="How it is shown"
          data={[
            { value: 'text', label: 'Text' },
            { value: 'html', label: 'HTML' },
          ]}
          value={view}
          onChange={setView}
        />
      </div>
      <div className={classes.head}>
        <span aria-live="polite">
          Message {step + 1} of {of}
        </span>
        <span className={classes.turn}>
          <ActionIcon
            aria-label="The message before"
            disabled={step === 0}
            onClick={() => onWish({ ...wish, step: step - 1 })}
          >
            <IconChevronLeft size={17} aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label="The next message"
            disabled={step >= of - 1}
            onClick={() => onWish({ ...wish, step: step + 1 })}
          >
            <IconChevronRight size={17} aria-hidden />
          </ActionIcon>
        </span>
      </div>
      {preview.data ? (
        <Shown mail={preview.data} old={preview.isPlaceholderData} isHtml={view === 'html'} />
      ) : preview.error ? (
        <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
      ) : (
        <LoadingState label="Writing the preview" />
      )}
    </div>
  );
}

function Shown({
  mail,
  old,
  isHtml,
}: {
  readonly mail: Preview;
  readonly old: boolean;
  readonly isHtml: boolean;
}) {
  const { subject, text, html, values, problem } = mail;
  return (
    <>
      {problem !== null && (
        <p className={classes.problem}>
          <ToneMark tone="warning" icon={IconAlertTriangle}>
            It would be held. {problem}
          </ToneMark>
        </p>
      )}
      <div className={classes.shown}>
        {text !== '' && (
          <div className={classes.mail} data-old={old || undefined}>
            <p className={classes.subject}>
              <span className="sr-only">Subject: </span>
              {subject || 'No subject yet'}
            </p>
            {isHtml ? (
              <HtmlMail html={html} className={classes.html} />
            ) : (
              <p className={classes.text}>{text.trim()}</p>
            )}
          </div>
        )}
        {values.length > 0 && (
          <table className={classes.values}>
            <caption>Where each value comes from</caption>
            <tbody>
              {values.map(({ name, value, origin }) => (
                <tr key={name}>
                  <th scope="row">{MAIL_VALUE_WORDS[name].short}</th>
                  <td>{value}</td>
                  <td>{ORIGIN_WORDS[origin]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </>
  );
}
