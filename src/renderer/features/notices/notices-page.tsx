import { useQuery } from '@tanstack/react-query';
import type { NoticesView } from '#contract/notices.ts';
import { api } from '../../api/client.ts';
import { ForAdmins, MembersNote } from '../../ui/for-admins.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { AdminsSection } from '../data/admins-section.tsx';
import { NoticesForm } from './notices-form.tsx';

/** What was saved: news that come in meanwhile take nothing from whoever types. */
function kept({ me, rhythm, hour, timeZone, rows }: NoticesView): string {
  return JSON.stringify([me, rhythm, hour, timeZone, rows]);
}

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
        <MembersNote what="Who is told of what" />
        {query.data !== undefined ? (
          <ForAdmins>
            <NoticesForm key={kept(query.data)} view={query.data} />
          </ForAdmins>
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
