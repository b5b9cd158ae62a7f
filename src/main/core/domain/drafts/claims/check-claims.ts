import type { Claim } from '../claim.ts';
import { findDates, isDateGiven } from './dates.ts';
import type { Found } from './found.ts';
import { findLinks, hostOf } from './links.ts';
import { findNames } from './names.ts';
import { findQuantities } from './quantities.ts';

/** What stands in the facts, in the forms that a text is compared by. */
interface Given {
  readonly links: ReadonlySet<string>;
  readonly hosts: ReadonlySet<string>;
  readonly dates: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly percentages: ReadonlySet<string>;
  readonly money: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/**
 * What a text states that stands in none of the given facts: numbers, percentages, money, dates, names, links and
 * addresses, in digits or in words, English or German. In any other language names are found by their capitals. It
 * knows forms, not meaning: a claim without any of these ("the best on the market") passes.
 */
export function checkClaims(
  message: { readonly subject: string; readonly text: string },
  facts: readonly string[],
): readonly Claim[] {
  const given = givenIn(facts.join('\n'));
  const seen = new Set<string>();
  return [message.subject, message.text]
    .flatMap((text) => claimsIn(text, given))
    .filter(({ kind, words }) => {
      const key = `${kind} ${words.toLowerCase()}`;
      return !seen.has(key) && seen.add(key);
    })
    .map(({ kind, words }) => ({ kind, words }));
}

function claimsIn(text: string, given: Given): readonly Found[] {
  const all = statedIn(text);
  const names = findNames(text, (word) => isGivenWord(word, given), all);
  return [...all.filter((each) => !isGiven(each, given)), ...names].toSorted((a, b) => a.from - b.from);
}

function statedIn(text: string): readonly Found[] {
  const links = findLinks(text);
  const dates = findDates(text).filter((each) => !overlaps(each, links));
  const quantities = findQuantities(text);
  // "2025 €" is an amount, "March 2025" a date.
  const amounts = quantities.filter((each) => each.kind !== 'number' && !overlaps(each, links));
  const days = dates.filter((each) => !overlaps(each, amounts));
  const numbers = quantities.filter((each) => each.kind === 'number' && !overlaps(each, [...links, ...days]));
  return [...links, ...days, ...amounts, ...numbers];
}

function overlaps(one: Found, others: readonly Found[]): boolean {
  return others.some((other) => other.from < one.to && one.from < other.to);
}

function givenIn(facts: string): Given {
  const found = statedIn(facts);
  const keysOf = (...kinds: readonly Found['kind'][]): ReadonlySet<string> =>
    new Set(found.filter(({ kind }) => kinds.includes(kind)).flatMap(({ keys }) => keys));
  const links = keysOf('link', 'address');
  const dates = keysOf('date');
  // "2024 sites" is no year.
  const years = [...dates].flatMap((each) => /^y(\d{4})$/.exec(each)?.[1] ?? []);
  return {
    links,
    hosts: new Set([...links].map(hostOf)),
    dates,
    numbers: new Set([...keysOf('number'), ...years]),
    percentages: keysOf('percentage'),
    money: keysOf('money'),
    words: new Set((facts.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) => stemsOf(word.toLowerCase()))),
  };
}

function isGiven({ kind, keys }: Found, given: Given): boolean {
  switch (kind) {
    case 'link':
      // The bare site of a page that is given is given, too.
      return keys.some((key) => given.links.has(key) || (hostOf(key) === key && given.hosts.has(key)));
    case 'address':
      return keys.some((key) => given.links.has(key));
    case 'date':
      return keys.some((key) => isDateGiven(key, given.dates));
    case 'money':
      return keys.some((key) => given.money.has(key));
    case 'percentage':
      return keys.some((key) => given.percentages.has(key));
    case 'number':
      return keys.some((key) => given.numbers.has(key));
    case 'name':
      return false;
  }
}

function isGivenWord(word: string, given: Given): boolean {
  const parts = word.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return parts.every((part) => stemsOf(part).some((stem) => given.words.has(stem)));
}

/** A word and what it is without the endings of plural and possessive. */
function stemsOf(word: string): readonly string[] {
  const endings = ['', 's', 'es', 'e', 'n', 'en'];
  return endings
    .filter((ending) => word.endsWith(ending) && word.length - ending.length > 2)
    .map((ending) => word.slice(0, word.length - ending.length))
    .concat(word);
}
