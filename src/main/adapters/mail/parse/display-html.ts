import sanitizeHtml from 'sanitize-html';
import { UNREAD_TAGS } from './html-to-text.ts';

const SHOWN_TAGS =
  'p div span br hr h1 h2 h3 h4 h5 h6 blockquote pre code ul ol li dl dt dd table thead tbody tfoot tr td th caption a b strong i em u s sub sup small'.split(
    ' ',
  );

/**
 * The HTML of a mail as it may be shown: no script, no form, no style, nothing that is loaded from elsewhere.
 * A picture becomes its description; links open outside and say nothing about where they stood.
 */
export function displayHtml(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: SHOWN_TAGS,
    allowedAttributes: {
      a: ['href', 'target', 'rel'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
    },
    allowedSchemes: ['https', 'http', 'mailto', 'tel'],
    allowProtocolRelative: false,
    nonTextTags: UNREAD_TAGS,
    nestingLimit: 100,
    transformTags: {
      a: (_tag, attributes) => ({
        tagName: 'a',
        attribs: {
          ...(attributes['href'] === undefined ? {} : { href: attributes['href'] }),
          target: '_blank',
          rel: 'noopener noreferrer nofollow',
        },
      }),
      img: (_tag, attributes) => ({
        tagName: 'span',
        attribs: {},
        text: attributes['alt'] === undefined || attributes['alt'] === '' ? '' : `[${attributes['alt']}]`,
      }),
    },
  });
}
