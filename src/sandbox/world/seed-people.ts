import type { Random } from './random.ts';
import { mailboxName } from './reply-wording.ts';
import type { SeedCompany } from './seed-companies.ts';
import { phoneFrom } from './seed-companies.ts';
import { JOB_TITLES, ROLE_ADDRESSES } from './words/companies-and-jobs.ts';
import { NAME_SETS } from './words/people-names.ts';

/** How an address looks; most are ordinary. */
export type AddressSort = 'own' | 'private' | 'role' | 'malformed' | 'none';

export interface SeedPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly addressSort: AddressSort;
  readonly title: string;
  readonly phone: string;
  readonly company: SeedCompany;
}

const PRIVATE_DOMAINS = ['example.com', 'example.org', 'example.net'] as const;

function sortOf(random: Random): AddressSort {
  const point = random.next();
  if (point < 0.02) return 'none';
  if (point < 0.03) return 'malformed';
  if (point < 0.05) return 'role';
  return point < 0.09 ? 'private' : 'own';
}

/** What a slip of the hand makes of an address; none of these can be delivered. */
function spoil(local: string, domain: string, random: Random): string {
  return random.pick([
    `${local}@@${domain}`,
    `${local.replace('.', ' ')}@${domain}`,
    `${local}@.example`,
    `${local}@${domain.replace('.example', '..example')}`,
    `${local} at ${domain}`,
  ]);
}

function localPart(firstName: string, lastName: string, random: Random): string {
  const first = mailboxName(firstName);
  const last = mailboxName(lastName);
  const style = random.next();
  if (style < 0.7) return `${first}.${last}`;
  if (style < 0.85) return `${first.charAt(0)}.${last}`;
  return style < 0.95 ? `${first}` : `${last}`;
}

/** People of the companies, one after the other; every address that is there is there once. */
export function* makePeople(
  count: number,
  companies: readonly SeedCompany[],
  random: Random,
): Generator<SeedPerson> {
  const taken = new Set<string>();
  for (let made = 0; made < count; made += 1) {
    // Few companies have many contacts: squaring favours the front of the list.
    const company = companies[Math.floor(random.next() ** 2 * companies.length)] ?? random.pick(companies);
    const names = NAME_SETS[random.pick(company.country.names)];
    const firstName = random.pick(random.chance(0.5) ? names.women : names.men);
    const lastName = random.pick(names.families);
    const addressSort = sortOf(random);
    const domain = addressSort === 'private' ? random.pick(PRIVATE_DOMAINS) : company.domain;
    const base =
      addressSort === 'role' ? random.pick(ROLE_ADDRESSES) : localPart(firstName, lastName, random);
    const spoiled = addressSort === 'malformed' ? spoil(base, domain, random) : null;
    let email = spoiled ?? `${base}@${domain}`;
    for (let further = 2; taken.has(email); further += 1) {
      email = spoiled === null ? `${base}${further}@${domain}` : `${further}.${spoiled}`;
    }
    taken.add(email);
    const isRole = addressSort === 'role';
    yield {
      firstName: isRole && random.chance(0.7) ? '' : firstName,
      lastName: isRole && random.chance(0.7) ? '' : lastName,
      email: addressSort === 'none' ? '' : email,
      addressSort,
      title: isRole ? '' : random.pick(JOB_TITLES),
      phone: random.chance(0.8) ? phoneFrom(company.country.phone, random) : '',
      company,
    };
  }
}
