import { applyEvent } from './apply-event.ts';
import type { CoreContext } from './context.ts';
import type { CrmRecord } from './domain/leads/facts.ts';
import type { Lead } from './domain/leads/lead.ts';
import type { Instant } from './domain/time.ts';
import { isUnusable, lookAtFields } from './flows/field-setup/watch-fields.ts';
import type { CrmGateway, RecordRead } from './ports/crm-gateway.ts';
import type { Connection } from './ports/store/rows.ts';

/**
 * The records as they are now, by id from the CRM. One that was read at or after `notBefore` (by record id) is
 * not read again; without it every record is read.
 */
export async function currentRecords(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  recordIds: readonly string[],
  notBefore: (recordId: string) => Instant = () => Infinity,
): Promise<ReadonlyMap<string, RecordRead>> {
  const now = core.clock.now();
  const reads = new Map<string, RecordRead>();
  const stale = new Set<string>();
  for (const id of recordIds) {
    const record = core.snapshots.fresh(connection.id, id, notBefore(id));
    if (record === null) stale.add(id);
    else reads.set(id, { kind: 'found', askedId: id, record });
  }
  if (stale.size > 0) {
    for (const read of await gateway.readRecords([...stale], connection.fieldNames, { history: false })) {
      reads.set(read.askedId, read);
      if (read.kind !== 'gone') core.snapshots.put(connection.id, read.record, now);
    }
    if (connection.assignment === 'property' && lostTheirName(core, connection, [...stale], reads))
      await lookAtFields(core, connection.id, gateway);
  }
  return reads;
}

/**
 * Whether a held record was read without her name in it: a person took it away, or the field itself is gone, and then
 * every record would read so. Which of the two the fields tell.
 */
function lostTheirName(
  core: CoreContext,
  connection: Connection,
  askedIds: readonly string[],
  reads: ReadonlyMap<string, RecordRead>,
): boolean {
  const nameless = askedIds.filter((id) => {
    const read = reads.get(id);
    return read !== undefined && read.kind !== 'gone' && read.record.assistantField === '';
  });
  return core.store.leads.byRecords(connection.id, nameless).some((lead) => lead.custody === 'Held');
}

/**
 * Whether the record is (still) with the assistant, in the connection's way of assigning. While the field that names
 * her is gone nobody can tell, and nobody has taken it away.
 */
export function isWithAssistant(
  core: CoreContext,
  connection: Connection,
  lead: Lead,
  record: CrmRecord,
): boolean {
  if (connection.assignment === 'property') {
    if (isUnusable(core, connection.id, 'assistant')) return true;
    return record.assistantField === core.store.assistants.byId(lead.assistantId)?.name;
  }
  const link = core.store.assistants
    .links(connection.id)
    .find((each) => each.assistantId === lead.assistantId);
  return link?.ownerId !== null && link?.ownerId === record.ownerId;
}

/**
 * Compares a lead with its record as just read and applies what happened to the record meanwhile: deleted,
 * merged, taken away, or the person's details changed. Returns the lead after it.
 */
export function reconcile(
  core: CoreContext,
  connection: Connection,
  lead: Lead,
  read: RecordRead,
  at: Instant,
): Lead | null {
  if (read.kind === 'gone') return applyEvent(core, lead.id, { type: 'record-deleted' });
  let current: Lead | null = lead;
  if (read.record.id !== lead.recordId) {
    core.snapshots.forget(connection.id, lead.recordId);
    const hasOwnLead = standsForRecord(core, connection, lead, read.record);
    const event = { type: 'record-merged', intoRecordId: read.record.id, hasOwnLead } as const;
    current = applyEvent(core, lead.id, event);
  }
  if (current !== null && detailsDiffer(current, read.record)) {
    current = applyEvent(core, lead.id, { type: 'contact-changed', ...detailsOf(read.record) });
  }
  if (current?.custody === 'Held' && read.record.optedOut)
    current = applyEvent(core, current.id, { type: 'address-suppressed' });
  const held = current?.custody === 'Held' || current?.custody === 'HandingBack';
  if (
    current !== null &&
    held &&
    !isOnItsWay(core, current) &&
    !isWithAssistant(core, connection, current, read.record)
  ) {
    const newOwnerId = read.record.ownerId === '' ? null : read.record.ownerId;
    current = applyEvent(core, current.id, {
      type: 'taken-away',
      newOwnerId,
      at: read.record.assignedAt ?? at,
    });
  }
  return current;
}

/**
 * Ids of those whose record has yet to be given to their assistant, asked before the records are read: the write may
 * be there before the answer of the read is.
 */
export function ownersOnTheirWay(core: CoreContext, leads: readonly Lead[]): ReadonlySet<string> {
  return new Set(leads.filter((lead) => isOnItsWay(core, lead)).map((lead) => lead.id));
}

/** Whether a record that a person let her take up again has yet to be given to her. */
function isOnItsWay(core: CoreContext, lead: Lead): boolean {
  if (lead.custody !== 'Held') return false;
  return core.store.outbox
    .openOfRecord(lead.connectionId, lead.recordId)
    .some((row) => row.kind === 'crm-owner' && row.leadId === lead.id && row.status !== 'attention');
}

/**
 * Whether another lead stands for the record that a merge made: one under way or on its way back that follows it
 * already, or one of an absorbed record that is on its way back and will follow. Its person has answered; the
 * hand-back goes on, and this follow-up ends.
 */
function standsForRecord(core: CoreContext, connection: Connection, lead: Lead, record: CrmRecord): boolean {
  const absorbed = lead.custody === 'Held' ? record.mergedIds : [];
  return core.store.leads
    .byRecords(connection.id, [record.id, ...absorbed])
    .some(
      (other) =>
        other.id !== lead.id &&
        (other.custody === 'HandingBack' || (other.custody === 'Held' && other.recordId === record.id)) &&
        isWithAssistant(core, connection, other, record),
    );
}

function detailsOf(record: CrmRecord) {
  return {
    email: record.email.toLowerCase(),
    addresses: [record.email, ...record.otherEmails].filter((address) => address !== '').map(lower),
    firstName: record.firstName,
    lastName: record.lastName,
    company: record.company,
    country: record.country,
    timeZone: record.timeZone,
  };
}

function detailsDiffer(lead: Lead, record: CrmRecord): boolean {
  const details = detailsOf(record);
  return (
    details.email !== lead.email ||
    details.firstName !== lead.firstName ||
    details.lastName !== lead.lastName ||
    details.company !== lead.company ||
    details.country !== lead.country ||
    details.timeZone !== lead.timeZone ||
    details.addresses.some((address) => !lead.addresses.includes(address))
  );
}

function lower(text: string): string {
  return text.toLowerCase();
}
