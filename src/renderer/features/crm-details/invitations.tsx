import { Alert, Button, TextInput } from '@mantine/core';
import { IconExternalLink, IconMailOpened } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectionView } from '#contract/connections.ts';
import type { InvitationRow } from '#contract/responses.ts';
import { api, queryClient } from '../../api/client.ts';
import { failureOf } from '../../api/errors.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { useIsMember } from '../../ui/for-admins.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { TimeText } from '../../ui/time-text.tsx';
import classes from './invitations.module.css';

/** Invitations to the CRM that came to assistants: accepted by a person in a browser, never by Baton. */
export function Invitations({ connection }: { readonly connection: ConnectionView }) {
  const isMember = useIsMember();
  const query = useQuery(
    api.responses.invitations.queryOptions({ input: { connectionId: connection.id }, enabled: !isMember }),
  );
  return query.data?.rows.map((row) => (
    <Invitation key={row.id} row={row} connectionId={connection.id} admin={query.data.admins[0] ?? ''} />
  ));
}

interface InvitationProps {
  readonly row: InvitationRow;
  readonly connectionId: string;
  /** Who is told first when something fails: offered as the one to forward to. */
  readonly admin: string;
}

function Invitation({ row, connectionId, admin }: InvitationProps) {
  const confirm = useConfirm();
  const [to, setTo] = useState(admin);
  const forward = useMutation(
    api.responses.forwardInvitation.mutationOptions({
      onSuccess: () => notifyDone(`The invitation goes to ${to}.`),
    }),
  );
  const dismiss = useMutation(
    api.responses.dismissStray.mutationOptions({
      onError: notifyFailure,
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.responses.invitations.key() }),
    }),
  );
  const { link } = row;
  const open = async (): Promise<void> => {
    if (link === null) return;
    const sure = await confirm({
      title: `Accept for ${row.assistantName}, not for yourself`,
      text: 'Log out of the CRM first, or copy the link into a private window: whoever is signed in accepts the invitation. Then come back and press Refresh.',
      confirm: 'Open the link',
    });
    if (sure) window.open(link, '_blank', 'noopener,noreferrer');
  };
  const problem = forward.error === null ? null : failureOf(forward.error);
  return (
    <Alert
      color="petrol"
      variant="light"
      icon={<IconMailOpened size={20} aria-hidden />}
      title={`Accept the invitation for ${row.assistantName}`}
    >
      <p className={classes.words}>
        “{row.subject}” came to <bdi className="foreign">{row.mailbox}</bdi>, <TimeText at={row.at} />.{' '}
        {link === null
          ? 'It has no link to the CRM’s own pages that Baton may show: open the mail in her mailbox.'
          : 'Log out of the CRM first, or use a private window: whoever is signed in accepts it.'}
      </p>
      <div className={classes.steps}>
        {link !== null && (
          <Button rightSection={<IconExternalLink size={15} aria-hidden />} onClick={() => void open()}>
            Accept the invitation
          </Button>
        )}
        <form
          noValidate
          className={classes.forward}
          onSubmit={(event) => {
            event.preventDefault();
            forward.mutate({ id: row.id, connectionId, to });
          }}
        >
          <TextInput
            aria-label="Forward to"
            placeholder="boss@company.com"
            type="email"
            value={to}
            error={problem === null ? undefined : (problem.fields['to'] ?? problem.sentence)}
            onChange={(event) => {
              setTo(event.currentTarget.value);
              forward.reset();
            }}
          />
          <Button type="submit" variant="default" disabled={to.trim() === ''} loading={forward.isPending}>
            Forward
          </Button>
        </form>
        <Button variant="subtle" loading={dismiss.isPending} onClick={() => dismiss.mutate({ id: row.id })}>
          Done
        </Button>
      </div>
    </Alert>
  );
}
