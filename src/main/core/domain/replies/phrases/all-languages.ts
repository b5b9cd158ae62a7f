import type { PhraseTable } from '../phrase-table.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';

/** Every language that the classifier knows. A further one is a file here and a row in calendar-words.ts. */
export const ALL_LANGUAGES: readonly PhraseTable[] = [en, de, fr, es, pt, it, nl];
