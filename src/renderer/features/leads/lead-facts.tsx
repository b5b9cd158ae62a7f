import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { LeadDetail } from '#contract/leads.ts';
import { api, queryClient } from '../../api/client.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { notifyFailure } from '../../ui/notify.ts';
import { WhyButton } from '../../ui/why.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import classes from './lead-detail.module.css';
import { CUSTODY_WORDS, SOURCE_WORDS, followUpWords, hasDate, shortDay } from './lead-words.ts';

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function FollowUp({ detail: { lead } }: { readonly detail: LeadDetail }) {
  const { headline, why } = followUpWords(lead);
  return (
    <>
      {lead.sent} of {lead.of} sent
      {hasDate(lead) ? (
        <>
          , next <TimeText at={lead.nextFollowUpAt} />
          <span className={classes.quiet}>
            {' '}
            (<TimeText at={lead.nextFollowUpAt} show="exact" />)
          </span>
          {lead.pausedUntil !== null && (
            <span className={classes.paused}>
              Paused by a person until {shortDay(lead.pausedUntil)}; Continue ends it.
            </span>
          )}
        </>
      ) : (
        <>
          , {headline.toLowerCase()}
          {why !== '' && <span className={classes.quiet}> ({why})</span>}
        </>
      )}
    </>
  );
}

/** Since when a person is to answer, and what happens if nobody does. */
function AwaitedAnswer({
  answer,
  isAtRisk,
}: {
  readonly answer: NonNullable<LeadDetail['answer']>;
  readonly isAtRisk: boolean;
}) {
  const { since, next, reminders, ofReminders } = answer;
  return (
    <>
      {since === null ? 'Not yet' : 'Not yet; awaited since '}
      {since !== null && <TimeText at={since} show="exact" />}
      <span className={classes.quiet}>
        {isAtRisk && ` (${reminders} of ${ofReminders} reminders`}
        {isAtRisk && (next === null ? ', no further one)' : ', next ')}
        {!isAtRisk && next !== null && ' (at risk '}
        {next !== null && (
          <>
            <TimeText at={next} />)
          </>
        )}
      </span>
    </>
  );
}

/** How much was opened and clicked, and who saw it: nought is said only where it would be seen. */
function Engagement({ detail: { opens, clicks, engagementMeasured } }: { readonly detail: LeadDetail }) {
  const counts = `${opens} ${opens === 1 ? 'open' : 'opens'}, ${clicks} ${clicks === 1 ? 'click' : 'clicks'}`;
  if (engagementMeasured) return counts;
  if (opens + clicks > 0) return <>{counts}, as the CRM counted them</>;
  return (
    <span className={classes.quiet}>
      not measurable: the hub has no public address. What the CRM counts on our mails shows here.
    </span>
  );
}

/** What a person wants to be reminded of, each with a button that ends it. */
function Reminders({ reminders }: { readonly reminders: LeadDetail['reminders'] }) {
  const done = useMutation(
    api.leads.reminderDone.mutationOptions({
      onSuccess: () => void queryClient.invalidateQueries({ queryKey: api.leads.key() }),
      onError: notifyFailure,
    }),
  );
  return reminders.map(({ id, dueAt, text }) => (
    <span key={id} className={classes.reminder}>
      <span>
        <bdi>{text}</bdi>{' '}
        <span className={classes.quiet}>
          (<TimeText at={dueAt} show="exact" />)
        </span>
      </span>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={`Done: ${text}`}
        disabled={done.isPending}
        onClick={() => done.mutate({ reminderId: id })}
      >
        Done
      </Button>
    </span>
  ));
}

/** What is known of a lead beside its story. */
export function LeadFacts({ detail }: { readonly detail: LeadDetail }) {
  const { lead } = detail;
  const others = detail.addresses.filter((address) => address !== lead.email);
  return (
    <dl className={classes.facts}>
      <Fact term="Follow-up">
        <FollowUp detail={detail} />{' '}
        <WhyButton subject={{ kind: 'lead', leadId: lead.id, about: 'next-date' }} label="Why this date?" />
      </Fact>
      <Fact term="Owner">
        <bdi>{lead.ownerName || 'Nobody'}</bdi>
        {lead.previousOwnerName !== null && lead.previousOwnerName !== lead.ownerName && (
          <span className={classes.quiet}>
            {' '}
            (before: <bdi>{lead.previousOwnerName}</bdi>)
          </span>
        )}
        {detail.handBackTo !== null && (
          <span className={classes.paused}>
            <bdi>{detail.handBackTo.name}</bdi> gets it back, chosen by a person.
          </span>
        )}
      </Fact>
      <Fact term="Custody">{CUSTODY_WORDS[lead.custody]}</Fact>
      <Fact term="Assistant">
        <bdi>{lead.assistantName}</bdi>
      </Fact>
      <Fact term="Schedule">
        <bdi>{lead.scheduleName}</bdi>
      </Fact>
      <Fact term="Context">
        {lead.context === '' ? (
          <span className={classes.quiet}>None: give one on the record or to the assistant.</span>
        ) : (
          <>
            <bdi>{lead.context}</bdi>{' '}
            <span className={classes.quiet}>({SOURCE_WORDS[lead.contextSource]})</span>
          </>
        )}
      </Fact>
      <Fact term="Address">
        {lead.email === '' ? (
          <span className={classes.quiet}>none on the record</span>
        ) : (
          <span className={classes.address}>
            <bdi className="foreign">{lead.email}</bdi>
            <CopyButton value={lead.email} label="Copy the address" />
          </span>
        )}
        {others.map((address) => (
          <bdi key={address} className={`foreign ${classes.other}`}>
            {address}
          </bdi>
        ))}
      </Fact>
      <Fact term="Place and time">
        {[detail.country, detail.timeZone ?? 'time zone unknown: the assistant’s holds']
          .filter(Boolean)
          .join(', ')}
      </Fact>
      {detail.answer !== null && (
        <Fact term="Answer">
          <AwaitedAnswer answer={detail.answer} isAtRisk={lead.state === 'LeadAtRisk'} />
        </Fact>
      )}
      <Fact term="Opens, clicks">
        <Engagement detail={detail} />
      </Fact>
      {detail.reminders.length > 0 && (
        <Fact term="Reminders">
          <Reminders reminders={detail.reminders} />
        </Fact>
      )}
      <Fact term="Assigned">
        <TimeText at={detail.assignedAt} />
      </Fact>
    </dl>
  );
}
