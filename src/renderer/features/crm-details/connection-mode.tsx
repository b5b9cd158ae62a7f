import { Button } from '@mantine/core';
import { IconDevicesPc, IconEye, IconHourglass, IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import type { ConnectionView, LeaseView } from '#contract/connections.ts';
import { api, queryClient } from '../../api/client.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { notifyFailure } from '../../ui/notify.ts';
import { TimeText } from '../../ui/time-text.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { putConnection } from './connection-cache.ts';
import classes from './connection-mode.module.css';

/** How often what is shown here is asked again while it is shown. */
const ASK_EVERY = 10_000;

/** What keeps the connection from its usual work: it is read-only, or another machine works on the account. */
export function ConnectionMode({ connection }: { readonly connection: ConnectionView }) {
  const { readOnly, lease, status } = connection;
  if (status !== 'Active') return null;
  if (readOnly) return <ReadOnlyBanner connection={connection} />;
  if (lease === null || lease.state === 'working') return null;
  return <LeaseBanner connection={connection} lease={lease} />;
}

function Banner({
  icon: Icon,
  tone,
  title,
  id,
  children,
  buttons,
}: {
  readonly icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  readonly tone: 'quiet' | 'warning';
  readonly title: ReactNode;
  readonly id: string;
  readonly children: ReactNode;
  readonly buttons?: ReactNode;
}) {
  // The core does not push how time passes.
  useQuery({ ...api.connections.list.queryOptions(), refetchInterval: ASK_EVERY });
  return (
    <section className={classes.banner} data-tone={tone} aria-labelledby={id}>
      <Icon size={24} stroke={1.7} aria-hidden />
      <div className={classes.words}>
        <h2 id={id}>{title}</h2>
        {children}
      </div>
      {buttons !== undefined && <div className={classes.buttons}>{buttons}</div>}
    </section>
  );
}

function ReadOnlyBanner({ connection }: { readonly connection: ConnectionView }) {
  const { held, lookThrough } = connection;
  const listed = held === 1 ? '1 write or mail is' : `${held.toLocaleString()} writes and mails are`;
  return (
    <Banner
      id="read-only"
      icon={IconEye}
      tone="quiet"
      title="Read only: nothing is written to this CRM, and no mail goes out"
      buttons={
        held > 0 && (
          <LinkButton
            to="/activity"
            search={{ view: 'preview', connectionId: connection.id }}
            variant="default"
          >
            See the list
          </LinkButton>
        )
      }
    >
      <p>
        {held === 0 ? 'What Baton would write is listed in Preview.' : `${listed} listed in Preview.`} Turn it
        off under Switches.
      </p>
      {lookThrough !== null && <LookThrough {...lookThrough} />}
    </Banner>
  );
}

/** Without a search the contacts are looked through one by one, and less often. */
function LookThrough({ looked, isWhole, againAt }: NonNullable<ConnectionView['lookThrough']>) {
  const contacts = `${looked.toLocaleString()} ${looked === 1 ? 'contact' : 'contacts'}`;
  if (againAt === null) {
    return (
      <p className={classes.quiet}>
        Looking through the contacts: {contacts} so far.
        {!isWhole && ' What belongs to the assistants already is counted when all were looked at.'}
      </p>
    );
  }
  return (
    <p className={classes.quiet}>
      Looked through {contacts}; again <TimeText at={againAt} />.
    </p>
  );
}

function LeaseBanner({
  connection,
  lease,
}: {
  readonly connection: ConnectionView;
  readonly lease: LeaseView;
}) {
  const confirm = useConfirm();
  const takeOver = useMutation(
    api.connections.takeOver.mutationOptions({
      onSuccess: (view) => {
        putConnection(view);
        void queryClient.invalidateQueries({ queryKey: api.attention.key() });
      },
      onError: notifyFailure,
    }),
  );
  const other = lease.machine === '' ? 'another machine' : lease.machine;
  if (lease.state === 'unguarded') {
    return (
      <Banner id="lease" icon={IconInfoCircle} tone="quiet" title="Baton works here, unguarded">
        <p>{lease.remark}</p>
        <p className={classes.quiet}>Let only one machine with this account run.</p>
      </Banner>
    );
  }
  if (lease.state === 'taking-over') {
    return (
      <Banner
        id="lease"
        icon={IconHourglass}
        tone="warning"
        title={
          <>
            Taking over
            {lease.machine !== '' && (
              <>
                {' '}
                from <bdi>{lease.machine}</bdi>
              </>
            )}
          </>
        }
      >
        <p>
          This machine begins
          {lease.startsAt === null ? (
            ' soon'
          ) : (
            <>
              {' '}
              <TimeText at={lease.startsAt} />
            </>
          )}
          , when the other one has surely stopped.
        </p>
      </Banner>
    );
  }
  const ask = async (): Promise<void> => {
    const sure = await confirm({
      title: 'Take over here?',
      text: `This machine works on the account from then on, and Baton on ${other} stands by. Messages that wait here and may have left there are not sent: their leads are stopped until you press Continue.`,
      confirm: 'Take over here',
    });
    if (sure) takeOver.mutate({ id: connection.id });
  };
  return (
    <Banner
      id="lease"
      icon={IconDevicesPc}
      tone="warning"
      title={
        <>
          Standing by: {lease.machine === '' ? 'another machine' : <bdi>{lease.machine}</bdi>} works on this
          account
        </>
      }
      buttons={
        <Button loading={takeOver.isPending} onClick={() => void ask()}>
          Take over here
        </Button>
      }
    >
      <p>
        Nothing is taken up, written or sent here.
        {lease.since !== null && (
          <>
            {' '}
            It works since <TimeText at={lease.since} show="exact" />
            {lease.seenAt !== null && (
              <>
                {' '}
                and was last seen <TimeText at={lease.seenAt} />
              </>
            )}
            .
          </>
        )}{' '}
        Without a sign of life for a quarter of an hour this machine goes on by itself.
      </p>
    </Banner>
  );
}
