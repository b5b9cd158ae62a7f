/**
 * The words of a text as the search compares them: lower case, without accents, letters and digits only. The
 * same folding is used for what is stored and for what is typed.
 */
export function searchWords(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Lower case without accents: the order of names, and the comparison of words. */
export function foldText(text: string): string {
  return isPlainAscii(text)
    ? text.toLowerCase()
    : text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function isPlainAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- the whole range is meant
  return /^[\u0000-\u007f]*$/.test(text);
}
