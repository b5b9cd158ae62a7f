import { ActionIcon, Button, Title, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconExternalLink, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { LeadDetail as Detail } from '#contract/leads.ts';
import { api } from '../../api/client.ts';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { STATE_LOOKS } from '../../ui/lead-state.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { WhyButton } from '../../ui/why.tsx';
import { AddNote } from './add-note.tsx';
import { LeadActions } from './lead-actions.tsx';
import { LeadFacts } from './lead-facts.tsx';
import { NamedByLead } from './named-by-lead.tsx';
import { TagsField } from './tags-field.tsx';
import { LeadTimeline } from './lead-timeline.tsx';
import { WriteToLead } from './write-to-lead.tsx';
import classes from './lead-detail.module.css';

interface LeadDetailProps {
  readonly leadId: string;
  /** In the place of the table instead of beside it. */
  readonly asPage: boolean;
  readonly onClose: () => void;
}

/** One lead: who, how it stands and why, what can be done, and all that happened. */
export function LeadDetail({ leadId, asPage, onClose }: LeadDetailProps) {
  const query = useQuery(api.leads.get.queryOptions({ input: { id: leadId } }));
  const heading = useRef<HTMLHeadingElement>(null);
  const loaded = query.data !== undefined;
  // A reader of the screen and the keyboard go where the page went.
  useEffect(() => {
    if (loaded) heading.current?.focus({ preventScroll: true });
  }, [loaded]);
  return (
    <div
      className={classes.detail}
      data-page={asPage || undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <div className={classes.bar}>
        {asPage ? (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            onClick={onClose}
          >
            All leads
          </Button>
        ) : (
          <span />
        )}
        {query.data && (
          <Button
            component="a"
            href={query.data.lead.recordUrl}
            target="_blank"
            rel="noreferrer"
            variant="subtle"
            size="compact-sm"
            rightSection={<IconExternalLink size={15} aria-hidden />}
          >
            Open in CRM
          </Button>
        )}
        {!asPage && (
          <Tooltip label="Close (Esc)">
            <ActionIcon aria-label="Close the lead" onClick={onClose}>
              <IconX size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {query.data ? (
        <LeadBody detail={query.data} heading={heading} asPage={asPage} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <div className={classes.loading}>
          <LoadingState label="Reading the lead" lines={9} />
        </div>
      )}
    </div>
  );
}

interface LeadBodyProps {
  readonly detail: Detail;
  readonly heading: React.RefObject<HTMLHeadingElement | null>;
  readonly asPage: boolean;
}

function LeadBody({ detail, heading, asPage }: LeadBodyProps) {
  const { lead } = detail;
  const [noting, setNoting] = useState(false);
  useEffect(() => {
    document.title = `${lead.name} · Baton`;
  }, [lead.name]);
  return (
    <div className={classes.scroll} tabIndex={-1}>
      <header className={classes.head}>
        <Title order={asPage ? 1 : 2} ref={heading} tabIndex={-1} className={classes.name}>
          <bdi>{lead.name || lead.email || 'No name'}</bdi>
        </Title>
        {lead.company !== '' && (
          <p className={classes.company}>
            <bdi>{lead.company}</bdi>
          </p>
        )}
        <p className={classes.stateLine}>
          <StateBadge state={lead.state} />
          {lead.reason !== null && <span className={classes.reason}>{lead.reason}</span>}
          <span className={classes.quiet}>{STATE_LOOKS[lead.state].meaning}</span>
          <WhyButton
            subject={{ kind: 'lead', leadId: lead.id, about: 'state' }}
            label={`Why is the lead ${lead.state}?`}
          />
        </p>
        {detail.recordDeleted && (
          <p className={classes.deleted}>
            The record was deleted in the CRM. Follow-up has stopped; the lead is kept here.
          </p>
        )}
      </header>
      <TagsField key={lead.id} lead={lead} />
      <LeadActions detail={detail} onAddNote={() => setNoting(true)} />
      {noting && <AddNote leadId={lead.id} onClose={() => setNoting(false)} />}
      <WriteToLead lead={lead} begun={detail.begun} />
      <NamedByLead leadId={lead.id} />
      <div className={classes.columns}>
        <LeadFacts detail={detail} />
        <LeadTimeline leadId={lead.id} entries={detail.timeline} of={lead.of} headings={asPage ? 2 : 3} />
      </div>
    </div>
  );
}
