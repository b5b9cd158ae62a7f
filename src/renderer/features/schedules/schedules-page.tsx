import { Page, PageHeader } from '../../ui/page-header.tsx';

/** The page *Schedules*. */
export function SchedulesPage() {
  return (
    <Page>
      <PageHeader title="Schedules" />
    </Page>
  );
}
