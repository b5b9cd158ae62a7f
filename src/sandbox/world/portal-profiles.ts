import type { Portal } from '../portal/model.ts';
import { findByUnique } from '../portal/portal-index.ts';
import type { Language } from './mail-types.ts';
import type { ProspectProfile } from './prospects.ts';
import { COUNTRIES } from './words/countries.ts';

const LANGUAGE_OF: ReadonlyMap<string, Language> = new Map(
  COUNTRIES.map((country) => [country.name, country.language]),
);

/** Who is behind an address, as the portal has the contact; undefined: no such contact. */
export function profileFrom(portal: Portal, address: string): ProspectProfile | undefined {
  const id = findByUnique(portal, 'contacts', 'email', address);
  const values = id === null ? undefined : portal.objects.contacts.get(id)?.values;
  if (values === undefined) return undefined;
  const name = `${values['firstname'] ?? ''} ${values['lastname'] ?? ''}`.trim();
  const language = LANGUAGE_OF.get(values['country'] ?? '');
  return {
    ...(name === '' ? {} : { name }),
    ...(values['company'] === undefined ? {} : { company: values['company'] }),
    ...(values['jobtitle'] === undefined ? {} : { title: values['jobtitle'] }),
    ...(values['phone'] === undefined ? {} : { phone: values['phone'] }),
    ...(language === undefined ? {} : { language }),
  };
}

/** Whether the address belongs to somebody of the team, now or before. */
export function isTeamAddress(portal: Portal, address: string): boolean {
  const key = address.trim().toLowerCase();
  return [...portal.owners.values()].some((owner) => owner.email.toLowerCase() === key);
}
