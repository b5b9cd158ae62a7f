import type { Tone } from '#contract/names.ts';
import { TONES } from '#contract/names.ts';

/** What each tone is for. */
export const TONE_WORDS: Readonly<Record<Tone, string>> = {
  introduction: 'Introduction',
  gentle: 'Gentle reminder',
  appreciative: 'Appreciative',
  hopeful: 'Hopeful',
  assertive: 'Assertive',
  cautionary: 'Cautionary',
  curious: 'Curious, a last question',
};

/** The choice of a message: a tone in which the assistant writes, or words of one's own. */
export const OWN_WORDS = 'own-words';

/** For the select. */
export const MESSAGE_CHOICES = [
  {
    group: 'Written by the assistant',
    items: TONES.map((tone) => ({ value: tone as string, label: TONE_WORDS[tone] })),
  },
  { group: 'Written by you', items: [{ value: OWN_WORDS, label: 'Your own words' }] },
];

/** Reads the select's value. */
export function toneOf(value: string): Tone | null {
  return TONES.find((tone) => tone === value) ?? null;
}
