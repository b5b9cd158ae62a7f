const ENGLISH: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};
const GERMAN: Readonly<Record<string, number>> = {
  null: 0,
  ein: 1,
  eins: 1,
  zwei: 2,
  zwo: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  sechzehn: 16,
  siebzehn: 17,
  zwanzig: 20,
  dreißig: 30,
  dreissig: 30,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
  hundert: 100,
  tausend: 1e3,
  dutzend: 12,
  million: 1e6,
  millionen: 1e6,
  milliarde: 1e9,
  milliarden: 1e9,
};

/** The value of an English number word that stands for itself: `twenty`; null: it is none. */
export function englishUnit(word: string): number | null {
  return Object.hasOwn(ENGLISH, word) ? (ENGLISH[word] ?? null) : null;
}

/** What an English number word multiplies by: `thousand`; null: it is none. */
export function englishScale(word: string): number | null {
  return Object.hasOwn(SCALES, word) ? (SCALES[word] ?? null) : null;
}

/** The value of a German number word, compounds included: `fünfundzwanzig`, `dreihundertzwölf`; null: it is none. */
export function germanNumber(word: string): number | null {
  if (word === '') return null;
  if (Object.hasOwn(GERMAN, word)) return GERMAN[word] ?? null;
  for (const [name, scale] of [
    ['tausend', 1e3],
    ['hundert', 100],
  ] as const) {
    const at = word.indexOf(name);
    if (at === -1) continue;
    const [left, right] = [word.slice(0, at), word.slice(at + name.length).replace(/^und/, '')];
    const times = left === '' ? 1 : germanNumber(left);
    const rest = right === '' ? 0 : germanNumber(right);
    return times === null || rest === null ? null : times * scale + rest;
  }
  const and = word.indexOf('und', 1);
  if (and > 0) {
    const [unit, ten] = [germanNumber(word.slice(0, and)), germanNumber(word.slice(and + 'und'.length))];
    return unit !== null && ten !== null && unit < 10 && ten >= 20 && ten < 100 ? unit + ten : null;
  }
  if (word.endsWith('zehn')) {
    const unit = germanNumber(word.slice(0, -'zehn'.length));
    return unit !== null && unit > 2 && unit < 10 ? unit + 10 : null;
  }
  return null;
}

/** The value of number words in a row, English or German; null: they make no number. */
export function wordsValue(words: readonly string[]): number | null {
  let total = 0;
  let part: number | null = null;
  for (const word of words) {
    if (word === 'and' || word === 'und') continue;
    const scale =
      englishScale(word) ?? (word === 'millionen' || word === 'milliarden' ? germanNumber(word) : null);
    const unit = word === 'a' ? 1 : (englishUnit(word) ?? germanNumber(word));
    if (scale !== null) {
      if (scale === 100 || scale === 12) part = (part ?? 1) * scale;
      else {
        total += (part ?? 1) * scale;
        part = null;
      }
    } else if (unit === null) return null;
    else part = (part ?? 0) + unit;
  }
  return part === null && total === 0 ? null : total + (part ?? 0);
}
