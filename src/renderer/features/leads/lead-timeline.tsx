import { Button, Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCalendarEvent,
  IconCheckbox,
  IconChevronDown,
  IconChevronUp,
  IconDatabaseEdit,
  IconMailDown,
  IconMailUp,
  IconNote,
  IconRoute,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { TimelineEntry } from '#contract/leads.ts';
import { eventWords } from '../../ui/journal-words.ts';
import { OUTBOX_WORDS } from '../../ui/outbox-status.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { clockTime, dayName } from '../../ui/time-words.ts';
import { INTENT_LOOKS } from '../responses/intent-words.ts';
import classes from './lead-timeline.module.css';
import { markWords } from './lead-words.ts';

type Entry<K extends TimelineEntry['kind']> = Extract<TimelineEntry, { kind: K }>;

const LOOK = { size: 14, stroke: 1.9, 'aria-hidden': true } as const;

function writeIcon(entry: Entry<'crm-write'>): ReactNode {
  if (entry.status === 'attention') return <IconAlertTriangle {...LOOK} />;
  if (entry.what.endsWith('note')) return <IconNote {...LOOK} />;
  if (entry.what.endsWith('owner')) return <IconArrowBackUp {...LOOK} />;
  if (entry.what.endsWith('task')) return <IconCheckbox {...LOOK} />;
  return <IconDatabaseEdit {...LOOK} />;
}

function iconOf(entry: TimelineEntry): ReactNode {
  switch (entry.kind) {
    case 'journal':
      return <IconRoute {...LOOK} />;
    case 'mail':
      return entry.direction === 'incoming' ? <IconMailDown {...LOOK} /> : <IconMailUp {...LOOK} />;
    case 'crm-write':
      return writeIcon(entry);
    case 'planned':
      return <IconCalendarEvent {...LOOK} />;
  }
}

function Journal({ entry }: { readonly entry: Entry<'journal'> }) {
  return (
    <>
      <p className={classes.title}>
        {eventWords(entry.event)}
        {entry.to !== null && entry.to !== entry.from && (
          <span className={classes.change}>
            {entry.from !== null && (
              <>
                <StateBadge state={entry.from} />
                <span className={classes.arrow} aria-hidden>
                  →
                </span>
                <span className="sr-only">became</span>
              </>
            )}
            <StateBadge state={entry.to} />
          </span>
        )}
      </p>
      <p className={classes.why}>
        <span className={classes.whyLabel}>Why</span> {entry.rule}
      </p>
    </>
  );
}

const LONG_TEXT = 150;

function Mail({ entry }: { readonly entry: Entry<'mail'> }) {
  const incoming = entry.direction === 'incoming';
  // What a person wrote is read at once; the assistant's own letters open on demand.
  const [open, setOpen] = useState(incoming);
  const cut = entry.text.replace(/\s+/g, ' ').slice(0, LONG_TEXT);
  const message = entry.step === null ? 'Message' : `Message ${entry.step + 1}`;
  const what = incoming
    ? 'Reply received'
    : entry.status === 'cancelled'
      ? `${message} not sent`
      : entry.status === 'queued'
        ? `${message} going out`
        : `${message} sent`;
  return (
    <>
      <p className={classes.title}>{what}</p>
      <div className={classes.mail} data-incoming={incoming || undefined}>
        <p className={classes.subject}>
          <bdi>{entry.subject}</bdi>
        </p>
        <p className={classes.addresses}>
          <bdi>{entry.from}</bdi> to <bdi>{entry.to}</bdi>
        </p>
        {open ? (
          <p className={classes.text} dir="auto">
            {markWords(entry.text, entry.words).map((piece, index) =>
              piece.marked ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
            )}
          </p>
        ) : (
          <p className={classes.preview} dir="auto">
            {cut}
          </p>
        )}
        {(entry.text.length > LONG_TEXT || !incoming) && (
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
        )}
      </div>
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

function CrmWrite({ entry, leadId }: { readonly entry: Entry<'crm-write'>; readonly leadId: string }) {
  return (
    <>
      <p className={classes.title}>
        <bdi>{entry.summary}</bdi>
        {entry.status !== 'delivered' && (
          <span className={classes.status} data-status={entry.status}>
            {OUTBOX_WORDS[entry.status]}
          </span>
        )}
      </p>
      {entry.reason !== null && <p className={classes.why}>{entry.reason}</p>}
      {entry.status === 'attention' && (
        <p className={classes.why}>
          <Link to="/activity" search={{ leadId, status: 'attention' }}>
            Solve it in Activity
          </Link>
        </p>
      )}
    </>
  );
}

function contentOf(entry: TimelineEntry, leadId: string): ReactNode {
  switch (entry.kind) {
    case 'journal':
      return <Journal entry={entry} />;
    case 'mail':
      return <Mail entry={entry} />;
    case 'crm-write':
      return <CrmWrite entry={entry} leadId={leadId} />;
    case 'planned':
      return <p className={classes.title}>{entry.summary}</p>;
  }
}

interface EntryRowProps {
  readonly entry: TimelineEntry;
  readonly leadId: string;
  readonly planned?: boolean;
}

function EntryRow({ entry, leadId, planned = false }: EntryRowProps) {
  const bad = entry.kind === 'crm-write' && entry.status === 'attention';
  return (
    <li className={classes.entry} data-kind={entry.kind} data-bad={bad || undefined}>
      <span className={classes.dot}>{iconOf(entry)}</span>
      <div className={classes.content}>{contentOf(entry, leadId)}</div>
      {planned ? (
        <TimeText at={entry.at} className={classes.time} />
      ) : (
        <time className={classes.time} dateTime={new Date(entry.at).toISOString()}>
          {clockTime(entry.at)}
        </time>
      )}
    </li>
  );
}

/** All that happened to a lead, newest first, and what is planned above it. */
export function LeadTimeline({
  leadId,
  entries,
  headings,
}: {
  readonly leadId: string;
  readonly entries: readonly TimelineEntry[];
  /** Level of its headings: one below the lead's name. */
  readonly headings: 2 | 3;
}) {
  const [allPlans, setAllPlans] = useState(false);
  const planned = entries.filter((entry) => entry.kind === 'planned').toSorted((a, b) => a.at - b.at);
  const past = entries.filter((entry) => entry.kind !== 'planned');
  const days = Map.groupBy(past, (entry) => dayName(entry.at));
  const shownPlans = allPlans ? planned : planned.slice(0, 1);
  return (
    <section className={classes.timeline} aria-label="Timeline">
      {planned.length > 0 && (
        <>
          <Title order={headings} className={classes.day}>
            Planned
          </Title>
          <ol className={classes.list}>
            {shownPlans.map((entry) => (
              <EntryRow key={entry.id} entry={entry} leadId={leadId} planned />
            ))}
          </ol>
          {planned.length > 1 && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => setAllPlans(!allPlans)}
              aria-expanded={allPlans}
            >
              {allPlans ? 'Show the next only' : `${planned.length - 1} more planned`}
            </Button>
          )}
        </>
      )}
      {[...days].map(([day, group]) => (
        <div key={day}>
          <Title order={headings} className={classes.day}>
            {day}
          </Title>
          <ol className={classes.list}>
            {group.map((entry) => (
              <EntryRow key={entry.id} entry={entry} leadId={leadId} />
            ))}
          </ol>
        </div>
      ))}
      {entries.length === 0 && <p className={classes.why}>Nothing has happened yet.</p>}
    </section>
  );
}
