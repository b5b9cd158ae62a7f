import type { PlannedMessage } from '#contract/planned-messages.ts';
import { applyCommand } from '../apply-event.ts';
import type { CoreContext } from '../context.ts';
import { checkMailWords } from '../domain/human-mail/check-words.ts';
import type { Lead } from '../domain/leads/lead.ts';
import { isOnItsWay, messagesToCome, type MessageToCome } from '../flows/nurture/planned-messages.ts';
import type { Change } from '../ports/store/change.ts';
import type { PlannedEdit } from '../ports/store/human-mail.ts';
import { CHANGED_MEANWHILE, notFound, refused, refuseProblems } from './failures.ts';
import { api } from './implement.ts';

const AS_DRAFT = 'It is written and waits for approval under Drafts.';

interface Asked {
  readonly leadId: string;
  readonly step: number;
  readonly version: number;
}

export const plannedMessageProcedures = {
  list: api.plannedMessages.list.handler(({ context: { core }, input }) =>
    view(core.context, known(core.context, input.leadId)),
  ),
  edit: api.plannedMessages.edit.handler(({ context: { core }, input }) => {
    const { lead, message, edit } = asked(core.context, input);
    const subject = message.isSubjectKept ? message.subject : input.subject.replaceAll(/\s+/g, ' ').trim();
    const text = input.text.trimEnd();
    const problems = checkMailWords({ subject, text });
    refuseProblems(problems.map(({ field, message: sentence }) => ({ field, sentence })));
    const isOwn = subject === message.own.subject && text === message.own.text.trimEnd();
    const edited: PlannedEdit = {
      ...edit,
      subject: message.isSubjectKept || subject === message.own.subject ? null : subject,
      text: isOwn ? null : `${text}\n`,
    };
    return write(core.context, lead, edited);
  }),
  skip: api.plannedMessages.skip.handler(({ context: { core }, input }) => {
    const { lead, edit } = asked(core.context, input);
    return write(core.context, lead, { ...edit, skipped: input.skipped });
  }),
  putBack: api.plannedMessages.putBack.handler(({ context: { core }, input }) => {
    const { lead, edit } = asked(core.context, input);
    return write(core.context, lead, { ...edit, subject: null, text: null, skipped: false });
  }),
  move: api.plannedMessages.move.handler(({ context: { core }, input: { leadId, step, at } }) => {
    known(core.context, leadId);
    const result = applyCommand(core.context, leadId, { type: 'next-message-moved', step, at });
    if (result !== null && 'refused' in result) throw refused(result.because);
    return view(core.context, known(core.context, leadId));
  }),
};

function known(core: CoreContext, id: string): Lead {
  const lead = core.store.leads.byId(id);
  if (lead === null) throw notFound('There is no such lead here. It may belong to another installation.');
  return lead;
}

/** The message that a person means, and what is changed of it by now. */
function asked(
  core: CoreContext,
  { leadId, step, version }: Asked,
): { readonly lead: Lead; readonly message: MessageToCome; readonly edit: PlannedEdit } {
  const lead = known(core, leadId);
  const message = messagesToCome(core, lead).find((each) => each.step === step);
  if (message === undefined) throw refused('This message is out already, or no longer planned.');
  if (isOnItsWay(core, lead, step)) throw refused('This message is on its way already.');
  if (isDraft(core, lead, step)) throw refused(`${AS_DRAFT} Change it there.`);
  const kept = core.store.humanMail.plannedEdit(lead.id, lead.run, step);
  const none = { subject: null, text: null, skipped: false };
  const { subject, text, skipped } = message.edit ?? none;
  const at = core.clock.now();
  const edit = {
    leadId,
    run: lead.run,
    step,
    scheduleId: lead.scheduleId,
    subject,
    text,
    skipped,
    at,
    version,
  };
  if ((kept?.version ?? 0) !== version) throw refused(CHANGED_MEANWHILE);
  return { lead, message, edit };
}

/** Whether a message waits for a person's approval. */
function isDraft(core: CoreContext, lead: Lead, step: number): boolean {
  const draft = core.store.drafts.openOf(lead.id);
  return draft !== null && draft.run === lead.run && draft.step === step;
}

/** What changes nothing any more is no edit. */
function write(core: CoreContext, lead: Lead, edit: PlannedEdit): { messages: PlannedMessage[] } {
  const isNone = edit.subject === null && edit.text === null && !edit.skipped;
  const change: Change =
    isNone && edit.version > 0 ? { removePlannedEdits: [edit] } : isNone ? {} : { plannedEdits: [edit] };
  if (!core.store.commit(change).ok) throw refused(CHANGED_MEANWHILE);
  core.push(['leads'], [lead.id]);
  return view(core, lead);
}

function view(core: CoreContext, lead: Lead): { messages: PlannedMessage[] } {
  const messages = messagesToCome(core, lead)
    .filter(({ step }) => !isOnItsWay(core, lead, step))
    .map((message): PlannedMessage => {
      const { step, at, subject, text, isSubjectKept, problem, edit } = message;
      const version = core.store.humanMail.plannedEdit(lead.id, lead.run, step)?.version ?? 0;
      const isEdited = edit !== null && (edit.subject !== null || edit.text !== null);
      return {
        step,
        of: lead.stepCount,
        at,
        isNext: step === lead.nextStep,
        subject,
        isSubjectKept,
        text,
        editedAt: isEdited ? edit.at : null,
        isSkipped: edit?.skipped ?? false,
        version,
        problem: isDraft(core, lead, step) ? AS_DRAFT : problem,
      };
    });
  return { messages };
}
