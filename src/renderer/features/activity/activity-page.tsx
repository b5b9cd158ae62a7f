import { Page, PageHeader } from '../../ui/page-header.tsx';

/** The page *Activity*. */
export function ActivityPage() {
  return (
    <Page>
      <PageHeader title="Activity" />
    </Page>
  );
}
