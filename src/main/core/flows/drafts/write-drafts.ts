import { LANGUAGE_NAMES } from '#contract/names.ts';
import type { CoreContext } from '../../context.ts';
import { checkClaims } from '../../domain/drafts/claims/check-claims.ts';
import type { Draft } from '../../domain/drafts/draft.ts';
import { afterWriting, type Written } from '../../domain/drafts/judge-written.ts';
import { unfilledPlaceholder } from '../../domain/drafts/placeholders.ts';
import { withdrawn } from '../../domain/drafts/withdraw.ts';
import { factsOf, writingQuestion, type WritingBrief } from '../../domain/drafts/writing-brief.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import { HOUR, MINUTE, type Duration } from '../../domain/time.ts';
import type { AnswerField, ModelAnswer, ModelTrouble } from '../../ports/language-model.ts';
import type { Assistant } from '../../ports/store/rows.ts';
import { signedMessage } from '../nurture/write-message.ts';
import { whyNotSent } from './withdraw-drafts.ts';

/** Questions at the same time. */
const AT_ONCE = 4;
/** How often one message is asked for. */
const MOST_TRIES = 3;
const MOST_TOKENS = 1_000;
/** Longer is no short mail. */
const MOST_TEXT = 4_000;
const LONGEST_PAUSE: Duration = HOUR;

/** What may be better later. */
const PASSING: ReadonlySet<ModelTrouble> = new Set<ModelTrouble>([
  'address',
  'refused-connection',
  'busy',
  'timeout',
  'malformed',
  'server',
]);

const FIELDS: readonly AnswerField[] = [
  { name: 'subject', about: 'the subject, at most 60 characters', kind: 'text' },
  { name: 'text', about: 'the message, without signature', kind: 'text' },
];

/**
 * Has the language model write what waits for it. Nothing is open in the store while it is asked: what changed
 * meanwhile wins, and after a crash it is asked again. The template stands in the draft until something better does.
 */
export async function writeDrafts(core: CoreContext): Promise<void> {
  while (core.halt.since === null) {
    const drafts = core.store.drafts.toWrite(core.clock.now(), AT_ONCE);
    if (drafts.length === 0) return;
    await Promise.all(drafts.map((draft) => writeDraft(core, draft)));
  }
}

async function writeDraft(core: CoreContext, draft: Draft): Promise<void> {
  const { store, clock } = core;
  const lead = store.leads.byId(draft.leadId);
  const assistant = store.assistants.byId(draft.assistantId);
  const against = whyNotSent(store, draft);
  if (lead === null || assistant === null || against !== null) {
    const because = against ?? 'The assistant was removed.';
    keep(core, withdrawn(draft, because, clock.now()));
    return;
  }
  const rules = store.drafts.rulesOf(assistant.id);
  if (!rules.byModel) {
    const because = 'Her messages are not written by the language model any more.';
    const toTemplate = { reviewFirst: rules.reviewFirst, whenRefused: 'template' } as const;
    keep(core, afterWriting(draft, { kind: 'nothing', because }, toTemplate, clock.now()));
    return;
  }
  const brief = briefOf(core, draft, lead, assistant);
  const question = { ...writingQuestion(brief), fields: FIELDS, mostTokens: MOST_TOKENS };
  const answer = await core.languageModel.ask(question);
  const now = clock.now();
  if (answer.kind === 'failed' && core.halt.since !== null) return;
  const written = writtenOf(answer, brief, lead, assistant);
  const isPassing = answer.kind === 'failed' ? PASSING.has(answer.trouble) : written.kind === 'nothing';
  if (written.kind === 'nothing' && isPassing && draft.attempts + 1 < MOST_TRIES) {
    const after = answer.kind === 'failed' ? (answer.after ?? 0) : 0;
    const pause = Math.min(Math.max(after, MINUTE * 4 ** draft.attempts), LONGEST_PAUSE);
    keep(core, { ...draft, attempts: draft.attempts + 1, nextTryAt: now + pause, remark: written.because });
    return;
  }
  keep(core, afterWriting({ ...draft, remark: null }, written, store.drafts.rulesOf(assistant.id), now));
}

/** Refused by the store: the draft ended meanwhile, and that stands. */
function keep(core: CoreContext, draft: Draft): void {
  if (!core.store.commit({ drafts: [draft] }).ok) return;
  core.push(['leads', 'attention'], [draft.leadId]);
  core.wake();
}

function writtenOf(answer: ModelAnswer, brief: WritingBrief, lead: Lead, assistant: Assistant): Written {
  if (answer.kind === 'failed') return { kind: 'nothing', because: answer.sentence };
  const said = {
    subject: String(answer.values['subject'] ?? ''),
    text: String(answer.values['text'] ?? '').trim(),
  };
  const place = unfilledPlaceholder(`${said.subject}\n${said.text}`);
  if (place !== null) {
    return { kind: 'nothing', because: `The language model left "${place}" in its message.` };
  }
  if (said.text === '' || said.subject.trim() === '' || said.text.length > MOST_TEXT) {
    return { kind: 'nothing', because: 'The language model wrote no short message.' };
  }
  const claims = checkClaims(said, factsOf(brief));
  const subject = lead.threadSubject === null ? said.subject : `Re: ${lead.threadSubject}`;
  const paragraphs = said.text.split(/\n\s*\n/u).map((part) => part.trim());
  return { kind: 'words', ...signedMessage(subject, paragraphs, assistant), claims };
}

function briefOf(core: CoreContext, draft: Draft, lead: Lead, assistant: Assistant): WritingBrief {
  const schedule = core.store.schedules.byId(lead.scheduleId);
  const message = schedule?.steps[draft.step]?.message;
  return {
    assistant,
    lead,
    tone: message?.kind === 'assistant' ? message.tone : null,
    position: draft.step + 1,
    of: schedule?.steps.length ?? draft.step + 1,
    language: LANGUAGE_NAMES[assistant.language],
    template: { subject: draft.subject, text: draft.text },
    sentBefore: core.store.mails
      .ofLead(lead.id)
      .filter((mail) => mail.direction === 'outgoing' && mail.status === 'sent' && mail.run === lead.run)
      .map((mail) => mail.text),
  };
}
