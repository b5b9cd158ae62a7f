import type { CoreContext } from '../../context.ts';
import { CrmError } from '../../ports/crm-error.ts';
import type { CrmAccount } from '../../ports/crm-gateway.ts';
import type { OutboxSettlement } from '../../ports/store/rows.ts';
import { mayGoAt } from '../../outbox/held.ts';
import { closed } from './fail-connection.ts';
import { interruptDue } from './interrupted.ts';

const ROUND = 500;

/**
 * A person gave the connection a new credential: it is Active, and its queue goes on in order. Follow-ups whose
 * messages came due while it was not wait for the person's answer.
 */
export function reconnect(core: CoreContext, connectionId: string, account: CrmAccount): void {
  const before = core.store.connections.byId(connectionId);
  if (before === null) return;
  if (before.status !== 'Active') interruptDue(core, connectionId);
  const connection = core.store.connections.byId(connectionId) ?? before;
  core.store.commit({
    connections: [{ ...connection, status: 'Active', failure: null, identity: account.identity }],
    incidents: closed(core, connectionId),
  });
  wentWell(core, connectionId);
}

/**
 * Knocks at a CRM that did not answer: one GET, no write. When it answers the connection is Active again and
 * everything goes on by itself. Returns whether it is.
 */
export async function tryAgain(core: CoreContext, connectionId: string): Promise<boolean> {
  const connection = core.store.connections.byId(connectionId);
  const incident = core.store.health.openIncident(connectionId);
  if (connection?.status !== 'Failed' || incident?.cause !== 'unreachable') return false;
  const answer = await core.crm.knock(connection);
  if (answer === null) return false;
  const current = core.store.connections.byId(connectionId);
  if (current?.status !== 'Failed') return false;
  if (answer instanceof CrmError || answer.accountId !== connection.accountId) {
    const sentence =
      answer instanceof CrmError
        ? answer.message
        : `The CRM answered as another account (${answer.accountId}, not ${connection.accountId}).`;
    const cause = answer instanceof CrmError && answer.isPassing ? 'unreachable' : 'refused';
    if (sentence === current.failure && cause === incident.cause) return false;
    core.store.commit({
      connections: [{ ...current, failure: sentence }],
      incidents: [{ ...incident, cause, sentence }],
    });
    core.push(['connections', 'attention']);
    return false;
  }
  core.store.commit({
    connections: [{ ...current, status: 'Active', failure: null }],
    incidents: closed(core, connectionId),
    settlements: movedToHours(core, connectionId),
  });
  wentWell(core, connectionId);
  return true;
}

/** In the background, for all that did not answer. */
export async function knockAgain(core: CoreContext): Promise<void> {
  const failed = core.store.connections.all().filter((connection) => connection.status === 'Failed');
  await Promise.all(failed.map((connection) => tryAgain(core, connection.id)));
}

function wentWell(core: CoreContext, connectionId: string): void {
  core.crm.forget(connectionId);
  core.crm.clearProblem(connectionId);
  core.log.info('connection-active', { connectionId });
  core.push(['connections', 'attention', 'leads', 'activity']);
  core.wake();
}

/** Messages that waited through the failure don't go out at night. */
function movedToHours(core: CoreContext, connectionId: string): readonly OutboxSettlement[] {
  const now = core.clock.now();
  const moved: OutboxSettlement[] = [];
  for (let after = 0; ;) {
    const rows = core.store.outbox.oldest('waiting', { connectionId, after }, ROUND);
    const last = rows.at(-1);
    if (last === undefined) return moved;
    for (const row of rows) {
      const at = row.effect.kind === 'mail' && !row.uncertain ? mayGoAt(core, row) : now;
      if (at <= now) continue;
      const { id, status, uncertain, attempts, settledAt, remoteId, before, after: written, reason } = row;
      moved.push({
        id,
        status,
        uncertain,
        attempts,
        nextAttemptAt: at,
        settledAt,
        remoteId,
        before,
        after: written,
        reason,
      });
    }
    after = last.id;
  }
}
