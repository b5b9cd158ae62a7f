import { Button, PasswordInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, queryClient } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { notifyDone } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import { AccountFields, baseUrlOf, NO_WISHES } from './account-fields.tsx';
import { putConnection } from './connection-cache.ts';
import classes from './crm-details.module.css';

/** Connects HubSpot with a service key. The key is tried before it is kept, and never shown again. */
export function ConnectForm() {
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [token, setToken] = useState('');
  const [wishes, setWishes] = useState(NO_WISHES);
  const trial = useMutation(api.connections.test.mutationOptions({ gcTime: 0 }));
  const connect = useMutation(
    api.connections.connect.mutationOptions({
      gcTime: 0,
      onSuccess: (view) => {
        setToken('');
        trial.reset();
        putConnection(view);
        void queryClient.invalidateQueries({ queryKey: api.connections.key() });
        notifyDone(`${view.name} is connected.`);
        void navigate({ to: '/crm-details/$connectionId', params: { connectionId: view.id } });
      },
    }),
  );
  const error = connect.error ?? trial.error;
  const problems = useFieldProblems(error, form);
  const credential = {
    provider: 'hubspot' as const,
    token,
    baseUrl: baseUrlOf(wishes),
  };
  const account = trial.data;
  const buttons = useRef<HTMLDivElement>(null);
  // A sentence about a field stands at that field.
  const hasAnswer = account !== undefined || (error !== null && problems.count === 0);
  // What was found, or why not, stands at the end of a long form, and moves its buttons down.
  useEffect(() => {
    if (hasAnswer) buttons.current?.scrollIntoView({ block: 'nearest' });
  }, [hasAnswer]);
  const tryKey = (): void => {
    connect.reset();
    trial.mutate(credential);
  };
  /** What was said of another key or address does not hold for this one. */
  const forget = (): void => {
    trial.reset();
    connect.reset();
  };
  return (
    <Section
      title="Connect HubSpot"
      description="With a service key: in HubSpot, Development → Keys → Service keys. A private app’s token (pat-…) works too."
    >
      <form
        ref={form}
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (account === undefined) tryKey();
          else {
            const { name, preset, readOnly } = wishes;
            connect.mutate({ ...credential, name, preset, readOnly });
          }
        }}
      >
        <PasswordInput
          label="Service key"
          description="Kept in this machine’s keychain, or an encrypted file where there is none. Never shown again."
          required
          autoComplete="off"
          spellCheck={false}
          data-1p-ignore
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide what you type' }}
          value={token}
          error={problems.of('token')}
          onChange={(event) => {
            setToken(event.currentTarget.value);
            forget();
          }}
        />
        <AccountFields
          wishes={wishes}
          problems={problems}
          onChange={(change) => {
            setWishes({ ...wishes, ...change });
            if (change.address !== undefined) forget();
          }}
        />
        {account !== undefined && (
          <div className={classes.tried} role="status">
            <IconCircleCheck size={20} aria-hidden />
            <div>
              <p className={classes.triedTitle}>The key works. It opens:</p>
              <dl className={classes.triedFacts}>
                <div>
                  <dt>Account</dt>
                  <dd>{account.accountId}</dd>
                </div>
                <div>
                  <dt>Identity</dt>
                  <dd className="foreign">{account.identity}</dd>
                </div>
                <div>
                  <dt>Time zone</dt>
                  <dd>{account.timeZone}</dd>
                </div>
                <div>
                  <dt>Kind</dt>
                  <dd>{account.kind}</dd>
                </div>
              </dl>
              <p className={classes.hint}>Nothing is kept yet.</p>
            </div>
          </div>
        )}
        {problems.count === 0 && <FieldError error={error} />}
        <div className={classes.formButtons} ref={buttons}>
          <Button
            variant={account === undefined ? 'filled' : 'default'}
            type={account === undefined ? 'submit' : 'button'}
            loading={trial.isPending}
            onClick={account === undefined ? undefined : tryKey}
          >
            Try the key
          </Button>
          <Button
            type={account === undefined ? 'button' : 'submit'}
            disabled={account === undefined}
            loading={connect.isPending}
          >
            Connect
          </Button>
          {account === undefined && (
            <span className={classes.hint}>Connect is possible once the key was tried.</span>
          )}
        </div>
      </form>
    </Section>
  );
}
