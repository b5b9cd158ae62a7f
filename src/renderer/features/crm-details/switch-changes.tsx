import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role, SettingName } from '#contract/names.ts';
import { api } from '../../api/client.ts';
import { Section } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import classes from './switch-changes.module.css';

/** As the switch itself is called on its page. */
const SETTINGS: Readonly<Record<SettingName, string>> = {
  name: 'Name of the connection',
  guard: 'Re-assignment guard',
  tasks: 'Tasks for the owner',
  company: 'One answer pauses the company',
  hold: 'Hold writes for approval',
  'read-only': 'Read only',
  assignment: 'A contact is assigned',
  'fallback-owner': 'Fallback owner',
  'hand-back': 'Hand-back',
  'long-term': 'Long-term schedule',
  'review-first': 'Review first',
  'by-model': 'Written by the language model',
  'when-refused': 'When the language model fails',
};

const ROLES: Readonly<Record<Role, string>> = { admin: 'an admin', member: 'a member' };

const SHORT = 8;

/** Who turned which switch, when, from what to what: of this connection and of the assistants. */
export function SwitchChanges({ connectionId }: { readonly connectionId: string }) {
  const query = useQuery(api.connections.changes.queryOptions({ input: { id: connectionId } }));
  const [isLong, setLong] = useState(false);
  const changes = query.data;
  return (
    <Section title="Changes" description="Of these switches, and of Review first of the assistants.">
      {changes === undefined ? (
        query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingState label="Reading the changes" />
        )
      ) : changes.length === 0 ? (
        <p className={classes.none}>No switch was turned yet.</p>
      ) : (
        <>
          <ul className={classes.changes}>
            {changes.slice(0, isLong ? undefined : SHORT).map((change) => (
              <li key={change.id}>
                <TimeText at={change.at} />
                <span>
                  {change.assistantName !== null && (
                    <>
                      <bdi className="foreign">{change.assistantName}</bdi>,{' '}
                    </>
                  )}
                  {SETTINGS[change.setting]}: <bdi className="foreign">{change.from}</bdi> →{' '}
                  <strong>
                    <bdi className="foreign">{change.to}</bdi>
                  </strong>
                  <span className={classes.by}>, by {ROLES[change.role]}</span>
                </span>
              </li>
            ))}
          </ul>
          {changes.length > SHORT && (
            <Anchor component="button" type="button" size="sm" mt="sm" onClick={() => setLong(!isLong)}>
              {isLong ? 'Show fewer' : `Show all ${changes.length}`}
            </Anchor>
          )}
        </>
      )}
    </Section>
  );
}
