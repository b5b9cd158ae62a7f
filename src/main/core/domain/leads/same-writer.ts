import { fold } from '../replies/fold.ts';
import type { Lead } from './lead.ts';

/** Who wrote a mail, as its From field says. */
export interface Writer {
  readonly address: string;
  readonly name: string;
}

/** Mailboxes of a function: whoever writes from there, it is no address of one person. */
const SHARED =
  /^(?:info|sales|office|contact|kontakt|support|service|help|hello|mail|team|admin|post|buero|reception|empfang|no-?reply|do-?not-?reply|marketing|hr|jobs|billing|accounts?|webmaster|postmaster)(?:$|[.+_-])/;

/**
 * Whether somebody who answers from an address that we did not know is the lead themselves: by the name they sign
 * with, else by the part before the @. A colleague in the same thread has another name and stays another person
 * (domain.md section 1, reply intents: "also from another address or a colleague at the same domain"). In doubt it is
 * somebody else: nothing is kept that would mix up two people.
 */
export function isSameWriter(
  lead: Pick<Lead, 'firstName' | 'lastName' | 'addresses'>,
  writer: Writer,
): boolean {
  const address = writer.address.trim().toLowerCase();
  const local = address.slice(0, address.lastIndexOf('@'));
  if (local === '' || SHARED.test(local)) return false;
  const first = namesIn(lead.firstName);
  const last = namesIn(lead.lastName);
  const signed = namesIn(writer.name.includes('@') ? '' : writer.name);
  if (signed.length > 0) return isNamed(first, last, signed);
  const known = lead.addresses.map((each) => each.slice(0, each.lastIndexOf('@')));
  // "r@" or "it@" stands for anybody.
  if (local.length > 3 && known.includes(local)) return true;
  const parts = namesIn(local.replaceAll(/[\d+]/g, ''));
  return isNamed(first, last, parts) || isRunTogether(first, last, parts);
}

/** Every part of the last name, and the first name or its initial; with one name only that one, and no other. */
function isNamed(first: readonly string[], last: readonly string[], words: readonly string[]): boolean {
  if (first.length === 0 || last.length === 0) {
    const only = [...first, ...last];
    return only.length > 0 && only.join(' ') === words.join(' ');
  }
  if (!last.every((part) => words.includes(part))) return false;
  const others = words.filter((word) => !last.includes(word));
  const [given = ''] = first;
  return others.some((word) => word === given || (word.length === 1 && given.startsWith(word)));
}

/** "aroe" and "anaroe" for Ana Roe. */
function isRunTogether(first: readonly string[], last: readonly string[], parts: readonly string[]): boolean {
  const [given = ''] = first;
  const family = last.join('');
  const [only = ''] = parts;
  if (parts.length !== 1 || given === '' || family.length < 2) return false;
  return [`${given}${family}`, `${given.charAt(0)}${family}`, `${family}${given}`].includes(only);
}

function namesIn(text: string): readonly string[] {
  return fold(text).match(/[\p{L}]+/gu) ?? [];
}
