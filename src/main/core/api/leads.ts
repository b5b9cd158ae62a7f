import { LEAD_ACTIONS, type BulkResult, type LeadAction, type LeadDetail } from '#contract/leads.ts';
import { applyCommand, tryCommand } from '../apply-event.ts';
import type { CoreContext } from '../context.ts';
import { isWatched } from '../domain/leads/at-risk.ts';
import type { Lead } from '../domain/leads/lead.ts';
import type { LeadCommand } from '../domain/leads/lead-event.ts';
import { FactsMissing } from '../gather-facts.ts';
import { measuresEngagement } from '../measures-engagement.ts';
import { invalid, notFound, refused } from './failures.ts';
import { api } from './implement.ts';
import { leadName, LeadViews } from './views/lead-view.ts';
import { timelineOf } from './views/timeline.ts';

const MOST_AT_ONCE = 1_000_000;
/** Leads changed before other work gets a turn. */
const TURN = 200;

export const leadProcedures = {
  page: api.leads.page.handler(({ context: { core }, input }) => {
    const views = new LeadViews(core.context);
    const page = core.context.store.leads.page(input.filter, input.sort, input.offset, input.limit);
    return { rows: page.leads.map((lead) => views.row(lead)), total: page.total };
  }),
  counts: api.leads.counts.handler(({ context: { core }, input }) => {
    const byState = { ...core.context.store.leads.countByState(input.filter) };
    return { byState, total: Object.values(byState).reduce((sum, count) => sum + count, 0) };
  }),
  get: api.leads.get.handler(({ context: { core }, input }) =>
    detail(core.context, known(core.context, input.id)),
  ),
  act: api.leads.act.handler(async ({ context: { core }, input, signal }) => {
    const { store } = core.context;
    const { target } = input;
    const ids = target.kind === 'ids' ? target.ids : store.leads.ids(target.filter, MOST_AT_ONCE);
    return actOn(core.context, ids, commandOf(input.action, input), signal);
  }),
  addNote: api.leads.addNote.handler(({ context: { core }, input }) => {
    const lead = known(core.context, input.id);
    const text = input.text.trim();
    if (text === '') throw invalid([{ field: 'text', sentence: 'Note: write something first.' }]);
    const result = applyCommand(core.context, lead.id, { type: 'note-added', text });
    if (result !== null && 'refused' in result) throw refused(result.because);
    return { done: true as const };
  }),
};

function known(core: CoreContext, id: string): Lead {
  const lead = core.store.leads.byId(id);
  if (lead === null) throw notFound('There is no such lead here. It may belong to another installation.');
  return lead;
}

function commandOf(
  action: LeadAction,
  more: { scheduleId: string | null; assistantId: string | null },
): LeadCommand {
  switch (action) {
    case 'mark-hot':
      return { type: 'marked', state: 'Hot' };
    case 'mark-responded':
      return { type: 'marked', state: 'Responded' };
    case 'mark-cold':
      return { type: 'marked', state: 'Cold' };
    case 'stop':
      return { type: 'stop-pressed' };
    case 'continue':
      return { type: 'continue-pressed' };
    case 'restart':
      return { type: 'restart-pressed', scheduleId: more.scheduleId, assistantId: more.assistantId };
    case 'hand-back':
      return { type: 'hand-back-pressed' };
    case 'not-at-risk':
      return { type: 'not-at-risk-pressed' };
  }
}

/** One lead after the other; those for which it makes no sense are skipped, each with the reason. */
async function actOn(
  core: CoreContext,
  ids: readonly string[],
  command: LeadCommand,
  signal: AbortSignal | undefined,
): Promise<BulkResult> {
  const skipped: BulkResult['skipped'] = [];
  let done = 0;
  for (const [index, id] of ids.entries()) {
    if (signal?.aborted === true) break;
    if (index % TURN === TURN - 1) await new Promise((resolve) => setImmediate(resolve));
    const result = applyCommand(core, id, command);
    if (result === null) skipped.push({ id, name: id, because: 'It is no longer here.' });
    else if ('refused' in result) skipped.push({ id, name: nameOf(core, id), because: result.because });
    else done += 1;
  }
  return { done, skipped };
}

function nameOf(core: CoreContext, id: string): string {
  const lead = core.store.leads.byId(id);
  return lead === null ? id : leadName(lead);
}

function detail(core: CoreContext, lead: Lead): LeadDetail {
  const views = new LeadViews(core);
  return {
    lead: views.row(lead),
    addresses: [...lead.addresses],
    country: lead.country,
    timeZone: lead.timeZone,
    opens: lead.opens,
    clicks: lead.clicks,
    engagementMeasured: measuresEngagement(core),
    answer: answerView(core, lead),
    assignedAt: lead.assignedAt,
    recordDeleted: lead.recordDeleted,
    timeline: timelineOf(core, views, lead),
    actions: LEAD_ACTIONS.map((action) => possibility(core, lead, action)),
  };
}

function answerView(core: CoreContext, lead: Lead): LeadDetail['answer'] {
  if (!isWatched(lead)) return null;
  const { answerAwaitedSince: since, nextRiskAt: next, riskReminders: reminders } = lead;
  const ofReminders = core.store.assistants.byId(lead.assistantId)?.riskReminderTimes ?? reminders;
  return { since, next, reminders, ofReminders };
}

/** Decides without committing: the domain itself says whether a button makes sense. */
function possibility(core: CoreContext, lead: Lead, action: LeadAction): LeadDetail['actions'][number] {
  try {
    const decision = tryCommand(core, lead, commandOf(action, { scheduleId: null, assistantId: null }));
    if ('refused' in decision) return { action, possible: false, because: decision.because };
    return { action, possible: true, because: '' };
  } catch (error) {
    if (!(error instanceof FactsMissing)) throw error;
    return { action, possible: false, because: error.message };
  }
}
