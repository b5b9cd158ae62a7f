import { Html, escapeHtml } from './html.ts';

const KEPT = new Set(['p', 'strong', 'a']);
/** What is dropped together with everything in it. */
const DROPPED_WHOLE = /<(script|style|head|title|template|iframe|object|svg|math)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const COMMENTS = /<!--[\s\S]*?(?:-->|$)/g;
/** The end of one of these begins a new line. */
const LINES = new Set([
  'div',
  'li',
  'tr',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'ul',
  'ol',
]);
/** No `<` inside a tag: a body full of them is still read in one go. */
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:"[^"<]*"|'[^'<]*'|[^'"<>])*)>/gi;
const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * The HTML body of a note, e-mail or task as it may stand on a page: paragraphs, strong, line breaks and
 * links to web addresses. Other tags go and their text stays; open tags are closed.
 */
export function safeBody(source: string): Html {
  const text = source.replaceAll(COMMENTS, '').replaceAll(DROPPED_WHOLE, '');
  const open: string[] = [];
  let markup = '';
  let at = 0;
  for (const match of text.matchAll(TAG)) {
    markup += plain(text.slice(at, match.index));
    at = match.index + match[0].length;
    const isEnd = match[1] === '/';
    const name = (match[2] ?? '').toLowerCase();
    if (name === 'br') markup += '<br>';
    else if (KEPT.has(name)) markup += isEnd ? closing(open, name) : opening(open, name, match[3] ?? '');
    else if (isEnd && LINES.has(name)) markup += '<br>';
  }
  markup += plain(text.slice(at));
  return new Html(markup + open.reverse().map(endTag).join(''));
}

/** Plain text with its line breaks. */
export function plainBody(text: string): Html {
  return new Html(escapeHtml(text.trim()).replaceAll(/\r?\n/g, '<br>'));
}

function opening(open: string[], name: string, attributes: string): string {
  // A paragraph ends the one before it, as browsers read it; neither paragraphs nor links nest.
  const before = name !== 'strong' && open.includes(name) ? closing(open, name) : '';
  if (name !== 'a') {
    open.push(name);
    return `${before}<${name}>`;
  }
  const [, double, single, bare] = HREF.exec(attributes) ?? [];
  const url = URL.parse(decode(double ?? single ?? bare ?? '').trim());
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return before;
  open.push(name);
  return `${before}<a href="${escapeHtml(url.href)}" target="_blank" rel="noreferrer noopener">`;
}

/** Ends a tag and all that were opened inside it; nothing when it is not open. */
function closing(open: string[], name: string): string {
  const place = open.lastIndexOf(name);
  return place < 0 ? '' : open.splice(place).reverse().map(endTag).join('');
}

const endTag = (name: string): string => `</${name}>`;

const plain = (text: string): string => escapeHtml(decode(text));

function decode(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
