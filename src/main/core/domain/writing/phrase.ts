/** Values by name; an empty string is a known value that is not there. */
export type PhraseValues = Readonly<Record<string, string>>;

/** What became of a phrase. */
export interface Filled {
  readonly text: string;
  /** Names of the values that stand in it, once each, in order. */
  readonly used: readonly string[];
  /** Names that it cannot do without and that have no value. */
  readonly missing: readonly string[];
}

const CLAUSE = /\[([^\]]*)\]/g;
const PLACE = /\{(\w+)\}/g;

/**
 * Fills a phrase of ours. `{name}` stands for a value, `{Name}` for the same with a capital letter. Words in brackets
 * are left out where a value in them is not known: `a call[ at {company}]`. Throws for a name that no value has.
 */
export function fillPhrase(phrase: string, values: PhraseValues): Filled {
  const used = new Set<string>();
  const missing = new Set<string>();
  const shortened = phrase.replaceAll(CLAUSE, (_, words: string) =>
    namesIn(words).every((name) => valueOf(values, name) !== '') ? words : '',
  );
  const text = shortened.replaceAll(PLACE, (_, place: string, at: number, whole: string) => {
    const name = nameOf(place);
    const value = valueOf(values, name);
    if (value === '') missing.add(name);
    else used.add(name);
    const next = whole.charAt(at + place.length + 2);
    const inside = withoutEnd(value, next);
    return place === name ? inside : withCapital(inside);
  });
  return { text, used: [...used], missing: [...missing] };
}

/** First letter large, unless the word has its own way with capitals, as in "eCommerce". */
export function withCapital(text: string): string {
  const first = /^\S*/.exec(text)?.[0] ?? '';
  return first === first.toLowerCase() ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** A value that ends like a sentence ("Acme Inc.") lends its full stop to the sentence that it ends. */
function withoutEnd(value: string, next: string): string {
  return /[.,;:!?]/.test(next) ? value.replace(/\s*[.,;:]+$/, '') : value;
}

function namesIn(words: string): readonly string[] {
  return Array.from(words.matchAll(PLACE), ([, place = '']) => nameOf(place));
}

function nameOf(place: string): string {
  return place.charAt(0).toLowerCase() + place.slice(1);
}

function valueOf(values: PhraseValues, name: string): string {
  const value = values[name];
  if (value === undefined) throw new Error(`The phrase names ${name}, which is no value.`);
  return value;
}
