import { MONTHS } from './calendar-words.ts';
import { fold } from './fold.ts';
import type { Sentence } from './fold.ts';
import type { PhraseTable, SpokenIntent } from './phrase-table.ts';
import { ALL_LANGUAGES } from './phrases/all-languages.ts';

/** A phrase in a text: whether it settles the matter, and the words as they stand there (folded). */
export interface FoundPhrase {
  readonly language: string;
  readonly intent: SpokenIntent;
  readonly strength: 'clear' | 'likely' | 'weak';
  readonly words: string;
  readonly sentence: Sentence;
}

type ListPart = 'absence' | 'awayMail' | 'received' | 'automatic';

interface CompiledTable {
  readonly language: string;
  readonly negator: RegExp;
  readonly negatorsAfter: ReadonlySet<string>;
  readonly speaker: RegExp;
  readonly turns: ReadonlySet<string>;
  readonly hedge: RegExp;
  readonly question: RegExp;
  readonly intents: readonly {
    readonly intent: SpokenIntent;
    readonly strength: FoundPhrase['strength'];
    readonly pattern: RegExp;
  }[];
  readonly lists: Readonly<Record<ListPart, readonly RegExp[]>>;
}

/** A negator this many words before a phrase turns it round. */
const NEGATION_REACH = 3;
/** How many words `~` stands for; a name and a title may stand before an address. */
const NEAR = 4;
const FAR = 8;
/** Intents whose phrases are negative by themselves, or hold whatever stands before. */
const UNTURNED: readonly SpokenIntent[] = ['AskedToStop', 'MovedOut', 'Other', 'Retired'];

/** A calendar day, in any language. */
const DATE = `[0-9]{1,2}(?:st|nd|rd|th|er)? (?:of |de |do |di )?(?:${MONTHS.join('|')})|(?:${MONTHS.join('|')}) (?:the )?[0-9]{1,2}(?:st|nd|rd|th)?|[0-9]{1,2}[./][0-9]{1,2}(?:[./](?:[0-9]{2}){0,2})?|the [0-9]{1,2}(?:st|nd|rd|th)`;

let compiled: readonly CompiledTable[] | null = null;

function tables(): readonly CompiledTable[] {
  compiled ??= ALL_LANGUAGES.map(compile);
  return compiled;
}

/** Every phrase of every language that the sentences contain and no negation turns round. */
export function findIntents(sentences: readonly Sentence[]): readonly FoundPhrase[] {
  const found: FoundPhrase[] = [];
  for (const table of tables()) {
    for (const sentence of sentences) {
      for (const { intent, strength, pattern } of table.intents) {
        for (const match of sentence.words.matchAll(pattern)) {
          if (!UNTURNED.includes(intent) && isNegated(sentence, match, table)) continue;
          if (intent === 'ReferredSomeone' && stands(table.speaker, sentence, match.index, table)) continue;
          found.push({ language: table.language, intent, strength, words: match[0].trim(), sentence });
          break;
        }
      }
    }
  }
  return found;
}

/** The phrases of a list, language by language. */
export function findPhrases(sentences: readonly Sentence[], part: ListPart): readonly (readonly string[])[] {
  return tables().map((table) => {
    const words = sentences.flatMap((sentence) =>
      table.lists[part].flatMap((pattern) =>
        [...sentence.words.matchAll(pattern)].map((match) => match[0].trim()),
      ),
    );
    return [...new Set(words)];
  });
}

/** Whether the sentence has a word that makes a yes uncertain. */
export function isHedged(sentence: Sentence): boolean {
  return tables().some((table) => table.hedge.test(sentence.words));
}

/** Whether the sentence asks about the thing offered. */
export function isQuestion(sentence: Sentence): boolean {
  if (!sentence.question) return false;
  const parts = [0, ...sentence.pauses].map((start) => ` ${sentence.words.slice(start).trimStart()}`);
  return tables().some((table) => parts.some((part) => table.question.test(part)));
}

function isNegated(sentence: Sentence, match: RegExpExecArray, table: CompiledTable): boolean {
  if (stands(table.negator, sentence, match.index, table)) return true;
  const end = match.index + match[0].length;
  const pause = sentence.pauses.find((position) => position >= end) ?? sentence.words.length;
  const after = sentence.words.slice(end, pause).trim().split(' ');
  return after.slice(0, NEGATION_REACH).some((each) => table.negatorsAfter.has(each));
}

/** Whether such a word stands shortly before, in the same part of the sentence. */
function stands(word: RegExp, sentence: Sentence, at: number, table: CompiledTable): boolean {
  const pause = sentence.pauses.filter((position) => position <= at).at(-1) ?? 0;
  const before = sentence.words.slice(pause, at).trim().split(' ');
  const turn = before.findLastIndex((each) => table.turns.has(each));
  return before
    .slice(turn + 1)
    .slice(-NEGATION_REACH)
    .some((each) => word.test(each));
}

function compile(table: PhraseTable): CompiledTable {
  const negators = alternatives(table.negators);
  const turn = (phrase: string) => toPattern(phrase, negators, `${alternatives(table.when)}|${DATE}`);
  return {
    language: table.language,
    negator: new RegExp(`^(?:${negators})$`, 'u'),
    negatorsAfter: new Set(table.negatorsAfter.map(fold)),
    speaker: new RegExp(`^(?:${alternatives(table.speakers)})$`, 'u'),
    turns: new Set(table.turns.map(fold)),
    hedge: new RegExp(`(?<= )(?:${alternatives(table.hedges)})(?= )`, 'u'),
    question: new RegExp(`^ (?:\\S+ ){0,3}?(?:${alternatives(table.questions)}) `, 'u'),
    intents: Object.entries(table.intents).flatMap(([intent, evidence]) =>
      (['clear', 'likely', 'weak'] as const).flatMap((strength) =>
        (evidence[strength] ?? []).map((phrase) => ({
          intent: intent as SpokenIntent,
          strength,
          pattern: turn(phrase),
        })),
      ),
    ),
    lists: {
      absence: table.absence.map(turn),
      awayMail: table.awayMail.map(turn),
      received: table.received.map(turn),
      automatic: table.automatic.map(turn),
    },
  };
}

function alternatives(words: readonly string[]): string {
  return words.map((word) => `(?:${folded(word)})`).join('|');
}

/** Folds a phrase; the sentence's words have spaces where it has apostrophes. */
function folded(phrase: string): string {
  return fold(phrase).replaceAll("'", ' ');
}

/** The signs of `PhraseTable` in the language of regular expressions; every word has a space after it. */
function toPattern(phrase: string, negators: string, when: string): RegExp {
  const gap = `(?:(?!(?:${negators}) )\\S+ ){0,${phrase.includes('@address') ? FAR : NEAR}}`;
  const body = folded(phrase)
    .replace(/^\^ /, '')
    .replace(/ ?\$$/, '')
    .replaceAll('~ ', gap)
    .replaceAll(/~$/g, gap)
    // A last part that is missing leaves one space, not two.
    .replaceAll(')? ', ')? ?')
    .replaceAll('{when}', `(?:${when})`);
  const start = phrase.startsWith('^') ? '(?<=^ )' : '(?<= )';
  const end = phrase.endsWith('$') ? ' ?$' : ' ?(?<= )';
  return new RegExp(`${start}(?:${body})${end}`, 'gu');
}
