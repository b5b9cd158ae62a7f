import { useQuery } from '@tanstack/react-query';
import type { ConnectionView } from '#contract/connections.ts';
import { api } from '../../api/client.ts';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { AwaySection } from './away-section.tsx';
import { HandBackForm } from './hand-back-form.tsx';

/** What happens when an assistant lets a contact go: who gets it, what follows a complete schedule, who is away. */
export function HandBackTab({ connection }: { readonly connection: ConnectionView }) {
  const { id } = connection;
  const view = useQuery(api.sending.handBack.queryOptions({ input: { connectionId: id } }));
  const users = useQuery(api.connections.users.queryOptions({ input: { id } }));
  const error = view.error ?? users.error;
  if (view.data === undefined || users.data === undefined) {
    return error ? (
      <ErrorState
        error={error}
        onRetry={() => {
          void view.refetch();
          void users.refetch();
        }}
      />
    ) : (
      <LoadingState label="Reading who gets contacts back" />
    );
  }
  const assistants = new Set(connection.rows.map((row) => row.assistantEmail?.toLowerCase()));
  const people = users.data
    .filter(({ email }) => !assistants.has(email.toLowerCase()))
    .map(({ id: value, name, email, active }) => ({
      value,
      label: `${name || email}${active ? '' : ' (not active)'}`,
      active,
    }));
  return (
    <>
      <AwaySection connectionId={id} view={view.data} people={people} />
      <HandBackForm key={view.data.version} view={view.data} people={people} />
    </>
  );
}

/** A user of the CRM to choose. */
export interface Person {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
}
