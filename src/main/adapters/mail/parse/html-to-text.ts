import sanitizeHtml from 'sanitize-html';
import { markOf } from './html-marks.ts';
import type { HtmlMark } from './html-marks.ts';

/** Above it stands what the writer wrote, below it the mail that he answers; the same in every language. */
const REST_BEGINS = '-----Original Message-----';
const MAX_DEPTH = 250;
const MAX_TEXT = 1_000_000;

const PARAGRAPHS = 'p h1 h2 h3 h4 h5 h6 ul ol dl table pre blockquote'.split(' ');
const BLOCKS = new Set([
  ...PARAGRAPHS,
  ...'div tr li dt dd section article header footer center address fieldset main aside'.split(' '),
]);
const KEPT_TAGS = [...BLOCKS, 'br', 'hr', 'a', 'td', 'th', 'span', 'font', 'b', 'i', 'body'];
/** Their text is nobody's words. */
export const UNREAD_TAGS =
  'script style textarea option noscript title head svg math template iframe object'.split(' ');
const TOKEN = /<(\/?)([a-z][a-z\d]*)((?:\s[^<>]*)?)>|([^<]+)/g;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/g;

interface OpenElement {
  readonly tag: string;
  readonly mark: HtmlMark;
  /** Where its lines begin. */
  readonly start: number;
  readonly href: string;
}

/**
 * The text of an HTML mail with quotations behind ">", as a text mail has them. What follows Outlook's mark of
 * the quoted mail comes below a line that says so; signatures that a mail program marked are left out.
 */
export function htmlToText(html: string): string {
  // First made well-formed, with text and attributes escaped: then it can be read from tag to tag.
  const plain = sanitizeHtml(html, {
    allowedTags: KEPT_TAGS,
    allowedAttributes: { '*': ['class', 'id', 'type', 'style'], a: ['href', 'class', 'id'] },
    allowedSchemes: ['mailto'],
    nonTextTags: UNREAD_TAGS,
    parseStyleAttributes: false,
    nestingLimit: MAX_DEPTH,
  });
  const withoutSignature = textOf(plain, true);
  // A reply that somebody typed into the signature is still his reply.
  const isEmpty =
    withoutSignature
      .split(/\n?-----Original/, 1)[0]
      ?.replaceAll(/^>.*$/gm, '')
      .trim() === '';
  return isEmpty ? textOf(plain, false) : withoutSignature;
}

function textOf(html: string, leaveOutSignatures: boolean): string {
  const writer = new LineWriter();
  const open: OpenElement[] = [];
  for (const [, closing, tag = '', attributes = '', text] of html.matchAll(TOKEN)) {
    if (writer.length > MAX_TEXT) break;
    if (text !== undefined) {
      writer.write(
        unescape(text),
        open.some((each) => each.tag === 'pre'),
      );
    } else if (closing === '/') {
      close(writer, open, tag);
    } else if (tag === 'br') {
      writer.breakLine();
    } else if (tag === 'hr') {
      writer.endLine();
    } else {
      openElement(writer, open, tag, attributesOf(attributes), leaveOutSignatures);
    }
  }
  return writer.text();
}

function openElement(
  writer: LineWriter,
  open: OpenElement[],
  tag: string,
  attributes: Readonly<Record<string, string>>,
  leaveOutSignatures: boolean,
): void {
  const mark = markOf(tag, attributes);
  if (BLOCKS.has(tag) || mark === 'quote' || mark === 'attribution') writer.endLine();
  if (PARAGRAPHS.includes(tag) && !isTight(attributes)) writer.blankLine();
  if (mark === 'rest') {
    writer.blankLine();
    writer.write(REST_BEGINS, false);
    writer.endLine();
  }
  if (mark === 'quote' || mark === 'attribution') writer.quoted += 1;
  if (mark === 'hidden' || (mark === 'signature' && leaveOutSignatures)) writer.silenced += 1;
  if (tag === 'li') writer.write('- ', true);
  if (tag === 'td' || tag === 'th') writer.space();
  open.push({ tag, mark, start: writer.lineCount, href: attributes['href'] ?? '' });
}

