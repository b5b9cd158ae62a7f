import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { ForAdmins, MembersNote } from '../../ui/for-admins.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { AdminsSection } from './admins-section.tsx';
import { BackupsSection } from './backups-section.tsx';
import { ExclusionsSection } from './exclusions-section.tsx';
import { ExportSection } from './export-section.tsx';
import { ImportSection } from './import-section.tsx';
import { LockSection } from './lock-section.tsx';
import { PersonSection } from './person-section.tsx';
import { UpdatesSection } from './updates-section.tsx';

/** Settings → *Data*: backups, what is stored about a person, and everything as files. */
export function DataPage() {
  const query = useQuery(api.data.backups.queryOptions());
  return (
    <Page>
      <PageHeader
        title="Data"
        description="Everything Baton keeps is on this machine: copies of it, one person’s part of it, and all of it as files."
      />
      <PageBody>
        <MembersNote what="Backing up, restoring, importing, updating and erasing" />
        {query.data !== undefined ? (
          <ForAdmins>
            <BackupsSection view={query.data} />
          </ForAdmins>
        ) : query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingState label="Reading the backups" />
        )}
        <ForAdmins>
          <AdminsSection />
        </ForAdmins>
        <ExclusionsSection />
        <PersonSection />
        <ExportSection />
        <ForAdmins>
          <ImportSection />
        </ForAdmins>
        <LockSection />
        <ForAdmins>
          <UpdatesSection />
        </ForAdmins>
      </PageBody>
    </Page>
  );
}
