import { Liquid, LiquidError } from 'liquidjs';
import type { Lead } from '../../domain/leads/lead.ts';
import type { Step } from '../../domain/schedules/schedule.ts';
import type { Instant } from '../../domain/time.ts';
import { escapeHtml } from '../../outbox/render-note.ts';
import type { Assistant, Mail } from '../../ports/store/rows.ts';
import { TONE_MESSAGES } from './tone-messages.ts';

/** What a message may name. An empty string is a known value that is not there. */
export interface MailValues {
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly context: string;
  readonly moreInformation: string;
  readonly assistantName: string;
  readonly assistantTitle: string;
  readonly calendarUrl: string;
  readonly brochureUrl: string;
}

/** Names of the values, for the editor and for the check of a template. */
export const MAIL_VALUE_NAMES = [
  'firstName',
  'lastName',
  'company',
  'context',
  'moreInformation',
  'assistantName',
  'assistantTitle',
  'calendarUrl',
  'brochureUrl',
] as const satisfies readonly (keyof MailValues)[];

export interface MessageText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Strict: a name that is not known is an error, never an empty place in a mail. */
const liquid = new Liquid({ strictVariables: true, strictFilters: true, ownPropertyOnly: true, cache: true });

/** What is wrong with a template: a sentence; null when it can be used. */
export function checkTemplate(template: string): string | null {
  const example = Object.fromEntries(MAIL_VALUE_NAMES.map((name) => [name, name]));
  try {
    liquid.parseAndRenderSync(template, example);
    return null;
  } catch (error) {
    if (!(error instanceof LiquidError)) throw error;
    const unknown = /undefined variable: ([^,\s]+)/.exec(error.message)?.[1];
    return unknown === undefined
      ? `The message cannot be read: ${error.message.split('\n')[0] ?? ''}`
      : `The message uses {{ ${unknown} }}, which is not known. Known are ${MAIL_VALUE_NAMES.join(', ')}.`;
  }
}

/** The words of one step for given values. */
export function renderStep(
  step: Step,
  values: MailValues,
  assistant: Pick<Assistant, 'name' | 'signature'>,
): MessageText {
  const { message } = step;
  const source = message.kind === 'assistant' ? TONE_MESSAGES[message.tone] : message;
  const subject = oneLine(liquid.parseAndRenderSync(source.subject, values) as string);
  const body = (liquid.parseAndRenderSync(source.body, values) as string).trim();
  return withSignature(subject, body, assistant);
}

/** The values for a lead, of her record and her assistant. */
export function valuesFor(
  lead: Pick<Lead, 'firstName' | 'lastName' | 'company' | 'context'>,
  assistant: Pick<Assistant, 'name' | 'title' | 'moreInformation' | 'calendarUrl' | 'brochureUrl'>,
): MailValues {
  return {
    firstName: lead.firstName,
    lastName: lead.lastName,
    company: lead.company,
    context: lead.context,
    moreInformation: assistant.moreInformation,
    assistantName: assistant.name,
    assistantTitle: assistant.title,
    calendarUrl: assistant.calendarUrl ?? '',
    brochureUrl: assistant.brochureUrl ?? '',
  };
}

/** The next step's mail for a lead, in her thread: follow-ups keep the subject and point at what went before. */
export function composeStep(input: {
  readonly id: string;
  readonly lead: Lead;
  readonly assistant: Assistant;
  readonly step: Step;
  readonly at: Instant;
}): Mail {
  const { id, lead, assistant, step, at } = input;
  const words = renderStep(step, valuesFor(lead, assistant), assistant);
  const subject = lead.threadSubject === null ? words.subject : `Re: ${lead.threadSubject}`;
  return { ...envelope(id, lead, assistant, at), ...words, subject, run: lead.run, step: lead.nextStep };
}

/** The answer to a wish for the brochure. */
export function composeBrochure(input: {
  readonly id: string;
  readonly lead: Lead;
  readonly assistant: Assistant;
  readonly link: string;
  readonly answered: Mail | null;
  readonly at: Instant;
}): Mail {
  const { id, lead, assistant, link, answered, at } = input;
  const name = lead.firstName === '' ? '' : ` ${lead.firstName}`;
  const body = `Hello${name},\n\nthank you for your interest. Here is our brochure: ${link}\n\nIf anything is unclear after reading it, just answer this mail.`;
  const subject =
    answered === null ? (lead.threadSubject ?? 'Our brochure') : `Re: ${bare(answered.subject)}`;
  const mail = envelope(id, lead, assistant, at);
  const references = answered === null ? mail.references : [...answered.references, answered.messageId];
  return {
    ...mail,
    ...withSignature(oneLine(subject), body, assistant),
    inReplyTo: answered?.messageId ?? mail.inReplyTo,
    references,
  };
}

function envelope(
  id: string,
  lead: Lead,
  assistant: Assistant,
  at: Instant,
): Omit<Mail, 'subject' | 'text' | 'html'> {
  const domain = assistant.email.split('@')[1] ?? 'localhost';
  return {
    id,
    leadId: lead.id,
    connectionId: lead.connectionId,
    assistantId: assistant.id,
    direction: 'outgoing',
    status: 'queued',
    messageId: `<${id}@${domain}>`,
    inReplyTo: lead.thread.at(-1) ?? null,
    references: lead.thread,
    from: { address: assistant.email, name: assistant.name },
    to: [{ address: lead.email, name: `${lead.firstName} ${lead.lastName}`.trim() }],
    at,
    sentAt: null,
    sentDay: null,
    run: null,
    step: null,
    intent: null,
    confidence: null,
    words: [],
    bounce: null,
  };
}

function withSignature(
  subject: string,
  body: string,
  assistant: Pick<Assistant, 'name' | 'signature'>,
): MessageText {
  const signature = assistant.signature.trim() === '' ? assistant.name : assistant.signature.trim();
  const text = `${body}\n\n-- \n${signature}\n`;
  const html = [...body.split(/\n{2,}/), `-- \n${signature}`]
    .map((part) => `<p>${linked(escapeHtml(part.trim())).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
  return { subject, text, html };
}

function linked(escaped: string): string {
  return escaped.replaceAll(/https:\/\/[^\s<]+[^\s<.,;:!?)]/g, (url) => `<a href="${url}">${url}</a>`);
}

/** No line break can enter a header. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function bare(subject: string): string {
  return subject.replace(/^(\s*(re|aw|sv|antw)\s*:\s*)+/i, '');
}
