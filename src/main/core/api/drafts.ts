import type { DraftRow, WritingView } from '#contract/drafts.ts';
import type { CoreContext } from '../context.ts';
import type { Draft } from '../domain/drafts/draft.ts';
import {
  approveDraft,
  draftProblems,
  rejectDraft,
  reworded,
  takeBackDraft,
} from '../flows/drafts/settle-draft.ts';
import { auditWriting } from '../setting-audit.ts';
import { CHANGED_MEANWHILE, invalid, notFound, refused, refuseProblems } from './failures.ts';
import { api } from './implement.ts';
import { draftView } from './views/draft-view.ts';
import { leadName } from './views/lead-view.ts';

const GONE = 'This draft was erased with its lead.';
/** Drafts settled at once when the mode is turned off. */
const MOST = 10_000;

export const draftProcedures = {
  page: api.drafts.page.handler(({ context: { core }, input: { kind, after, limit } }) => {
    const { drafts } = core.context.store;
    const found =
      kind === 'settled'
        ? drafts.settled(after, limit)
        : drafts.listed(kind, { assistantId: null, after }, limit);
    return { rows: found.flatMap((draft) => draftView(core.context, draft) ?? []) };
  }),
  count: api.drafts.count.handler(({ context: { core } }) => ({
    waiting: core.context.store.drafts.countOf('waiting', null).count,
    approved: core.context.store.drafts.countOf('approved', null).count,
  })),
  approve: api.drafts.approve.handler(({ context: { core }, input }) => {
    const refusals: { id: string; leadName: string; because: string }[] = [];
    for (const { id, version } of input.drafts) {
      const draft = core.context.store.drafts.byId(id);
      const because =
        draft === null
          ? GONE
          : draft.version === version
            ? approveDraft(core.context, draft)
            : CHANGED_MEANWHILE;
      if (because === null) continue;
      const lead = draft === null ? null : core.context.store.leads.byId(draft.leadId);
      refusals.push({ id, leadName: lead === null ? '' : leadName(lead), because });
    }
    return { approved: input.drafts.length - refusals.length, refused: refusals };
  }),
  takeBack: api.drafts.takeBack.handler(({ context: { core }, input }) => {
    const draft = known(core.context, input);
    const because = takeBackDraft(core.context, draft);
    if (because !== null) throw refused(because);
    return view(core.context, draft.id);
  }),
  edit: api.drafts.edit.handler(({ context: { core }, input }) => {
    const draft = known(core.context, input);
    const lead = core.context.store.leads.byId(draft.leadId);
    const subject = lead?.threadSubject === null ? input.subject : draft.subject;
    refuseProblems([...draftProblems({ subject, text: input.text })]);
    if (draft.status !== 'waiting') throw refused('It does not wait for approval any more.');
    const next = reworded(draft, { subject, text: input.text });
    if (next !== draft && !core.context.store.commit({ drafts: [next] }).ok) throw refused(CHANGED_MEANWHILE);
    core.context.push(['leads'], [draft.leadId]);
    return view(core.context, draft.id);
  }),
  reject: api.drafts.reject.handler(({ context: { core }, input }) => {
    const because = rejectDraft(core.context, known(core.context, input), input.what);
    if (because !== null) throw refused(because);
    return { done: true as const };
  }),
  writing: api.drafts.writing.handler(({ context: { core }, input }) =>
    writingView(core.context, input.assistantId),
  ),
  setWriting: api.drafts.setWriting.handler(({ context: { core, role = 'admin' }, input }) => {
    const { store, push, wake } = core.context;
    const { assistantId, reviewFirst, byModel, whenRefused, version, waiting } = input;
    const before = writingView(core.context, assistantId);
    const isTurnedOff = before.reviewFirst && !reviewFirst && before.waiting > 0;
    if (isTurnedOff && waiting === null) {
      const sentence =
        'Say what becomes of the messages that wait: send them, keep them waiting, or leave them out.';
      throw invalid([{ field: 'waiting', sentence }]);
    }
    const rules = { assistantId, reviewFirst, byModel, whenRefused, version };
    const settingChanges = auditWriting(core.context, before, rules, role);
    if (!store.commit({ writingRules: [rules], settingChanges }).ok) throw refused(CHANGED_MEANWHILE);
    if (isTurnedOff && waiting !== 'keep') {
      for (const draft of store.drafts.listed('waiting', { assistantId, after: null }, MOST)) {
        if (waiting === 'skip') rejectDraft(core.context, draft, 'skip');
        // What the claim check holds is looked at whatever the mode says.
        else if (draft.because === 'review-first') approveDraft(core.context, draft);
      }
    }
    push(['assistants', 'connections', 'leads', 'attention']);
    wake();
    return writingView(core.context, assistantId);
  }),
};

function known(core: CoreContext, { id, version }: { id: string; version: number }): Draft {
  const draft = core.store.drafts.byId(id);
  if (draft === null) throw notFound(GONE);
  if (draft.version !== version) throw refused(CHANGED_MEANWHILE);
  return draft;
}

function view(core: CoreContext, id: string): DraftRow {
  const draft = core.store.drafts.byId(id);
  const row = draft === null ? null : draftView(core, draft);
  if (row === null) throw notFound(GONE);
  return row;
}

function writingView(core: CoreContext, assistantId: string): WritingView {
  if (core.store.assistants.byId(assistantId) === null) throw notFound('This assistant was removed.');
  return {
    ...core.store.drafts.rulesOf(assistantId),
    waiting: core.store.drafts.countOf('waiting', assistantId).count,
    isModelOn: core.languageModel.isOn,
  };
}
