import type { DraftRow } from '#contract/drafts.ts';
import type { CoreContext } from '../../context.ts';
import { sendingOf } from '../../day-plan.ts';
import type { Draft } from '../../domain/drafts/draft.ts';
import { nextSendAt } from '../../domain/schedules/send-time.ts';
import { leadName } from './lead-view.ts';

/** A draft as the page lists it; null: its lead is gone. */
export function draftView(core: CoreContext, draft: Draft): DraftRow | null {
  const { store, clock } = core;
  const lead = store.leads.byId(draft.leadId);
  if (lead === null) return null;
  const assistant = store.assistants.byId(draft.assistantId);
  const earliest = Math.max(clock.now(), lead.nextFollowUpAt ?? 0);
  return {
    id: draft.id,
    version: draft.version,
    leadId: lead.id,
    leadName: leadName(lead),
    company: lead.company,
    recipient: draft.recipient,
    state: lead.state,
    assistantName: assistant?.name ?? '',
    scheduleName: store.schedules.byId(lead.scheduleId)?.name ?? '',
    step: draft.step + 1,
    of: Math.max(lead.stepCount, draft.step + 1),
    status: draft.status,
    writer: draft.writer,
    because: draft.because,
    subject: draft.subject,
    isSubjectFixed: lead.threadSubject !== null,
    text: draft.text,
    claims: draft.claims.map(({ kind, words }) => ({ kind, words })),
    remark: draft.remark,
    createdAt: draft.createdAt,
    settledAt: draft.settledAt,
    goesAt:
      (draft.status === 'waiting' || draft.status === 'approved') && assistant !== null
        ? nextSendAt({ ...sendingOf(core, lead, assistant), earliest })
        : null,
  };
}
