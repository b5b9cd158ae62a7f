import type { Lead } from '../leads/lead.ts';

/** How much of the answered mail is quoted at most, in characters. */
const LONGEST_QUOTE = 20_000;

/** The subject of an answer: the one of what is answered, with one *Re:*. */
export function answerSubject(answered: string): string {
  return `Re: ${answered.replace(/^(\s*(re|aw|sv|antw|odp|rv|fw|fwd|wg)\s*:\s*)+/i, '').trim()}`;
}

/** The answered mail below the answer, as mail programs quote. `on`: when it came, in words. */
export function quoteOf(answered: {
  readonly text: string;
  readonly who: string;
  readonly on: string;
}): string {
  const text = answered.text.trim();
  if (text === '') return '';
  const cut = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}\n[…]` : text;
  const lines = cut.split(/\r?\n/).map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`));
  return `On ${answered.on}, ${answered.who} wrote:\n${lines.join('\n')}`;
}

/** The words of an introduction as a person may send or change them. */
export function introductionWords(
  lead: Pick<Lead, 'firstName'>,
  colleague: { readonly name: string } | null,
): string {
  const greeting = lead.firstName === '' ? 'Hello,' : `Hello ${lead.firstName},`;
  const who = colleague === null || colleague.name.trim() === '' ? 'my colleague' : colleague.name.trim();
  const first = who === 'my colleague' ? 'They' : (who.split(/\s+/)[0] ?? who);
  const introduced = who === 'my colleague' ? 'my colleague' : `my colleague ${who}`;
  return `${greeting}\n\nthank you for your answer. I would like to introduce ${introduced}, whom you find in copy. ${first} will go on with you from here: just answer to all, and you have us both.`;
}
