import { applyEvent } from '../../apply-event.ts';
import type { CoreContext } from '../../context.ts';
import { isOpen, type Draft } from '../../domain/drafts/draft.ts';
import { whyWithdrawn, withdrawn } from '../../domain/drafts/withdraw.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import { HOUR } from '../../domain/time.ts';
import { editOf } from '../nurture/planned-edits.ts';
import type { Assistant, Mail } from '../../ports/store/rows.ts';

/** The mail to queue, and what is settled in the same commit. */
export interface NextMail {
  readonly mail: Mail;
  readonly drafts: readonly Draft[];
}

/**
 * The mail of a step that may go out now: the draft that was approved, or the template as it is composed. null: it is
 * kept as a draft that waits for a person or for the language model, and nothing is to be queued.
 */
export function nextMail(
  core: CoreContext,
  lead: Lead,
  assistant: Assistant,
  compose: () => Mail,
): NextMail | null {
  const { store } = core;
  const now = core.clock.now();
  const open = store.drafts.openOf(lead.id);
  if (open?.status === 'approved') {
    const against = whyWithdrawn(open, lead);
    if (against === null) return { mail: asApproved(compose(), open), drafts: [queued(open, now)] };
    store.commit({ drafts: [withdrawn(open, against, now)] });
  } else if (open !== null && isOpen(open)) {
    return null;
  }
  const rules = store.drafts.rulesOf(assistant.id);
  // Words that a person wrote for this message are not written over.
  const isWorded = (editOf(core, lead, lead.nextStep)?.text ?? null) !== null;
  const byModel = rules.byModel && core.languageModel.isOn && !isWorded;
  if (!rules.reviewFirst && !byModel) return { mail: compose(), drafts: [] };
  const draft = draftOf(core, lead, compose(), byModel);
  if (!store.commit({ drafts: [draft] }).ok) {
    // Not again at once: the others get their turn.
    applyEvent(core, lead.id, { type: 'send-postponed', until: now + HOUR, because: 'mailbox' });
    return null;
  }
  core.push(['leads', 'attention'], [lead.id]);
  core.wake();
  return null;
}

function asApproved(mail: Mail, { subject, text, html }: Draft): Mail {
  return { ...mail, subject, text, html };
}

function queued(draft: Draft, at: number): Draft {
  return { ...draft, status: 'queued', settledAt: at };
}

/** The template stands in it until the model has written something better. */
function draftOf(core: CoreContext, lead: Lead, mail: Mail, byModel: boolean): Draft {
  const now = core.clock.now();
  return {
    id: core.ids.next(),
    leadId: lead.id,
    connectionId: lead.connectionId,
    assistantId: lead.assistantId,
    run: lead.run,
    step: lead.nextStep,
    status: byModel ? 'writing' : 'waiting',
    writer: 'template',
    because: 'review-first',
    recipient: lead.email,
    subject: mail.subject,
    text: mail.text,
    html: mail.html ?? '',
    claims: [],
    remark: null,
    createdAt: now,
    nextTryAt: now,
    attempts: 0,
    settledAt: null,
    version: 0,
  };
}
