import { companyDomain } from '../leads/company.ts';
import { namesOf } from './columns.ts';
import type { NewPerson } from './new-person.ts';

/** A mail in an assistant's mailbox, as far as it tells whether leads come of it. Header names are lower case. */
export interface CopiedMail {
  readonly from: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface CopyFacts {
  readonly assistant: string;
  /** Lower case: users of the CRM and admins of the app, who may give an assistant leads this way. */
  readonly team: ReadonlySet<string>;
  /** Lower case: the addresses of every assistant. */
  readonly assistants: ReadonlySet<string>;
  /** How the name of the mail provider ends that says who the sender is; null: none is known to say it. */
  readonly vouchedBy: string | null;
}

/** `ask`: a person has to confirm that the sender is who they say. */
export type CopyDecision =
  | { readonly what: 'nothing'; readonly because: string }
  | { readonly what: 'take' | 'ask'; readonly people: readonly NewPerson[] };

/** A mail to more people than that is a circular. */
const MOST_PEOPLE = 20;

/**
 * What comes of a mail of a person of the team with an assistant in copy: a lead for each outside person in To, who
 * already got the first message with it. Never of a stranger's, never of an automatic one, so that no two programs
 * answer each other.
 */
export function judgeCopy({ from, headers }: CopiedMail, facts: CopyFacts): CopyDecision {
  const sender = from.toLowerCase();
  if (facts.assistants.has(sender)) return nothing('An assistant wrote it.');
  if (!facts.team.has(sender)) return nothing('Nobody of the team wrote it.');
  if (isAutomatic(headers)) return nothing('It was written by a program.');
  const to = addressesOf(headers['to'] ?? '');
  const cc = addressesOf(headers['cc'] ?? '');
  const named = [...to, ...cc].map(({ address }) => address);
  if (!named.includes(facts.assistant.toLowerCase())) return nothing('She is neither in To nor in Cc.');
  const inside = new Set([companyDomain(sender), companyDomain(facts.assistant)]);
  const people = to.filter(({ address }) => {
    if (facts.team.has(address) || facts.assistants.has(address)) return false;
    const domain = companyDomain(address);
    return domain === null || !inside.has(domain);
  });
  if (people.length === 0) return nothing('Nobody outside is in To.');
  if (people.length > MOST_PEOPLE) return nothing('It went to too many people.');
  const found = people.map(({ address, name }) => personNamed(address, name));
  return { what: isVouchedFor(sender, headers, facts.vouchedBy) ? 'take' : 'ask', people: found };
}

function nothing(because: string): CopyDecision {
  return { what: 'nothing', because };
}

/** RFC 3834, and the marks of lists and of programs that answer. */
function isAutomatic(headers: CopiedMail['headers']): boolean {
  const submitted = (headers['auto-submitted'] ?? 'no').trim().toLowerCase();
  return (
    !submitted.startsWith('no') ||
    /\b(bulk|list|junk|auto_reply)\b/i.test(headers['precedence'] ?? '') ||
    ['list-id', 'list-unsubscribe', 'x-autoreply', 'x-autorespond', 'x-loop'].some((name) => name in headers)
  );
}

const ONE =
  /(?:"((?:[^"\\]|\\.){0,200})"|([^<>,;:"]{0,200}?))?\s*<([^<>\s,;]{1,200}@[^<>\s,;]{1,200})>|([^<>\s,;:"()]{1,200}@[^<>\s,;:"()]{1,200})/g;

/** The addresses of a header in their order, each once. */
export function addressesOf(header: string): readonly { readonly address: string; readonly name: string }[] {
  const found = new Map<string, string>();
  for (const [, quoted, plain, inBrackets, bare] of header.slice(0, 20_000).matchAll(ONE)) {
    const address = (inBrackets ?? bare ?? '').toLowerCase();
    const name = (quoted ?? plain ?? '').replaceAll(/\\(.)/g, '$1').trim();
    if (!found.has(address)) found.set(address, name);
  }
  return [...found].map(([address, name]) => ({ address, name }));
}

/** Some programs write the address as the name. */
function personNamed(email: string, name: string): NewPerson {
  const { firstName, lastName } = name.includes('@') ? { firstName: '', lastName: '' } : namesOf(name);
  return { email, firstName, lastName, company: '', country: '', context: '' };
}

/**
 * Whether the provider of the mailbox found the sender to be who the mail says (RFC 8601). Only its own line counts,
 * which stands first: whoever forges a sender can write such lines, too.
 */
function isVouchedFor(sender: string, headers: CopiedMail['headers'], vouchedBy: string | null): boolean {
  if (vouchedBy === null) return false;
  const [line = ''] = (headers['authentication-results'] ?? '').split('\n');
  const [first = '', ...results] = line.toLowerCase().split(';');
  const by = first.trim().split(/\s/)[0] ?? '';
  if (by !== vouchedBy && !by.endsWith(`.${vouchedBy}`)) return false;
  const domain = sender.slice(sender.lastIndexOf('@') + 1);
  return results.some((result) => {
    const [method = '', ...properties] = result.trim().split(/\s+/);
    if (method === 'dmarc=pass') return properties.includes(`header.from=${domain}`);
    return (
      method === 'dkim=pass' &&
      (properties.includes(`header.d=${domain}`) ||
        properties.some((property) => property.startsWith('header.i=') && property.endsWith(`@${domain}`)))
    );
  });
}
