import type { PolicyField } from '#contract/names.ts';
import type { CoreContext } from '../context.ts';
import type { CrmRecord } from '../domain/leads/facts.ts';
import type { Lead } from '../domain/leads/lead.ts';
import type { CrmGateway } from '../ports/crm-gateway.ts';
import type { Connection, OutboxRow } from '../ports/store/rows.ts';
import { statusValues } from './status-values.ts';

/** Whether the row brings a record to its assistant, not back from her: a person pressed Restart or Continue. */
export function takesUp(row: OutboxRow, lead: Lead | null): boolean {
  return row.effect.kind === 'crm-owner' && lead?.custody === 'Held';
}

/** What a row of a state or an owner would write now, by internal property name, and what it leaves out. */
export function wantedValues(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  row: OutboxRow,
  lead: Lead | null,
): { values: Readonly<Record<string, string>>; notWritten: readonly string[] } {
  const { effect } = row;
  if (effect.kind === 'crm-status') {
    const { differences } = core.store.health.fieldWatch(connection.id);
    // What was held back is as the lead is by then.
    const state = effect.field === undefined ? effect.state : (lead?.state ?? effect.state);
    const both = statusValues(connection, gateway.contactStatusProperty, state, differences);
    if (effect.field === undefined) return both;
    const name = propertyOf(connection, gateway, effect.field);
    const value = name === null ? undefined : both.values[name];
    return { values: name === null || value === undefined ? {} : { [name]: value }, notWritten: [] };
  }
  if (effect.kind !== 'crm-owner') throw new TypeError(`The effect ${effect.kind} writes no property.`);
  if (connection.assignment === 'property') {
    // Her name enters or leaves the field; the owner never changes.
    const field = connection.fieldNames.assistant;
    const assistant =
      lead !== null && takesUp(row, lead) ? core.store.assistants.byId(lead.assistantId) : null;
    const name = assistant?.name ?? '';
    return { values: field === null ? {} : { [field]: name }, notWritten: [] };
  }
  return { values: { [gateway.ownerProperty]: effect.ownerId ?? '' }, notWritten: [] };
}

/** The internal name of a property with a rule; null: the portal lacks it. */
export function propertyOf(
  connection: Pick<Connection, 'fieldNames'>,
  gateway: Pick<CrmGateway, 'contactStatusProperty'>,
  field: PolicyField,
): string | null {
  return field === 'contactStatus' ? gateway.contactStatusProperty : connection.fieldNames[field];
}

/** What any row would write into properties, by internal name; a row of another kind writes none. */
export function plannedValues(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  row: OutboxRow,
  lead: Lead | null,
): Readonly<Record<string, string>> {
  const { effect } = row;
  if (effect.kind === 'crm-undo') return effect.change.what === 'values' ? effect.change.values : {};
  if (effect.kind !== 'crm-status' && effect.kind !== 'crm-owner') return {};
  return wantedValues(core, connection, gateway, row, lead).values;
}

/** What a record has in a property that we write. */
export function presentValue(
  connection: Connection,
  gateway: Pick<CrmGateway, 'ownerProperty' | 'contactStatusProperty'>,
  record: CrmRecord,
  property: string,
): string {
  if (property === gateway.ownerProperty) return record.ownerId;
  if (property === gateway.contactStatusProperty) return record.contactStatus;
  if (property === connection.fieldNames.assistant) return record.assistantField;
  if (property === connection.fieldNames.context) return record.context;
  if (property === connection.fieldNames.schedule) return record.schedule;
  return record.connectionStatus;
}
