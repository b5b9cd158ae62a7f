import type { MailValue } from '#contract/names.ts';

const WORDS: Readonly<Record<MailValue, string>> = {
  firstName: 'a first name',
  lastName: 'a last name',
  company: 'a company',
  context: 'a context',
  moreInformation: 'more information',
  assistantName: 'the assistant’s name',
  assistantTitle: 'the assistant’s title',
  calendarUrl: 'a calendar link',
  brochureUrl: 'a brochure link',
};

/** Why a message cannot be written, and what to do: one sentence; empty when nothing is missing. */
export function missingInWords(missing: readonly MailValue[]): string {
  if (missing.length === 0) return '';
  const names = missing.map((name) => WORDS[name]);
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  const [first] = missing;
  const cure =
    first === 'context'
      ? 'Give the record or the assistant one.'
      : `Fill it in, or give the message a default: {{ ${first} | default: "…" }}.`;
  return `The message needs ${list}, and there is none. ${cure}`;
}
