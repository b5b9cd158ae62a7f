/** A paragraph, or words that lead somewhere: in plain text both stand there, in HTML the words are the link. */
export type Line = string | { readonly words: string; readonly url: string };

/** What a message is made of, top to bottom. */
export interface MailLayout {
  /** Paragraphs, parted by empty lines; a line break within one stays. */
  readonly paragraphs: readonly string[];
  /** Who signs: lines right under each other. */
  readonly signature: readonly Line[];
  /** Under the signature; null: nothing. */
  readonly ps: string | null;
}

/** Addresses that can be clicked; what ends a sentence after them does not belong to them. */
const LINK = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/g;

/** The message as plain text; ends with a line break. */
export function layoutText({ paragraphs, signature, ps }: MailLayout): string {
  const signed = signature.map((line) => (typeof line === 'string' ? line : `${line.words}: ${line.url}`));
  return `${[...paragraphs, signed.join('\n'), ps ?? ''].filter((part) => part !== '').join('\n\n')}\n`;
}

/** The same as simple HTML: paragraphs and links, nothing else. */
export function layoutHtml({ paragraphs, signature, ps }: MailLayout): string {
  const signed = signature.map((line) =>
    typeof line === 'string'
      ? linked(line)
      : `<a href="${escapeHtml(line.url)}">${escapeHtml(line.words)}</a>`,
  );
  return [...paragraphs.map(withBreaks), signed.join('<br>'), withBreaks(ps ?? '')]
    .filter((part) => part !== '')
    .map((part) => `<p>${part}</p>`)
    .join('\n');
}

/** Makes any text safe inside HTML, attributes included. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function withBreaks(text: string): string {
  return linked(text).replaceAll('\n', '<br>');
}

function linked(text: string): string {
  let html = '';
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const [url] = match;
    html += `${escapeHtml(text.slice(from, match.index))}<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`;
    from = match.index + url.length;
  }
  return html + escapeHtml(text.slice(from));
}
