import { Button, Checkbox } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconCircle, IconCircleCheck, IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ConnectionView } from '#contract/connections.ts';
import { api } from '../../api/client.ts';
import { Section } from '../../ui/page-header.tsx';
import classes from './crm-details.module.css';

const NOTIFICATIONS_HELP =
  'https://knowledge.hubspot.com/user-management/how-to-set-up-user-notifications-in-hubspot';

function Hint({ done, children }: { readonly done: boolean; readonly children: ReactNode }) {
  const Icon = done ? IconCircleCheck : IconCircle;
  return (
    <li className={classes.hintRow} data-done={done || undefined}>
      <Icon size={18} stroke={1.8} aria-hidden />
      <span>
        <span className="sr-only">{done ? 'Done: ' : 'To do: '}</span>
        {children}
      </span>
    </li>
  );
}

/** What the set-up asks for besides the status (domain.md section 1, CRM integration status). */
export function SetUpHints({
  connection,
  onFields,
}: {
  readonly connection: ConnectionView;
  readonly onFields: () => void;
}) {
  const assistants = useQuery(api.assistants.list.queryOptions());
  const [quiet, setQuiet] = useLocalStorage({
    key: `baton-notifications-off-${connection.id}`,
    defaultValue: false,
  });
  const all = assistants.data ?? [];
  const without = all.filter(({ context }) => context.trim() === '');
  const working = connection.rows.some(({ status }) => status === 'ALL_WORKING_WELL');
  return (
    <Section title="Before the first contact">
      <ul className={classes.hints}>
        <li className={classes.hintRow}>
          <IconListCheck size={18} stroke={1.8} aria-hidden />
          <span>
            The fields Context, Schedule and Lead Connection Status have to be in the CRM:{' '}
            <Button variant="subtle" size="compact-xs" className={classes.flush} onClick={onFields}>
              see the fields
            </Button>
          </span>
        </li>
        <Hint done={all.length > 0 && without.length === 0}>
          Each assistant has a default context
          {without.length > 0 && (
            <>
              ; still without:{' '}
              {without.map(({ id, name }, index) => (
                <span key={id}>
                  {index > 0 && ', '}
                  <Link to="/assistants/$assistantId" params={{ assistantId: id }}>
                    <bdi>{name}</bdi>
                  </Link>
                </span>
              ))}
            </>
          )}
          .
        </Hint>
        <li className={classes.hintRow}>
          <Checkbox
            size="xs"
            classNames={{ label: classes.hintLabel }}
            checked={quiet}
            onChange={(event) => setQuiet(event.currentTarget.checked)}
            label={
              <>
                The CRM’s e-mail notifications are switched off for the assistants’ users (signed in as her:
                Settings → Notifications).
              </>
            }
          />
          {connection.baseUrl === null && (
            <a href={NOTIFICATIONS_HELP} target="_blank" rel="noreferrer">
              How
            </a>
          )}
        </li>
        <Hint done={working}>
          Assign one contact to an assistant’s user. It appears under <Link to="/leads">Leads</Link> within
          seconds, and its record gets a note.
        </Hint>
      </ul>
    </Section>
  );
}
