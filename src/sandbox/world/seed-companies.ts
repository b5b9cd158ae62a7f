import type { Random } from './random.ts';
import { mailboxName } from './reply-wording.ts';
import { BRAND_ENDINGS, BRAND_STEMS, INDUSTRY_OF } from './words/companies-and-jobs.ts';
import type { CountryWords } from './words/countries.ts';
import { COUNTRIES } from './words/countries.ts';

export interface SeedCompany {
  readonly name: string;
  readonly domain: string;
  readonly country: CountryWords;
  readonly city: string;
  /** IANA name. */
  readonly zone: string;
  readonly industry: string;
  readonly employees: number;
}

const WEIGHTED = COUNTRIES.flatMap((country) => Array.from({ length: country.weight }, () => country));
const HEADCOUNTS = [
  8, 14, 22, 35, 48, 60, 85, 120, 180, 240, 350, 480, 720, 1100, 2400, 5200, 12_000,
] as const;

/** Every `#` becomes a digit. */
export function phoneFrom(pattern: string, random: Random): string {
  return pattern.replaceAll('#', () => String(random.between(0, 9)));
}

/** Companies with a domain of their own each, all under `.example`. */
export function makeCompanies(count: number, random: Random): SeedCompany[] {
  const domains = new Set<string>();
  return Array.from({ length: count }, () => {
    const country = random.pick(WEIGHTED);
    const ending = random.pick(BRAND_ENDINGS);
    const brand = `${random.pick(BRAND_STEMS)} ${ending}`;
    const suffix = random.pick(country.companySuffixes);
    const [city, zone] = random.pick(country.cities);
    const slug = mailboxName(brand).replaceAll('.', '-');
    const local = `${slug}-${country.code.toLowerCase()}`;
    let domain = domains.has(`${slug}.example`) ? `${local}.example` : `${slug}.example`;
    for (let further = 2; domains.has(domain); further += 1) domain = `${local}${further}.example`;
    domains.add(domain);
    const employees = Math.round(random.pick(HEADCOUNTS) * (0.8 + random.next() * 0.5));
    return {
      name: suffix === '' ? brand : `${brand} ${suffix}`,
      domain,
      country,
      city,
      zone,
      industry: INDUSTRY_OF[ending] ?? 'MANAGEMENT_CONSULTING',
      employees,
    };
  });
}
