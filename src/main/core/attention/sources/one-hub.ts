import { otherName } from '../../leases.ts';
import { entry, open, type AttentionSource } from '../source.ts';

const page = (connectionId: string) => `/crm-details/${connectionId}`;

/** Accounts on which another machine works, or where that cannot be told. */
export const standingBy: AttentionSource = ({ store, leases }) =>
  store.connections.all().flatMap((connection) => {
    if (connection.status !== 'Active' || connection.readOnly) return [];
    const { id, name, createdAt } = connection;
    const state = leases.state(id);
    if (state.kind === 'standing-by') {
      return entry(id, {
        kind: 'standing-by',
        severity: 'note',
        title: `Standing by for ${name}`,
        cause: `${otherName(state.words)} works on this account. Here nothing is taken up, written or sent until it stops, or you take over.`,
        since: state.words?.since ?? createdAt,
        connectionId: id,
        actions: [open('Open the connection', page(id))],
        dismissible: true,
      });
    }
    if (state.kind !== 'unguarded') return [];
    return entry(id, {
      kind: 'unguarded',
      severity: 'note',
      title: `${name} is not guarded against a second machine`,
      cause: `Whether another machine works on this account cannot be told: ${state.because} Let only one machine with it run.`,
      since: createdAt,
      connectionId: id,
      actions: [open('Open the connection', page(id))],
      dismissible: true,
    });
  });

/** Read-only connections, with what they would write. */
export const readOnly: AttentionSource = ({ store }) =>
  store.connections.all().flatMap((connection) => {
    if (!connection.readOnly) return [];
    const { id, name } = connection;
    const count = store.outbox
      .tally('held')
      .reduce((sum, each) => (each.connectionId === id ? sum + each.count : sum), 0);
    const [oldest] = store.outbox.oldest('held', { connectionId: id, after: 0 }, 1);
    if (oldest === undefined) return [];
    const listed = count === 1 ? '1 write or mail is' : `${count} writes and mails are`;
    return entry(id, {
      kind: 'read-only',
      severity: 'note',
      title: `${name} is read-only`,
      cause: `${listed} listed and go nowhere. Turn "Read only" off under Switches when they shall be approved.`,
      since: oldest.createdAt,
      count,
      connectionId: id,
      actions: [
        open('See the list', '/activity', { view: 'preview', connectionId: id }),
        open('Open the switches', page(id), { tab: 'switches' }),
      ],
      dismissible: true,
    });
  });
