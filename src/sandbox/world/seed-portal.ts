import type { SandboxContext } from '../http/route.ts';
import { associate } from '../portal/associate.ts';
import { kindsBetween } from '../portal/association-types.ts';
import type { CrmObject, Owner, WriteSource } from '../portal/model.ts';
import { createObject, updateObject } from '../portal/write.ts';
import type { Random } from './random.ts';
import { randomFor } from './random.ts';
import type { SeedCompany } from './seed-companies.ts';
import { makeCompanies, phoneFrom } from './seed-companies.ts';
import { seedLists } from './seed-lists.ts';
import { seedOwners } from './seed-owners.ts';
import type { SeedPerson } from './seed-people.ts';
import { makePeople } from './seed-people.ts';

const DAY = 86_400_000;

export interface SeedOptions {
  readonly contacts: number;
  readonly seed: number;
  /** How many people work in the team; one more has left. */
  readonly owners: number;
}

export interface SeededPortal {
  readonly owners: readonly Owner[];
  readonly archivedOwner: Owner;
  readonly contactIds: readonly string[];
  readonly companyIds: readonly string[];
}

const IMPORT: WriteSource = { sourceType: 'IMPORT', sourceId: '3481205', sourceLabel: 'Contacts import' };
const FORM_TOOL: WriteSource = {
  sourceType: 'INTEGRATION',
  sourceId: '214867',
  sourceLabel: 'Form connector',
};

function byHand(owner: Owner): WriteSource {
  return {
    sourceType: 'CRM_UI',
    sourceId: `userId:${owner.userId}`,
    sourceLabel: `${owner.firstName} ${owner.lastName}`,
    updatedByUserId: owner.userId,
  };
}

function inBulk(owner: Owner): WriteSource {
  return { ...byHand(owner), sourceType: 'CRM_UI_BULK_ACTION' };
}

const zoneValues = new Map<string, string>();

/** HubSpot's spelling of a zone, under the name that this machine's time zone data prefers. */
function zoneValue(zone: string): string {
  const known = zoneValues.get(zone);
  if (known !== undefined) return known;
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions();
  const value = timeZone.toLowerCase().replaceAll('/', '_slash_').replaceAll('-', '_hyphen_');
  zoneValues.set(zone, value);
  return value;
}

const STAGES = [
  ...Array.from({ length: 45 }, () => 'lead'),
  ...Array.from({ length: 15 }, () => 'subscriber'),
  ...Array.from({ length: 18 }, () => 'marketingqualifiedlead'),
  ...Array.from({ length: 10 }, () => 'salesqualifiedlead'),
  ...Array.from({ length: 5 }, () => 'opportunity'),
  ...Array.from({ length: 7 }, () => 'customer'),
];

function leadStatusFor(stage: string, random: Random): string {
  switch (stage) {
    case 'customer':
      return '';
    case 'opportunity':
      return random.pick(['OPEN_DEAL', 'CONNECTED']);
    case 'salesqualifiedlead':
      return random.pick(['CONNECTED', 'IN_PROGRESS', 'ATTEMPTED_TO_CONTACT']);
    case 'subscriber':
      return random.pick(['', '', 'NEW']);
    default:
      return random.pick(['', 'NEW', 'NEW', 'OPEN', 'ATTEMPTED_TO_CONTACT', 'UNQUALIFIED', 'BAD_TIMING']);
  }
}

interface OwnerStep {
  readonly ownerId: string;
  readonly at: number;
  readonly source: WriteSource;
}

