import type { LeadDraft } from '#contract/imports.ts';
import type { MailPreview } from '#contract/mail-preview.ts';
import type { CoreContext } from '../../context.ts';
import { missingInWords } from '../../domain/writing/missing-words.ts';
import { writeMessage } from '../../flows/nurture/write-message.ts';
import { notFound } from '../failures.ts';

/** The first message to a person who is not a lead yet, with the words of the form. Nothing is sent. */
export function previewFor({ store }: CoreContext, draft: LeadDraft): MailPreview {
  const assistant = store.assistants.byId(draft.assistantId);
  if (assistant === null) throw notFound('This assistant was removed. Choose another one.');
  const schedule = store.schedules.byId(draft.scheduleId ?? assistant.defaultScheduleId);
  const step = schedule?.steps[0];
  if (schedule === null || step === undefined) throw notFound('This schedule has no message.');
  const isOwn = draft.context.trim() !== '';
  const lead = {
    // The same words each time, whatever is typed.
    id: 'added',
    run: 0,
    firstName: draft.firstName,
    lastName: draft.lastName,
    company: draft.company,
    context: isOwn ? draft.context : assistant.context,
    contextSource: isOwn ? 'person' : 'default',
    threadSubject: null,
  } as const;
  const place = { index: 0, of: schedule.steps.length };
  const { subject, text, html, sources, missing } = writeMessage({ lead, assistant, step, place, sent: [] });
  const problem = missing.length === 0 ? null : missingInWords(missing);
  return { subject, text, html, values: [...sources], problem };
}
