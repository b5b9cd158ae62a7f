import type { CoreContext } from '../../context.ts';
import type { LeaseState } from '../../domain/crm/lease.ts';
import { otherName } from '../../leases.ts';
import { leaveUnsent } from '../../outbox/by-hand.ts';

/** Rows looked at at once. */
const ROUND = 500;

/**
 * This machine takes an account over on which another one worked: a mail that waits here may have left there, and
 * nothing is sent twice. Such mails stay unsent, and their leads are stopped until a person presses Continue. What
 * waits for the CRM is compared with the record before it is written, as ever.
 */
export function settleTakeOver(core: CoreContext, connectionId: string, before: LeaseState): void {
  const other =
    before.kind === 'claiming' ? before.over : before.kind === 'standing-by' ? before.words : null;
  if (other === null) return;
  const reason = `${otherName(other)} worked on this CRM account meanwhile, so this mail may have left there.`;
  const stopped = new Set<string>();
  for (let after = 0; ;) {
    const rows = core.store.outbox.oldest('waiting', { connectionId, after }, ROUND);
    for (const row of rows) {
      if (row.kind !== 'mail' && row.kind !== 'compose-mail') continue;
      leaveUnsent(core, row, reason);
      if (row.leadId !== null) stopped.add(row.leadId);
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  core.log.info('took-over', { connectionId, stopped: stopped.size });
  if (stopped.size === 0) return;
  const leads = stopped.size === 1 ? '1 lead has' : `${stopped.size} leads have`;
  const text = `This machine took over from ${otherName(other)}. ${leads} a message that may have left there: it is not sent from here. Look at ${stopped.size === 1 ? 'it' : 'each'} and press Continue.`;
  core.store.commit({
    notices: [{ id: core.ids.next(), topic: 'needs-attention', text, leadId: null, at: core.clock.now() }],
  });
  core.push(['notices', 'leads', 'activity']);
}
