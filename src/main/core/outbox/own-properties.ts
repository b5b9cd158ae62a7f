import type { CrmGateway } from '../ports/crm-gateway.ts';
import type { Connection } from '../ports/store/rows.ts';

/** A write would touch a property that is not ours: a fault of this program, stopped before it leaves. */
export class ForeignProperty extends Error {}

/**
 * The allow-list of properties (DESIGN, rules that hold everywhere): ours by the connection's mapping, the owner
 * and the contact status. Every write of the outbox passes here.
 * @throws ForeignProperty
 */
export function assertOwnProperties(
  connection: Pick<Connection, 'fieldNames'>,
  gateway: Pick<CrmGateway, 'ownerProperty' | 'contactStatusProperty'>,
  properties: readonly string[],
): void {
  const { connectionStatus, assistant } = connection.fieldNames;
  const ours = [gateway.ownerProperty, gateway.contactStatusProperty, connectionStatus, assistant];
  const foreign = properties.find((property) => !ours.includes(property));
  if (foreign !== undefined) {
    throw new ForeignProperty(`The property "${foreign}" is not one that this program may write.`);
  }
}
