import { Button, Tabs } from '@mantine/core';
import { IconActivity, IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api } from '../../api/client.ts';
import { Page, PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/page-states.tsx';
import { ActivityList } from './activity-list.tsx';
import { activityFilterOf } from './activity-search.ts';
import type { ActivitySearch } from './activity-search.ts';
import classes from './activity-page.module.css';
import { ActivityToolbar } from './activity-toolbar.tsx';
import { ExportMenu } from './export-menu.tsx';
import { PreviewPage } from './preview-page.tsx';

const route = getRouteApi('/activity');

/** The page *Activity*: every write to the CRM and every mail. */
export function ActivityPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const filter = useMemo(() => activityFilterOf(search), [search]);
  const held = useQuery(api.activity.overview.queryOptions()).data?.outbox.held ?? 0;
  const [total, setTotal] = useState(0);
  const filtered = Object.keys(filter).length > 0;
  const change = (next: Partial<ActivitySearch>): void =>
    void navigate({ to: '/activity', search: { ...search, ...next }, replace: true });
  const clear = (): void => void navigate({ to: '/activity', search: {}, replace: true });
  return (
    <Page>
      <PageHeader
        title="Activity"
        actions={search.view === undefined && total > 0 ? <ExportMenu filter={filter} /> : undefined}
        description={
          <>
            Every write to the CRM and every mail, with what was there before.{' '}
            {total > 0 && (
              <span role="status">{`${total.toLocaleString()} ${filtered ? 'match' : 'in all'}.`}</span>
            )}
          </>
        }
      />
      <Tabs
        value={search.view ?? 'done'}
        onChange={(view) => change({ view: view === 'preview' ? 'preview' : undefined })}
        keepMounted={false}
        className={classes.frame}
        classNames={{ list: classes.tabs, panel: classes.panel }}
      >
        <Tabs.List aria-label="Parts of Activity">
          <Tabs.Tab value="done">Activity</Tabs.Tab>
          <Tabs.Tab value="preview">Preview{held > 0 ? ` (${held.toLocaleString()})` : ''}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="preview">
          <PreviewPage connectionId={search.connectionId ?? null} />
        </Tabs.Panel>
        <Tabs.Panel value="done">
          <div className={classes.controls}>
            <ActivityToolbar search={search} onChange={change} onClear={clear} />
          </div>
          <ActivityList
            key={JSON.stringify(filter)}
            filter={filter}
            onTotal={setTotal}
            whenEmpty={
              filtered ? (
                <EmptyState
                  icon={IconFilterOff}
                  title="Nothing matches"
                  action={
                    <Button variant="default" onClick={clear}>
                      Clear filters
                    </Button>
                  }
                >
                  Try fewer filters or another word.
                </EmptyState>
              ) : (
                <EmptyState icon={IconActivity} title="Nothing has been written yet">
                  As soon as an assistant takes a record over, each write to the CRM and each mail is listed
                  here.
                </EmptyState>
              )
            }
          />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
