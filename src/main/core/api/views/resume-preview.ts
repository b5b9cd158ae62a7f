import type { PlannedWrite } from '#contract/activity.ts';
import type { ResumePreview } from '#contract/system.ts';
import type { CoreContext } from '../../context.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import { holidaysFor } from '../../day-plan.ts';
import { isSendable, localDay } from '../../domain/schedules/send-time.ts';
import { composeStep, writeNext } from '../../flows/nurture/compose-mail.ts';
import { editOf, withEdit } from '../../flows/nurture/planned-edits.ts';
import type { Mail, OutboxRow } from '../../ports/store/rows.ts';
import { leadName, LeadViews } from './lead-view.ts';
import { plannedView } from './planned-view.ts';

const SHOWN = 20;
/** Leads looked at for follow-ups that are due. */
const MOST_DUE = 5_000;

/**
 * What begins when *Resume* is pressed: what waits in the outbox, then the follow-ups that came due meanwhile and
 * may go now. Nothing is read from a CRM for it.
 */
export async function resumePreview(core: CoreContext): Promise<ResumePreview> {
  const views = new LeadViews(core);
  const active = core.store.connections.all().filter((connection) => connection.status === 'Active');
  const ids = new Set(active.map((connection) => connection.id));
  const counts = new Map<string, number>();
  for (const { connectionId, kind, count } of core.store.outbox.tally('waiting')) {
    if (ids.has(connectionId)) counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  const due = followUpsDue(core);
  if (due.length > 0) counts.set('follow-up', due.length);
  const rows = nextUp(core, [...ids]);
  return {
    counts: [...counts].map(([what, count]) => ({ what, count })),
    first: [
      ...(await Promise.all(rows.map((row) => plannedView(core, views, row)))),
      ...due.slice(0, SHOWN - rows.length).map((mail) => dueView(core, views, mail)),
    ],
  };
}

/** The first open rows of the lanes, then what stands behind them. */
function nextUp(core: CoreContext, connectionIds: readonly string[]): OutboxRow[] {
  const { outbox } = core.store;
  const heads = connectionIds
    .flatMap((id) => outbox.heads(id, Number.MAX_SAFE_INTEGER, SHOWN))
    .toSorted((a, b) => a.priority - b.priority || a.id - b.id)
    .slice(0, SHOWN);
  const first = new Set(heads.map((row) => row.id));
  const behind = connectionIds
    .flatMap((connectionId) => outbox.oldest('waiting', { connectionId, after: 0 }, SHOWN * 2))
    .filter((row) => !first.has(row.id))
    .toSorted((a, b) => a.id - b.id);
  return [...heads, ...behind].slice(0, SHOWN);
}

/** Messages that would be written at once: due, at an hour and on a day at which they may go. */
function followUpsDue(core: CoreContext): { readonly lead: Lead; readonly mail: Mail }[] {
  const now = core.clock.now();
  const today = new Map<string, number>();
  return core.store.leads.due(now, MOST_DUE).flatMap((lead) => {
    const assistant = core.store.assistants.byId(lead.assistantId);
    const schedule = core.store.schedules.byId(lead.scheduleId);
    if (assistant === null || schedule === null) return [];
    const { rules } = assistant;
    if (!isSendable(now, lead.timeZone, rules, holidaysFor(core.holidays, lead, rules))) return [];
    const already =
      today.get(assistant.id) ?? core.store.mails.sentOn(assistant.id, localDay(now, rules.timeZone));
    if (already >= rules.dailyLimit) return [];
    const words = writeNext(core.store, lead, assistant, schedule);
    const edit = editOf(core, lead, lead.nextStep);
    const isWhole = words?.missing.length === 0 || (edit?.text ?? null) !== null;
    if (words === null || !isWhole || edit?.skipped === true) return [];
    today.set(assistant.id, already + 1);
    const mail = composeStep({ id: lead.id, lead, assistant, words, at: now });
    return [{ lead, mail: withEdit(lead, mail, edit) }];
  });
}

function dueView(
  core: CoreContext,
  views: LeadViews,
  { lead, mail }: { readonly lead: Lead; readonly mail: Mail },
): PlannedWrite {
  const to = mail.to.map((each) => each.address).join(', ');
  return {
    id: null,
    at: lead.nextFollowUpAt ?? core.clock.now(),
    connectionId: lead.connectionId,
    connectionName: views.connection(lead.connectionId)?.name ?? '',
    recordId: lead.recordId,
    recordUrl: views.recordUrl(lead.connectionId, lead.recordId),
    recordName: leadName(lead),
    leadId: lead.id,
    what: 'mail',
    summary: `To ${to}: ${mail.subject}`,
    mail: { to, subject: mail.subject, text: mail.text },
    changes: [],
    why: `Message ${lead.nextStep + 1} of ${lead.stepCount} is due.`,
    heldBecause: null,
  };
}
