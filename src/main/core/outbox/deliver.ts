import type { CoreContext } from '../context.ts';
import type { EffectKind } from '../domain/leads/effect.ts';
import { CrmError } from '../ports/crm-error.ts';
import type { CrmGateway } from '../ports/crm-gateway.ts';
import type { Connection, OutboxRow } from '../ports/store/rows.ts';
import { VaultUnavailable } from '../ports/token-vault.ts';
import { allDone } from './all-done.ts';
import { deliverAdds } from './deliver-adds.ts';
import { deliverCreates } from './deliver-creates.ts';
import { deliverMails } from './deliver-mails.ts';
import { deliverProperties } from './deliver-properties.ts';
import { deliverUndos } from './deliver-undos.ts';
import { holdWaiting } from './hold-waiting.ts';
import { settleInterrupted } from './settle-failure.ts';

type Carrier = (
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  rows: readonly OutboxRow[],
) => Promise<void>;

/** How each kind is carried out; kinds with the same key share their batches. */
const CARRIERS: Readonly<
  Record<Exclude<EffectKind, 'notice' | 'notice-mail'>, { readonly batch: string; readonly carry: Carrier }>
> = {
  'crm-note': { batch: 'notes', carry: deliverCreates },
  'crm-email': { batch: 'emails', carry: deliverCreates },
  'crm-task': { batch: 'tasks', carry: deliverCreates },
  'crm-status': { batch: 'properties', carry: deliverProperties },
  'crm-owner': { batch: 'properties', carry: deliverProperties },
  'crm-add': { batch: 'adds', carry: deliverAdds },
  'crm-undo': { batch: 'undos', carry: deliverUndos },
  mail: { batch: 'mails', carry: deliverMails },
  'compose-mail': { batch: 'mails', carry: deliverMails },
};

/** Rows looked at in one round: some full batches of each kind. */
const ROUND = 1_000;

/**
 * Carries out what waits for a connection, until nothing can be tried now. The first open rows of the lanes are
 * taken, so the order within a record holds, and rows of many records share a batch call.
 */
export async function deliver(core: CoreContext, connectionId: string): Promise<void> {
  for (;;) {
    if (core.halt.since !== null) return;
    const connection = core.store.connections.byId(connectionId);
    if (connection === null) return;
    if (connection.readOnly) return holdWaiting(core, connectionId);
    if (!(await core.leases.holds(connectionId))) return;
    const heads = core.store.outbox.heads(connectionId, core.clock.now(), ROUND);
    if (heads.length === 0) return;
    const gateway = await core.crm.gateway(connectionId);
    if (gateway === null) {
      if (core.store.connections.byId(connectionId)?.status !== 'Active') return;
      throw new VaultUnavailable(
        'The keychain is locked or absent: what waits is delivered when it can be read again.',
      );
    }
    let turn = Promise.resolve();
    await allDone(
      batches(heads, gateway.batchSize).map(({ carry, rows }) => {
        const carried = turn.then(() => carryOut(core, connection, gateway, rows, carry));
        turn = turn.then(nextTurn);
        return carried;
      }),
    );
    core.push(['activity', 'attention'], []);
  }
}

/** To plan a batch takes some milliseconds: other work gets its turn between one and the next. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function carryOut(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  rows: readonly OutboxRow[],
  carry: Carrier,
): Promise<void> {
  if (core.halt.since !== null || core.leases.whyNoWrite(connection.id) !== null) return;
  try {
    await carry(core, connection, gateway, rows);
  } catch (error) {
    if (error instanceof CrmError || rows.length === 1) {
      if (!(error instanceof CrmError))
        core.log.error('delivery-failed', error, { connectionId: connection.id });
      settleInterrupted(core, connection.id, rows, error);
      return;
    }
    // A fault of this program at one of them must not keep the others back: each goes by itself.
    const inFlight = rows.filter((row) => core.store.outbox.byId(row.id)?.status === 'in-flight');
    settleInterrupted(core, connection.id, inFlight, error);
    for (const row of rows) {
      const now = core.store.outbox.byId(row.id);
      if (now?.status === 'waiting' && now.nextAttemptAt <= core.clock.now())
        await carryOut(core, connection, gateway, [now], carry);
    }
  }
}

function batches(
  rows: readonly OutboxRow[],
  size: number,
): readonly { carry: Carrier; rows: readonly OutboxRow[] }[] {
  const groups = new Map<string, { carry: Carrier; rows: OutboxRow[] }>();
  for (const row of rows) {
    // Notices go their own way: see `deliverNotices`.
    if (row.kind === 'notice' || row.kind === 'notice-mail') continue;
    const { carry } = CARRIERS[row.kind];
    // A value that was set aside shares no batch with the record's own rows: a record is written once a call.
    const isSetAside = row.effect.kind === 'crm-status' && row.effect.field !== undefined;
    const batch = isSetAside ? 'set-aside' : CARRIERS[row.kind].batch;
    const group = groups.get(batch) ?? { carry, rows: [] };
    group.rows.push(row);
    groups.set(batch, group);
  }
  return [...groups.values()].flatMap(({ carry, rows: all }) =>
    Array.from({ length: Math.ceil(all.length / size) }, (_, index) => ({
      carry,
      rows: all.slice(index * size, (index + 1) * size),
    })),
  );
}
