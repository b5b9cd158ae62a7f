import { PRESETS } from './naming-presets.ts';

/**
 * The one property that we own besides the fields: no record ever has a value of it. Its description says which
 * machine works on the account. Its name is the same under every naming preset, so that machines with different ones
 * notice each other.
 */
export const LEASE_FIELD = {
  name: 'baton_lease',
  label: 'Baton lease',
  type: 'string',
  fieldType: 'text',
  groupName: PRESETS.Baton.group.name,
  options: [],
} as const;

/** Where it stands in the CRM's settings. */
export const LEASE_GROUP = PRESETS.Baton.group;
