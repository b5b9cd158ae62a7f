import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconClipboardText, IconMailForward, IconPlus, IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ConnectionView, IntegrationRow } from '#contract/connections.ts';
import { api } from '../../api/client.ts';
import { useNow, useSystemInfo } from '../../api/clock.ts';
import { failureOf } from '../../api/errors.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { TimeText } from '../../ui/time-text.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { putConnection } from './connection-cache.ts';
import { diagnosticsText } from './diagnostics.ts';
import { InviteSteps } from './invite-steps.tsx';
import { STATUS_LOOKS } from './status-looks.ts';
import classes from './status-table.module.css';

interface StatusRowProps {
  readonly connection: ConnectionView;
  readonly row: IntegrationRow;
  readonly verifying: boolean;
  /** undefined: the connection is not active, so nothing can be verified. */
  readonly onVerify: (() => void) | undefined;
}

/** One assistant in this CRM: her status in its exact word, what it means, and what to do. */
export function StatusRow({ connection, row, verifying, onVerify }: StatusRowProps) {
  const { tone, icon } = STATUS_LOOKS[row.status];
  return (
    <tr>
      <td>{row.userName === '' ? <span className={classes.quiet}>–</span> : <bdi>{row.userName}</bdi>}</td>
      <td>
        {row.assistantId === null ? (
          <span className={classes.quiet}>none yet</span>
        ) : (
          <>
            <Link
              to="/assistants/$assistantId"
              params={{ assistantId: row.assistantId }}
              className={classes.name}
            >
              <bdi>{row.assistantName}</bdi>
            </Link>
            <span className={classes.address}>
              <bdi className="foreign">{row.assistantEmail}</bdi>
              <CopyButton
                value={`${row.assistantName} <${row.assistantEmail}>`}
                label={`Copy the address of ${row.assistantName}`}
              />
            </span>
          </>
        )}
      </td>
      <td>
        <ToneMark tone={tone} icon={icon} code>
          {row.status}
        </ToneMark>
        <p className={classes.meaning}>
          {row.meaning}
          {row.checkedAt !== null && (
            <span className={classes.quiet}>
              {' '}
              Checked <TimeText at={row.checkedAt} />.
            </span>
          )}
        </p>
        {row.status !== 'ALL_WORKING_WELL' && (
          <>
            <p className={classes.next}>
              <strong>Next:</strong> {row.nextStep}
            </p>
            <RowActions connection={connection} row={row} verifying={verifying} onVerify={onVerify} />
          </>
        )}
      </td>
    </tr>
  );
}

function RowActions({ connection, row, verifying, onVerify }: StatusRowProps) {
  const [byHand, setByHand] = useState(false);
  const info = useSystemInfo();
  const now = useNow(60_000);
  const clipboard = useClipboard({ timeout: 1_500 });
  const invite = useMutation(
    api.connections.inviteAssistant.mutationOptions({
      onSuccess: (view) => {
        putConnection(view);
        notifyDone(`The CRM sends the invitation to ${row.assistantEmail}.`);
      },
      onError: () => setByHand(true),
    }),
  );
  if (row.assistantId === null) {
    return (
      <div className={classes.actions}>
        <LinkButton
          to="/assistants/$assistantId"
          params={{ assistantId: 'new' }}
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
        >
          Create an assistant
        </LinkButton>
      </div>
    );
  }
  const { assistantId } = row;
  const missing = row.status === 'ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM';
  const copy = (): void =>
    clipboard.copy(
      diagnosticsText(connection, row, {
        version: info.data?.version ?? 'unknown',
        host: info.data?.host ?? 'unknown',
        now,
      }),
    );
  return (
    <>
      <div className={classes.actions}>
        {missing && onVerify !== undefined && (
          <>
            <Button
              size="compact-sm"
              leftSection={<IconMailForward size={15} aria-hidden />}
              loading={invite.isPending}
              onClick={() => invite.mutate({ id: connection.id, assistantId })}
            >
              Invite
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-expanded={byHand}
              onClick={() => setByHand(!byHand)}
            >
              Invite by hand
            </Button>
          </>
        )}
        {onVerify !== undefined && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconRefresh size={15} aria-hidden />}
            loading={verifying}
            onClick={onVerify}
          >
            Verify Again
          </Button>
        )}
        {missing && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={
              clipboard.copied ? (
                <IconCheck size={15} aria-hidden />
              ) : (
                <IconClipboardText size={15} aria-hidden />
              )
            }
            onClick={copy}
          >
            {clipboard.copied ? 'Copied' : 'Copy diagnostics'}
          </Button>
        )}
      </div>
      {missing && byHand && (
        <InviteSteps
          connection={connection}
          name={row.assistantName ?? ''}
          email={row.assistantEmail ?? ''}
          refusal={invite.error ? failureOf(invite.error) : null}
        />
      )}
    </>
  );
}
