import type { CrmRecord, OwnerChange } from '#core/domain/leads/facts.ts';
import type { FieldNames } from '#core/ports/crm-gateway.ts';
import {
  ASSIGNED_AT,
  LEAD_STATUS,
  MERGED_IDS,
  OPTED_OUT,
  OTHER_EMAILS,
  OWNER,
  SIGNALS,
  TIME_ZONE,
} from './properties.ts';
import { timeZoneOf } from './time-zone.ts';
import { instantOf, listOf, type CrmObject, type PropertyVersion } from './values.ts';

const STOCK = [
  'email',
  'firstname',
  'lastname',
  'company',
  'country',
  OWNER,
  ASSIGNED_AT,
  LEAD_STATUS,
  MERGED_IDS,
  OTHER_EMAILS,
  OPTED_OUT,
  TIME_ZONE,
  ...Object.values(SIGNALS),
];

/** The properties that a record is made of. */
export function propertiesToRead(fields: FieldNames): string[] {
  return [...STOCK, ...Object.values(fields).filter((name: string | null) => name !== null)];
}

/** The properties whose past is needed: who owned the record, when its status and its assistant were written. */
export function historiesToRead(fields: FieldNames): string[] {
  return [OWNER, fields.connectionStatus, fields.assistant].filter((name) => name !== null);
}

/** @param appId our app as histories name it; null: unknown, and no change is taken for ours. */
export function recordOf(contact: CrmObject, fields: FieldNames, appId: string | null): CrmRecord {
  const value = (name: string | null): string => (name === null ? '' : (contact.properties[name] ?? ''));
  const history = (name: string | null): PropertyVersion[] =>
    name === null ? [] : newestFirst(contact.propertiesWithHistory?.[name] ?? []);
  return {
    id: contact.id,
    mergedIds: listOf(contact.properties[MERGED_IDS]),
    ownerId: value(OWNER),
    assignedAt: instantOf(contact.properties[ASSIGNED_AT]),
    ownerHistory: history(OWNER).map((version) => ownerChangeOf(version, appId)),
    email: value('email'),
    otherEmails: listOf(contact.properties[OTHER_EMAILS]),
    firstName: value('firstname'),
    lastName: value('lastname'),
    company: value('company'),
    country: value('country'),
    timeZone: timeZoneOf(contact.properties[TIME_ZONE]),
    context: value(fields.context),
    schedule: value(fields.schedule),
    connectionStatus: value(fields.connectionStatus),
    connectionStatusAt: instantOf(history(fields.connectionStatus)[0]?.timestamp),
    contactStatus: value(LEAD_STATUS),
    assistantField: value(fields.assistant),
    assistantFieldAt: instantOf(history(fields.assistant)[0]?.timestamp),
    optedOut: value(OPTED_OUT) === 'true',
    signals: {
      contactedAt: instantOf(contact.properties[SIGNALS.contactedAt]),
      meetingAt: instantOf(contact.properties[SIGNALS.meetingAt]),
      bookedFor: instantOf(contact.properties[SIGNALS.bookedFor]),
      mailOpenedAt: instantOf(contact.properties[SIGNALS.mailOpenedAt]),
      mailClickedAt: instantOf(contact.properties[SIGNALS.mailClickedAt]),
    },
  };
}

/** HubSpot is seen to send histories newest first, and does not promise it. */
function newestFirst(versions: readonly PropertyVersion[]): PropertyVersion[] {
  return versions.toSorted((a, b) => (instantOf(b.timestamp) ?? 0) - (instantOf(a.timestamp) ?? 0));
}

function ownerChangeOf(version: PropertyVersion, appId: string | null): OwnerChange {
  const byProgram = version.sourceType === 'INTEGRATION' || version.sourceType === 'API';
  return {
    ownerId: version.value,
    at: instantOf(version.timestamp) ?? 0,
    byUs: byProgram && appId !== null && version.sourceId === appId,
  };
}
