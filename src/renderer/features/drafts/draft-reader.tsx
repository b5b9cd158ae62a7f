import { Button, Kbd } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import type { DraftRow } from '#contract/drafts.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { markWords } from '../leads/lead-words.ts';
import responses from '../responses/responses.module.css';
import { claimWords, statusWords, writerWords } from './draft-words.ts';
import classes from './drafts.module.css';

interface DraftReaderProps {
  readonly row: DraftRow;
  readonly isBusy: boolean;
  readonly onApprove: () => void;
  readonly onEdit: () => void;
  readonly onReject: () => void;
  readonly onTakeBack: () => void;
}

/** The message on the right: what would be sent, to whom and when, and what to do with it. */
export function DraftReader({ row, isBusy, onApprove, onEdit, onReject, onTakeBack }: DraftReaderProps) {
  const isWaiting = row.status === 'waiting';
  return (
    <article className={responses.reader} aria-label={`Message to ${row.leadName}`}>
      <header className={responses.readerHead}>
        <div>
          <h2 className={responses.title}>
            <bdi>{row.leadName}</bdi>
          </h2>
          <p className={responses.facts}>
            To <bdi>{row.recipient}</bdi>
            {row.company !== '' && (
              <>
                , <bdi>{row.company}</bdi>
              </>
            )}
            , from {row.assistantName}. Message {row.step} of {row.of}, {row.scheduleName}.
          </p>
        </div>
        <StateBadge state={row.state} />
      </header>
      {row.claims.length > 0 && (
        <p className={classes.claims}>
          <IconAlertTriangle size={18} aria-hidden />
          <span>{claimWords(row)}</span>
        </p>
      )}
      <h3 className={responses.subject} dir="auto">
        {row.subject}
      </h3>
      <div className={classes.text} dir="auto" tabIndex={0} role="group" aria-label="Text of the message">
        {markWords(
          row.text.trim(),
          row.claims.map(({ words }) => words),
        ).map((piece, at) =>
          piece.marked ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
        )}
      </div>
      <p className={responses.understood} role="status">
        {writerWords(row)}. {isWaiting ? 'Approved now it goes out' : `${statusWords(row)}.`}
        {row.status === 'approved' && ' It goes out'}
        {row.goesAt !== null && (
          <>
            {' '}
            <TimeText at={row.goesAt} show="exact" />.
          </>
        )}{' '}
        {row.remark}
      </p>
      <div className={responses.buttons}>
        {isWaiting && (
          <>
            <Button
              leftSection={<IconCheck size={16} aria-hidden />}
              rightSection={<Kbd size="xs">A</Kbd>}
              disabled={isBusy}
              onClick={onApprove}
            >
              Approve
            </Button>
            <Button
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
              rightSection={<Kbd size="xs">E</Kbd>}
              disabled={isBusy}
              onClick={onEdit}
            >
              Edit
            </Button>
            <Button
              variant="default"
              leftSection={<IconX size={16} aria-hidden />}
              rightSection={<Kbd size="xs">R</Kbd>}
              disabled={isBusy}
              onClick={onReject}
            >
              Reject
            </Button>
          </>
        )}
        {row.status === 'approved' && (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            disabled={isBusy}
            onClick={onTakeBack}
          >
            Take back
          </Button>
        )}
        <LinkButton to="/leads/$leadId" params={{ leadId: row.leadId }} variant="subtle">
          Open the lead
        </LinkButton>
        <span className={responses.hint}>
          <Kbd size="xs">J</Kbd> next, <Kbd size="xs">K</Kbd> previous
        </span>
      </div>
    </article>
  );
}
