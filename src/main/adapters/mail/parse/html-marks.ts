/** What an element of an HTML mail holds, as mail programs mark it. */
export type HtmlMark = 'quote' | 'attribution' | 'rest' | 'signature' | 'hidden' | null;

/** Everything inside is quoted. */
const QUOTE_CLASSES =
  /(?:^|\s)(?:\S*yahoo_quoted|protonmail_quote|zmail_extra|tutanota_quote|moz-email-headers-table|front-blockquote|freshdesk_quote|zendesk_quote|gmail_quote_attribution|ox-quote|mailspring-quote|infomaniak-quote|hs_previous_reply|moz-forward-container|ik-mail-quote)(?:\s|$)/i;
const QUOTE_IDS =
  /^(?:x_)*(?:\S*yahoo_quoted\S*|ymail_quoted\S*|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container|isReplyContent|reply-intro|ntes-.*-quote|mailcontent-quote)$/i;
/** The line "… wrote:" above a quotation. */
const ATTRIBUTION_CLASSES =
  /(?:^|\s)(?:gmail_attr|moz-cite-prefix|AppleMailQuote|mailspring-attribution)(?:\s|$)/i;
/** From here to the end of the mail all is quoted. */
const REST_IDS = /^(?:divRplyFwdMsg|stopSpelling|OutlookMessageHeader)$/i;
const REST_CLASSES = /(?:^|\s)OutlookMessageHeader(?:\s|$)/i;
/** The thin line of Outlook for Windows above the sender of the quoted mail. */
const REST_STYLE = /border:\s*none;\s*border-top:\s*solid\s+(?:#(?:e1e1e1|b5c4df)|rgb\()/i;
const SIGNATURE_CLASSES =
  /(?:^|\s)(?:gmail_signature|moz-signature|protonmail_signature_block|yahoo_signature|\S*ydp\S*signature|tutanota_signature)(?:\s|$)/i;
const SIGNATURE_IDS =
  /^(?:x_)*(?:Signature|ms-outlook-mobile-signature|AppleMailSignature|\S*ymail_android_signature)$/i;
/** Gmail indents a paragraph with the element of a quotation. */
const INDENT_STYLE = /border:\s*(?:none|0)|margin:\s*0(?:px)? 0(?:px)? 0(?:px)? 40px/i;
const HIDDEN_STYLE = /display:\s*none|mso-hide:\s*all/i;

/** What the element is for, by its name and attributes. */
export function markOf(tag: string, attributes: Readonly<Record<string, string>>): HtmlMark {
  const { class: classes = '', id = '', style = '', type = '' } = attributes;
  if (HIDDEN_STYLE.test(style)) return 'hidden';
  if (REST_IDS.test(id) || REST_CLASSES.test(classes) || REST_STYLE.test(style)) return 'rest';
  if (SIGNATURE_CLASSES.test(classes) || SIGNATURE_IDS.test(id)) return 'signature';
  if (ATTRIBUTION_CLASSES.test(classes)) return 'attribution';
  if (QUOTE_CLASSES.test(classes) || QUOTE_IDS.test(id)) return 'quote';
  if (tag !== 'blockquote') return null;
  return type !== 'cite' && !/quote/i.test(classes) && INDENT_STYLE.test(style) ? null : 'quote';
}
