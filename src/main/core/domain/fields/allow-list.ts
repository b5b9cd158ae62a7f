import type { FieldMapping } from './field-definition.ts';

/** The CRM's own properties that we write besides ours, by internal name. */
export interface StockProperties {
  readonly owner: string;
  readonly contactStatus: string;
}

/** Stock fields that are filled when a contact is created, and only then. */
export const CREATION_PROPERTIES = [
  'email',
  'firstname',
  'lastname',
  'company',
  'jobtitle',
  'country',
  'lifecyclestage',
] as const;

/** Every property that may be written on an existing record of this connection; no other ever is. */
export function writableProperties(mapping: FieldMapping, stock: StockProperties): ReadonlySet<string> {
  const own = [mapping.context, mapping.schedule, mapping.connectionStatus, mapping.assistant];
  return new Set([...own.filter((name) => name !== null), stock.owner, stock.contactStatus]);
}

/** Every property that may be given when a record is created. */
export function creatableProperties(mapping: FieldMapping, stock: StockProperties): ReadonlySet<string> {
  return new Set([...writableProperties(mapping, stock), ...CREATION_PROPERTIES]);
}

/** The names that are not allowed, in their order; empty when the write may go out. */
export function refusedProperties(names: readonly string[], allowed: ReadonlySet<string>): readonly string[] {
  return names.filter((name) => !allowed.has(name));
}
