import type { Role } from '#contract/names.ts';
import type { CoreContext } from '../../context.ts';
import { rejectHeld } from '../../outbox/held.ts';
import { holdWaiting } from '../../outbox/hold-waiting.ts';
import { auditConnection } from '../../setting-audit.ts';

/** Nothing is written to the connection's CRM from this moment on; what waited to be written is listed instead. */
export function setReadOnly(core: CoreContext, connectionId: string, by: Role): void {
  change(core, connectionId, true, by);
  holdWaiting(core, connectionId);
  done(core, connectionId);
}

/**
 * The connection may be written to again. What was listed meanwhile goes nowhere by itself: it stays held until a
 * person approves it, or it is rejected now.
 */
export function endReadOnly(
  core: CoreContext,
  connectionId: string,
  by: Role,
  listed: 'keep' | 'reject',
): void {
  if (listed === 'reject') {
    const all = { kind: 'all', connectionId, only: [], upTo: Number.MAX_SAFE_INTEGER } as const;
    rejectHeld(core, all, 'It was listed while the connection was read-only.');
  }
  change(core, connectionId, false, by);
  done(core, connectionId);
}

function change(core: CoreContext, connectionId: string, readOnly: boolean, by: Role): void {
  const connection = core.store.connections.byId(connectionId);
  if (connection === null) return;
  const next = { ...connection, readOnly };
  const settingChanges = auditConnection(core, connection, next, by);
  core.store.commit({ connections: [next], settingChanges });
}

/** The CRM is read in another way from now on, and the lease is asked for or left alone. */
function done(core: CoreContext, connectionId: string): void {
  core.crm.forget(connectionId);
  core.leases.forget(connectionId);
  core.push(['connections', 'activity', 'attention', 'leads']);
  core.wake();
}
