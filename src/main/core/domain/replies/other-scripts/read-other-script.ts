import { addressesIn } from '../fold.ts';
import type { FoundPhrase } from '../find-phrases.ts';
import type { SpokenVerdict } from '../intent/merge-intent.ts';
import { ruleIntent } from '../intent/rule-intent.ts';
import type { Evidence, SpokenIntent } from '../phrase-table.ts';
import { hi } from './hi.ts';
import { ja } from './ja.ts';
import type { ScriptTable } from './script-table.ts';

const TABLES: readonly ScriptTable[] = [ja, hi];
/** Fewer letters are a name or a greeting. */
const FEW_LETTERS = 4;
const MOST_CHARACTERS = 10_000;
/** Of a language that Baton does not read: a person has to look. */
const UNREAD: SpokenVerdict = { intent: 'Other', confidence: 0.3, words: [] };
const STRENGTHS = ['clear', 'likely', 'weak'] as const;
const HOT: readonly SpokenIntent[] = ['AgreedToMeet', 'InterestedToProceed'];

interface Compiled {
  readonly table: ScriptTable;
  readonly hedge: RegExp;
  readonly phrases: readonly {
    readonly intent: SpokenIntent;
    readonly strength: keyof Evidence;
    readonly pattern: RegExp;
  }[];
}

let compiled: readonly Compiled[] | null = null;

/**
 * What a person says who does not write in Latin letters; null: he does. The model was taught none of these
 * languages, so that the phrases alone decide, and a language without phrases is left to a person.
 */
export function spokenInOtherScript(text: string): SpokenVerdict | null {
  const plain = normal(withoutAddresses(text)).slice(0, MOST_CHARACTERS);
  const words = plain.replaceAll(/@address|https?:\/\/\S+/g, ' ');
  const latin = [...words.matchAll(/\p{sc=Latin}/gu)].length;
  const other = [...words.matchAll(/(?!\p{sc=Latin})\p{L}/gu)].length;
  if (other < FEW_LETTERS || other <= latin) return null;
  compiled ??= TABLES.map(compile);
  const language = compiled.find(({ table }) => [...words.matchAll(table.letters)].length > other / 5);
  if (language === undefined) return UNREAD;
  const { intent, confidence, words: said } = ruleIntent([], phrasesIn(plain, language));
  return said.length === 0 ? UNREAD : { intent, confidence, words: said };
}

function phrasesIn(text: string, { table, hedge, phrases }: Compiled): readonly FoundPhrase[] {
  return sentencesIn(text).flatMap((words) => {
    const isHedged = hedge.test(words);
    const sentence = { words, pauses: [], question: words.endsWith('?') };
    return phrases.flatMap(({ intent, strength, pattern }) => {
      const match = pattern.exec(words);
      if (match === null) return [];
      const doubted = isHedged && HOT.includes(intent);
      return [
        {
          language: table.language,
          intent,
          strength: doubted ? ('weak' as const) : strength,
          words: match[0].trim(),
          sentence,
        },
      ];
    });
  });
}

/** A question keeps its mark, because some phrases are none without. */
function sentencesIn(text: string): readonly string[] {
  return [...text.matchAll(/[^.!?。।\n]+\??/gu)]
    .map(([sentence]) => sentence.trim())
    .filter((each) => each !== '');
}

function withoutAddresses(text: string): string {
  return addressesIn(text).reduce(
    (left, address) => left.replaceAll(new RegExp(RegExp.escape(address), 'giu'), ' @address '),
    text,
  );
}

/** Lower case; full-width signs as plain ones; of Devanagari without the dots that many leave out. */
function normal(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('\u093c', '')
    .replaceAll('\u0901', '\u0902')
    .replaceAll(/[\u200b-\u200d\ufeff]/g, '');
}

function compile(table: ScriptTable): Compiled {
  const pattern = (source: string) =>
    new RegExp(normal(source).replaceAll('{when}', normal(table.when)), 'u');
  return {
    table,
    hedge: pattern(table.hedges),
    phrases: (Object.entries(table.intents) as [SpokenIntent, Evidence][]).flatMap(([intent, evidence]) =>
      STRENGTHS.flatMap((strength) =>
        (evidence[strength] ?? []).map((source) => ({ intent, strength, pattern: pattern(source) })),
      ),
    ),
  };
}
