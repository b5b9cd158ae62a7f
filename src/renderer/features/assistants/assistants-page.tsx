import { Page, PageHeader } from '../../ui/page-header.tsx';

/** The page *Assistants*. */
export function AssistantsPage() {
  return (
    <Page>
      <PageHeader title="Assistants" />
    </Page>
  );
}
