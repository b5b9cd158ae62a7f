import { fold } from '../fold.ts';
import type { Sentence } from '../fold.ts';
import { ALL_LANGUAGES } from '../phrases/all-languages.ts';
import { languagesOf, readConcepts } from './read-concepts.ts';
import type { FoundConcept } from './read-concepts.ts';

interface Turning {
  /** Words that turn round or soften what stands beside them. */
  readonly against: readonly string[];
  readonly turns: ReadonlySet<string>;
  readonly negators: readonly string[];
}

/** What somebody speaks of who wants to meet or to go on; a bare "yes" is not among it. */
const WANTED: ReadonlySet<FoundConcept['concept']> = new Set([
  'meet',
  'talk',
  'demo',
  'book',
  'visit',
  'weekday',
  'dayPart',
  'near',
  'clock',
  'fit',
  'free',
  'interest',
  'interesting',
  'go',
  'offer',
  'try',
  'buy',
  'want',
]);

/** What has a "not" in it and says yes, in all languages. */
const YES_WITH_NOT =
  / (?:why not|no (?:problem|worries|bother)|(?:don t|dont|not) mind|don t hesitate|can t wait|(?:warum|wieso) nicht|kein problem|nichts (?:dagegen|gegen)|pourquoi pas|pas de (?:souci|probleme|soucis)|n hesitez pas|rien contre|por ?que no|(?:no hay|sin) problema|no (?:dude|tengo inconveniente)|por ?que nao|sem problemas?|nao hesite|perche no|nessun problema|non esiti|nulla in contrario|waarom niet|geen probleem|niets tegen)(?= )/g;
/** Of all languages; one of them in the same part as "we" makes the whole sentence a case that is not. */
const IFS: ReadonlySet<string> = new Set(['if', 'whether', 'wenn', 'falls', 'ob', 'als', 'indien']);

let compiled: ReadonlyMap<string, Turning> | null = null;

/**
 * Whether a reply speaks of meeting or going on anywhere without a "not", "if" or "maybe" beside it: "Tuesday
 * does not work" does not, "Tuesday does not work, but Thursday does" does. Parts end at commas and at "but".
 */
export function wantsPlainly(sentences: readonly Sentence[]): boolean {
  const languages = languagesOf(sentences.flatMap(({ words }) => words.trim().split(/[ -]+/)));
  return sentences.some((sentence) => {
    const parts = partsOf(sentence, languages).map((words) => ({
      words,
      concepts: readConcepts(words, languages).map(({ concept }) => concept),
    }));
    // "If we were interested, we'd call you."
    if (parts.some(({ words, concepts }) => words.some(isIf) && concepts.some(isOwn))) return false;
    return parts.some(
      ({ words, concepts }) => !isTurned(words, languages) && concepts.some((each) => WANTED.has(each)),
    );
  });
}

function isIf(word: string): boolean {
  return IFS.has(word);
}

function isOwn(concept: FoundConcept['concept']): boolean {
  return concept === 'i' || concept === 'we';
}

/** The words that turn round what follows, in a language; folded. */
export function negatorsOf(language: string): readonly string[] {
  return all().get(language)?.negators ?? [];
}

function partsOf({ words, pauses }: Sentence, languages: readonly string[]): readonly (readonly string[])[] {
  const ends = [...pauses.filter((at) => at > 0), words.length];
  return ends.flatMap((end, index) => {
    const row = words
      .slice(index === 0 ? 0 : ends[index - 1], end)
      .trim()
      .replaceAll(/\d/g, '0')
      .split(/[ -]+/);
    const parts: string[][] = [[]];
    for (const word of row) {
      if (languages.some((language) => all().get(language)?.turns.has(word) === true)) parts.push([]);
      else parts.at(-1)?.push(word);
    }
    return parts;
  });
}

function isTurned(part: readonly string[], languages: readonly string[]): boolean {
  const text = ` ${part.join(' ')} `.replaceAll(YES_WITH_NOT, ' ');
  return languages.some((language) =>
    all()
      .get(language)
      ?.against.some((word) => text.includes(` ${word} `)),
  );
}

function all(): ReadonlyMap<string, Turning> {
  compiled ??= new Map(
    ALL_LANGUAGES.map(({ language, negators, negatorsAfter, hedges, turns }) => [
      language,
      {
        against: [...negators, ...negatorsAfter, ...hedges].map((each) => fold(each).replaceAll("'", ' ')),
        turns: new Set(turns.map(fold)),
        negators: negators.map(fold),
      },
    ]),
  );
  return compiled;
}
