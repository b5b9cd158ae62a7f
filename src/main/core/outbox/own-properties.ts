import { refusedProperties, writableProperties } from '../domain/fields/allow-list.ts';
import type { CrmGateway } from '../ports/crm-gateway.ts';
import type { Connection } from '../ports/store/rows.ts';

/** A write would touch a property that is not ours: a fault of this program, stopped before it leaves. */
export class ForeignProperty extends Error {}

/**
 * The allow-list of properties (DESIGN, rules that hold everywhere). Every property write of the outbox passes
 * here.
 * @throws ForeignProperty
 */
export function assertOwnProperties(
  connection: Pick<Connection, 'fieldNames'>,
  gateway: Pick<CrmGateway, 'ownerProperty' | 'contactStatusProperty'>,
  properties: readonly string[],
): void {
  const stock = { owner: gateway.ownerProperty, contactStatus: gateway.contactStatusProperty };
  const [foreign] = refusedProperties(properties, writableProperties(connection.fieldNames, stock));
  if (foreign !== undefined) {
    throw new ForeignProperty(`The property "${foreign}" is not one that this program may write.`);
  }
}
