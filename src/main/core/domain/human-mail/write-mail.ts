import type { Language } from '#contract/names.ts';
import type { Lead } from '../leads/lead.ts';
import { LANGUAGE_WORDS } from '../writing/languages.ts';
import { fillPhrase } from '../writing/phrase.ts';

/** How much of the answered mail is quoted at most, in characters. */
const LONGEST_QUOTE = 20_000;

/** The subject of an answer: the one of what is answered, with one *Re:*. */
export function answerSubject(answered: string): string {
  return `Re: ${answered.replace(/^(\s*(re|aw|sv|antw|odp|rv|fw|fwd|wg)\s*:\s*)+/i, '').trim()}`;
}

/** The answered mail below the answer, as mail programs quote. `on`: when it came, in words of that language. */
export function quoteOf(
  answered: { readonly text: string; readonly who: string; readonly on: string },
  language: Language,
): string {
  const text = answered.text.trim();
  if (text === '') return '';
  const cut = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}\n[…]` : text;
  const lines = cut.split(/\r?\n/).map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`));
  const wrote = fillPhrase(LANGUAGE_WORDS[language].wrote, { day: answered.on, name: answered.who }).text;
  return `${wrote}\n${lines.join('\n')}`;
}

/** The words of an introduction in the assistant's language, as a person may send or change them. */
export function introductionWords(
  lead: Pick<Lead, 'firstName'>,
  colleague: { readonly name: string } | null,
  language: Language,
): string {
  const { greeting, introduce } = LANGUAGE_WORDS[language];
  const name = colleague?.name.trim() ?? '';
  const [first = ''] = name.split(/\s+/);
  const words = fillPhrase(name === '' ? introduce.unnamed : introduce.named, { name, first }).text;
  return `${fillPhrase(greeting, { firstName: lead.firstName }).text}\n\n${words}`;
}
