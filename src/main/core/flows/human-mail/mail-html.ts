import { escapeHtml } from '../../domain/writing/mail-layout.ts';

/** A text as simple HTML: paragraphs, line breaks, links that can be clicked. */
export function htmlOfText(text: string): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((part) => `<p>${linked(escapeHtml(part.trim())).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}

/** The same with the answered mail below it. */
export function htmlWithQuote(text: string, quoted: string): string {
  if (quoted === '') return htmlOfText(text);
  const [head = '', ...rest] = quoted.split('\n');
  const body = rest.map((line) => line.replace(/^> ?/, '')).join('\n');
  return `${htmlOfText(text)}\n<p>${escapeHtml(head)}</p>\n<blockquote>${htmlOfText(body)}</blockquote>`;
}

function linked(escaped: string): string {
  return escaped.replaceAll(/https:\/\/[^\s<]+[^\s<.,;:!?)]/g, (url) => `<a href="${url}">${url}</a>`);
}
