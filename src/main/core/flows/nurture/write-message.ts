import type { Language, MailValue } from '#contract/names.ts';
import { MAIL_VALUES } from '#contract/names.ts';
import type { Step } from '../../domain/schedules/schedule.ts';
import { oneLine, type Place } from '../../domain/writing/choose-message.ts';
import { LANGUAGE_WORDS } from '../../domain/writing/languages.ts';
import { layoutHtml, layoutText, type Line } from '../../domain/writing/mail-layout.ts';
import {
  mailValues,
  originOf,
  type Addressee,
  type MailSource,
  type MailValues,
  type MailWriter,
} from '../../domain/writing/mail-values.ts';
import { nextNurtureLine } from '../../domain/writing/nurture-table.ts';
import { writeTone, type Words } from '../../domain/writing/write-tone.ts';
import { renderTemplate } from './render-template.ts';

/** What a message is written from. */
export interface Writing {
  readonly lead: Addressee;
  readonly assistant: MailWriter & { readonly language: Language; readonly nurture: readonly string[] };
  readonly step: Step;
  readonly place: Place;
  /** Texts of what the lead was sent before: no fact of the nurture table comes twice. */
  readonly sent: readonly string[];
}

export interface MessageText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A message, or what it lacks. */
export type Written = MessageText & {
  /** Every value that stands in it, and where it came from. */
  readonly sources: readonly MailSource[];
  /** Values without which it would have a hole: it must not be sent. Empty: it is complete. */
  readonly missing: readonly MailValue[];
};

/**
 * The words of one step for one lead. A follow-up keeps the subject of its thread. Nothing is read and nothing is
 * written: the same input gives the same message.
 */
export function writeMessage({ lead, assistant, step, place, sent }: Writing): Written {
  const values = mailValues(lead, assistant);
  const { words, sources } = wordsOf(step, place, lead, assistant, values);
  const fact = nextNurtureLine(assistant.nurture, sent);
  const { bookMeeting, ps } = LANGUAGE_WORDS[assistant.language];
  const body = words.paragraphs.join('\n\n');
  const books = values.calendarUrl !== '' && !`${body}\n${assistant.signature}`.includes(values.calendarUrl);
  const signature: Line[] = [
    ...signatureOf(assistant, words.closing),
    ...(books ? [{ words: bookMeeting, url: values.calendarUrl }] : []),
  ];
  const layout = { paragraphs: words.paragraphs, signature, ps: fact === null ? null : `${ps} ${fact}` };
  const all: MailSource[] = [...sources];
  if (books && !all.some(({ name }) => name === 'calendarUrl')) {
    all.push({ name: 'calendarUrl', value: values.calendarUrl, origin: 'default' });
  }
  if (fact !== null) all.push({ name: 'nurtureLine', value: fact, origin: 'nurture' });
  return {
    subject: lead.threadSubject === null ? words.subject : `Re: ${lead.threadSubject}`,
    text: layoutText(layout),
    html: layoutHtml(layout),
    sources: all,
    missing: MAIL_VALUES.filter((name) => words.missing.includes(name)),
  };
}

/** The same message with other words, as an answer outside of a schedule has them. */
export function signedMessage(
  subject: string,
  paragraphs: readonly string[],
  assistant: Writing['assistant'],
): MessageText {
  const { closing, bookMeeting } = LANGUAGE_WORDS[assistant.language];
  const signature: Line[] = [
    ...signatureOf(assistant, closing),
    ...(assistant.calendarUrl === null ? [] : [{ words: bookMeeting, url: assistant.calendarUrl }]),
  ];
  const layout = { paragraphs, signature, ps: null };
  return { subject: oneLine(subject), text: layoutText(layout), html: layoutHtml(layout) };
}

function wordsOf(
  step: Step,
  place: Place,
  lead: Addressee,
  assistant: Writing['assistant'],
  values: MailValues,
): { readonly words: Words; readonly sources: readonly MailSource[] } {
  const { message } = step;
  const sourceOf = (name: MailValue): MailSource => ({
    name,
    value: values[name],
    origin: originOf(name, lead),
  });
  if (message.kind === 'assistant') {
    const words = writeTone(message.tone, place, lead, values, assistant.language);
    return { words, sources: MAIL_VALUES.filter((name) => words.used.includes(name)).map(sourceOf) };
  }
  const body = renderTemplate(message.body, values);
  // The subject of a follow-up is that of the thread, so a hole in its own does not matter.
  const subject = lead.threadSubject === null ? renderTemplate(message.subject, values) : null;
  const used = [...(subject?.used ?? []), ...body.used];
  const names = [...new Set(used.map(({ name }) => name))];
  return {
    words: {
      subject: oneLine(subject?.text ?? ''),
      paragraphs: body.text.split(/\n{2,}/),
      closing: '',
      used: names,
      missing: [...(subject?.missing ?? []), ...body.missing],
    },
    sources: names.map((name) => {
      const fallback = used.find((each) => each.name === name && each.fallback);
      return fallback === undefined
        ? sourceOf(name)
        : { name, value: fallback.value, origin: 'message' as const };
    }),
  };
}

/** Closing and signature; a signature that begins with a closing of its own needs none. */
function signatureOf(assistant: Writing['assistant'], closing: string): readonly string[] {
  const own = assistant.signature.trim();
  const lines =
    own === '' ? [assistant.name, assistant.title].filter((line) => line.trim() !== '') : own.split('\n');
  const closes = lines[0]?.trim().endsWith(',') === true || lines[0]?.trim() === closing;
  return closing === '' || closes ? lines : [closing, ...lines];
}
