import { englishScale, englishUnit, germanNumber, wordsValue } from './number-words.ts';
import type { Found } from './found.ts';

const DIGITS = /(?<![\p{L}\p{N}.,'’])\d+(?:[.,'’\u00a0\u202f]\d+)*/gu;
const SCALE_AFTER =
  /^[\s\u00a0-]?(k|m|mio\.?|mrd\.?|bn|thousand|tausend|million(?:s|en)?|billion(?:s)?|milliarden?)(?![\p{L}\p{N}])/iu;
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mio: 1e6,
  mrd: 1e9,
  bn: 1e9,
  thousand: 1e3,
  tausend: 1e3,
  million: 1e6,
  millions: 1e6,
  millionen: 1e6,
  billion: 1e9,
  billions: 1e9,
  milliarde: 1e9,
  milliarden: 1e9,
};
const PERCENT_AFTER = /^[\s\u00a0-]?(?:%|percent(?:age points?)?|per cent|prozent(?:punkte?)?)(?![\p{L}])/iu;
const CURRENCY_AFTER =
  /^[\s\u00a0]?(€|\$|£|¥|eur(?:os?)?|usd|us-dollar|gbp|chf|dollars?|pounds?|sterling|franken|francs?|cents?)(?![\p{L}\p{N}])/iu;
const CURRENCY_BEFORE = /(€|\$|£|¥|(?<![\p{L}])(?:eur|usd|gbp|chf))[\s\u00a0]?$/iu;
const CURRENCIES: Readonly<Record<string, string>> = {
  '€': 'eur',
  eur: 'eur',
  euro: 'eur',
  euros: 'eur',
  $: 'usd',
  usd: 'usd',
  'us-dollar': 'usd',
  dollar: 'usd',
  dollars: 'usd',
  '£': 'gbp',
  gbp: 'gbp',
  pound: 'gbp',
  pounds: 'gbp',
  sterling: 'gbp',
  '¥': 'jpy',
  chf: 'chf',
  franken: 'chf',
  franc: 'chf',
  francs: 'chf',
  cent: 'cent',
  cents: 'cent',
};
/** Amounts without a number: `hundreds of`, `doubled`, `half of all`. */
const VAGUE =
  /(?<![\p{L}\p{N}-])(dozens|hundreds|thousands|millions|billions|dutzende[rn]?|hunderte[rn]?|tausende[rn]?|(?:double|triple|quadruple)[ds]?(?![\s-]?check)|doubling|tripling|twice|halve[ds]?|halving|half(?= of| the| their| your)|(?:one|a) (?:third|quarter|fifth)(?= of(?! an hour))|two[ -]thirds|three[ -]quarters|(?:two|three|four|five|ten|twenty|\d+)[ -]?fold|\d+[.,]?\d*[ -]?(?:x|fach)(?:e[nrs]?)?|ver(?:doppel|dreifach)\p{L}*|halbier\p{L}*|doppelt(?:e[nrs]?)? so|zweimal|dreimal|(?:die )?hälfte|ein drittel|zwei drittel|ein viertel|drei viertel)(?![\p{L}\p{N}])/giu;
const WORDS = /\p{L}+/gu;
/** Small numbers that only count what stands in the mail itself: "two quick questions". */
const OF_THE_MAIL =
  /^[\s-]*(?:(?:quick|short|brief|simple|small|kurze[nr]?|kleine[nr]?|einfache[nr]?)\s+)?(?:questions?|sentences?|lines?|words?|things?|thoughts?|ideas?|options?|fragen?|sätze[n]?|satz|zeilen?|worte?n?|punkte?n?|dinge?n?|gedanken?|möglichkeiten?)(?!\p{L})/iu;
/** The length of a talk that is proposed. */
const DURATION = /^[\s-]*(?:minutes?|mins?\.?|minuten?|hours?|stunden?)(?!\p{L})/iu;
/** What goes with a talk that is proposed. */
const TALK =
  /(?<!\p{L})(?:call|talk|chat|speak|conversation|meet|meeting|show you|find out|worth|keep to|spare|suits?|phone|enough|gespräch|sprechen|telefonat|telefonieren|kennenlernen|reichen|genügen|zeige)(?!\p{L})/iu;
const SAVING = /sav|reduc|cut|fewer|less|spar|senk|verkürz|reduzier|kürz|weniger/iu;

/** Numbers, percentages and amounts of money, in digits and in English or German words; each with every value it can mean. */
export function findQuantities(text: string): readonly Found[] {
  const vague = [...text.matchAll(VAGUE)].map((match) => found('number', match, [vagueKey(match[0])], text));
  const numbers = [...inDigits(text), ...inWords(text)].flatMap((each) => classify(each, text));
  const free = numbers.filter((each) => !vague.some((other) => other.from < each.to && each.from < other.to));
  // The "million" of "€2.5 million" is a part of it.
  const whole = free.filter(
    (each) => !free.some((other) => other !== each && other.from <= each.from && other.to >= each.to),
  );
  return [...vague, ...whole];
}

interface Amount {
  readonly from: number;
  readonly to: number;
  readonly values: readonly number[];
  readonly isWords: boolean;
}

function* inDigits(text: string): Generator<Amount> {
  for (const match of text.matchAll(DIGITS)) {
    const from = match.index;
    const to = from + match[0].length;
    yield { from, to, values: valuesOf(match[0]), isWords: false };
  }
}

