import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { MembersNote, useIsMember } from '../../ui/for-admins.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { ConnectPage } from './connect-page.tsx';
import { ConnectionDetails } from './connection-details.tsx';
import { ConnectionMark } from './connection-mark.tsx';
import { NotOurs } from './not-ours.tsx';
import classes from './crm-details.module.css';

const CONNECT = '/crm-details/$connectionId';

/** The page *CRM Details*: the connected CRM accounts and all that is set of them. */
export function CrmDetailsPage() {
  const { connectionId } = useParams({ strict: false });
  const isMember = useIsMember();
  const query = useQuery(api.connections.list.queryOptions());
  const connections = query.data;
  if (connections !== undefined && (connections.length === 0 || connectionId === 'new')) {
    return <ConnectPage isFirst={connections.length === 0} />;
  }
  const shown =
    connectionId === undefined ? connections?.[0] : connections?.find(({ id }) => id === connectionId);
  return (
    <Page>
      <PageHeader
        title="CRM Details"
        actions={
          connections !== undefined &&
          !isMember && (
            <LinkButton
              to={CONNECT}
              params={{ connectionId: 'new' }}
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
            >
              Connect another account
            </LinkButton>
          )
        }
      />
      <PageBody>
        <NotOurs />
        {connections === undefined ? (
          query.error ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <LoadingState label="Reading the connections" lines={9} />
          )
        ) : (
          <>
            <MembersNote what="Connecting, setting up and synchronising" />
            {connections.length > 1 && (
              <nav aria-label="Connections">
                <ul className={classes.accounts}>
                  {connections.map((connection) => (
                    <li key={connection.id}>
                      <Link
                        to={CONNECT}
                        params={{ connectionId: connection.id }}
                        className={classes.account}
                        aria-current={connection.id === shown?.id ? 'page' : undefined}
                      >
                        <bdi>{connection.name}</bdi>
                        <ConnectionMark status={connection.status} />
                      </Link>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
            {shown === undefined ? (
              <EmptyState
                icon={IconPlugConnected}
                title="This connection is not here"
                action={<LinkButton to="/crm-details">Show the connections</LinkButton>}
              />
            ) : (
              <ConnectionDetails key={shown.id} connection={shown} />
            )}
          </>
        )}
      </PageBody>
    </Page>
  );
}
