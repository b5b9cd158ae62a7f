import type { SandboxContext } from '../http/route.ts';
import { createList } from '../hubspot/lists-store.ts';
import type { ContactList, CrmObject } from '../portal/model.ts';
import type { Random } from './random.ts';
import { DECIDING_TITLE } from './words/companies-and-jobs.ts';

const DAY = 86_400_000;
const MOST_MEMBERS = 5000;

interface ListPlan {
  readonly name: string;
  readonly processingType: ContactList['processingType'];
  readonly takes: (record: CrmObject, random: Random) => boolean;
}

const CONTACT_LISTS: readonly ListPlan[] = [
  { name: 'Newsletter', processingType: 'MANUAL', takes: (_record, random) => random.chance(0.3) },
  { name: 'Trade fair leads', processingType: 'SNAPSHOT', takes: (_record, random) => random.chance(0.04) },
  {
    name: 'Decision makers',
    processingType: 'DYNAMIC',
    takes: (record) => DECIDING_TITLE.test(record.values['jobtitle'] ?? ''),
  },
  {
    name: 'Customers',
    processingType: 'DYNAMIC',
    takes: (record) => record.values['lifecyclestage'] === 'customer',
  },
  {
    name: 'Open leads in Germany',
    processingType: 'DYNAMIC',
    takes: (record) =>
      record.values['country'] === 'Germany' &&
      ['NEW', 'OPEN'].includes(record.values['hs_lead_status'] ?? ''),
  },
  { name: 'To be checked', processingType: 'MANUAL', takes: (_record, random) => random.chance(0.02) },
];

const COMPANY_LISTS: readonly ListPlan[] = [
  {
    name: 'Key accounts',
    processingType: 'DYNAMIC',
    takes: (record) => Number(record.values['numberofemployees'] ?? '0') >= 1000,
  },
];

/** Lists of every kind, their members in the order in which they joined. */
export function seedLists(
  context: SandboxContext,
  contacts: readonly CrmObject[],
  companies: readonly CrmObject[],
  random: Random,
): void {
  const add = (plan: ListPlan, objectTypeId: string, records: readonly CrmObject[]): void => {
    const createdAt = context.now() - random.between(90, 400) * DAY;
    const members = records.filter((record) => plan.takes(record, random)).slice(0, MOST_MEMBERS);
    const memberships = members
      .map((record) => {
        const earliest = Math.max(createdAt, record.createdAt);
        return { recordId: record.id, at: Math.round(earliest + random.next() * (context.now() - earliest)) };
      })
      .toSorted((one, other) => one.at - other.at);
    const lastAt = memberships.at(-1)?.at ?? null;
    const { name, processingType } = plan;
    const list = createList(context.portal, { name, objectTypeId, processingType }, createdAt);
    Object.assign(list, { memberships, lastRecordAddedAt: lastAt, updatedAt: lastAt ?? createdAt });
  };
  for (const plan of CONTACT_LISTS) add(plan, '0-1', contacts);
  for (const plan of COMPANY_LISTS) add(plan, '0-2', companies);
}
