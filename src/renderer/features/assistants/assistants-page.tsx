import { useParams } from '@tanstack/react-router';
import { AssistantEditor } from './assistant-editor.tsx';
import { AssistantsList } from './assistants-list.tsx';

/** The page *Assistants*: all of them, one of them, or a new one (`new` in the place of the id). */
export function AssistantsPage() {
  const { assistantId } = useParams({ strict: false });
  if (assistantId === undefined) return <AssistantsList />;
  return <AssistantEditor key={assistantId} assistantId={assistantId === 'new' ? null : assistantId} />;
}
