import { Button, Kbd, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconMailForward, IconSchool, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { REPLY_INTENTS } from '#contract/names.ts';
import type { ReplyIntent } from '#contract/names.ts';
import type { ResponseRow } from '#contract/responses.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { setWriting, useWriting } from '../human-mail/composer-state.ts';
import { MailComposer } from '../human-mail/mail-composer.tsx';
import { markWords } from '../leads/lead-words.ts';
import { INTENT_LOOKS } from './intent-words.ts';
import { meaningOf } from './response-list.tsx';
import classes from './responses.module.css';
import type { useResponseActions } from './use-responses.ts';

/** Words of a rule, at most. */
const LONGEST_TERM = 120;

/** The reply on the right: its own words with those that decided, and what it can be corrected to. */
export function ResponseReader({
  row,
  actions,
}: {
  readonly row: ResponseRow;
  readonly actions: ReturnType<typeof useResponseActions>;
}) {
  const isSettled = row.settledAt !== null;
  const writing = useWriting(row.leadId);
  return (
    <article className={classes.reader} aria-label={`Reply of ${row.leadName}`}>
      <header className={classes.readerHead}>
        <div>
          <h2 className={classes.title}>
            <bdi>{row.leadName}</bdi>
          </h2>
          <p className={classes.facts}>
            <bdi>{row.from}</bdi>
            {row.company !== '' && (
              <>
                , <bdi>{row.company}</bdi>
              </>
            )}
            , to {row.assistantName}, <TimeText at={row.at} />
          </p>
        </div>
        <StateBadge state={row.state} />
      </header>
      <h3 className={classes.subject} dir="auto">
        {row.subject === '' ? 'No subject' : row.subject}
      </h3>
      <div className={classes.text} dir="auto" tabIndex={0} role="group" aria-label="Text of the reply">
        {row.parts.map((part, index) =>
          part.isOwn ? (
            <p key={index} className={classes.own}>
              {markWords(part.text.trim(), row.words).map((piece, at) =>
                piece.marked ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
              )}
            </p>
          ) : (
            <Folded key={index} text={part.text.trim()} />
          ),
        )}
      </div>
      {writing !== null && <MailComposer key={writing.mailId} writing={writing} />}
      <p className={classes.understood} role="status">
        {understoodAs(row)}
      </p>
      {row.bounce === null && (
        <fieldset className={classes.intents}>
          <legend>What it means</legend>
          {REPLY_INTENTS.map((intent) => (
            <button
              key={intent}
              type="button"
              className={classes.intent}
              aria-pressed={intent === row.intent}
              disabled={actions.isBusy}
              onClick={() => void actions.correct(row, intent)}
            >
              <Kbd size="xs">{INTENT_LOOKS[intent].key.toUpperCase()}</Kbd>
              {INTENT_LOOKS[intent].words}
            </button>
          ))}
        </fieldset>
      )}
      <div className={classes.buttons}>
        <Button
          variant={isSettled ? 'default' : 'filled'}
          leftSection={
            isSettled ? <IconArrowBackUp size={16} aria-hidden /> : <IconCheck size={16} aria-hidden />
          }
          rightSection={<Kbd size="xs">E</Kbd>}
          disabled={actions.isBusy}
          onClick={() => actions.settle(row)}
        >
          {isSettled ? 'Not dealt with yet' : 'Dealt with'}
        </Button>
        {row.bounce === null && (
          <Button
            variant="default"
            leftSection={<IconMailForward size={16} aria-hidden />}
            rightSection={<Kbd size="xs">R</Kbd>}
            onClick={() => setWriting({ leadId: row.leadId, kind: 'reply', mailId: row.mailId })}
          >
            Reply
          </Button>
        )}
        <LinkButton
          to="/leads/$leadId"
          params={{ leadId: row.leadId }}
          variant="default"
          leftSection={<IconUser size={16} aria-hidden />}
          rightSection={<Kbd size="xs">L</Kbd>}
        >
          Open the lead
        </LinkButton>
        {row.intent !== null && <TeachButton term={row.words[0] ?? ''} intent={row.intent} />}
        <span className={classes.hint}>
          <Kbd size="xs">J</Kbd> next, <Kbd size="xs">K</Kbd> previous
        </span>
      </div>
    </article>
  );
}

/** Begins a rule with the words that are selected in the reply, else with those that decided. */
function TeachButton({ term, intent }: { readonly term: string; readonly intent: ReplyIntent }) {
  const navigate = useNavigate();
  return (
    <Tooltip label="Select the words that decide, then press this">
      <Button
        variant="subtle"
        leftSection={<IconSchool size={16} aria-hidden />}
        // The selection stays.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          const selected = (window.getSelection()?.toString() ?? '').replaceAll(/\s+/g, ' ').trim();
          const words = selected.slice(0, LONGEST_TERM) || term;
          void navigate({ to: '/teaching', search: { term: words, intent } });
        }}
      >
        Teach
      </Button>
    </Tooltip>
  );
}

/** What the reply quotes, and its signature: there when it is asked for. */
function Folded({ text }: { readonly text: string }) {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <button type="button" className={classes.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide the quoted text' : 'Show the quoted text'}
      </button>
      {open && <p className={classes.quoted}>{text}</p>}
    </div>
  );
}

function understoodAs(row: ResponseRow): string {
  if (row.bounce !== null) return `${meaningOf(row)}.`;
  if (row.intent === null) return 'Not understood.';
  const share = row.confidence === null ? '' : ` (${(row.confidence * 100).toFixed(0)} % sure)`;
  const words = row.words.length > 0 ? ' The words that decided are marked.' : '';
  const ask = row.isUnsure ? ' Is that right? Choose what it means.' : '';
  return `Understood as: ${meaningOf(row)}${share}.${words}${ask}`;
}
