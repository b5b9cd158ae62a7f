import { contactStatusFor, statusRowOf } from '../domain/crm/status-mapping.ts';
import { blockOf, type FieldDifference } from '../domain/fields/drift.ts';
import type { LeadState } from '../domain/leads/lead.ts';
import type { Connection } from '../ports/store/rows.ts';

/** What a state writes into a connection's properties, and what it does not, with the reason. */
export interface StatusValues {
  /** By internal property name. */
  readonly values: Readonly<Record<string, string>>;
  readonly notWritten: readonly string[];
}

/** The contact status of a state here: a value of the portal, or why none is written. */
export function contactStatusHere(
  connection: Pick<Connection, 'contactStatusOptions' | 'contactStatusOverrides'>,
  state: LeadState,
): { readonly value: string } | { readonly notWritten: string } {
  const wanted = statusRowOf(state).contactStatus;
  const override = connection.contactStatusOverrides[wanted];
  if (override === null)
    return { notWritten: `Lead Status is not written for ${state}: it is switched off here.` };
  if (connection.contactStatusOptions === null) {
    return {
      notWritten: 'Lead Status is not written: the options of the portal are not known yet. Press Refresh.',
    };
  }
  const overrides = override === undefined ? {} : { [state]: override };
  return contactStatusFor(state, connection.contactStatusOptions, overrides);
}

/** The contact status that a state should have here, whether the portal has it or not; null: none. */
function wantedContactStatus(
  { contactStatusOverrides }: Pick<Connection, 'contactStatusOverrides'>,
  state: LeadState,
): string | null {
  const wanted = statusRowOf(state).contactStatus;
  const own = contactStatusOverrides[wanted];
  return own === undefined ? wanted : own;
}

/**
 * Both status properties of a state, in one write (domain.md section 1, lead states). A value that the portal had
 * and lost is among the values: it waits, see `planValues`.
 */
export function statusValues(
  connection: Connection,
  contactStatusProperty: string,
  state: LeadState,
  differences: readonly FieldDifference[],
): StatusValues {
  const values: Record<string, string> = {};
  const notWritten: string[] = [];
  const field = connection.fieldNames.connectionStatus;
  if (field === null)
    notWritten.push('Lead Connection Status is not written: the portal lacks it. Set up the fields.');
  else values[field] = statusRowOf(state).connectionStatus;
  const wanted = wantedContactStatus(connection, state);
  if (wanted !== null && blockOf(differences, 'contactStatus', wanted) !== null) {
    values[contactStatusProperty] = wanted;
    return { values, notWritten };
  }
  const contactStatus = contactStatusHere(connection, state);
  if ('value' in contactStatus) values[contactStatusProperty] = contactStatus.value;
  else notWritten.push(contactStatus.notWritten);
  return { values, notWritten };
}
