import type { CoreContext } from '../../context.ts';
import type { FailureCause, Incident } from '../../ports/store/health.ts';
import type { Connection } from '../../ports/store/rows.ts';
import { utcTime } from '../../time-words.ts';
import { showNotice, tellAdmins } from '../notices/tell-admins.ts';

/**
 * Turns an Active connection Failed, in one commit with the incident and the news of it: one notice, one mail an
 * admin. Nothing is called any more until it is Active again.
 */
export function failConnection(
  core: CoreContext,
  connectionId: string,
  sentence: string,
  cause: FailureCause,
): void {
  const connection = core.store.connections.byId(connectionId);
  if (connection?.status !== 'Active') return;
  core.crm.forget(connectionId);
  const now = core.clock.now();
  const incident: Incident = {
    key: `failed/${connectionId}/${now}`,
    connectionId,
    cause,
    sentence,
    since: now,
    until: null,
  };
  const news = newsOf(connection, incident);
  const result = core.store.commit({
    connections: [{ ...connection, status: 'Failed', failure: sentence }],
    incidents: [...closed(core, connectionId), incident],
    ...tellAdmins(core, news),
  });
  // Somebody changed the connection at this moment: the next failing call tries again.
  if (!result.ok) return;
  core.log.warn('connection-failed', { connectionId, cause, sentence });
  core.push(['connections']);
  showNotice(core, news, {
    button: cause === 'refused' ? 'Reconnect' : 'Look',
    screen: `/crm-details/${connectionId}`,
  });
}

/** The open incident of a connection, ended now: part of every change that makes it Active or Inactive. */
export function closed(core: CoreContext, connectionId: string): readonly Incident[] {
  const open = core.store.health.openIncident(connectionId);
  return open === null ? [] : [{ ...open, until: core.clock.now() }];
}

const WHAT_TO_DO: Readonly<Record<FailureCause, string>> = {
  refused:
    'What to do: open Settings, CRM Details in Baton, press Reconnect and give it access again. Then the queue goes on in its order, and Baton asks what shall become of the leads whose messages were due meanwhile.',
  unreachable:
    'What to do: look whether the CRM and the internet connection of the machine work. Baton knocks every few minutes and goes on by itself when the CRM answers.',
};

function newsOf(connection: Connection, { key, cause, sentence, since }: Incident) {
  return {
    connectionId: connection.id,
    incidentKey: key,
    subject: `Baton: ${connection.name} is not connected`,
    text: [
      `${connection.name} is not connected: ${sentence}`,
      '',
      `Since ${utcTime(since)} Baton reads nothing from this CRM account (${connection.accountId}) and writes nothing to it. What waits stays in its queue.`,
      '',
      WHAT_TO_DO[cause],
      '',
      'This is the only message about this failure.',
    ].join('\n'),
  };
}
