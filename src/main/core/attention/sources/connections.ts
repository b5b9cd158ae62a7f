import { MINUTE } from '../../domain/time.ts';
import { entry, open, type AttentionSource } from '../source.ts';

/** A failure that may pass by itself is shown when it lasts longer than this. */
const MAY_PASS = MINUTE;

const page = (connectionId: string) => `/crm-details/${connectionId}`;

/** Active connections whose calls fail. */
export const failing: AttentionSource = ({ store, crm, clock }) =>
  store.connections.all().flatMap((connection) => {
    const problem = connection.status === 'Active' ? crm.problem(connection.id) : null;
    if (problem === null || (problem.isPassing && problem.since + MAY_PASS >= clock.now())) return [];
    return entry(connection.id, {
      kind: 'connection-failing',
      severity: 'problem',
      title: `${connection.name} does not answer as it should`,
      cause: `${connection.name}: ${problem.sentence}`,
      since: problem.since,
      connectionId: connection.id,
      actions: [open('Open the connection', page(connection.id))],
    });
  });

/** What assistants already owned when they were first found in the CRM. */
export const baseline: AttentionSource = ({ store }) =>
  store.connections.all().flatMap((connection) => {
    const asked = store.assistants
      .links(connection.id)
      .flatMap((link) => (link.baseline?.answer === null ? [link.baseline] : []));
    const [first] = asked;
    if (first === undefined) return [];
    const count = asked.reduce((sum, each) => sum + each.count, 0);
    const whole = { kind: 'do', command: 'take-baseline' } as const;
    return entry(connection.id, {
      kind: 'baseline',
      severity: 'question',
      title: `${count} contacts were there before`,
      cause: `${connection.name}: ${count} contacts already belonged to your assistants. Nothing is done with them until you say so.`,
      since: first.takenAt,
      count,
      connectionId: connection.id,
      actions: [
        {
          ...whole,
          label: `Take these ${count}`,
          confirm: `Your assistants take up ${count} contacts: each gets a status, a note and a schedule.`,
        },
        { kind: 'do', label: 'Leave them', command: 'leave-baseline', confirm: null },
        open('Open the connection', page(connection.id)),
      ],
    });
  });

/** Connections whose CRM lacks our status field. */
export const fieldsMissing: AttentionSource = ({ store }) =>
  store.connections
    .all()
    .filter(
      ({ status, readOnly, fieldNames }) =>
        status === 'Active' && !readOnly && fieldNames.connectionStatus === null,
    )
    .map((connection) =>
      entry(connection.id, {
        kind: 'fields-missing',
        severity: 'problem',
        title: 'States are not written',
        cause: `${connection.name}: the CRM has no field "Lead Connection Status" yet, so states are not written.`,
        since: connection.createdAt,
        connectionId: connection.id,
        actions: [open('Set up fields', page(connection.id), { tab: 'fields' })],
      }),
    );
