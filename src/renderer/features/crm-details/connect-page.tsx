import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Page, PageBody, PageHeader } from '../../ui/page-header.tsx';
import { EditorPage } from '../../ui/editor-page.tsx';
import { ForAdmins, MembersNote } from '../../ui/for-admins.tsx';
import { ConnectForm } from './connect-form.tsx';
import { ConnectThroughApp } from './connect-through-app.tsx';
import classes from './crm-details.module.css';
import { NotOurs } from './not-ours.tsx';
import { ScopeList } from './scope-list.tsx';
import { useAttempt } from './use-attempt.ts';

/** Connects a CRM account, with a key or through an app of the team's own, and says what has to be allowed. */
export function ConnectPage({ isFirst }: { readonly isFirst: boolean }) {
  const attempt = useAttempt(null);
  const [chosen, setWay] = useState('key');
  // What is under way is shown, also in a window that is opened later.
  const way = attempt === null ? chosen : 'app';
  const body = (
    <PageBody>
      <NotOurs />
      <MembersNote what="Connecting a CRM account" />
      <ForAdmins>
        {attempt === null && (
          <SegmentedControl
            className={classes.ways}
            aria-label="How HubSpot lets Baton in"
            data={[
              { value: 'key', label: 'With a key' },
              { value: 'app', label: 'With your own app' },
            ]}
            value={way}
            onChange={setWay}
          />
        )}
        <div className={classes.connect}>
          {way === 'key' ? (
            <>
              <ConnectForm />
              <ScopeList />
            </>
          ) : (
            <ConnectThroughApp />
          )}
        </div>
      </ForAdmins>
    </PageBody>
  );
  if (isFirst) {
    return (
      <Page>
        <PageHeader
          title="CRM Details"
          description="No CRM is connected yet. Baton acts on nothing that is already there: it counts first, and asks."
        />
        {body}
      </Page>
    );
  }
  return (
    <EditorPage title="Connect another account" back={{ to: '/crm-details', label: 'CRM Details' }}>
      {body}
    </EditorPage>
  );
}
