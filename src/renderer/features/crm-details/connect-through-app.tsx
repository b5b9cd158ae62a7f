import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../api/client.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Section } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { NO_WISHES } from './account-fields.tsx';
import { NO_APP } from './app-fields.tsx';
import { AskedScopes } from './asked-scopes.tsx';
import { AttemptPanel } from './attempt-panel.tsx';
import { AuthoriseForm } from './authorise-form.tsx';
import classes from './crm-details.module.css';
import { useAttempt } from './use-attempt.ts';

/** Connects an account through an app of the team's own: the form, then the attempt, and what is asked for. */
export function ConnectThroughApp() {
  const navigate = useNavigate();
  const attempt = useAttempt(null);
  const panel = useRef<HTMLDivElement>(null);
  const stage = attempt?.stage.kind;
  // The button that began it stands at the end of a long form.
  useEffect(() => {
    if (stage !== undefined) panel.current?.scrollIntoView({ block: 'center' });
  }, [stage]);
  const [app, setApp] = useState(NO_APP);
  const [wishes, setWishes] = useState(NO_WISHES);
  return (
    <>
      <Section
        title="Connect HubSpot"
        description={
          attempt === null
            ? 'With an app that you upload to HubSpot once. It lies in resources/hubspot-app, and docs/connect-hubspot.md leads through it.'
            : undefined
        }
      >
        {attempt !== null && (
          <div ref={panel}>
            <AttemptPanel
              attempt={attempt}
              verb="Connect"
              onKept={({ id }) => {
                setApp(NO_APP);
                void navigate({ to: '/crm-details/$connectionId', params: { connectionId: id } });
              }}
            />
          </div>
        )}
        <div hidden={attempt !== null}>
          <AuthoriseForm
            app={app}
            wishes={wishes}
            onApp={(change) => setApp({ ...app, ...change })}
            onWishes={(change) => setWishes({ ...wishes, ...change })}
          />
        </div>
      </Section>
      {attempt === null ? (
        <Plan readOnly={wishes.readOnly} invites={app.invites} />
      ) : (
        <Section title="What is asked for" description="HubSpot lists the same.">
          <AskedScopes scopes={attempt.asked} />
        </Section>
      )}
    </>
  );
}

/** What will be asked for with these switches, and the redirect URLs of the app. */
function Plan({ readOnly, invites }: { readonly readOnly: boolean; readonly invites: boolean }) {
  const query = useQuery({
    ...api.authorisation.plan.queryOptions({ input: { readOnly, invites } }),
    placeholderData: (before) => before,
  });
  const plan = query.data;
  return (
    <div className={classes.aside}>
      <Section title="What is asked for" description="No more than what is switched on needs.">
        {plan ? (
          <AskedScopes scopes={plan.scopes} />
        ) : query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingState label="Reading the scopes" />
        )}
      </Section>
      {plan && (
        <Section
          title="Redirect URLs of the app"
          description="They stand in the app that you upload. HubSpot compares them letter by letter."
        >
          <ul className={classes.urls}>
            {plan.redirectUrls.map((url) => (
              <li key={url}>
                <code>{url}</code>
                <CopyButton value={url} label={`Copy ${url}`} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
