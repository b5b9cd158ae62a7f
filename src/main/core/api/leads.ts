import { LEAD_ACTIONS, type LeadDetail } from '#contract/leads.ts';
import { applyCommand } from '../apply-event.ts';
import type { CoreContext } from '../context.ts';
import { isWatched } from '../domain/leads/at-risk.ts';
import type { Lead } from '../domain/leads/lead.ts';
import { remind, reminderDone } from '../flows/reminders/reminders.ts';
import { measuresEngagement } from '../measures-engagement.ts';
import { begunMails } from '../flows/human-mail/composer.ts';
import { invalid, notFound, refused } from './failures.ts';
import { api } from './implement.ts';
import { actOn, commandOf, possibility, tagsOf } from './lead-actions.ts';
import { LeadViews } from './views/lead-view.ts';
import { timelineOf } from './views/timeline.ts';

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
    const command = commandOf(input.action, input);
    return actOn(core.context, input.target, command, signal);
  }),
  tags: api.leads.tags.handler(({ context: { core } }) => [...core.context.store.tags.all()]),
  tag: api.leads.tag.handler(({ context: { core }, input, signal }) => {
    const add = tagsOf(core.context, input.add);
    const remove = tagsOf(core.context, input.remove);
    return actOn(core.context, input.target, { type: 'tagged', add, remove }, signal, (leadId) => ({
      tags: [{ leadId, add, remove }],
    }));
  }),
  remind: api.leads.remind.handler(({ context: { core }, input }) => {
    const { id: leadId, reminderId, dueAt, text } = input;
    known(core.context, leadId);
    const refusal = remind(core.context, { leadId, reminderId, dueAt, text });
    if (refusal !== null) {
      const field = refusal.because.includes('time') ? 'dueAt' : 'text';
      throw invalid([{ field, sentence: refusal.because }]);
    }
    return { done: true as const };
  }),
  reminderDone: api.leads.reminderDone.handler(({ context: { core }, input }) => {
    reminderDone(core.context, input.reminderId);
    return { done: true as const };
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
    handBackTo:
      lead.handBackTo === null
        ? null
        : { id: lead.handBackTo, name: views.userName(lead.connectionId, lead.handBackTo) },
    reminders: core.store.reminders.ofLead(lead.id).map(({ id, dueAt, text }) => ({ id, dueAt, text })),
    recordDeleted: lead.recordDeleted,
    timeline: timelineOf(core, views, lead),
    begun: begunMails(core.store, lead.id),
    actions: LEAD_ACTIONS.map((action) => possibility(core, lead, action)),
  };
}

function answerView(core: CoreContext, lead: Lead): LeadDetail['answer'] {
  if (!isWatched(lead)) return null;
  const { answerAwaitedSince: since, nextRiskAt: next, riskReminders: reminders } = lead;
  const ofReminders = core.store.assistants.byId(lead.assistantId)?.riskReminderTimes ?? reminders;
  return { since, next, reminders, ofReminders };
}
