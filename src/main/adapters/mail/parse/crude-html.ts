/** Deeper than any mail program nests: whoever does wants to exhaust the reader. */
const MOST_NESTED = 400;
const TAG = /<(\/?)([a-z][a-z\d]{0,20})/gi;
const VOID = /^(?:br|hr|img|input|meta|link|area|base|col|embed|source|track|wbr|p|li|td|tr|th|option)$/i;

/** Whether the elements of a page stand so deep within each other that it is not to be taken apart. */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  let tables = 0;
  for (const [, closing, tag = ''] of html.matchAll(TAG)) {
    if (/^table$/i.test(tag)) tables += closing === '/' ? -1 : 1;
    if (VOID.test(tag)) continue;
    depth += closing === '/' ? -1 : 1;
    if (depth < 0) depth = 0;
    if (depth > MOST_NESTED || tables > MOST_NESTED) return true;
  }
  return false;
}

/** The text of such a page without its tags, line by line. */
export function crudeText(html: string): string {
  return html
    .replaceAll(/<(script|style|head|title)\b[^]*?<\/\1>/gi, ' ')
    .replaceAll(/<[^<>]{0,2000}>/g, '\n')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim();
}
