import { Alert } from '@mantine/core';
import { IconCalendarOff, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SimulationView } from '#contract/sending.ts';
import { api } from '../../api/client.ts';
import { EditorPage } from '../../ui/editor-page.tsx';
import { PageBody, Section } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { AheadCalendar } from './ahead-calendar.tsx';
import { AheadDay } from './ahead-day.tsx';
import classes from './ahead.module.css';

const DAYS = 14;

/** *What goes out in the next 14 days*: the schedules run forward over the leads as they are; nothing is sent. */
export function DaysAhead() {
  const [timeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const query = useQuery(
    api.sending.simulate.queryOptions({ input: { days: DAYS, timeZone }, staleTime: 0, gcTime: 0 }),
  );
  return (
    <EditorPage title={`The next ${DAYS} days`} back={{ to: '/schedules', label: 'All schedules' }}>
      <PageBody wide>
        {query.data !== undefined ? (
          <Ahead simulation={query.data} />
        ) : query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingState label="Running the clock forward" />
        )}
      </PageBody>
    </EditorPage>
  );
}

function Ahead({ simulation }: { readonly simulation: SimulationView }) {
  const { days, total, remarks, timeZone } = simulation;
  const [chosen, setChosen] = useState(() => days.find(({ count }) => count > 0)?.day ?? null);
  const day = days.find((each) => each.day === chosen);
  if (total === 0) {
    return (
      <EmptyState icon={IconCalendarOff} title="Nothing goes out in the next 14 days">
        No lead has a message planned. Assign a contact to an assistant in the CRM, and its messages appear
        here.
      </EmptyState>
    );
  }
  return (
    <>
      <p className={classes.lead}>
        If nobody opens, answers or is assigned meanwhile, this is what goes out, by the same rules as
        sending: hours, holidays and limits. Nothing is sent by looking.
      </p>
      {remarks.map((remark) => (
        <Alert key={remark} color="gray" variant="light" icon={<IconInfoCircle size={18} aria-hidden />}>
          {remark}
        </Alert>
      ))}
      <Section title="By day and hour" description={`${summaryOf(simulation)} Times in ${timeZone}.`}>
        <AheadCalendar days={days} chosen={chosen} onChoose={setChosen} />
      </Section>
      {day !== undefined && <AheadDay day={day} timeZone={timeZone} />}
    </>
  );
}

function summaryOf({ total, ended, keptBack, waiting }: SimulationView): string {
  const leads = (count: number): string => (count === 1 ? '1 lead' : `${count.toLocaleString()} leads`);
  return [
    `${total.toLocaleString()} ${total === 1 ? 'message goes' : 'messages go'} out.`,
    ended === 0 ? '' : `For ${leads(ended)} the schedule ends without a reply.`,
    keptBack === 0
      ? ''
      : `${leads(keptBack)} that must not or cannot be written to ${keptBack === 1 ? 'is' : 'are'} left out.`,
    waiting === 0
      ? ''
      : `${leads(waiting)} in New ${waiting === 1 ? 'waits' : 'wait'} and ${waiting === 1 ? 'is' : 'are'} not in it.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
