import type { PlannedWrite } from '#contract/activity.ts';
import type { CoreContext } from '../../context.ts';
import type { CrmRecord } from '../../domain/leads/facts.ts';
import { plannedValues, presentValue } from '../../outbox/wanted-values.ts';
import type { CrmGateway } from '../../ports/crm-gateway.ts';
import type { Connection, OutboxRow } from '../../ports/store/rows.ts';
import { leadName, type LeadViews } from './lead-view.ts';
import { ownerName, summaryOf, whyOf } from './outbox-view.ts';

/** A row that has not gone out: what it would change on the record as it was last read, or the mail it is. */
export async function plannedView(
  core: CoreContext,
  views: LeadViews,
  row: OutboxRow,
): Promise<PlannedWrite> {
  const connection = views.connection(row.connectionId);
  const lead = row.leadId === null ? null : core.store.leads.byId(row.leadId);
  const recordId = row.recordId ?? lead?.recordId ?? null;
  const gateway = await core.crm.gateway(row.connectionId);
  const record = recordId === null ? null : core.snapshots.fresh(row.connectionId, recordId, -Infinity);
  return {
    id: row.id,
    at: row.createdAt,
    connectionId: row.connectionId,
    connectionName: connection?.name ?? '',
    recordId,
    recordUrl: recordId === null ? null : views.recordUrl(row.connectionId, recordId),
    recordName: lead !== null ? leadName(lead) : recordId === null ? '' : `Record ${recordId}`,
    leadId: row.leadId,
    what: row.kind,
    summary: summaryOf(core, views, row),
    mail: mailOf(core, row),
    changes: gateway === null ? [] : changesOf(core, views, gateway, row, record),
    why: whyOf(core, row),
    heldBecause: heldBecause(row, core.store.connections.byId(row.connectionId)),
  };
}

function heldBecause(row: OutboxRow, connection: Connection | null): PlannedWrite['heldBecause'] {
  if (row.status !== 'held') return null;
  return connection?.readOnly === true ? 'read-only' : 'approval';
}

function mailOf(core: CoreContext, { effect }: OutboxRow): PlannedWrite['mail'] {
  if (effect.kind !== 'mail') return null;
  const mail = core.store.mails.byId(effect.mailId);
  if (mail === null) return null;
  return { to: mail.to.map((to) => to.address).join(', '), subject: mail.subject, text: mail.text };
}

function changesOf(
  core: CoreContext,
  views: LeadViews,
  gateway: CrmGateway,
  row: OutboxRow,
  record: CrmRecord | null,
): PlannedWrite['changes'] {
  const connection = core.store.connections.byId(row.connectionId);
  if (connection === null) return [];
  const lead = row.leadId === null ? null : core.store.leads.byId(row.leadId);
  const wanted = plannedValues(core, connection, gateway, row, lead);
  const shown = (field: string, value: string) =>
    field === gateway.ownerProperty ? ownerName(core, views, row.connectionId, value) : value;
  return Object.entries(wanted).map(([field, value]) => ({
    field,
    before: record === null ? null : shown(field, presentValue(connection, gateway, record, field)),
    after: shown(field, value),
  }));
}
