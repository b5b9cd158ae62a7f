import { Page, PageBody, PageHeader } from '../../ui/page-header.tsx';
import { EditorPage } from '../../ui/editor-page.tsx';
import { ConnectForm } from './connect-form.tsx';
import classes from './crm-details.module.css';
import { ScopeList } from './scope-list.tsx';

/** Connects a CRM account: the form, and what its key has to be allowed. */
export function ConnectPage({ isFirst }: { readonly isFirst: boolean }) {
  const body = (
    <PageBody>
      <div className={classes.connect}>
        <ConnectForm />
        <ScopeList />
      </div>
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
