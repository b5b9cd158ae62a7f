import type { Portal } from '../portal/model.ts';
import { activeOwners, ownerLabel } from './crm-words.ts';
import type { Html } from './html.ts';
import { option } from './page.ts';

/** In forms and addresses; owner ids are numbers. */
export const NOBODY = 'nobody';

/** The owner id of a select's value; '' is nobody. Null: nothing that can be chosen. */
export function chosenOwner(portal: Portal, value: string | undefined): string | null {
  if (value === NOBODY) return '';
  return value !== undefined && portal.owners.get(value)?.archived === false ? value : null;
}

/** The options of a select of owners, Nobody among them. */
export function ownerOptions(portal: Portal): readonly Html[] {
  return [
    option(NOBODY, 'Nobody', ''),
    ...activeOwners(portal).map((each) => option(each.id, ownerLabel(each), '')),
  ];
}
