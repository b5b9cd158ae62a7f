import { IconExternalLink } from '@tabler/icons-react';
import type { ConnectionView } from '#contract/connections.ts';
import type { Failure } from '../../api/errors.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import classes from './status-table.module.css';

/** Where HubSpot's admins manage users; null: the account is on another server. */
function usersPage({ baseUrl, uiDomain, accountId }: ConnectionView): string | null {
  return baseUrl === null ? `https://${uiDomain}/settings/${encodeURIComponent(accountId)}/users` : null;
}

interface InviteStepsProps {
  readonly connection: ConnectionView;
  readonly name: string;
  readonly email: string;
  /** Why the CRM did not take the invitation from here; null: it was not asked. */
  readonly refusal: Failure | null;
}

/** How a person makes the assistant a user of the CRM. */
export function InviteSteps({ connection, name, email, refusal }: InviteStepsProps) {
  const page = usersPage(connection);
  return (
    <div className={classes.steps} role={refusal === null ? undefined : 'alert'}>
      {refusal !== null && (
        <p>
          <strong>The CRM did not take the invitation from here.</strong> {refusal.sentence}
          {refusal.missingScopes.length > 0 && (
            <>
              {' '}
              Missing: <code>{refusal.missingScopes.join(', ')}</code>.
            </>
          )}
        </p>
      )}
      <ol>
        <li>
          As an admin of the CRM, open{' '}
          {page === null ? (
            'Settings → Users & Teams'
          ) : (
            <a href={page} target="_blank" rel="noreferrer">
              Settings → Users & Teams <IconExternalLink size={13} aria-hidden />
            </a>
          )}{' '}
          and create a user.
        </li>
        <li>
          Give the address <bdi className="foreign">{email}</bdi>{' '}
          <CopyButton value={email} label={`Copy ${email}`} /> and let {name} view and edit contacts.
        </li>
        <li>Send the invitation. It comes to her own mailbox.</li>
        <li>
          Open the link in it in a private window, or log out of the CRM before: else it is you who accepts.
        </li>
        <li>Come back and press Refresh.</li>
      </ol>
    </div>
  );
}