/** Whose contact it was, and is: nobody's, one person's, or handed from one to the next. */
function ownership(
  createdAt: number,
  now: number,
  team: { readonly active: readonly Owner[]; readonly archived: Owner },
  random: Random,
): OwnerStep[] {
  if (random.chance(0.2)) return [];
  const holders: Owner[] = [random.chance(0.08) ? team.archived : random.pick(team.active)];
  while (holders.length < 4 && random.chance(0.45)) {
    const next = random.pick(team.active);
    if (next !== holders.at(-1)) holders.push(next);
  }
  let at = createdAt;
  return holders.map((owner, index) => {
    if (index > 0) at += Math.max(1, Math.round((now - at) * (0.1 + random.next() * 0.6)));
    const by = random.pick(team.active);
    const sources =
      index === 0 ? [IMPORT, FORM_TOOL, byHand(owner)] : [byHand(by), byHand(by), inBulk(by), FORM_TOOL];
    return { ownerId: owner.id, at, source: random.pick(sources) };
  });
}

function contactValues(
  person: SeedPerson,
  companyId: string,
  stage: string,
  random: Random,
): Record<string, string> {
  const { company } = person;
  return {
    email: person.email,
    firstname: person.firstName,
    lastname: person.lastName,
    jobtitle: person.title,
    company: company.name,
    phone: person.phone,
    city: company.city,
    country: company.country.name,
    hs_timezone: random.chance(0.7) ? zoneValue(company.zone) : '',
    hs_language: random.chance(0.3) ? company.country.language : '',
    lifecyclestage: stage,
    hs_lead_status: leadStatusFor(stage, random),
    associatedcompanyid: companyId,
  };
}

function seedCompany(
  context: SandboxContext,
  company: SeedCompany,
  team: readonly Owner[],
  random: Random,
): CrmObject {
  return createObject(
    context,
    'companies',
    {
      name: company.name,
      domain: company.domain,
      website: `https://www.${company.domain}`,
      phone: phoneFrom(company.country.phone, random),
      city: company.city,
      country: company.country.name,
      timezone: zoneValue(company.zone),
      industry: company.industry,
      numberofemployees: String(company.employees),
      ...(random.chance(0.6) ? { hubspot_owner_id: random.pick(team).id } : {}),
    },
    IMPORT,
    { at: context.now() - random.between(720, 760) * DAY, indexedAtOnce: true },
  );
}

/**
 * Fills an empty portal with a team, companies, contacts and lists that look real. The same seed gives
 * the same portal, but for dates, which lie up to two years before the portal's now. All addresses are
 * under domains that are reserved for examples.
 */
export function seedPortal(context: SandboxContext, options: SeedOptions): SeededPortal {
  const random = randomFor(`portal/${options.seed}`);
  const now = context.now();
  const team = seedOwners(context, options.owners, random);
  const planned = makeCompanies(Math.max(12, Math.ceil(options.contacts / 6)), random);
  const companyOf = new Map(planned.map((one) => [one, seedCompany(context, one, team.active, random)]));
  const kinds = kindsBetween('contacts', 'companies').slice(0, 1);
  const contacts: CrmObject[] = [];
  for (const person of makePeople(options.contacts, planned, random)) {
    const company = companyOf.get(person.company);
    const isAssociated = company !== undefined && random.chance(0.92);
    const createdAt = Math.round(now - (1 + random.next() * 700) * DAY);
    const [first, ...later] = ownership(createdAt, now, team, random);
    const values = contactValues(person, isAssociated ? company.id : '', random.pick(STAGES), random);
    if (first !== undefined) values['hubspot_owner_id'] = first.ownerId;
    const contact = createObject(context, 'contacts', values, first?.source ?? IMPORT, {
      at: createdAt,
      indexedAtOnce: true,
    });
    for (const { ownerId, at, source } of later) {
      updateObject(context, contact, { hubspot_owner_id: ownerId }, source, { at, indexedAtOnce: true });
    }
    if (isAssociated) associate(context, contact, company, kinds, createdAt);
    contacts.push(contact);
  }
  seedLists(context, contacts, [...companyOf.values()], random);
  return {
    owners: team.active,
    archivedOwner: team.archived,
    contactIds: contacts.map((contact) => contact.id),
    companyIds: [...companyOf.values()].map((company) => company.id),
  };
}
