import { Page, PageHeader } from '../../ui/page-header.tsx';

/** The page *CRM Details*. */
export function CrmDetailsPage() {
  return (
    <Page>
      <PageHeader title="CRM Details" />
    </Page>
  );
}
