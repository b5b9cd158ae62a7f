import type { Lead } from '../../domain/leads/lead.ts';
import type { Schedule } from '../../domain/schedules/schedule.ts';
import type { Instant } from '../../domain/time.ts';
import { LANGUAGE_WORDS } from '../../domain/writing/languages.ts';
import { mailValues } from '../../domain/writing/mail-values.ts';
import { fillPhrase } from '../../domain/writing/phrase.ts';
import type { Assistant, Mail } from '../../ports/store/rows.ts';
import type { Store } from '../../ports/store/store.ts';
import { signedMessage, writeMessage, type MessageText, type Written } from './write-message.ts';

/** The words of a lead's next step, or what they lack; null: her schedule has no further step. */
export function writeNext(
  store: Pick<Store, 'mails'>,
  lead: Lead,
  assistant: Assistant,
  schedule: Pick<Schedule, 'steps'>,
): Written | null {
  const step = schedule.steps[lead.nextStep];
  if (step === undefined) return null;
  const place = { index: lead.nextStep, of: schedule.steps.length };
  return writeMessage({ lead, assistant, step, place, sent: sentTo(store, lead, assistant) });
}

/** A message as the mail of a lead's next step, in her thread: it points at what went before. */
export function composeStep(input: {
  readonly id: string;
  readonly lead: Lead;
  readonly assistant: Assistant;
  readonly words: MessageText;
  readonly at: Instant;
}): Mail {
  const { id, lead, assistant, words, at } = input;
  const { subject, text, html } = words;
  return { ...envelope(id, lead, assistant, at), subject, text, html, run: lead.run, step: lead.nextStep };
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
  const { greeting, brochure } = LANGUAGE_WORDS[assistant.language];
  const values = { ...mailValues(lead, assistant), link };
  const paragraphs = [greeting, brochure.text, brochure.ask].map((each) => fillPhrase(each, values).text);
  const subject =
    answered === null ? (lead.threadSubject ?? brochure.subject) : `Re: ${bare(answered.subject)}`;
  const mail = envelope(id, lead, assistant, at);
  const references = answered === null ? mail.references : [...answered.references, answered.messageId];
  return {
    ...mail,
    ...signedMessage(subject, paragraphs, assistant),
    inReplyTo: answered?.messageId ?? mail.inReplyTo,
    references,
  };
}

/** Texts of what the lead was sent, as far as facts of the nurture table could stand in them. */
export function sentTo(
  store: Pick<Store, 'mails'>,
  lead: Pick<Lead, 'id'>,
  assistant: Pick<Assistant, 'nurture'>,
): readonly string[] {
  if (assistant.nurture.length === 0) return [];
  return store.mails
    .ofLead(lead.id)
    .filter((mail) => mail.direction === 'outgoing' && mail.status !== 'cancelled')
    .map((mail) => mail.text);
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

function bare(subject: string): string {
  return subject.replace(/^(\s*(re|aw|sv|antw)\s*:\s*)+/i, '');
}
