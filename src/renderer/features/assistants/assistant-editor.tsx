import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { EditorPage } from '../../ui/editor-page.tsx';
import { PageBody } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { AssistantForm } from './assistant-form.tsx';

/** Edits an assistant; `assistantId` null: a new one. */
export function AssistantEditor({ assistantId }: { readonly assistantId: string | null }) {
  return assistantId === null ? <NewAssistant /> : <KnownAssistant assistantId={assistantId} />;
}

function NewAssistant() {
  const blank = useQuery(api.assistants.blank.queryOptions({ gcTime: 0 }));
  if (blank.data) return <AssistantForm draft={blank.data} saved={null} onReload={() => undefined} />;
  return <NotYet title="New assistant" error={blank.error} onRetry={() => void blank.refetch()} />;
}

function KnownAssistant({ assistantId }: { readonly assistantId: string }) {
  // A form that starts from an old version could not be saved: it is always read anew, and begun anew on reload.
  const [edition, setEdition] = useState(0);
  const { data, error, refetch, isFetchedAfterMount } = useQuery(
    api.assistants.get.queryOptions({ input: { id: assistantId }, staleTime: 0, gcTime: 0 }),
  );
  if (!data || !isFetchedAfterMount) {
    return <NotYet title="Assistant" error={error} onRetry={() => void refetch()} />;
  }
  const reload = (): void => void refetch().then(() => setEdition((before) => before + 1));
  return <AssistantForm key={edition} draft={data} saved={data} onReload={reload} />;
}

function NotYet({
  title,
  error,
  onRetry,
}: {
  readonly title: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}) {
  return (
    <EditorPage title={title} back={{ to: '/assistants', label: 'All assistants' }}>
      <PageBody>
        {error ? (
          <ErrorState error={error} onRetry={onRetry} />
        ) : (
          <LoadingState label="Reading the assistant" />
        )}
      </PageBody>
    </EditorPage>
  );
}
