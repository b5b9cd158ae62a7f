import type { AddressVerdict } from '#core/domain/leads/lead-event.ts';
import type { AddressCheck } from '#core/ports/address-check.ts';

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i;

/** Mailboxes of a function, not of a person: whether anybody reads them cannot be told. */
const SHARED = new Set([
  'info',
  'contact',
  'office',
  'hello',
  'mail',
  'sales',
  'support',
  'admin',
  'team',
  'enquiries',
  'kontakt',
]);
/** Mailboxes that nobody reads. */
const UNREAD = new Set([
  'noreply',
  'no-reply',
  'donotreply',
  'do-not-reply',
  'mailer-daemon',
  'postmaster',
  'bounce',
  'bounces',
]);
/** Mailboxes of a function that many companies don't have, or guard against strangers. */
const FUNCTIONS = new Set([
  'abuse',
  'accounts',
  'accounting',
  'all',
  'billing',
  'careers',
  'feedback',
  'help',
  'hostmaster',
  'hr',
  'invoice',
  'jobs',
  'legal',
  'marketing',
  'media',
  'newsletter',
  'orders',
  'press',
  'privacy',
  'purchasing',
  'reception',
  'security',
  'service',
  'staff',
  'webmaster',
  'buchhaltung',
  'einkauf',
  'rechnung',
  'vertrieb',
  'compras',
  'ventas',
]);
/** Slips of the keyboard for large mail services. */
const TYPOS = new Set([
  'gmial.com',
  'gmai.com',
  'gamil.com',
  'gnail.com',
  'gmail.co',
  'gmail.con',
  'hotmial.com',
  'hotnail.com',
  'hotmail.con',
  'yaho.com',
  'yahooo.com',
  'yahoo.con',
  'outlok.com',
  'outloo.com',
  'iclod.com',
  'icloud.co',
]);
/** Long runs of digits or hexadecimal: no person's name. */
const MADE_BY_MACHINE = /\d{7,}|^[0-9a-f]{16,}$/;
const DISPOSABLE = new Set([
  'mailinator.com',
  'guerrillamail.com',
  '10minutemail.com',
  'temp-mail.org',
  'yopmail.com',
  'trashmail.com',
  'sharklasers.com',
  'dispostable.com',
]);

/** Judges an address by its form alone: nothing leaves the machine. */
export const syntaxAddressCheck: AddressCheck = {
  judge: (address) => Promise.resolve(judge(address)),
};

function judge(address: string): AddressVerdict {
  const text = address.trim().toLowerCase();
  if (text === '') return { verdict: 'missing' };
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(0, at));
  const domain = toAscii(text.slice(at + 1));
  const labels = domain.split('.');
  const isWellFormed =
    at > 0 &&
    local.length <= 64 &&
    domain.length <= 253 &&
    LOCAL.test(local) &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label));
  if (!isWellFormed || UNREAD.has(local)) return { verdict: 'invalid', reason: 'InvalidEmail' };
  if (DISPOSABLE.has(domain)) return { verdict: 'invalid', reason: 'Disposable' };
  if (SHARED.has(local)) return { verdict: 'unverifiable' };
  const isRisky = FUNCTIONS.has(local) || TYPOS.has(domain) || MADE_BY_MACHINE.test(local);
  return { verdict: isRisky ? 'risky' : 'valid' };
}

function toAscii(domain: string): string {
  return URL.parse(`http://${domain}`)?.hostname ?? '';
}
