import { Button, Popover } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { eventWords } from './journal-words.ts';
import { ErrorState, LoadingState } from './page-states.tsx';
import { StateBadge } from './state-badge.tsx';
import { TimeText } from './time-text.tsx';
import classes from './why.module.css';

/** What is asked: a write by its number, or a lead's state or next date. */
export type WhySubject =
  | { readonly kind: 'write'; readonly id: number }
  | { readonly kind: 'lead'; readonly leadId: string; readonly about: 'state' | 'next-date' };

/** A button *Why*; it shows the chain of journal entries and rules behind something. */
export function WhyButton({ subject, label }: { readonly subject: WhySubject; readonly label: string }) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={420}
      position="bottom-start"
      trapFocus
      returnFocus
      withArrow
    >
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconHelpCircle size={14} stroke={1.8} aria-hidden />}
          aria-label={label}
          onClick={() => setOpened(!opened)}
        >
          Why
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>{opened && <Chain subject={subject} />}</Popover.Dropdown>
    </Popover>
  );
}

function useWhy(subject: WhySubject) {
  const fresh = { staleTime: 0, gcTime: 0 };
  const ofWrite = useQuery({
    ...api.activity.why.queryOptions({ input: { id: subject.kind === 'write' ? subject.id : 0 }, ...fresh }),
    enabled: subject.kind === 'write',
  });
  const about =
    subject.kind === 'lead'
      ? { leadId: subject.leadId, about: subject.about }
      : { leadId: '', about: 'state' as const };
  const ofLead = useQuery({
    ...api.activity.whyLead.queryOptions({ input: about, ...fresh }),
    enabled: subject.kind === 'lead',
  });
  return subject.kind === 'write' ? ofWrite : ofLead;
}

function Chain({ subject }: { readonly subject: WhySubject }) {
  const query = useWhy(subject);
  if (query.isPending) return <LoadingState label="Reading the journal" lines={3} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { answer, steps } = query.data;
  return (
    <div className={classes.why} tabIndex={0} role="group" aria-label="Why">
      <p className="foreign">{answer}</p>
      {steps.length > 0 && (
        <ol className={classes.steps}>
          {steps.map((step, index) => (
            <li key={`${step.at}-${index}`}>
              <span className={classes.head}>
                <TimeText at={step.at} show="exact" /> · {eventWords(step.event)}
                {step.to !== null && step.from !== step.to && (
                  <>
                    {' '}
                    {step.from !== null && <StateBadge state={step.from} />} → <StateBadge state={step.to} />
                  </>
                )}
              </span>
              <span className="foreign">{step.rule}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
