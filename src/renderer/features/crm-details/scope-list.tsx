import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Section } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import classes from './crm-details.module.css';

/** The scopes that a key needs, and what each is for. */
export function ScopeList() {
  const query = useQuery(api.connections.scopes.queryOptions());
  const scopes = query.data;
  return (
    <Section
      title="Scopes of the key"
      description="Tick these, and no more, when you create the key."
      actions={
        scopes && (
          <CopyButton
            value={scopes.map(({ scope }) => scope).join('\n')}
            label="Copy the names of the scopes"
          />
        )
      }
    >
      {scopes ? (
        <dl className={classes.scopes}>
          {scopes.map(({ scope, purpose, needed }) => (
            <div key={scope}>
              <dt>
                <code>{scope}</code>
                {!needed && <span className={classes.optional}>optional</span>}
              </dt>
              <dd>{purpose}</dd>
            </div>
          ))}
        </dl>
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingState label="Reading the scopes" />
      )}
    </Section>
  );
}
