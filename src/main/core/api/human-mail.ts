import type { Composer, WrittenMail } from '#contract/human-mail.ts';
import type { CoreContext } from '../context.ts';
import { checkMailWords, isMailAddress } from '../domain/human-mail/check-words.ts';
import type { HumanMailKind } from '../domain/human-mail/may-write.ts';
import { isUnderWay } from '../domain/leads/decide-engagement.ts';
import { leadName } from '../domain/leads/lead-words.ts';
import { composingOf, signatureOf, whyNotNow, type Composing } from '../flows/human-mail/composer.ts';
import { sendHumanMail, undoSend } from '../flows/human-mail/send-human-mail.ts';
import { quietDays, saveSettings, undoSeconds } from '../flows/human-mail/settings.ts';
import type { MailDraft } from '../ports/store/human-mail.ts';
import { CHANGED_MEANWHILE, notFound, refused, refuseProblems } from './failures.ts';
import { api } from './implement.ts';

const DONE = { done: true as const };

export const humanMailProcedures = {
  open: api.humanMail.open.handler(({ context: { core }, input: { leadId, kind, mailId } }) =>
    view(core.context, opened(core.context, leadId, kind, mailId)),
  ),
  keep: api.humanMail.keep.handler(({ context: { core }, input }) => {
    const draft = draftOf(core.context, input);
    const { humanMail, mails } = core.context.store;
    if (mails.byId(draft.id) !== null) throw refused('This mail was sent meanwhile.');
    if (!core.context.store.commit({ mailDrafts: [draft] }).ok) throw refused(CHANGED_MEANWHILE);
    return { version: humanMail.draft(input.leadId, input.kind)?.version ?? 0 };
  }),
  discard: api.humanMail.discard.handler(({ context: { core }, input: { leadId, kind, version } }) => {
    const draft = core.context.store.humanMail.draft(leadId, kind);
    if (draft === null) return DONE;
    if (draft.version !== version) throw refused(CHANGED_MEANWHILE);
    core.context.store.commit({ removeMailDrafts: [draft.id] });
    return DONE;
  }),
  send: api.humanMail.send.handler(({ context: { core }, input }) => {
    const composing = opened(core.context, input.leadId, input.kind, input.answersMailId);
    const draft = { ...draftOf(core.context, input), answersMailId: composing.draft.answersMailId };
    refuseProblems([
      ...checkMailWords(draft).map(({ field, message }) => ({ field, sentence: message })),
      ...copyProblems(draft),
    ]);
    const sent = sendHumanMail(core.context, composing, draft);
    if ('refused' in sent) throw refused(sent.refused);
    return sent;
  }),
  undo: api.humanMail.undo.handler(({ context: { core }, input: { mailId } }) => {
    const mail = core.context.store.mails.byId(mailId);
    if (mail === null) throw notFound('This mail is not here any more.');
    const draft = undoSend(core.context, mail);
    if ('refused' in draft) throw refused(draft.refused);
    return { leadId: draft.leadId, kind: draft.kind };
  }),
  setUp: api.humanMail.setUp.handler(({ context: { core }, input }) => {
    saveSettings(core.context.store, input);
    return DONE;
  }),
  html: api.humanMail.html.handler(({ context: { core }, input: { mailId } }) => {
    const mail = core.context.store.mails.byId(mailId);
    if (mail === null) throw notFound('This mail is not here any more.');
    return { html: mail.html };
  }),
};

function opened(core: CoreContext, leadId: string, kind: HumanMailKind, mailId: string | null): Composing {
  const lead = core.store.leads.byId(leadId);
  if (lead === null) throw notFound('There is no such lead here. It may belong to another installation.');
  const assistant = core.store.assistants.byId(lead.assistantId);
  if (assistant === null) throw notFound('The assistant of this lead was removed.');
  return composingOf(core, lead, assistant, kind, mailId);
}

function view(core: CoreContext, composing: Composing): Composer {
  const { lead, assistant, draft, to } = composing;
  return {
    leadId: lead.id,
    kind: draft.kind,
    draftId: draft.id,
    version: draft.version,
    leadName: leadName(lead),
    assistantName: assistant.name,
    from: assistant.email,
    to: to.address,
    cc: draft.cc.map(({ name, address }) => ({ name, address })),
    subject: draft.subject,
    text: draft.text,
    signature: signatureOf(assistant),
    quoted: composing.quoted,
    answersMailId: draft.answersMailId,
    isKept: composing.isKept,
    because: whyNotNow(core, lead, draft.kind, [to]),
    undoSeconds: undoSeconds(core.store),
    quietDays: quietDays(core.store),
    isUnderWay: isUnderWay(lead) && lead.nextFollowUpAt !== null,
  };
}

function draftOf(core: CoreContext, input: WrittenMail): MailDraft {
  const { leadId, kind, draftId: id, version, answersMailId, subject, text } = input;
  const cc = input.cc
    .map(({ name, address }) => ({ name: name.trim(), address: address.trim() }))
    .filter(({ name, address }) => name !== '' || address !== '');
  return { leadId, kind, id, answersMailId, subject, text, cc, at: core.clock.now(), version };
}

function copyProblems({ kind, cc }: MailDraft): { field: string; sentence: string }[] {
  if (kind === 'introduce' && cc.length === 0) {
    return [{ field: 'cc.0.address', sentence: 'Copy to: give the address of the person who goes on.' }];
  }
  return cc.flatMap(({ address }, index) =>
    isMailAddress(address)
      ? []
      : [{ field: `cc.${index}.address`, sentence: 'Copy to: give an address such as ana@example.com.' }],
  );
}
