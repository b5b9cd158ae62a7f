import type { ConceptTable } from '../concept-table.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { IT } from './it.ts';
import { NL } from './nl.ts';
import { PT } from './pt.ts';

/** The words for each concept, by language. A further language is a file here and one in `phrases/`. */
export const CONCEPT_TABLES: Readonly<Record<string, ConceptTable>> = {
  en: EN,
  de: DE,
  fr: FR,
  es: ES,
  pt: PT,
  it: IT,
  nl: NL,
};
