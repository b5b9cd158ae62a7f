import { IconPlus } from '@tabler/icons-react';
import type { AskedScope } from '#contract/authorisation.ts';
import classes from './crm-details.module.css';

interface AskedScopesProps {
  readonly scopes: readonly AskedScope[];
  /** Those that the app has already; the others are what is new. null: everything is. */
  readonly granted?: readonly string[] | null;
}

/** What the consent page asks for, each with its purpose; what is new stands out. */
export function AskedScopes({ scopes, granted = null }: AskedScopesProps) {
  const isNew = (scope: string): boolean => granted !== null && scope !== 'oauth' && !granted.includes(scope);
  // What is new comes first: it is what the person is asked about.
  const inOrder = [...scopes].sort((a, b) => Number(isNew(b.scope)) - Number(isNew(a.scope)));
  return (
    <dl className={classes.scopes}>
      {inOrder.map(({ scope, purpose, required }) => (
        <div key={scope} data-new={isNew(scope) || undefined}>
          <dt>
            <code>{scope}</code>
            {isNew(scope) && (
              <span className={classes.newScope}>
                <IconPlus size={11} stroke={2.5} aria-hidden /> new
              </span>
            )}
            {!required && granted === null && <span className={classes.optional}>optional in the app</span>}
          </dt>
          <dd>{purpose}</dd>
        </div>
      ))}
    </dl>
  );
}
