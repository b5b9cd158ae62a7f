import { applyCommand, applyEvent } from '../../apply-event.ts';
import type { CoreContext } from '../../context.ts';
import type { Draft } from '../../domain/drafts/draft.ts';
import { unfilledPlaceholder } from '../../domain/drafts/placeholders.ts';
import { withdrawn } from '../../domain/drafts/withdraw.ts';
import { htmlOfText } from '../human-mail/mail-html.ts';
import { whyNotSent } from './withdraw-drafts.ts';

const GONE = 'The lead no longer exists.';
const MOVED = 'It was changed in another window meanwhile. Read it again.';
const MOST_SUBJECT = 200;
const MOST_TEXT = 20_000;

/** A sentence about one field of an edited draft. */
export interface DraftProblem {
  readonly field: 'subject' | 'text';
  readonly sentence: string;
}

/**
 * A person approved a draft: it goes out once, when it may by hours and limits. Answers why it does not, in a
 * sentence; null: it does. What would have stopped its mail ends it.
 */
export function approveDraft(core: CoreContext, draft: Draft): string | null {
  const { store, clock } = core;
  if (draft.status !== 'waiting') return 'It does not wait for approval any more.';
  const stopped = core.halt.whyNot();
  if (stopped !== null) return stopped;
  const against = whyNotSent(store, draft);
  if (against !== null) {
    store.commit({ drafts: [withdrawn(draft, against, clock.now())] });
    changed(core, draft);
    return against;
  }
  const [problem] = draftProblems(draft);
  if (problem !== undefined) return problem.sentence;
  const claims = draft.claims.map(({ words }) => words);
  const event = { type: 'draft-approved', step: draft.step, claims } as const;
  const approved = applyEvent(core, draft.leadId, event, { drafts: [{ ...draft, status: 'approved' }] });
  changed(core, draft);
  return approved === null ? GONE : null;
}

/** An approved draft that has not gone out waits again. Why not, in a sentence; null: done. */
export function takeBackDraft(core: CoreContext, draft: Draft): string | null {
  if (draft.status !== 'approved') return 'It is on its way already, or it ended.';
  if (!core.store.commit({ drafts: [{ ...draft, status: 'waiting' }] }).ok) return MOVED;
  changed(core, draft);
  return null;
}

/** What keeps a text from being sent: nothing in it, or a place that was not filled in. */
export function draftProblems({ subject, text }: Pick<Draft, 'subject' | 'text'>): readonly DraftProblem[] {
  const problems: DraftProblem[] = [];
  const add = (field: DraftProblem['field'], sentence: string): void =>
    void problems.push({ field, sentence });
  if (subject.trim() === '') add('subject', 'Subject: enter one.');
  if (subject.length > MOST_SUBJECT) add('subject', `Subject: at most ${MOST_SUBJECT} characters.`);
  if (text.trim() === '') add('text', 'Message: enter the text.');
  if (text.length > MOST_TEXT) add('text', `Message: at most ${MOST_TEXT} characters.`);
  for (const [field, label, words] of [
    ['subject', 'Subject', subject],
    ['text', 'Message', text],
  ] as const) {
    const place = unfilledPlaceholder(words);
    if (place !== null) add(field, `${label}: "${place}" was not filled in. Write what should stand there.`);
  }
  return problems;
}

/** The draft as a person worded it. What the claim check found stays only where its words still stand. */
export function reworded(draft: Draft, words: Pick<Draft, 'subject' | 'text'>): Draft {
  const subject = words.subject.replaceAll(/\s+/g, ' ').trim();
  const text = `${words.text.trim()}\n`;
  if (subject === draft.subject && text.trim() === draft.text.trim()) return draft;
  const claims = draft.claims.filter((claim) => `${subject}\n${text}`.includes(claim.words));
  return { ...draft, subject, text, html: htmlOfText(text), writer: 'person', claims };
}

/** A person does not want it: the message is left out, or the follow-up ends. Why not, in a sentence; null: done. */
export function rejectDraft(core: CoreContext, draft: Draft, what: 'skip' | 'stop'): string | null {
  if (draft.status !== 'waiting') return 'It does not wait for approval any more.';
  const rejected: Draft = {
    ...draft,
    status: 'rejected',
    remark: what === 'skip' ? 'A person left this message out.' : 'A person stopped the follow-up.',
    settledAt: core.clock.now(),
  };
  if (what === 'skip') {
    const event = { type: 'step-skipped', step: draft.step, at: core.clock.now() } as const;
    if (applyEvent(core, draft.leadId, event, { drafts: [rejected] }) === null) return GONE;
  } else {
    const result = applyCommand(core, draft.leadId, { type: 'stop-pressed' }, { drafts: [rejected] });
    if (result === null) return GONE;
    if ('refused' in result) return result.because;
  }
  changed(core, draft);
  return null;
}

function changed(core: CoreContext, draft: Draft): void {
  core.push(['leads', 'attention'], [draft.leadId]);
  core.wake();
}
