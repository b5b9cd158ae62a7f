import { Button } from '@mantine/core';
import { IconAlertTriangle, IconKey, IconPlugConnected } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ConnectionView } from '#contract/connections.ts';
import type { ScopeFeature } from '#contract/names.ts';
import { api, queryClient } from '../../api/client.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { AuthoriseDialog } from './authorise-dialog.tsx';
import { ConnectionMark } from './connection-mark.tsx';
import classes from './crm-details.module.css';
import { Failure } from './failure.tsx';
import { LastEvent } from './last-event.tsx';
import { ReconnectDialog } from './reconnect-dialog.tsx';

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const IDENTITY_WORDS: Readonly<Record<ConnectionView['writesAs']['as'], string>> = {
  key: '',
  person: ' · own account',
  integration: ' · integration user',
};

/** Who is connected and how it stands, with *Reconnect* and *Disconnect*. */
export function ConnectionHead({
  connection,
  grants,
  onGranted,
  onReconnected,
}: {
  readonly connection: ConnectionView;
  /** A feature whose scopes are to be granted. */
  readonly grants: ScopeFeature | null;
  readonly onGranted: () => void;
  readonly onReconnected: () => void;
}) {
  const confirm = useConfirm();
  const [reconnecting, setReconnecting] = useState<'key' | 'app' | null>(null);
  const { status, tokenKept, app, writesAs } = connection;
  const usual = app === null ? 'key' : 'app';
  const disconnect = useMutation(
    api.connections.disconnect.mutationOptions({
      onSuccess: ({ remark }) => {
        notifyDone(`${connection.name} is disconnected.${remark === null ? '' : ` ${remark}`}`);
        void queryClient.invalidateQueries({ queryKey: api.connections.key() });
      },
      onError: notifyFailure,
    }),
  );
  const ask = async (): Promise<void> => {
    const sure = await confirm({
      title: `Disconnect ${connection.name}?`,
      text: `${app === null ? 'The key is deleted from this machine.' : 'The app is uninstalled from the account in HubSpot, for other machines that use it, too, and its access is revoked and deleted from this machine.'} The assistants read nothing from this CRM and write nothing to it any more, and no mail goes out to its leads. The leads and their history stay here; Reconnect brings it all back.`,
      confirm: 'Disconnect',
      dangerous: true,
    });
    if (sure) disconnect.mutate({ id: connection.id });
  };
  return (
    <Section
      title={connection.name}
      description={`Authorised with: ${connection.provider.toUpperCase()}`}
      actions={
        <>
          {status !== 'Active' && (
            <Button
              leftSection={<IconPlugConnected size={16} aria-hidden />}
              onClick={() => setReconnecting(usual)}
            >
              Reconnect
            </Button>
          )}
          {status === 'Active' && (
            <Button
              variant="default"
              leftSection={<IconKey size={16} aria-hidden />}
              onClick={() => setReconnecting(usual)}
            >
              {app === null ? 'New key' : 'Authorise again'}
            </Button>
          )}
          {status !== 'Inactive' && (
            <Button variant="subtle" color="danger" loading={disconnect.isPending} onClick={() => void ask()}>
              Disconnect
            </Button>
          )}
        </>
      }
    >
      {status === 'Failed' && <Failure connection={connection} />}
      <dl className={classes.facts}>
        <Fact term="Status">
          <ConnectionMark status={status} />
        </Fact>
        <Fact term="Account">{connection.accountId}</Fact>
        <Fact term="Identity">
          <bdi className="foreign">{connection.identity}</bdi>
          {IDENTITY_WORDS[writesAs.as]}
        </Fact>
        <Fact term="Names of the fields">{connection.preset}</Fact>
        <Fact term="Time zone">{connection.timeZone}</Fact>
        {connection.baseUrl !== null && (
          <Fact term="Address">
            <bdi className="foreign">{connection.baseUrl}</bdi>
          </Fact>
        )}
        <Fact term="Last read">
          {connection.lastSyncAt === null ? 'not since the start' : <TimeText at={connection.lastSyncAt} />}
        </Fact>
        <Fact term="Last event">
          <LastEvent connectionId={connection.id} />
        </Fact>
        {app !== null && (
          <Fact term="Your app">
            <bdi className="foreign">{app.clientId}</bdi>
          </Fact>
        )}
        <Fact term={app === null ? 'Key' : 'Access'}>
          {status === 'Inactive'
            ? 'deleted'
            : tokenKept.where === 'keychain'
              ? 'in this machine’s keychain'
              : tokenKept.where === 'memory'
                ? 'in memory only'
                : 'in an encrypted file'}
        </Fact>
      </dl>
      {status !== 'Inactive' && <p className={classes.inWhoseName}>{writesAs.sentence}</p>}
      {status !== 'Inactive' && writesAs.warning !== null && (
        <p className={classes.warn}>
          <IconAlertTriangle size={15} aria-hidden />
          <span>{writesAs.warning}</span>
        </p>
      )}
      {status !== 'Inactive' && tokenKept.warning !== null && (
        <p className={classes.warn}>
          <IconAlertTriangle size={15} aria-hidden />
          <span>{tokenKept.warning}</span>
        </p>
      )}
      <ReconnectDialog
        connection={connection}
        opened={reconnecting === 'key'}
        onClose={() => setReconnecting(null)}
        onOtherWay={() => setReconnecting('app')}
        onReconnected={onReconnected}
      />
      {reconnecting !== 'key' && (
        <AuthoriseDialog
          connection={connection}
          opened={reconnecting === 'app' || grants !== null}
          grants={grants}
          onClose={() => {
            setReconnecting(null);
            onGranted();
          }}
          onReconnected={onReconnected}
        />
      )}
    </Section>
  );
}
