import type { AssistantDraft, AssistantView } from '#contract/assistants.ts';
import type { MailPreview, PreviewWish } from '#contract/mail-preview.ts';
import type { CoreContext } from '../context.ts';
import { localDay } from '../domain/schedules/send-time.ts';
import { checkNurtureTable } from '../domain/writing/nurture-table.ts';
import { releaseIncomplete } from '../flows/nurture/release-incomplete.ts';
import { releaseHeld } from '../flows/nurture/release-held.ts';
import { previewMessage } from '../flows/nurture/preview-message.ts';
import { watchConnection } from '../flows/health/refresh-connection.ts';
import type { Assistant } from '../ports/store/rows.ts';
import { BLANK_ASSISTANT, checkAssistant } from './assistant-form.ts';
import { CHANGED_MEANWHILE, notFound, refused, refuseProblems } from './failures.ts';
import { api } from './implement.ts';
import { forgetMailbox } from './mailboxes.ts';

export const assistantProcedures = {
  list: api.assistants.list.handler(({ context: { core } }) =>
    core.context.store.assistants.all().map((assistant) => assistantView(core.context, assistant)),
  ),
  get: api.assistants.get.handler(({ context: { core }, input }) =>
    assistantView(core.context, known(core.context, input.id)),
  ),
  blank: api.assistants.blank.handler(() => BLANK_ASSISTANT),
  create: api.assistants.create.handler(async ({ context: { core }, input }) => {
    refuseProblems(checkAssistant(core.context.store, input, null));
    const id = core.context.ids.next();
    const createdAt = core.context.clock.now();
    core.context.store.commit({ assistants: [{ ...trimmed(input), id, createdAt, version: 0 }] });
    return saved(core.context, id);
  }),
  update: api.assistants.update.handler(async ({ context: { core }, input }) => {
    const { id, version, ...draft } = input;
    const before = known(core.context, id);
    refuseProblems(checkAssistant(core.context.store, draft, id));
    const next = { ...trimmed(draft), id, createdAt: before.createdAt, version };
    if (!core.context.store.commit({ assistants: [next] }).ok) throw refused(CHANGED_MEANWHILE);
    releaseHeld(core.context);
    releaseIncomplete(core.context, { assistantId: id });
    return saved(core.context, id);
  }),
  remove: api.assistants.remove.handler(async ({ context: { core }, input }) => {
    const { store } = core.context;
    const assistant = known(core.context, input.id);
    const leads = store.leads.page({ assistantId: input.id }, { by: 'name', descending: false }, 0, 1).total;
    if (leads > 0) {
      throw refused(
        `${assistant.name} has ${leads} leads, and their history names her. Hand them back and keep her, or rename her.`,
      );
    }
    store.commit({ removeAssistants: [input.id] });
    await forgetMailbox(core.context, input.id);
    core.context.push(['assistants', 'connections']);
    return { done: true as const };
  }),
  checkNurture: api.assistants.checkNurture.handler(({ input }) => [...checkNurtureTable(input.nurture)]),
  preview: api.assistants.preview.handler(({ context: { core }, input }) => preview(core.context, input)),
};

/** A new address is looked for in the CRM at once, so that her status is right when the page comes back. */
async function saved(core: CoreContext, id: string): Promise<AssistantView> {
  const active = core.store.connections.all().filter((connection) => connection.status === 'Active');
  await Promise.all(active.map((connection) => watchConnection(core, connection.id)));
  core.push(['assistants', 'connections', 'leads']);
  core.wake();
  return assistantView(core, known(core, id));
}

function known(core: CoreContext, id: string): Assistant {
  const assistant = core.store.assistants.byId(id);
  if (assistant === null) throw notFound('This assistant was removed.');
  return assistant;
}

function assistantView(core: CoreContext, assistant: Assistant): AssistantView {
  const { store, clock } = core;
  return {
    ...assistant,
    nurture: [...assistant.nurture],
    rules: {
      ...assistant.rules,
      offDays: [...assistant.rules.offDays],
      holidays: [...assistant.rules.holidays],
    },
    activeLeads: store.assistants.activeLeads(assistant.id),
    sentToday: store.mails.sentOn(assistant.id, localDay(clock.now(), assistant.rules.timeZone)),
    scheduleName: store.schedules.byId(assistant.defaultScheduleId)?.name ?? '',
  };
}

function preview(core: CoreContext, draft: AssistantDraft & PreviewWish): MailPreview {
  const steps = core.store.schedules.byId(draft.defaultScheduleId)?.steps ?? [];
  const shown = previewMessage(core.store, trimmed(draft), steps, draft);
  if (shown === null) throw notFound('The schedule has no such message, or the lead is not here any more.');
  return shown;
}

function trimmed(draft: AssistantDraft): AssistantDraft {
  const orNull = (text: string | null) => (text === null || text.trim() === '' ? null : text.trim());
  return {
    ...draft,
    name: draft.name.trim(),
    title: draft.title.trim(),
    email: draft.email.trim().toLowerCase(),
    userName: draft.userName.trim(),
    context: draft.context.trim(),
    brochureUrl: orNull(draft.brochureUrl),
    calendarUrl: orNull(draft.calendarUrl),
    bcc: orNull(draft.bcc),
    nurture: draft.nurture.map((line) => line.trim()),
  };
}
