import { z } from 'zod';
import { applyCommand } from '../../apply-event.ts';
import type { CoreContext } from '../../context.ts';
import { withdrawAll } from '../drafts/withdraw-drafts.ts';
import { isoTime, utcTime } from '../../time-words.ts';

const KEY = 'restored';
/** Which leads were stopped, for *Needs attention* (`lead-needs.ts` of the store reads it). */
const STOPPED_KEY = 'restored-leads';
/** Leads looked at at once. */
const ROUND = 500;

const told = z.object({ madeAt: z.number(), at: z.number(), isImport: z.boolean().default(false) });

/**
 * A backup was restored: a message that it plans for a moment that has passed may be out already, and nothing is sent
 * twice. Those leads are stopped until a person presses Continue; the rest goes on. What waits in the outbox was
 * marked to be looked up before it is written.
 */
export function settleRestored(core: CoreContext): void {
  const cursor = core.store.cursor(KEY);
  if (cursor === null || cursor === '') return;
  const { madeAt, at, isImport } = told.parse(JSON.parse(cursor));
  withdrawAll(
    core,
    `${isImport ? 'A file was imported' : 'A backup was restored'}: this message may be out already.`,
  );
  const listed: string[] = [];
  let stopped = 0;
  for (;;) {
    const due = core.store.leads.due(at, ROUND);
    listed.push(...due.map((lead) => lead.id));
    core.store.commit({
      cursors: { [STOPPED_KEY]: JSON.stringify({ at, leadIds: [...new Set(listed)] }) },
    });
    const before = stopped;
    for (const lead of due) {
      const after = applyCommand(core, lead.id, { type: 'stop-pressed' });
      if (after !== null && !('refused' in after)) stopped += 1;
    }
    if (stopped === before) break;
  }
  const rest =
    stopped === 0
      ? 'No lead had a message planned since then.'
      : `${stopped} leads had a message planned since then, which may be out already: they are stopped. ` +
        'Look at each and press Continue.';
  const what = isImport ? 'The file' : 'The backup';
  const text = `${what} of ${utcTime(madeAt)} was ${isImport ? 'imported' : 'restored'}. ${rest}`;
  core.store.commit({
    cursors: { [KEY]: '' },
    notices: [{ id: core.ids.next(), topic: 'needs-attention', text, leadId: null, at: core.clock.now() }],
  });
  core.log.info('backup-restored', { madeAt: isoTime(madeAt), stopped });
}
