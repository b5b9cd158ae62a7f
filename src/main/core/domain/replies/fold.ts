/** A text in the form that words are looked for: lower case, no accents, plain quotes; positions may shift. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f\u200b-\u200d\ufeff]/g, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replaceAll(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .replaceAll(/[\u00a0\u202f\u2009]/g, ' ');
}

/** A sentence as words with one space after each, folded, without punctuation. */
export interface Sentence {
  /** Starts and ends with a space. */
  readonly words: string;
  /** Positions in `words` at which a comma, a colon or a dash stood. */
  readonly pauses: readonly number[];
  readonly question: boolean;
}

/** Stands in the words of a sentence where an e-mail address was. */
export const ADDRESS = '@address';

const EMAIL = /[\p{L}\d._%+'-]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,8}[\p{L}\d-]{2,63}/gu;
/** A line shorter than this was ended by its writer, a longer one by the mail program. */
const WRAPPED_LINE = 55;
/** The dot of a shortened month ends nothing. */
const SENTENCE_END =
  /[!?;\n]+|(?<!\d)(?<!(?<!\p{L})(?:jan|janv|feb|fev|févr|mar|mrt|apr|avr|abr|jun|jul|juil|aug|ago|sep|sept|set|okt|oct|ott|nov|dez|dec|déc|dic|ene|gen))\.(?=\s|$)/iu;
const ABBREVIATIONS =
  /(?<![\p{L}])(mrs?|ms|dr|hr|fr|sra?|dra|mme|mlle|sig|prof|dhr|mevr|mw|nr|tel|bzw|ggf|m|o|z\.\s?b|d\.\s?h|a\.\s?m|p\.\s?m|e\.\s?g)\./giu;

/** The e-mail addresses in a text, lower case, each once, in their order. */
export function addressesIn(text: string): readonly string[] {
  const found = [...text.matchAll(EMAIL)].map(([address]) =>
    address
      .replace(/^['.]+/, '')
      .replace(/[.']+$/, '')
      .toLowerCase(),
  );
  return [...new Set(found)];
}

/** A text as lines that its writer ended: what the mail program wrapped is put together again. */
function unwrapped(text: string): string {
  let flowing = '';
  for (const line of text.replaceAll('\r', '').split('\n')) {
    const trimmed = line.trim();
    flowing += trimmed.length > WRAPPED_LINE && !/[.!?:,]$/.test(trimmed) ? `${trimmed} ` : `${trimmed}\n`;
  }
  return flowing;
}

/** Cuts a text at the ends of sentences and lines, with its words as they are. */
export function linesOf(text: string): readonly string[] {
  return unwrapped(text)
    .split(SENTENCE_END)
    .filter((line) => line.trim() !== '');
}

/** Cuts a text into its sentences. A dot after a number is no end: "on the 3. of March", "10.30". */
export function sentencesOf(text: string): readonly Sentence[] {
  const plain = fold(unwrapped(text))
    .replaceAll(EMAIL, ` ${ADDRESS} `)
    .replaceAll(/https?:\/\/\S+/g, ' @link ')
    .replaceAll(ABBREVIATIONS, (_, word: string) => `${word.replaceAll(/[.\s]/g, '')} `);
  const sentences: Sentence[] = [];
  for (const [, body = '', end = ''] of plain.matchAll(
    /([^!?;\n.]*(?:\.(?:(?<=\d\.)|(?=\S))[^!?;\n.]*)*)([!?;\n.]+|$)/g,
  )) {
    const sentence = wordsOf(body, end.includes('?'));
    if (sentence.words.trim() !== '') sentences.push(sentence);
  }
  return sentences;
}

function wordsOf(body: string, question: boolean): Sentence {
  let words = ' ';
  const pauses: number[] = [];
  for (const [token] of body.matchAll(/[\p{L}\d@#%](?:[\p{L}\d@._:#/-]*[\p{L}\d])?|[,:](?=\s|$)| - /gu)) {
    if (token === ',' || token === ':' || token === ' - ') pauses.push(words.length);
    else words += `${token} `;
  }
  return { words, pauses, question };
}