function* inWords(text: string): Generator<Amount> {
  let run: { from: number; to: number; words: string[] } | null = null;
  for (const match of text.matchAll(WORDS)) {
    const word = match[0].toLowerCase();
    const from = match.index;
    const to = from + match[0].length;
    const isNext = run !== null && /^[\s-]+$/u.test(text.slice(run.to, from));
    // "Two hundred and one", but not "five and six".
    const goesOn = word === 'and' && isNext && englishScale(run?.words.at(-1) ?? '') !== null;
    const isJoint = (goesOn || word === 'a') && isNumberAhead(text.slice(to), goesOn);
    if (isNumber(word) || isJoint) {
      if (run !== null && isNext && word !== 'a') run = { from: run.from, to, words: [...run.words, word] };
      else {
        yield* ended(run);
        run = { from, to, words: [word] };
      }
      continue;
    }
    yield* ended(run);
    run = null;
  }
  yield* ended(run);
}

function* ended(run: { from: number; to: number; words: string[] } | null): Generator<Amount> {
  if (run === null) return;
  const value = wordsValue(run.words);
  // "One" and "ein" are mostly no numbers; "null" is "not at all".
  if (value === null || value === 0 || (value === 1 && run.words.length === 1)) return;
  yield { from: run.from, to: run.to, values: [value], isWords: true };
}

function isNumber(word: string): boolean {
  if (word === 'ein' || word === 'million') return word === 'million';
  return englishUnit(word) !== null || englishScale(word) !== null || germanNumber(word) !== null;
}

function isNumberAhead(rest: string, goesOn: boolean): boolean {
  const next = /^[\s-]+(\p{L}+)/u.exec(rest)?.[1]?.toLowerCase();
  return next !== undefined && (goesOn ? isNumber(next) : englishScale(next) !== null);
}

function classify({ from, to, values, isWords }: Amount, text: string): readonly Found[] {
  let end = to;
  let all = values;
  const scale = SCALE_AFTER.exec(text.slice(end));
  if (scale !== null) {
    const factor = SCALES[(scale[1] ?? '').toLowerCase().replace('.', '')] ?? 1;
    end += scale[0].length;
    all = values.map((value) => value * factor);
  }
  const before = CURRENCY_BEFORE.exec(text.slice(0, from));
  const after = CURRENCY_AFTER.exec(text.slice(end));
  const currency = before?.[1] ?? after?.[1];
  if (currency !== undefined) {
    const start = before === null ? from : from - before[0].length;
    const stop = before === null ? end + (after?.[0].length ?? 0) : end;
    const name = CURRENCIES[currency.toLowerCase()] ?? currency.toLowerCase();
    return [
      found(
        'money',
        { index: start, 0: text.slice(start, stop) },
        all.map((value) => `${value} ${name}`),
        text,
      ),
    ];
  }
  const percent = PERCENT_AFTER.exec(text.slice(end));
  if (percent !== null) {
    const words = text.slice(from, end + percent[0].length);
    return [found('percentage', { index: from, 0: words }, all.map(String), text)];
  }
  if (isWords || all.every((value) => value <= 60)) {
    const rest = text.slice(end);
    if (all.every((value) => value <= 5) && OF_THE_MAIL.test(rest)) return [];
    if (DURATION.test(rest) && isProposal(text, from)) return [];
  }
  // A letter right behind makes it a name: "3D".
  if (/^[\p{L}]/u.test(text.slice(end)) && !/^(?:st|nd|rd|th|h)(?!\p{L})/iu.test(text.slice(end))) return [];
  return [found('number', { index: from, 0: text.slice(from, end) }, all.map(String), text)];
}

/** "Would 15 minutes suit you?", "Ten minutes are enough for a call", or a subject that begins so: proposed, and not said to be saved. */
function isProposal(text: string, at: number): boolean {
  const start = text.slice(0, at).search(/[^.!?\n]*$/u);
  const sentence = /^[^.!?\n]*[.!?]?/u.exec(text.slice(start))?.[0] ?? '';
  if (SAVING.test(sentence)) return false;
  const isSubject = at === 0 && !text.includes('\n');
  return isSubject || sentence.trim().endsWith('?') || TALK.test(sentence);
}

/** Every value that digits can mean: `1.000` is a thousand in German and one in English. */
function valuesOf(digits: string): readonly number[] {
  const plain = digits.replaceAll(/['’\u00a0\u202f]/g, '');
  const marks = plain.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return [Number(plain)];
  const isGrouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(plain) && new Set(marks).size === 1;
  const whole = Number(plain.replaceAll(/[.,]/g, ''));
  const other = last === '.' ? ',' : '.';
  const decimal = Number(plain.replaceAll(other, '').replace(last, '.'));
  if (isGrouped) return marks.length === 1 ? [whole, decimal] : [whole];
  return Number.isNaN(decimal) ? [whole] : [decimal];
}

function vagueKey(words: string): string {
  return words.toLowerCase().replaceAll(/[\s-]/g, '').slice(0, 'verdopp'.length);
}

function found(
  kind: Found['kind'],
  match: { readonly index: number; readonly 0: string },
  keys: readonly string[],
  text: string,
): Found {
  const words = match[0].trim();
  const from = text.indexOf(words, match.index);
  return { kind, words, from, to: from + words.length, keys };
}
