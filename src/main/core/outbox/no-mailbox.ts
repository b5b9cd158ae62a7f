import type { CoreContext } from '../context.ts';
import { MINUTE } from '../domain/time.ts';
import type { OutboxRow } from '../ports/store/rows.ts';
import { triedAgain } from './settle.ts';

const LOOK_AGAIN = 5 * MINUTE;
const MOST = 10_000;

/** Mails of assistants who have no mailbox wait for one; the others are answered. */
export function withMailbox(core: CoreContext, rows: readonly OutboxRow[]): readonly OutboxRow[] {
  const ready: OutboxRow[] = [];
  const waiting = [];
  for (const row of rows) {
    const assistant = assistantOf(core, row);
    if (assistant === null || core.mailboxes.of(assistant) !== null) {
      ready.push(row);
      continue;
    }
    const reason = `${assistant.name} has no mailbox yet: the mail waits until you give her one on the Assistants page.`;
    const again = { at: core.clock.now() + LOOK_AGAIN, uncertain: false, reason };
    waiting.push({ ...triedAgain(row, again), attempts: row.attempts });
  }
  if (waiting.length > 0) core.store.commit({ settlements: waiting });
  return ready;
}

/** She has a mailbox now, or another one: her mails that wait are tried at once. */
export function tryMailsNow(core: CoreContext, assistantId: string): void {
  const now = core.clock.now();
  for (const connection of core.store.connections.all()) {
    const heads = core.store.outbox.heads(connection.id, now + LOOK_AGAIN, MOST);
    const hers = heads.filter(
      (row) =>
        (row.kind === 'mail' || row.kind === 'compose-mail') &&
        // A mail that can still be taken back waits for that.
        (row.reason !== null || row.nextAttemptAt <= now) &&
        assistantOf(core, row)?.id === assistantId,
    );
    const settlements = hers.map((row) => ({
      ...triedAgain(row, { at: now, uncertain: false, reason: row.reason ?? '' }),
      attempts: row.attempts,
    }));
    if (settlements.length > 0) core.store.commit({ settlements });
  }
  core.wake();
}

function assistantOf(core: CoreContext, row: OutboxRow) {
  const lead = row.leadId === null ? null : core.store.leads.byId(row.leadId);
  return lead === null ? null : core.store.assistants.byId(lead.assistantId);
}
