import type { PropertyDefinition, PropertyOption } from '../portal/model.ts';

/**
 * One property as the tables have it: name, label, `type/fieldType`, then what differs from a plain
 * writable one. `ro` read-only value, `calc` calculated (read-only too), `owner` options are the
 * portal's users, `hidden` not shown in HubSpot's screens, `form` usable in a form.
 */
export type DefaultProperty = readonly [
  name: string,
  label: string,
  shape: `${PropertyDefinition['type']}/${string}`,
  extra?: {
    readonly group?: string;
    readonly flags?: readonly ('ro' | 'calc' | 'owner' | 'hidden' | 'form' | 'unique')[];
    readonly options?: readonly PropertyOption[];
    readonly description?: string;
  },
];
