import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { EditorPage } from '../../ui/editor-page.tsx';
import { PageBody } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { valuesOf, withStepAdded } from './schedule-draft.ts';

const BLANK = withStepAdded(withStepAdded(valuesOf({ name: '', steps: [] })));

/** Edits a schedule; `scheduleId` null: a new one. */
export function ScheduleEditor({ scheduleId }: { readonly scheduleId: string | null }) {
  if (scheduleId === null) return <ScheduleForm start={BLANK} saved={null} onReload={() => undefined} />;
  return <KnownSchedule scheduleId={scheduleId} />;
}

function KnownSchedule({ scheduleId }: { readonly scheduleId: string }) {
  // A form that starts from an old version could not be saved: it is always read anew, and begun anew on reload.
  const [edition, setEdition] = useState(0);
  const { data, error, refetch, isFetchedAfterMount } = useQuery(
    api.schedules.get.queryOptions({ input: { id: scheduleId }, staleTime: 0, gcTime: 0 }),
  );
  if (data && isFetchedAfterMount) {
    const reload = (): void => void refetch().then(() => setEdition((before) => before + 1));
    return <ScheduleForm key={edition} start={valuesOf(data)} saved={data} onReload={reload} />;
  }
  return (
    <EditorPage title="Schedule" back={{ to: '/schedules', label: 'All schedules' }}>
      <PageBody>
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState label="Reading the schedule" />
        )}
      </PageBody>
    </EditorPage>
  );
}
