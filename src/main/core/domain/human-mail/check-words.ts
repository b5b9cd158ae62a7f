import type { FieldError } from '../schedules/field-error.ts';

const LONGEST_SUBJECT = 300;
const LONGEST_TEXT = 100_000;
const PLACEHOLDER = /\{\{[^{}]{0,200}\}\}|\{%[^{}]{0,200}%\}|\{\{|\}\}|\{%|%\}/;

/**
 * What is wrong with a mail as a person wrote it: nothing leaves with an unfilled placeholder, and nothing empty does.
 * Empty: it may go.
 */
export function checkMailWords(mail: { readonly subject: string; readonly text: string }): FieldError[] {
  const errors: FieldError[] = [];
  const add = (field: string, message: string): void => void errors.push({ field, message });
  if (mail.subject.trim() === '') add('subject', 'Subject: write a few words.');
  if (mail.subject.length > LONGEST_SUBJECT) {
    add('subject', `Subject: at most ${LONGEST_SUBJECT} characters.`);
  }
  if (mail.text.trim() === '') add('text', 'Text: write the message first.');
  if (mail.text.length > LONGEST_TEXT) {
    add('text', `Text: at most ${LONGEST_TEXT.toLocaleString('en')} characters.`);
  }
  for (const field of ['subject', 'text'] as const) {
    const open = PLACEHOLDER.exec(mail[field])?.[0];
    if (open !== undefined) {
      add(
        field,
        `${field === 'text' ? 'Text' : 'Subject'}: write out ${open}; it would be sent as it stands.`,
      );
    }
  }
  return errors;
}

/** Whether a text is one mail address. */
export function isMailAddress(text: string): boolean {
  return /^[^\s<>,;:"()@]{1,64}@[^\s<>,;:"()@]+\.[^\s<>,;:"()@]+$/.test(text) && text.length <= 254;
}
