import { differenceViews } from '../../api/views/health-view.ts';
import { silenceSentence, sourcesOf, whatToCheck } from '../../flows/health/watch-sources.ts';
import { entry, open, type AttentionSource } from '../source.ts';

const page = (connectionId: string) => `/crm-details/${connectionId}`;

/** Connections that are Failed: why, since when. */
export const failed: AttentionSource = ({ store }) =>
  store.connections
    .all()
    .filter((connection) => connection.status === 'Failed')
    .map((connection) => {
      const incident = store.health.openIncident(connection.id);
      const knocks = incident?.cause === 'unreachable';
      return entry(connection.id, {
        kind: 'connection-failed',
        severity: 'problem',
        title: `${connection.name} is not connected`,
        cause: `${connection.name}: ${connection.failure ?? 'The CRM refused the token.'}${knocks ? ' Baton knocks every few minutes.' : ''}`,
        since: incident?.since ?? connection.createdAt,
        connectionId: connection.id,
        actions: [open(knocks ? 'Open the connection' : 'Reconnect', page(connection.id))],
      });
    });

/** Leads whose messages came due while a connection was not active. */
export const interrupted: AttentionSource = ({ store }) =>
  store.connections.all().flatMap((connection) => {
    const leads = connection.status === 'Active' ? store.health.interrupted(connection.id) : [];
    const [first] = leads;
    if (first === undefined) return [];
    const whose = leads.length === 1 ? 'One lead was' : `${leads.length} leads were`;
    return entry(connection.id, {
      kind: 'interrupted',
      severity: 'question',
      title: leads.length === 1 ? 'Continue one lead?' : `Continue ${leads.length} leads?`,
      cause: `${connection.name}: ${whose} stopped because a message came due while it was not active.`,
      since: first.dueAt,
      count: leads.length,
      connectionId: connection.id,
      actions: [open('Continue them', page(connection.id), { ask: 'continue' })],
    });
  });

/** Properties that somebody changed in the CRM. */
export const drift: AttentionSource = (core) =>
  core.store.connections.all().flatMap((connection) => {
    const differences = connection.status === 'Active' ? differenceViews(core, connection) : [];
    return differences.map(({ key, kind, sentence, since, held, button }) => {
      const stops = kind === 'gone' || kind === 'type' || kind === 'option';
      const waiting = held === 0 ? '' : ` ${held === 1 ? 'One write waits' : `${held} writes wait`}.`;
      return entry(`${connection.id}/${key}/${kind}`, {
        kind: 'field-differs',
        severity: stops ? 'problem' : 'note',
        title: stops ? 'A field of the CRM was changed' : 'A field of the CRM looks different',
        cause: `${connection.name}: ${sentence}${waiting}`,
        since,
        count: Math.max(1, held),
        connectionId: connection.id,
        actions: [open(button ?? 'See the fields', page(connection.id), { tab: 'fields' })],
      });
    });
  });

/** Sources that have been silent for far longer than they usually are. */
export const silence: AttentionSource = (core) => {
  const told = new Map(
    core.store.health.silences().map((each) => [`${each.source}/${each.subject}`, each.noticedAt]),
  );
  if (told.size === 0) return [];
  return core.store.connections.all().flatMap((connection) =>
    (connection.status === 'Active' ? sourcesOf(core, connection) : []).flatMap((each) => {
      const key = `${each.source}/${each.subject}`;
      const since = told.get(key);
      // One mailbox serves every connection: it is told with the first.
      if (since === undefined || !told.delete(key)) return [];
      return entry(key, {
        kind: 'silent-source',
        severity: 'problem',
        title: 'Nothing has come in for long',
        cause: `${silenceSentence(connection.name, each)} ${whatToCheck(each.source)}`,
        since,
        connectionId: connection.id,
        assistantId: each.source === 'mailbox' ? each.subject : null,
        actions: [
          each.source === 'mailbox'
            ? open('Open the assistant', `/assistants/${each.subject}`)
            : open('Open the connection', page(connection.id)),
        ],
      });
    }),
  );
};
