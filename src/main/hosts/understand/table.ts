import type { Understood } from './understand.ts';

const LABEL_WIDTH = 11;
const TEXT_LINES = 12;

/** One mail in lines for a person: a label, and what was found; nothing where nothing was. */
export function asTable(mail: Understood): string {
  const { bounce } = mail;
  const rows: readonly (readonly [label: string, value: string | null])[] = [
    ['kind', mail.kind],
    [
      'bounce',
      bounce === null ? null : [bounce.class, bounce.status, bounce.recipient].filter(Boolean).join(', '),
    ],
    ['intent', `${mail.intent} (${(mail.confidence * 100).toFixed(0)} % sure)`],
    ['until', mail.until],
    ['referred', mail.referred.join(', ')],
    ['because of', mail.words.join(' | ')],
    ['left out', mail.cut.join(', ')],
    ['text', excerpt(mail.text)],
  ];
  const lines = rows
    .filter(([, value]) => value !== null && value !== '')
    .map(([label, value]) => `  ${label.padEnd(LABEL_WIDTH)}${value ?? ''}`);
  return [mail.file, ...lines, ''].join('\n');
}

function excerpt(text: string): string {
  const lines = text.split('\n');
  const shown = lines.slice(0, TEXT_LINES);
  const more = lines.length - shown.length;
  const all = more > 0 ? [...shown, `… ${more} more lines`] : shown;
  return all.join(`\n${' '.repeat(LABEL_WIDTH + 2)}`);
}
