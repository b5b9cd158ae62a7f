/** The scheme of links into the program, as they stand in CRM notes. */
export const LINK_SCHEME = 'baton';

/** Notes that were written earlier say `leads`. */
const LEAD_LINK = new RegExp(`^${LINK_SCHEME}://leads?/([A-Za-z0-9_-]{1,64})/?$`);

/** The link to a lead that stands in a CRM note. */
export function leadLink(leadId: string): string {
  return `${LINK_SCHEME}://lead/${leadId}`;
}

/** The screen that a link means; null when it is none of ours: any web page can start us with a link. */
export function screenOfLink(link: string): string | null {
  const leadId = LEAD_LINK.exec(link)?.[1];
  return leadId === undefined ? null : `/leads/${leadId}`;
}

/** The screen that a command line asks for, which must hold exactly one link; null: none. */
export function screenOfArguments(args: readonly string[]): string | null {
  const links = args.filter((argument) => argument.startsWith(`${LINK_SCHEME}:`));
  const [link] = links;
  return links.length === 1 && link !== undefined ? screenOfLink(link) : null;
}
