import type { CoreContext } from '../context.ts';
import { applyEvent } from '../apply-event.ts';
import type { OutboxRow } from '../ports/store/rows.ts';
import { cancelled, triedAgain } from './settle.ts';

/** The user wants a row tried again that needed attention. False: it is no longer there to try. */
export function retryRow(core: CoreContext, id: number): boolean {
  const row = core.store.outbox.byId(id);
  if (row?.status !== 'attention') return false;
  const again = { at: core.clock.now(), uncertain: row.uncertain, reason: row.reason ?? '' };
  core.store.commit({ settlements: [{ ...triedAgain(row, again), attempts: row.attempts }] });
  settle(core, row);
  return true;
}

/** The user gives a row up: it is not written, and its record's queue goes on. */
export function dismissRow(core: CoreContext, id: number): boolean {
  const row = core.store.outbox.byId(id);
  if (row?.status !== 'attention') return false;
  core.store.commit({
    settlements: [cancelled(row, core.clock.now(), `Given up by hand. ${row.reason ?? ''}`.trim())],
  });
  if (row.effect.kind === 'crm-owner' && row.leadId !== null) {
    applyEvent(core, row.leadId, { type: 'hand-back-failed', because: row.reason ?? 'Given up by hand.' });
  }
  settle(core, row);
  return true;
}

function settle(core: CoreContext, row: OutboxRow): void {
  core.push(['activity', 'attention'], row.leadId === null ? [] : [row.leadId]);
  core.wake();
}
