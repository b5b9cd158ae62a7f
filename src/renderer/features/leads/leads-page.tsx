import { Page, PageHeader } from '../../ui/page-header.tsx';

/** The page *Leads*. */
export function LeadsPage() {
  return (
    <Page>
      <PageHeader title="Leads" />
    </Page>
  );
}
