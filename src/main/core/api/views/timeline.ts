import type { TimelineEntry } from '#contract/leads.ts';
import type { CoreContext } from '../../context.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import { canBeTakenBack } from '../../flows/human-mail/send-human-mail.ts';
import type { Mail, OutboxRow } from '../../ports/store/rows.ts';
import type { LeadViews } from './lead-view.ts';
import { mailParts } from './mail-parts.ts';
import { summaryOf } from './outbox-view.ts';

const MOST_WRITES = 200;
const MOST_MAILS = 200;
/** Longer texts are cut, older ones shorter when there is much: hostile mails must not keep the screen busy. */
const LONGEST_TEXT = 50_000;
const SHORTEST_CUT = 2_000;
const MOST_TEXT = 500_000;

/** Everything about a lead in one list, newest first: what is planned, journal, mails and CRM writes. */
export function timelineOf(core: CoreContext, views: LeadViews, lead: Lead): TimelineEntry[] {
  const { store } = core;
  const journal = store.journal.ofLead(lead.id).map((entry): TimelineEntry => {
    const { id, at, event, from, to, rule } = entry;
    return { kind: 'journal', id, at, event, from, to, rule };
  });
  const rows = outboxOf(core, lead);
  let room = MOST_TEXT;
  const mails = store.mails
    .ofLead(lead.id)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MOST_MAILS)
    .map((mail) => {
      const most = Math.max(SHORTEST_CUT, Math.min(LONGEST_TEXT, room));
      room -= Math.min(most, mail.text.length);
      return mailEntry(core, mail, rows.get(mail.id), most);
    });
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

/** Mails on their way, as the outbox has them. */
function outboxOf(core: CoreContext, lead: Lead): ReadonlyMap<string, OutboxRow> {
  const { rows } = core.store.outbox.page({ leadId: lead.id, kinds: ['mail'] }, null, MOST_MAILS);
  return new Map(rows.map((row) => [row.effect.kind === 'mail' ? row.effect.mailId : '', row]));
}

function mailEntry(core: CoreContext, mail: Mail, row: OutboxRow | undefined, most: number): TimelineEntry {
  const edit =
    mail.run === null || mail.step === null
      ? null
      : core.store.humanMail.plannedEdit(mail.leadId, mail.run, mail.step);
  const byPerson = mail.byPerson ?? false;
  const isLeaving = mail.status === 'queued' && row !== undefined;
  return {
    kind: 'mail',
    id: mail.id,
    at: mail.sentAt ?? mail.at,
    direction: mail.direction,
    status: mail.status,
    from: mail.from.address,
    to: mail.to.map((to) => to.address).join(', '),
    cc: (mail.cc ?? []).map((cc) => cc.address),
    subject: mail.subject,
    parts: mailParts(mail.text.slice(0, most)),
    isCut: mail.text.length > most,
    hasHtml: mail.html !== null && mail.html !== '',
    byPerson,
    isEdited: mail.direction === 'outgoing' && edit !== null && edit.text !== null,
    leaving: isLeaving
      ? { at: row.nextAttemptAt, canUndo: byPerson && canBeTakenBack(row), status: row.status }
      : null,
    remark: mail.direction === 'outgoing' ? (row?.reason ?? null) : null,
    step: mail.step,
    intent: mail.intent,
    confidence: mail.confidence,
    words: [...mail.words],
  };
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
