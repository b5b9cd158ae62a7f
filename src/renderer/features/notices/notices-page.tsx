import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { Page, PageBody, PageHeader } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { AdminsSection } from '../data/admins-section.tsx';
import { NoticesForm } from './notices-form.tsx';

/** Settings → *Notices*: who is told of what, in the app and by mail. */
export function NoticesPage() {
  const query = useQuery(api.notices.get.queryOptions());
  return (
    <Page>
      <PageHeader
        title="Notices"
        description="Who is told of what. The same event of the same lead goes out by mail once in 180 days."
      />
      <PageBody>
        {query.data !== undefined ? (
          <NoticesForm key={query.dataUpdatedAt} view={query.data} />
        ) : query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingState label="Reading who is told of what" lines={9} />
        )}
        <AdminsSection />
      </PageBody>
    </Page>
  );
}
