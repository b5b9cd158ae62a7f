/** The scheme of links into the program, as they stand in CRM notes. */
export const LINK_SCHEME = 'baton';

/** Notes that were written earlier say `leads`. */
const LEAD_LINK = new RegExp(`^${LINK_SCHEME}://leads?/([A-Za-z0-9_-]{1,64})/?$`);

/** The link to a lead that stands in a CRM note. */
export function leadLink(leadId: string): string {
  return `${LINK_SCHEME}://lead/${leadId}`;
}

/** The screen that a link means; null when it is none of ours: any web page can start us with a link. */
function screenOfLink(link: string): string | null {
  const leadId = LEAD_LINK.exec(link)?.[1];
  return leadId === undefined ? null : `/leads/${leadId}`;
}

/** What a link asks for. */
export type Asked =
  | { readonly kind: 'screen'; readonly screen: string }
  /** The answer of a consent page; `address` is what the core reads. */
  | { readonly kind: 'return'; readonly address: string };

/** Where the answer of a consent page is handed over. */
const RETURN_LINK = new RegExp(`^${LINK_SCHEME}://oauth/return/?\\?[\\w.~%+/=:&-]{1,4096}$`);

/** What a link means; null when it is none of ours. */
export function askedByLink(link: string): Asked | null {
  if (RETURN_LINK.test(link)) return { kind: 'return', address: link };
  const screen = screenOfLink(link);
  return screen === null ? null : { kind: 'screen', screen };
}

/** What a command line asks for, which must hold exactly one link; null: nothing. */
export function askedByArguments(args: readonly string[]): Asked | null {
  const links = args.filter((argument) => argument.startsWith(`${LINK_SCHEME}:`));
  const [link] = links;
  return links.length === 1 && link !== undefined ? askedByLink(link) : null;
}
