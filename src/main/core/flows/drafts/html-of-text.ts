import { escapeHtml } from '../../outbox/render-note.ts';

/** Plain text as simple HTML: a paragraph for each part between empty lines, https addresses as links. */
export function htmlOfText(text: string): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((part) => `<p>${linked(escapeHtml(part.trim())).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}

function linked(escaped: string): string {
  return escaped.replaceAll(/https:\/\/[^\s<]+[^\s<.,;:!?)]/g, (url) => `<a href="${url}">${url}</a>`);
}
