import { SegmentedControl, Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCalendarEvent,
  IconCheckbox,
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
import { ConversationMail } from './conversation-mail.tsx';
import classes from './lead-timeline.module.css';
import { PlannedMessages } from './planned-messages.tsx';

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
      return <ConversationMail entry={entry} />;
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

type Shown = 'everything' | 'mails';

/** The conversation with a lead and all that happened between, newest first; the messages to come stand above it. */
export function LeadTimeline({
  leadId,
  entries,
  of,
  headings,
}: {
  readonly leadId: string;
  readonly entries: readonly TimelineEntry[];
  /** How many messages the schedule has. */
  readonly of: number;
  /** Level of its headings: one below the lead's name. */
  readonly headings: 2 | 3;
}) {
  const [shown, setShown] = useState<Shown>('everything');
  // The messages to come stand above; what is planned without one, such as the end of the schedule, stands here.
  const ending = entries.filter((entry) => entry.kind === 'planned' && entry.step >= of);
  const past = entries.filter(
    (entry) => entry.kind !== 'planned' && (shown === 'everything' || entry.kind === 'mail'),
  );
  const days = Map.groupBy(past, (entry) => dayName(entry.at));
  return (
    <section className={classes.timeline} aria-label="Timeline">
      <PlannedMessages leadId={leadId} headings={headings} />
      {ending.length > 0 && (
        <ol className={classes.list}>
          {ending.map((entry) => (
            <EntryRow key={entry.id} entry={entry} leadId={leadId} planned />
          ))}
        </ol>
      )}
      <SegmentedControl
        size="xs"
        className={classes.filter}
        aria-label="What is shown"
        data={[
          { value: 'everything', label: 'Everything' },
          { value: 'mails', label: 'Mails only' },
        ]}
        value={shown}
        onChange={(value) => setShown(value === 'mails' ? 'mails' : 'everything')}
      />
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
      {past.length === 0 && (
        <p className={classes.why}>
          {shown === 'mails' ? 'No mail has gone out or come in yet.' : 'Nothing has happened yet.'}
        </p>
      )}
    </section>
  );
}
