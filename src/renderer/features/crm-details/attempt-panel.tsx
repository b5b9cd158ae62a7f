import { Alert, Button, Group, Loader, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconExternalLink } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AttemptView } from '#contract/authorisation.ts';
import type { ConnectionView } from '#contract/connections.ts';
import { api, queryClient } from '../../api/client.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import { useFieldProblems } from '../../ui/field-problems.ts';
import { notifyDone } from '../../ui/notify.ts';
import { TimeText } from '../../ui/time-text.tsx';
import { putConnection } from './connection-cache.ts';
import classes from './crm-details.module.css';
import { IdentityChoice } from './identity-choice.tsx';
import { putAttempt, useCancel } from './use-attempt.ts';

interface AttemptPanelProps {
  readonly attempt: AttemptView;
  /** What the confirmation does, as its button says it. */
  readonly verb: string;
  readonly onKept: (connection: ConnectionView) => void;
}

/** Where an authorisation stands: waiting for the browser, to be confirmed, or refused. */
export function AttemptPanel({ attempt, verb, onKept }: AttemptPanelProps) {
  const { stage } = attempt;
  switch (stage.kind) {
    case 'waiting':
      return <Waiting attempt={attempt} remark={stage.remark} />;
    case 'exchanging':
      return (
        <div className={classes.waiting} role="status">
          <Loader size="sm" />
          <div>
            <p className={classes.triedTitle}>HubSpot is asked whose account it is</p>
            <p className={classes.hint}>Nothing is kept yet.</p>
          </div>
        </div>
      );
    case 'confirm':
      return <Confirm stage={stage} verb={verb} onKept={onKept} />;
    case 'refused':
      return <Refused sentence={stage.sentence} />;
  }
}

function Waiting({ attempt, remark }: { readonly attempt: AttemptView; readonly remark: string | null }) {
  const cancel = useCancel();
  const mayBePasted = !attempt.viaPage;
  return (
    <Stack gap="md">
      <div className={classes.waiting} role="status">
        <Loader size="sm" />
        <div>
          <p className={classes.triedTitle}>Waiting for you in the browser</p>
          <p className={classes.hint}>
            Choose the account on HubSpot’s page and allow what is listed. This attempt ends{' '}
            <TimeText at={attempt.expiresAt} />.
          </p>
        </div>
      </div>
      {remark !== null && (
        <Alert
          color="warning"
          variant="light"
          icon={<IconAlertTriangle size={18} aria-hidden />}
          role="alert"
        >
          {remark} This attempt goes on waiting.
        </Alert>
      )}
      <Group gap="xs">
        <Button
          component="a"
          href={attempt.url}
          target="_blank"
          rel="noreferrer"
          variant="default"
          rightSection={<IconExternalLink size={15} aria-hidden />}
        >
          Open HubSpot again
        </Button>
        <CopyButton value={attempt.url} label="Copy the link to HubSpot’s page" />
        <Button
          variant="subtle"
          color="gray"
          loading={cancel.isPending}
          onClick={() => cancel.mutate(undefined)}
        >
          Cancel
        </Button>
      </Group>
      {mayBePasted && <Paste isListening={attempt.isListening} redirectUrl={attempt.redirectUrl} />}
    </Stack>
  );
}

/** The third way back: the browser is on another machine, or could not get through. */
function Paste({
  isListening,
  redirectUrl,
}: {
  readonly isListening: boolean;
  readonly redirectUrl: string;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [address, setAddress] = useState('');
  const paste = useMutation(api.authorisation.paste.mutationOptions({ gcTime: 0, onSuccess: putAttempt }));
  const problems = useFieldProblems(paste.error, form);
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        paste.mutate({ address });
      }}
    >
      <TextInput
        label="Or paste the address that the browser ended on"
        description={
          isListening
            ? 'When the browser runs on another machine, its last page cannot be shown there. Copy its whole address.'
            : `Baton cannot listen on the ports of this machine, so the browser’s last page cannot be shown. Copy its whole address; it begins with ${redirectUrl}.`
        }
        autoComplete="off"
        spellCheck={false}
        placeholder={`${redirectUrl}?code=…`}
        value={address}
        error={problems.of('address')}
        onChange={(event) => {
          setAddress(event.currentTarget.value);
          problems.touch('address');
        }}
      />
      {problems.count === 0 && <FieldError error={paste.error} />}
      <Group gap="xs">
        <Button type="submit" variant="default" disabled={address.trim() === ''} loading={paste.isPending}>
          Use this address
        </Button>
      </Group>
    </form>
  );
}

type ConfirmStage = Extract<AttemptView['stage'], { kind: 'confirm' }>;

function Confirm({
  stage,
  verb,
  onKept,
}: {
  readonly stage: ConfirmStage;
  readonly verb: string;
  readonly onKept: (connection: ConnectionView) => void;
}) {
  const cancel = useCancel();
  const [actsAs, setActsAs] = useState(stage.actsAs);
  const confirm = useMutation(
    api.authorisation.confirm.mutationOptions({
      gcTime: 0,
      onSuccess: (view) => {
        putAttempt(null);
        putConnection(view);
        for (const queryKey of [api.connections.key(), api.health.key(), api.attention.key()])
          void queryClient.invalidateQueries({ queryKey });
        notifyDone(`${view.name} is connected.`);
        onKept(view);
      },
    }),
  );
  return (
    <Stack gap="md">
      <div className={classes.tried} role="status">
        <IconCircleCheck size={20} aria-hidden />
        <div>
          <p className={classes.triedTitle}>HubSpot allowed it. It opens:</p>
          <dl className={classes.triedFacts}>
            <div>
              <dt>Account</dt>
              <dd>{stage.accountId}</dd>
            </div>
            <div>
              <dt>Allowed by</dt>
              <dd className="foreign">
                <bdi>{stage.user}</bdi>
              </dd>
            </div>
            <div>
              <dt>Time zone</dt>
              <dd>{stage.timeZone}</dd>
            </div>
            <div>
              <dt>Kind</dt>
              <dd>{stage.accountKind}</dd>
            </div>
          </dl>
          <p className={classes.hint}>Nothing is kept yet.</p>
        </div>
      </div>
      {stage.isOther && stage.takenBy === null && (
        <Text size="sm">
          This is another account than this connection’s, and its contacts are others, so the access is not
          used for it. A new workspace keeps the two apart: the other account becomes a connection of its own.
        </Text>
      )}
      {stage.takenBy !== null && (
        <Alert color="warning" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />}>
          This account is connected already, as <bdi>{stage.takenBy}</bdi>. Cancel, and use Reconnect there.
        </Alert>
      )}
      {stage.missing.length > 0 && (
        <Alert color="warning" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />}>
          Not granted: {stage.missing.map(({ scope }) => scope).join(', ')}. Only what needs it stays off; you
          can ask for it again later.
        </Alert>
      )}
      {stage.takenBy === null && (
        <IdentityChoice identities={stage.identities} value={actsAs} onChange={setActsAs} />
      )}
      <FieldError error={confirm.error} />
      <Group gap="xs">
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
          Cancel
        </Button>
        {stage.takenBy === null && (
          <Button
            data-autofocus
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ as: stage.isOther ? 'new-workspace' : 'asked', actsAs })}
          >
            {stage.isOther ? 'New workspace' : verb}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Refused({ sentence }: { readonly sentence: string }) {
  const cancel = useCancel();
  return (
    <Stack gap="md">
      <Alert color="danger" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} role="alert">
        {sentence}
      </Alert>
      <Group gap="xs">
        <Button loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
          Begin again
        </Button>
      </Group>
    </Stack>
  );
}
