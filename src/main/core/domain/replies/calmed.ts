/** Longer than any word, address or link that a rule needs. */
const MAX_WORD = 200;
const MAX_LINE = 2000;

/**
 * A text that no rule takes long to read: with line ends of one kind, and without the endless words, spaces and
 * lines that only hostile mails have.
 */
export function calmed(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\S\n]{40,}/g, ' ')
    .replaceAll(/\S{201,}/g, (word) => word.slice(0, MAX_WORD))
    .split('\n')
    .map((line) => line.slice(0, MAX_LINE))
    .join('\n');
}
