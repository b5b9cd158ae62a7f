import type { TimelineEntry } from '#contract/leads.ts';
import type { CoreContext } from '../../context.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import type { LeadViews } from './lead-view.ts';
import { summaryOf } from './outbox-view.ts';

const MOST_WRITES = 200;

/** Everything about a lead in one list, newest first: what is planned, journal, mails and CRM writes. */
export function timelineOf(core: CoreContext, views: LeadViews, lead: Lead): TimelineEntry[] {
  const { store } = core;
  const journal = store.journal.ofLead(lead.id).map((entry): TimelineEntry => {
    const { id, at, event, from, to, rule } = entry;
    return { kind: 'journal', id, at, event, from, to, rule };
  });
  const mails = store.mails.ofLead(lead.id).map((mail): TimelineEntry => ({
    kind: 'mail',
    id: mail.id,
    at: mail.sentAt ?? mail.at,
    direction: mail.direction,
    status: mail.status,
    from: mail.from.address,
    to: mail.to.map((to) => to.address).join(', '),
    subject: mail.subject,
    text: mail.text,
    step: mail.step,
    intent: mail.intent,
    confidence: mail.confidence,
    words: [...mail.words],
  }));
  const writes = store.outbox
    .page({ leadId: lead.id }, null, MOST_WRITES)
    .rows.filter((row) => row.kind !== 'mail' && row.kind !== 'compose-mail')
    .map((row): TimelineEntry => ({
      kind: 'crm-write',
      id: String(row.id),
      at: row.settledAt ?? row.createdAt,
      what: row.kind,
      status: row.status,
      summary: summaryOf(core, views, row),
      reason: row.reason,
    }));
  return [...planned(core, lead), ...[...journal, ...mails, ...writes].toSorted((a, b) => b.at - a.at)];
}

function planned(core: CoreContext, lead: Lead): TimelineEntry[] {
  if (lead.nextFollowUpAt === null) return [];
  const steps = core.store.schedules.byId(lead.scheduleId)?.steps ?? [];
  const step = steps[lead.nextStep];
  const summary =
    step === undefined
      ? 'The schedule ends if no reply comes'
      : `Message ${lead.nextStep + 1} of ${lead.stepCount}${step.message.kind === 'assistant' ? `, ${step.message.tone}` : `: ${step.message.subject}`}`;
  return [
    {
      kind: 'planned',
      id: `planned-${lead.nextStep}`,
      at: lead.nextFollowUpAt,
      step: lead.nextStep,
      summary,
    },
  ];
}
