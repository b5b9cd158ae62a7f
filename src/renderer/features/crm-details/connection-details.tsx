import { Alert, Tabs } from '@mantine/core';
import { IconPlugOff } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ConnectionView } from '#contract/connections.ts';
import type { ScopeFeature } from '#contract/names.ts';
import { ForAdmins } from '../../ui/for-admins.tsx';
import { ApiBudget } from './api-budget.tsx';
import { BaselineQuestion } from './baseline-question.tsx';
import { ConnectionHead } from './connection-head.tsx';
import { ConnectionMode } from './connection-mode.tsx';
import type { CrmTab } from './crm-search.ts';
import { tabOf } from './crm-search.ts';
import classes from './crm-details.module.css';
import { FieldsTab } from './fields-tab.tsx';
import { HandBackTab } from './hand-back-tab.tsx';
import { Incoming } from './incoming.tsx';
import { InterruptedQuestion } from './interrupted-question.tsx';
import { Invitations } from './invitations.tsx';
import { PermissionsTab } from './permissions-tab.tsx';
import { ScheduleSync } from './schedule-sync.tsx';
import { SetUpHints } from './set-up-hints.tsx';
import { StatusTable } from './status-table.tsx';
import { SwitchChanges } from './switch-changes.tsx';
import { Switches } from './switches.tsx';

const route = getRouteApi('/crm-details');

const TAB_LABELS: Readonly<Record<CrmTab, string>> = {
  assistants: 'Assistants',
  fields: 'Fields',
  schedules: 'Schedules in the CRM',
  'hand-back': 'Hand-back',
  switches: 'Switches',
  permissions: 'Permissions',
  budget: 'API budget',
};

/** One connected account. Only the open part asks the CRM, so that looking costs few calls. */
export function ConnectionDetails({ connection }: { readonly connection: ConnectionView }) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const asked = search.tab ?? 'assistants';
  // A connection with a key has no such part.
  const tab = asked === 'permissions' && connection.app === null ? 'assistants' : asked;
  const open = (next: CrmTab): void =>
    void navigate({
      to: '/crm-details/$connectionId',
      params: { connectionId: connection.id },
      search: { tab: next },
      replace: true,
    });
  const active = connection.status === 'Active';
  const [isAsking, setAsking] = useState(search.ask === 'continue');
  const [grants, setGrants] = useState<ScopeFeature | null>(null);
  return (
    <>
      <ForAdmins>
        <ConnectionHead
          connection={connection}
          grants={grants}
          onGranted={() => setGrants(null)}
          onReconnected={() => setAsking(true)}
        />
        <InterruptedQuestion connection={connection} isAsking={isAsking} onAsk={setAsking} />
        <ConnectionMode connection={connection} />
        <BaselineQuestion connection={connection} />
      </ForAdmins>
      <Tabs
        value={tab}
        onChange={(value) => open(tabOf(value) ?? 'assistants')}
        keepMounted={false}
        classNames={{ panel: classes.panel }}
      >
        <Tabs.List aria-label="Parts of this connection">
          {(Object.keys(TAB_LABELS) as CrmTab[])
            .filter((each) => each !== 'permissions' || connection.app !== null)
            .map((each) => (
              <Tabs.Tab key={each} value={each}>
                {TAB_LABELS[each]}
              </Tabs.Tab>
            ))}
        </Tabs.List>
        <Tabs.Panel value="assistants">
          <Invitations connection={connection} />
          <StatusTable connection={connection} />
          <Incoming connectionId={connection.id} />
          <SetUpHints connection={connection} onFields={() => open('fields')} />
        </Tabs.Panel>
        <Tabs.Panel value="fields">
          <ForAdmins>
            {active ? <FieldsTab connection={connection} /> : <NotActive connection={connection} />}
          </ForAdmins>
        </Tabs.Panel>
        <Tabs.Panel value="schedules">
          <ForAdmins>
            {active ? (
              <ScheduleSync connection={connection} onFields={() => open('fields')} />
            ) : (
              <NotActive connection={connection} />
            )}
          </ForAdmins>
        </Tabs.Panel>
        <Tabs.Panel value="hand-back">
          <ForAdmins>
            <HandBackTab connection={connection} />
          </ForAdmins>
        </Tabs.Panel>
        <Tabs.Panel value="switches">
          <ForAdmins>
            <Switches connection={connection} />
            <SwitchChanges connectionId={connection.id} />
          </ForAdmins>
        </Tabs.Panel>
        {connection.app !== null && (
          <Tabs.Panel value="permissions">
            <ForAdmins>
              <PermissionsTab connection={connection} app={connection.app} onGrant={setGrants} />
            </ForAdmins>
          </Tabs.Panel>
        )}
        <Tabs.Panel value="budget">
          <ApiBudget connection={connection} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function NotActive({ connection }: { readonly connection: ConnectionView }) {
  return (
    <Alert color="gray" variant="light" icon={<IconPlugOff size={18} aria-hidden />}>
      The connection is {connection.status}, so the CRM cannot be asked. Press Reconnect above.
    </Alert>
  );
}