function close(writer: LineWriter, open: OpenElement[], tag: string): void {
  const element = open.at(-1);
  if (element === undefined || element.tag !== tag) return;
  open.pop();
  if (tag === 'a') writeAddress(writer, element.href);
  if (BLOCKS.has(tag) || element.mark === 'quote' || element.mark === 'attribution') writer.endLine();
  if (element.mark === 'quote' || element.mark === 'attribution') writer.quoted -= 1;
  if (element.mark === 'hidden') writer.silenced -= 1;
  if (element.mark === 'signature' && writer.silenced > 0) writer.silenced -= 1;
  if (element.mark === 'attribution') writer.turnForwarded(element.start, REST_BEGINS);
  if (PARAGRAPHS.includes(tag) && element.mark === null) writer.paragraphEnds();
}

/** Paragraphs without a margin stand close. */
function isTight(attributes: Readonly<Record<string, string>>): boolean {
  return (
    /MsoNormal|MsoListParagraph/i.test(attributes['class'] ?? '') ||
    /margin(?:-top)?:\s*0/i.test(attributes['style'] ?? '')
  );
}

/** "Ask <a href="mailto:…">Ana</a>" names her address, too. */
function writeAddress(writer: LineWriter, href: string): void {
  const address = /^mailto:([^?\s]{3,200})/i.exec(href)?.[1];
  if (address !== undefined && !writer.currentLine.includes(address)) writer.write(` <${address}>`, false);
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, unescape(value)]),
  );
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Lines of text, each behind as many ">" as it is quoted. */
class LineWriter {
  quoted = 0;
  /** How many open elements are left out. */
  silenced = 0;
  length = 0;
  #lines: string[] = [];
  #line = '';
  /** Also where nothing is written yet. Kept apart: to look at a long line after every piece would take for ever. */
  #endsInSpace = true;
  #wantsBlank = false;

  get lineCount(): number {
    return this.#lines.length;
  }

  get currentLine(): string {
    return this.#line;
  }

  write(text: string, isPreformatted: boolean): void {
    if (this.silenced > 0) return;
    if (isPreformatted) {
      const [first = '', ...more] = text.split('\n');
      this.#append(first);
      for (const line of more) {
        this.breakLine();
        this.#append(line);
      }
      return;
    }
    const flat = text.replaceAll(/[ \t\r\n\f]+/g, ' ');
    this.#append(this.#endsInSpace ? flat.trimStart() : flat);
  }

  space(): void {
    if (!this.#endsInSpace) this.#append(' ');
  }

  /** Ends the line that is begun. */
  endLine(): void {
    if (this.#line.trim() !== '') this.#push(this.#line);
    this.#begin();
  }

  /** Ends the line, also an empty one. */
  breakLine(): void {
    if (this.silenced > 0) return;
    this.#push(this.#line);
    this.#begin();
  }

  blankLine(): void {
    this.endLine();
    this.#wantsBlank = this.#lines.length > 0;
  }

  paragraphEnds(): void {
    this.#wantsBlank = this.#lines.length > 0;
  }

  /** An attribution that is the head of a forwarded mail has no quotation below: all the rest is forwarded. */
  turnForwarded(start: number, mark: string): void {
    const first = this.#lines.slice(start).find((line) => line.trim() !== '' && line.trim() !== '>');
    if (first !== undefined && /^(?:> ?)*-{5,}/.test(first))
      this.#lines.splice(start, this.#lines.length, mark);
  }

  text(): string {
    this.endLine();
    return this.#lines
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim();
  }

  #append(text: string): void {
    if (text === '') return;
    this.#line += text;
    this.#endsInSpace = text.endsWith(' ');
  }

  #begin(): void {
    this.#line = '';
    this.#endsInSpace = true;
  }

  #push(line: string): void {
    const prefix = '> '.repeat(this.quoted > 5 ? 5 : this.quoted);
    if (this.#wantsBlank && this.#lines.at(-1)?.replaceAll(/[> ]/g, '') !== '')
      this.#lines.push(prefix.trimEnd());
    this.#wantsBlank = false;
    const written = `${prefix}${line.replaceAll('\u00a0', ' ').trim()}`.trimEnd();
    this.#lines.push(written);
    this.length += written.length + 1;
  }
}
