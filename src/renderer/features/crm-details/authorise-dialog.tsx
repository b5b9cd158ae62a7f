import { Button, Group, Modal, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ConnectionView } from '#contract/connections.ts';
import type { ScopeFeature } from '#contract/names.ts';
import { api } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { AppFields, NO_APP, TAKES_LINKS, type AppWords } from './app-fields.tsx';
import { AskedScopes } from './asked-scopes.tsx';
import { AttemptPanel } from './attempt-panel.tsx';
import classes from './crm-details.module.css';
import { openConsent, putAttempt, useAttempt, useCancel } from './use-attempt.ts';

interface AuthoriseDialogProps {
  readonly connection: ConnectionView;
  readonly opened: boolean;
  /** A feature whose scopes are to be granted; null: access again. */
  readonly grants: ScopeFeature | null;
  readonly onClose: () => void;
  /** It was not active and is now. */
  readonly onReconnected: () => void;
}

/** The consent for a connection: again after it failed, or for a feature that needs more. Shows one under way. */
export function AuthoriseDialog({
  connection,
  opened,
  grants,
  onClose,
  onReconnected,
}: AuthoriseDialogProps) {
  const navigate = useNavigate();
  const attempt = useAttempt(connection.id);
  const cancel = useCancel();
  const wasActive = connection.status === 'Active';
  const title =
    grants !== null ? 'Grant more' : wasActive ? 'Authorise again' : `Reconnect ${connection.name}`;
  const close = (): void => {
    if (attempt !== null) cancel.mutate(undefined);
    onClose();
  };
  return (
    <Modal
      opened={opened || attempt !== null}
      onClose={close}
      closeOnClickOutside={attempt === null}
      size="lg"
      title={title}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {attempt === null ? (
        <AgainForm connection={connection} grants={grants} onClose={close} />
      ) : (
        <AttemptPanel
          attempt={attempt}
          verb={wasActive ? 'Use this access' : 'Reconnect'}
          onKept={({ id }) => {
            onClose();
            if (id !== connection.id)
              void navigate({ to: '/crm-details/$connectionId', params: { connectionId: id } });
            else if (!wasActive) onReconnected();
          }}
        />
      )}
    </Modal>
  );
}

function AgainForm({
  connection,
  grants,
  onClose,
}: {
  readonly connection: ConnectionView;
  readonly grants: ScopeFeature | null;
  readonly onClose: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const has = (feature: ScopeFeature): boolean =>
    connection.app?.scopes.some((scope) => scope.feature === feature && scope.isGranted) ?? false;
  const [words, setWords] = useState<AppWords>({
    ...NO_APP,
    clientId: connection.app?.clientId ?? '',
    // An installation that came from a desktop program may have a page.
    returnPage: TAKES_LINKS ? (connection.app?.returnPage ?? null) : null,
    invites: has('inviting') || grants === 'inviting',
  });
  const hasSecret = connection.app !== null && connection.status !== 'Inactive';
  // What is kept is enough, unless it is just that which is wrong.
  const [isChanging, setChanging] = useState(
    !hasSecret || /^Client|^Redirect/.test(connection.failure ?? ''),
  );
  const writes = !connection.readOnly || has('writing') || grants === 'writing';
  const plan = useQuery({
    ...api.authorisation.plan.queryOptions({ input: { readOnly: !writes, invites: words.invites } }),
    placeholderData: (before) => before,
  }).data;
  const begin = useMutation(
    api.authorisation.beginAgain.mutationOptions({
      gcTime: 0,
      onSuccess: (attempt) => {
        putAttempt(attempt);
        openConsent(attempt);
      },
    }),
  );
  const problems = useFieldProblems(begin.error, form);
  const granted = connection.app?.scopes.filter(({ isGranted }) => isGranted).map(({ scope }) => scope);
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate({ id: connection.id, ...words, writes });
      }}
    >
      <Text size="sm">
        Choose account {connection.accountId} on HubSpot’s page. Another one is never put in its place.
      </Text>
      {plan && (
        <div
          className={classes.askedAgain}
          // A long list scrolls by itself, so that the buttons stay in view.
          tabIndex={0}
          role="region"
          aria-label="What is asked for"
        >
          <AskedScopes scopes={plan.scopes} granted={granted ?? null} />
        </div>
      )}
      {isChanging || problems.count > 0 ? (
        <AppFields
          app={words}
          problems={problems}
          hasSecret={hasSecret}
          onChange={(change) => {
            for (const field of Object.keys(change)) problems.touch(field);
            setWords({ ...words, ...change });
          }}
        />
      ) : (
        <Button variant="subtle" className={classes.leftButton} onClick={() => setChanging(true)}>
          Another app, secret or way back…
        </Button>
      )}
      {problems.count === 0 && <FieldError error={begin.error} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          type="submit"
          loading={begin.isPending}
          rightSection={<IconExternalLink size={16} aria-hidden />}
        >
          Authorise HubSpot
        </Button>
      </Group>
    </form>
  );
}
