import { Button } from '@mantine/core';
import { IconArrowBackUp, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { TimelineEntry } from '#contract/leads.ts';
import { useNow } from '../../api/clock.ts';
import { MailFrame } from '../human-mail/mail-frame.tsx';
import { useUndoSend } from '../human-mail/use-undo-send.tsx';
import { INTENT_LOOKS } from '../responses/intent-words.ts';
import classes from './conversation-mail.module.css';
import { markWords } from './lead-words.ts';

export type MailEntry = Extract<TimelineEntry, { kind: 'mail' }>;

const LONG_TEXT = 150;

/** A mail of the conversation: its own words first, what it quotes when it is asked for. */
export function ConversationMail({ entry }: { readonly entry: MailEntry }) {
  const incoming = entry.direction === 'incoming';
  // What people wrote is read at once; the assistant's own letters open on demand.
  const [open, setOpen] = useState(incoming || entry.byPerson);
  const [formatted, setFormatted] = useState(false);
  const own = entry.parts.filter((part) => part.isOwn).map((part) => part.text.trim());
  const cut = own.join(' ').replace(/\s+/g, ' ').slice(0, LONG_TEXT);
  return (
    <>
      <p className={classes.title}>
        {whatOf(entry)}
        {entry.isEdited && <span className={classes.mark}>edited by a person</span>}
        {entry.leaving !== null && <Leaving mailId={entry.id} leaving={entry.leaving} />}
      </p>
      <div
        className={classes.mail}
        data-from={incoming ? 'lead' : entry.byPerson ? 'person' : 'assistant'}
        data-gone={entry.status === 'cancelled' || undefined}
      >
        <p className={classes.subject} dir="auto">
          {entry.subject === '' ? 'No subject' : entry.subject}
        </p>
        <p className={classes.addresses}>
          <bdi>{entry.from}</bdi> to <bdi>{entry.to}</bdi>
          {entry.cc.length > 0 && (
            <>
              , copy to <bdi>{entry.cc.join(', ')}</bdi>
            </>
          )}
        </p>
        {!open ? (
          <p className={classes.preview} dir="auto">
            {cut}
          </p>
        ) : formatted ? (
          <MailFrame mailId={entry.id} />
        ) : (
          <MailText entry={entry} />
        )}
        <div className={classes.buttons}>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => setOpen(!open)}
            aria-expanded={open}
            rightSection={
              open ? <IconChevronUp size={13} aria-hidden /> : <IconChevronDown size={13} aria-hidden />
            }
          >
            {open ? 'Show less' : 'Show the message'}
          </Button>
          {open && entry.hasHtml && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-pressed={formatted}
              onClick={() => setFormatted(!formatted)}
            >
              {formatted ? 'As text' : 'As formatted'}
            </Button>
          )}
        </div>
      </div>
      {entry.remark !== null && <p className={classes.why}>{entry.remark}</p>}
      {entry.intent !== null && (
        <p className={classes.why}>
          <span className={classes.whyLabel}>Read as</span> {INTENT_LOOKS[entry.intent].words}
          {entry.confidence !== null && `, ${Math.round(entry.confidence * 100)} % sure`}
          {entry.words.length > 0 && '; the deciding words are marked'}
        </p>
      )}
    </>
  );
}

function whatOf(entry: MailEntry): string {
  if (entry.direction === 'incoming') return 'Reply received';
  const message = entry.byPerson
    ? 'A person’s message'
    : entry.step === null
      ? 'Message'
      : `Message ${entry.step + 1}`;
  if (entry.status === 'cancelled') return entry.byPerson ? `${message}, taken back` : `${message} not sent`;
  return entry.status === 'queued' ? `${message} going out` : `${message} sent`;
}

/** How long until it leaves, and *Undo* as long as that helps. */
function Leaving({
  mailId,
  leaving,
}: {
  readonly mailId: string;
  readonly leaving: NonNullable<MailEntry['leaving']>;
}) {
  const now = useNow(1_000);
  const { undo, isPending } = useUndoSend();
  const seconds = Math.ceil((leaving.at - now) / 1_000);
  const words =
    leaving.status === 'held'
      ? 'waits for approval'
      : leaving.status === 'attention'
        ? 'needs you'
        : seconds > 90
          ? 'waits'
          : seconds > 0
            ? `sending in ${seconds} s`
            : 'sending';
  return (
    <>
      <span className={classes.mark}>{words}</span>
      {leaving.canUndo && (
        <Button
          size="compact-xs"
          variant="light"
          leftSection={<IconArrowBackUp size={13} aria-hidden />}
          loading={isPending}
          onClick={() => undo(mailId)}
        >
          Undo
        </Button>
      )}
    </>
  );
}

function MailText({ entry }: { readonly entry: MailEntry }) {
  return (
    <div dir="auto">
      {entry.parts.map((part, index) =>
        part.isOwn ? (
          <p key={index} className={classes.text}>
            {markWords(part.text.trim(), entry.words).map((piece, at) =>
              piece.marked ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
            )}
          </p>
        ) : (
          <Folded key={index} text={part.text.trim()} />
        ),
      )}
      {entry.isCut && (
        <p className={classes.why}>The mail is very long: its end is in the assistant’s mailbox.</p>
      )}
    </div>
  );
}

/** What a mail quotes, and its signature. */
function Folded({ text }: { readonly text: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={classes.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide the quoted text' : 'Show the quoted text'}
      </button>
      {open && <p className={classes.quoted}>{text}</p>}
    </>
  );
}
