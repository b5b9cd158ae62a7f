import { IconAlertTriangle } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { MailPreview } from '#contract/mail-preview.ts';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import classes from './import.module.css';

/** A message as the person would get it. */
export function FirstMessage({ preview }: { readonly preview: UseQueryResult<MailPreview> }) {
  if (preview.data === undefined) {
    return preview.error ? (
      <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
    ) : (
      <LoadingState label="Writing the preview" />
    );
  }
  const { subject, text, problem } = preview.data;
  return (
    <>
      {problem !== null && (
        <p className={classes.held}>
          <ToneMark tone="warning" icon={IconAlertTriangle}>
            It would be held. {problem}
          </ToneMark>
        </p>
      )}
      <div className={classes.mail} data-old={preview.isPlaceholderData || undefined}>
        <p className={classes.subject}>
          <span className="sr-only">Subject: </span>
          {subject || 'No subject yet'}
        </p>
        <p className={classes.text}>{text.trim()}</p>
      </div>
    </>
  );
}
