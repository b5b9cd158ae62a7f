import type { LeadRow } from '#contract/leads.ts';
import type { CoreContext } from '../../context.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import type { Assistant, Connection } from '../../ports/store/rows.ts';

/** Makes rows of leads; names that many rows share are read once. */
export class LeadViews {
  readonly #core: CoreContext;
  readonly #assistants: ReadonlyMap<string, Assistant>;
  readonly #connections: ReadonlyMap<string, Connection>;
  readonly #schedules: ReadonlyMap<string, string>;
  readonly #users = new Map<string, string>();

  constructor(core: CoreContext) {
    this.#core = core;
    this.#assistants = new Map(core.store.assistants.all().map((each) => [each.id, each]));
    this.#connections = new Map(core.store.connections.all().map((each) => [each.id, each]));
    this.#schedules = new Map(core.store.schedules.all(true).map((each) => [each.id, each.name]));
  }

  row(lead: Lead): LeadRow {
    const assistantName = this.#assistants.get(lead.assistantId)?.name ?? '';
    const previous =
      lead.previousOwnerId === null ? null : this.userName(lead.connectionId, lead.previousOwnerId);
    const isHeld = lead.custody === 'Held' || lead.custody === 'HandingBack';
    return {
      id: lead.id,
      name: leadName(lead),
      email: lead.email,
      company: lead.company,
      state: lead.state,
      reason: lead.reason,
      hold: lead.hold,
      custody: lead.custody,
      followUp: lead.followUp,
      sent: Math.min(lead.nextStep, lead.stepCount),
      of: lead.stepCount,
      nextFollowUpAt: lead.nextFollowUpAt,
      awaitsApproval: this.#core.store.drafts.openOf(lead.id)?.status === 'waiting',
      pausedWithoutDate: lead.pausedWithoutDate,
      pausedBecause: lead.pausedBecause,
      pausedUntil: lead.pausedUntil,
      tags: [...this.#core.store.tags.ofLead(lead.id)],
      context: lead.context,
      contextSource: lead.contextSource,
      assistantId: lead.assistantId,
      assistantName,
      connectionId: lead.connectionId,
      recordId: lead.recordId,
      recordUrl: this.recordUrl(lead.connectionId, lead.recordId) ?? '',
      ownerName: isHeld ? assistantName : (previous ?? ''),
      previousOwnerName: previous,
      scheduleName: this.#schedules.get(lead.scheduleId) ?? '',
      updatedAt: lead.updatedAt,
    };
  }

  connection(id: string): Connection | null {
    return this.#connections.get(id) ?? null;
  }

  /** The record's page in the CRM; null for a connection that is gone. */
  recordUrl(connectionId: string, recordId: string): string | null {
    const connection = this.#connections.get(connectionId);
    if (connection === undefined) return null;
    return this.#core.gateways.recordUrl(connection, recordId);
  }

  userName(connectionId: string, id: string): string {
    const key = `${connectionId}/${id}`;
    const name = this.#users.get(key) ?? nameOfUser(this.#core, connectionId, id);
    this.#users.set(key, name);
    return name;
  }
}

/** A person's name, else the address, else the record. */
export function leadName(lead: Pick<Lead, 'firstName' | 'lastName' | 'email' | 'recordId'>): string {
  return `${lead.firstName} ${lead.lastName}`.trim() || lead.email || `Record ${lead.recordId}`;
}

function nameOfUser(core: CoreContext, connectionId: string, id: string): string {
  const user = core.store.users.byId(connectionId, id);
  return user === null ? `User ${id}` : user.name || user.email;
}
