import type { Connection } from './ports/store/rows.ts';

/** Something would be written to a CRM to which nothing is written. */
export class ReadOnly extends Error {}

/** Why nothing may be written to this CRM; null: it may. */
export function whyReadOnly(connection: Pick<Connection, 'name' | 'readOnly'> | null): string | null {
  if (connection?.readOnly !== true) return null;
  return `${connection.name} is read-only: nothing is written to this CRM. Turn off "Read only" on CRM Details, Switches, first.`;
}
