import type { Found } from './found.ts';
import { englishScale, englishUnit, germanNumber } from './number-words.ts';
import { NEVER_A_NAME, ORDINARY_GERMAN, isGermanNoun, isOrdinaryEnglish } from './ordinary-words.ts';

const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}'’&+.-]*[\p{L}\p{N}+]|[\p{L}\p{N}]/gu;
/** What is before the first word of a sentence: an end of one, a line's beginning, a mark of a list, a quote. */
const SENTENCE_START = /(?:^|[.!?…]["”»)]?\s+|[:;]\s+|\n\s*|[-–•*]\s+|["“„»(]\s*)$/u;
const GERMAN_WORDS =
  /(?<!\p{L})(?:und|der|die|das|ist|sind|sie|wir|ich|mit|für|nicht|ein|eine|auf|zu|zur|zum|ihr|ihre[mnrs]?|unser[e]?|von|den|dem|bei|uns|haben|hallo|seit|um|wie|wer|bis|gerne|bitte|über|nichts|sich|hat|nach|wurde[n]?|im|es|als|auch|aber|ihnen|guten)(?!\p{L})/giu;
const ENGLISH_WORDS =
  /(?<!\p{L})(?:and|the|is|you|we|with|for|not|on|to|your|of|are|our|have|can|would|this|that|it|by|hello)(?!\p{L})/giu;
const GERMAN_LETTERS = /[äöüß]/giu;
const DETERMINER =
  /^(?:k?ein|mein|dein|sein|ihr|unser|jed|dies|jen|manch|alle|viele|einige|mehrere|wenige|welch|solch)(?:e|em|en|er|es|n|r|s)?$/u;
const ARTICLE = /^(?:der|die|das|den|dem|des)$/u;
/** At least this part of a line's longer words has a capital: it is a title. */
const TITLE_SHARE = 0.6;
const LEAST_TITLE_WORDS = 3;

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly isFirst: boolean;
}

/** Whether a text is German rather than English, by its smallest words. */
export function isGerman(text: string): boolean {
  const german = (text.match(GERMAN_WORDS)?.length ?? 0) + (text.match(GERMAN_LETTERS)?.length ?? 0) / 2;
  return german > (text.match(ENGLISH_WORDS)?.length ?? 0);
}

/**
 * Names of people, companies and products that are not among the given words (`isGiven`): what has a capital where an
 * ordinary word has none, letters with digits, capitals inside a word. What stands in `taken` is left out.
 */
export function findNames(
  text: string,
  isGiven: (word: string) => boolean,
  taken: readonly Found[],
): readonly Found[] {
  const german = isGerman(text);
  const lower = new Set(tokensOf(text).map(({ text: word }) => word));
  const named: Found[] = [];
  let last: Found | null = null;
  for (const line of linesOf(text)) {
    const all = tokensOf(line.text, line.from);
    const isTaken = (each: Token): boolean =>
      taken.some((other) => other.from < each.to && each.from < other.to);
    const isTitle = !/[.!?]\s*$/u.test(line.text) && isTitleLine(all);
    for (const [index, token] of all.entries()) {
      if (isTaken(token) || !isName(token, { german, isTitle, isGiven, lower })) continue;
      if (german && isCounted(all.slice(0, index), token, text)) continue;
      const joined: boolean = last !== null && /^[ \u00a0]$|^ & $/.test(text.slice(last.to, token.from));
      const from: number = joined && last !== null ? last.from : token.from;
      const words = text.slice(from, token.to).replace(/['’]s?$/u, '');
      const found: Found = { kind: 'name', words, from, to: token.to, keys: [words.toLowerCase()] };
      if (joined) named.pop();
      named.push(found);
      last = found;
    }
  }
  return named;
}

function isName(
  { text, isFirst }: Token,
  of: {
    readonly german: boolean;
    readonly isTitle: boolean;
    readonly isGiven: (word: string) => boolean;
    readonly lower: ReadonlySet<string>;
  },
): boolean {
  const parts = text.split('-').filter((part) => part !== '');
  if (parts.length > 1) {
    return parts.some((part, index) =>
      isName({ text: part, isFirst: isFirst && index === 0, from: 0, to: 0 }, of),
    );
  }
  const word = text.replace(/['’]s?$/u, '');
  const small = word.toLowerCase();
  if (!/^\p{Lu}/u.test(word) && !/\p{L}\p{Lu}|\p{N}\p{Lu}/u.test(word)) {
    return /^\p{L}+\p{N}/u.test(word) && !of.isGiven(word);
  }
  if (NEVER_A_NAME.has(small) || of.isGiven(word) || isNumberWord(small)) return false;
  // Capitals inside, or letters with digits: a product's or a company's, wherever it stands.
  if (/\p{Ll}\p{Lu}|\p{N}/u.test(word) || /^\p{Lu}{2,}$/u.test(word)) return true;
  if (word.length === 1) return false;
  if (of.german) {
    if (isGermanNoun(small)) return false;
    return isFirst ? !ORDINARY_GERMAN.has(small) && !of.lower.has(small) && !isGermanVerb(small) : true;
  }
  if (isFirst || of.isTitle) return !isOrdinaryEnglish(small) && !of.lower.has(small);
  return true;
}

/** Numbers are looked at as numbers. */
function isNumberWord(word: string): boolean {
  return englishUnit(word) !== null || englishScale(word) !== null || germanNumber(word) !== null;
}

/**
 * "Ihre Bäcker", "der beste Bäcker", "85 Bäckereien": what is counted or owned is a thing and no name. A bare article
 * proves nothing: "die Telekom".
 */
function isCounted(before: readonly Token[], token: Token, text: string): boolean {
  if (/\p{Ll}\p{Lu}|\p{N}/u.test(token.text) || /^\p{Lu}{2,}$/u.test(token.text)) return false;
  const [first, last] = [before.at(-2), before.at(-1)];
  if (last === undefined || text.slice(last.to, token.from) !== ' ') return false;
  const word = last.text.toLowerCase();
  if (DETERMINER.test(word) || /^\d+$/.test(word) || isNumberWord(word)) return true;
  if (first === undefined || text.slice(first.to, last.from) !== ' ') return false;
  const isAdjective = /^\p{Ll}+e[mnrs]?$/u.test(last.text);
  return isAdjective && (DETERMINER.test(first.text.toLowerCase()) || ARTICLE.test(first.text));
}

/** "Melde", "Schauen": what begins a German sentence with a capital. */
function isGermanVerb(word: string): boolean {
  return /(?:en|st|te|ten)$/u.test(word) && word.length > 'essen'.length;
}

function isTitleLine(tokens: readonly Token[]): boolean {
  const longer = tokens.filter(({ text }) => text.length > 'from'.length);
  const capitals = longer.filter(({ text }) => /^\p{Lu}/u.test(text));
  return longer.length >= LEAST_TITLE_WORDS && capitals.length >= longer.length * TITLE_SHARE;
}

function tokensOf(text: string, offset = 0): readonly Token[] {
  return [...text.matchAll(TOKEN)].map((match) => ({
    text: match[0],
    from: offset + match.index,
    to: offset + match.index + match[0].length,
    isFirst: SENTENCE_START.test(text.slice(0, match.index)),
  }));
}

function* linesOf(text: string): Generator<{ readonly text: string; readonly from: number }> {
  let from = 0;
  for (const line of text.split('\n')) {
    yield { text: line, from };
    from += line.length + 1;
  }
}
