import type { MailPreview, PreviewWish } from '#contract/mail-preview.ts';
import type { MailValue } from '#contract/names.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import type { Step } from '../../domain/schedules/schedule.ts';
import type { Addressee } from '../../domain/writing/mail-values.ts';
import { missingInWords } from '../../domain/writing/missing-words.ts';
import { nextNurtureLine } from '../../domain/writing/nurture-table.ts';
import type { Assistant } from '../../ports/store/rows.ts';
import type { Store } from '../../ports/store/store.ts';
import { sentTo } from './compose-mail.ts';
import { checkTemplate } from './render-template.ts';
import { writeMessage, type Writing } from './write-message.ts';

const NOTHING = { subject: '', text: '', html: '', values: [] };

const NOBODY: Addressee = {
  id: 'example',
  run: 0,
  firstName: '',
  lastName: '',
  company: '',
  context: '',
  contextSource: 'default',
  threadSubject: null,
  isExample: true,
};

/** Who writes in a preview: an assistant as she is, or as a form has her. */
type PreviewedAssistant = Writing['assistant'] & Pick<Assistant, 'context'>;

/**
 * A message as it would reach a lead, or an example; follow-ups show the subject of their first message and the fact
 * that would be next by then. null: the schedule has no such message, or the lead is gone.
 */
export function previewMessage(
  store: Pick<Store, 'leads' | 'mails'>,
  assistant: PreviewedAssistant,
  steps: readonly Step[],
  wish: PreviewWish,
): MailPreview | null {
  const step = steps[wish.step];
  const lead = wish.leadId === null ? null : store.leads.byId(wish.leadId);
  if (step === undefined || (wish.leadId !== null && lead === null)) return null;
  const problem = problemOf(step, wish.step);
  if (problem !== null) return { ...NOTHING, problem };
  const addressee = lead === null ? exampleOf(wish.example, assistant) : leadAs(lead, assistant);
  const sent = lead === null ? [] : [...sentTo(store, lead, assistant)];
  for (let before = lead?.nextStep ?? 0; before < wish.step; before += 1) {
    const fact = nextNurtureLine(assistant.nurture, sent);
    if (fact !== null) sent.push(fact);
  }
  const place = { index: wish.step, of: steps.length };
  const threadSubject =
    wish.step === 0 ? null : (addressee.threadSubject ?? firstSubject(steps, addressee, assistant));
  const writing: Writing = { lead: { ...addressee, threadSubject }, assistant, step, place, sent };
  const { sources, missing, ...message } = writeMessage(writing);
  const { subject, text, html } = missing.length === 0 ? message : writeMessage(withMarks(writing, missing));
  return {
    subject,
    text,
    html,
    values: [...sources],
    problem: missing.length === 0 ? null : missingInWords(missing),
  };
}

/** A message that lacks something shows where: the name of the value stands in its place. */
function withMarks(writing: Writing, missing: readonly MailValue[]): Writing {
  const mark = (name: MailValue, value: string): string => (missing.includes(name) ? `[${name}]` : value);
  const { lead, assistant } = writing;
  return {
    ...writing,
    lead: {
      ...lead,
      firstName: mark('firstName', lead.firstName),
      lastName: mark('lastName', lead.lastName),
      company: mark('company', lead.company),
      context: mark('context', lead.context),
    },
    assistant: {
      ...assistant,
      name: mark('assistantName', assistant.name),
      title: mark('assistantTitle', assistant.title),
      moreInformation: mark('moreInformation', assistant.moreInformation),
      calendarUrl: mark('calendarUrl', assistant.calendarUrl ?? '') || null,
      brochureUrl: mark('brochureUrl', assistant.brochureUrl ?? '') || null,
    },
  };
}

/** A template that is being written may be broken. */
function problemOf({ message }: Step, index: number): string | null {
  if (message.kind === 'assistant') return null;
  const body = checkTemplate(message.body);
  if (body !== null) return `Message ${index + 1}, text: ${body}`;
  const subject = checkTemplate(message.subject);
  return subject === null ? null : `Message ${index + 1}, subject: ${subject}`;
}

function firstSubject(steps: readonly Step[], lead: Addressee, assistant: PreviewedAssistant): string | null {
  const [step] = steps;
  if (step === undefined || problemOf(step, 0) !== null) return null;
  return writeMessage({ lead, assistant, step, place: { index: 0, of: steps.length }, sent: [] }).subject;
}

function exampleOf(example: PreviewWish['example'], { context }: PreviewedAssistant): Addressee {
  const whole = { firstName: 'Ana', lastName: 'Silva', company: 'Example Ltd' };
  return { ...NOBODY, ...(example === 'full' ? whole : {}), context };
}

/** A context that is the assistant's default follows what is typed in the form. */
function leadAs(lead: Lead, { context }: PreviewedAssistant): Addressee {
  const isOwn = lead.contextSource !== 'default' && lead.context !== '';
  return isOwn ? lead : { ...lead, context, contextSource: 'default' };
}
