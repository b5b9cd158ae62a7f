import type { Language } from '#contract/names.ts';

const NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  pt: 'Portuguese',
  it: 'Italian',
  nl: 'Dutch',
};

/** What a language model calls a language. */
export function languageName(language: Language): string {
  return NAMES[language];
}
