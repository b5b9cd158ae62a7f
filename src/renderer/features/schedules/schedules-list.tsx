import { ActionIcon, Badge, Tooltip } from '@mantine/core';
import { IconCalendarEvent, IconCalendarTime, IconCopyPlus, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ScheduleView } from '#contract/schedules.ts';
import { api } from '../../api/client.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { StepsStrip, stepsWords } from '../../ui/steps-strip.tsx';
import classes from './schedules.module.css';
import { useScheduleActions } from './use-schedule-actions.ts';

function NewSchedule() {
  return (
    <LinkButton
      to="/schedules/$scheduleId"
      params={{ scheduleId: 'new' }}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      New schedule
    </LinkButton>
  );
}

/** Every schedule with its messages on the line of days. */
export function SchedulesList() {
  const query = useQuery(api.schedules.list.queryOptions());
  return (
    <Page>
      <PageHeader
        title="Schedules"
        description="Which messages a lead gets, and on which days. An assistant has one by default; the record in the CRM can name another."
        actions={
          <>
            <LinkButton
              to="/schedules/$scheduleId"
              params={{ scheduleId: 'ahead' }}
              variant="default"
              leftSection={<IconCalendarEvent size={16} aria-hidden />}
            >
              The next 14 days
            </LinkButton>
            <NewSchedule />
          </>
        }
      />
      <PageBody wide>
        {query.data === undefined ? (
          query.error ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <LoadingState label="Reading the schedules" />
          )
        ) : query.data.length === 0 ? (
          <EmptyState icon={IconCalendarTime} title="No schedule yet" action={<NewSchedule />}>
            A schedule is the messages that a lead gets, one after the other.
          </EmptyState>
        ) : (
          <ul className={classes.list}>
            {query.data.map((schedule) => (
              <ScheduleRow key={schedule.id} schedule={schedule} />
            ))}
          </ul>
        )}
      </PageBody>
    </Page>
  );
}

function ScheduleRow({ schedule }: { readonly schedule: ScheduleView }) {
  const actions = useScheduleActions();
  const { id, name, builtIn, steps, leadsOnIt } = schedule;
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <Link to="/schedules/$scheduleId" params={{ scheduleId: id }} className={classes.name}>
          <bdi>{name}</bdi>
        </Link>
        {builtIn && (
          <Badge variant="default" size="sm" tt="none">
            Built in
          </Badge>
        )}
      </div>
      <p className={classes.words}>
        {stepsWords(steps)}
        <span aria-hidden> · </span>
        {leadsOnIt === 0 ? (
          'no lead on it'
        ) : (
          <Link to="/leads" search={{ scheduleId: id }} className={classes.over}>
            {leadsOnIt === 1 ? '1 lead' : `${leadsOnIt.toLocaleString()} leads`} on it
          </Link>
        )}
      </p>
      <div className={classes.strip}>
        <StepsStrip steps={steps} />
      </div>
      <div className={classes.actions}>
        <Tooltip label="Clone">
          <ActionIcon
            size="lg"
            aria-label={`Clone ${name}`}
            disabled={actions.busy}
            onClick={() => actions.clone(schedule)}
          >
            <IconCopyPlus size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
        {!builtIn && (
          <Tooltip label="Delete">
            <ActionIcon
              size="lg"
              aria-label={`Delete ${name}`}
              disabled={actions.busy}
              onClick={() => void actions.remove(schedule)}
            >
              <IconTrash size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </li>
  );
}
