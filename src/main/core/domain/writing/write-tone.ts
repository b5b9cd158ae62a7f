import type { Language, Tone } from '#contract/names.ts';
import type { LanguageWords } from './languages.ts';
import { LANGUAGE_WORDS } from './languages.ts';
import { chooseMessage, chooseSubject, type Place } from './choose-message.ts';
import type { Addressee, MailValues } from './mail-values.ts';
import { fillPhrase } from './phrase.ts';
import type { ToneMessages } from './tone-messages.ts';
import { GERMAN_TONES } from './tones-de.ts';
import { ENGLISH_TONES } from './tones-en.ts';

/** The words of a message without signature, and what stands in them. */
export interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Before the signature; empty: the words have one of their own. */
  readonly closing: string;
  readonly used: readonly string[];
  /** Values that it cannot do without and that are not there. */
  readonly missing: readonly string[];
}

/** Languages in which the assistant writes herself; in others she writes in English. */
const TONES_IN: Readonly<Partial<Record<Language, Readonly<Record<Tone, ToneMessages>>>>> = {
  en: ENGLISH_TONES,
  de: GERMAN_TONES,
};

/**
 * A message in a tone, for a place in a schedule (domain.md section 1, schedules). More information stands in every
 * other message, so that neighbours do not say the same.
 */
export function writeTone(
  tone: Tone,
  place: Place,
  lead: Pick<Addressee, 'id' | 'run'>,
  values: MailValues,
  language: Language,
): Words {
  const spoken = TONES_IN[language] === undefined ? 'en' : language;
  const tones = TONES_IN[spoken] ?? ENGLISH_TONES;
  const words: LanguageWords = LANGUAGE_WORDS[spoken];
  const { text, ask } = chooseMessage(tones, tone, place);
  const parts = [
    words.greeting,
    ...text.split('\n\n'),
    ...(values.moreInformation === '' || place.index % 2 === 1 ? [] : ['{moreInformation}']),
    ask,
  ].map((phrase) => fillPhrase(phrase, values));
  const used = parts.flatMap((part) => part.used);
  const missing = parts.flatMap((part) => part.missing);
  return {
    subject: chooseSubject(tones[tone].subjects, values, `${lead.id}/${lead.run}`),
    paragraphs: parts.map((part) => part.text),
    closing: words.closing,
    used: [...new Set(used)],
    missing: [...new Set(missing)],
  };
}
