import { addDecision, noRows, toChange, type DecisionRows } from '../../commit-decision.ts';
import type { CoreContext } from '../../context.ts';
import { decideAssignment } from '../../domain/leads/decide-assignment.ts';
import type { AssignmentFacts, CrmRecord } from '../../domain/leads/facts.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import type { AddressVerdict } from '../../domain/leads/lead-event.ts';
import type { Instant } from '../../domain/time.ts';
import { previousOwnerOf } from '../../domain/crm/previous-owner.ts';
import { isGuardUp } from '../../domain/leads/bounce-guard.ts';
import { localDay, type DayLimit } from '../../domain/schedules/send-time.ts';
import {
  assistantFacts,
  bounceFigures,
  connectionFacts,
  excludedBy,
  knownUser,
  scheduleFacts,
} from '../../gather-facts.ts';
import { handBackFacts, turnCursor, turnOf, turnTaken } from '../../hand-back-facts.ts';
import { holidaysFor, plannedPerDay, sharedMailbox, sumOfDays } from '../../day-plan.ts';
import type { AssignedHit, RecordRead } from '../../ports/crm-gateway.ts';
import type { ImportPerson } from '../../ports/store/imports.ts';
import type { SourceEvent } from '../../ports/store/health.ts';
import type { Assistant, AssistantLink, Connection, SeenAssignment } from '../../ports/store/rows.ts';
import { isBaseline } from './baseline.ts';

/** Decides assignments one after the other, each knowing what the ones before it planned. */
export class AssignmentBatch {
  readonly #core: CoreContext;
  readonly #connection: Connection;
  readonly #verdicts: ReadonlyMap<string, AddressVerdict>;
  /** When the records were read: the moment of every decision. */
  readonly #now: Instant;
  readonly #links: readonly AssistantLink[];
  readonly #rows: DecisionRows = noRows();
  readonly #seen: SeenAssignment[] = [];
  readonly #worked = new Set<string>();
  readonly #plans = new Map<string, Record<string, number>>();
  readonly #active = new Map<string, number>();
  readonly #decided = new Set<string>();
  readonly #added: ImportPerson[] = [];
  /** Of hand-backs by turn, once one was taken. */
  #turn: number | null = null;
  #guard: boolean | null = null;

  constructor(
    core: CoreContext,
    connection: Connection,
    verdicts: ReadonlyMap<string, AddressVerdict>,
    now: Instant,
  ) {
    this.#core = core;
    this.#connection = connection;
    this.#verdicts = verdicts;
    this.#now = now;
    this.#links = core.store.assistants.links(connection.id);
  }

  get leadIds(): readonly string[] {
    return this.#rows.leads.map((write) => write.lead.id);
  }

  add(hit: AssignedHit, read: RecordRead): void {
    if (read.kind === 'gone') {
      this.#note(hit, 'gone', null);
      return;
    }
    const { record } = read;
    const link = this.#assistantOf(record);
    const assistant = link === null ? null : this.#core.store.assistants.byId(link.assistantId);
    if (link === null || assistant === null) {
      this.#note(hit, 'not-ours', null);
      return;
    }
    if (this.#isBaseline(link, record)) {
      this.#note(hit, 'baseline', null, record);
      return;
    }
    if (this.#decided.has(record.id)) {
      this.#note(hit, 'taken', null);
      return;
    }
    this.#decided.add(record.id);
    if (isBeingUndone(this.#core, this.#connection.id, record.id)) return;
    const existing = this.#core.store.leads.byRecord(this.#connection.id, record.id);
    if (
      existing !== null &&
      existing.assistantId === assistant.id &&
      isKnownTenure(existing, this.#assignedAt(record))
    ) {
      this.#note(hit, 'taken', existing.id, record);
      return;
    }
    this.#decide(hit, record, assistant, link.ownerId ?? '', existing);
  }

  change() {
    const worked = this.#links.filter((link) => this.#worked.has(link.assistantId) && !link.hasWorked);
    return {
      ...toChange(this.#rows),
      seen: this.#seen,
      importPeople: this.#added,
      cursors: turnCursor(this.#connection.id, this.#turn),
      sourceEvents: this.#rows.journal.length === 0 ? [] : [this.#sourceEvent()],
      links: worked.map((link) => ({ ...link, hasWorked: true })),
    };
  }

  /** Somebody assigned something: the source is not silent. */
  #sourceEvent(): SourceEvent {
    return { source: 'assignments', subject: this.#connection.id, at: this.#now };
  }

  #decide(
    hit: AssignedHit,
    record: CrmRecord,
    assistant: Assistant,
    ownerId: string,
    existing: Lead | null,
  ): void {
    const { store, ids } = this.#core;
    const now = this.#now;
    const addresses = [record.email, ...record.otherEmails].filter((address) => address !== '');
    const added = store.imports.awaited(this.#connection.id, addresses.map(lower));
    const longTermId = this.#connection.longTermScheduleId;
    const longTerm = longTermId === null ? null : store.schedules.byId(longTermId);
    const facts: AssignmentFacts = {
      now,
      newLeadId: existing?.id ?? ids.next(),
      connection: connectionFacts(this.#connection),
      assistant: assistantFacts(assistant, ownerId, this.#hasRoom(assistant)),
      longTermSchedule: longTerm === null ? null : scheduleFacts(longTerm),
      ...handBackFacts(this.#core, this.#connection, {
        previousOwner: this.#previousOwner(record),
        country: record.country,
        timeZone: record.timeZone,
        zone: assistant.rules.timeZone,
        now,
        turn: this.#turn ?? turnOf(store, this.#connection.id),
      }),
      plannedPerDay: this.#plan(assistant),
      mailbox: this.#mailbox(assistant),
      holidays: holidaysFor(this.#core.holidays, record, assistant.rules),
      record,
      existingLead: existing,
      address: this.#verdicts.get(record.id) ?? { verdict: 'missing' },
      erased: store.people.isErased(addresses, {
        connectionId: this.#connection.id,
        recordId: record.id,
      }),
      ...begunBy(this.#core, added),
      suppressed: record.optedOut || store.suppressions.among(addresses).size > 0,
      excludedBy: excludedBy(store, addresses),
      isGuardUp: this.#isGuardUp(),
      schedules: store.schedules.all().map(scheduleFacts),
    };
    const decision = decideAssignment(facts);
    addDecision(
      this.#rows,
      decision,
      {
        connectionId: this.#connection.id,
        recordId: record.id,
        decisionKey: `${this.#connection.id}:${record.id}:${this.#assignedAt(record) ?? hit.assignedAt}`,
        timeZone: assistant.rules.timeZone,
        now,
      },
      ids,
    );
    this.#turn = turnTaken(this.#connection, decision.effects) ?? this.#turn;
    if (added !== null && decision.lead !== null) this.#added.push({ ...added, leadId: decision.lead.id });
    this.#count(assistant, decision.lead);
    if (decision.outcome !== 'refused') this.#worked.add(assistant.id);
    this.#note(hit, decision.outcome, decision.lead?.id ?? null, record);
  }

  /** By property there is no time in the search: the read by id tells when the field was set. */
  #assignedAt(record: CrmRecord): Instant | null {
    return this.#connection.assignment === 'owner' ? record.assignedAt : record.assistantFieldAt;
  }

  #isBaseline(link: AssistantLink, record: CrmRecord): boolean {
    const since = this.#assignedAt(record);
    return since !== null && isBaseline(link, since);
  }

  #assistantOf(record: CrmRecord): AssistantLink | null {
    const { store } = this.#core;
    if (this.#connection.assignment === 'owner') {
      return this.#links.find((link) => link.ownerId !== null && link.ownerId === record.ownerId) ?? null;
    }
    const assistant = store.assistants.all().find((each) => each.name === record.assistantField);
    return this.#links.find((link) => link.assistantId === assistant?.id) ?? null;
  }

  /** By owner: the last one before her. By property: the record's owner never changed. */
  #previousOwner(record: CrmRecord) {
    const assistantOwners = this.#links.flatMap((link) => link.ownerId ?? []);
    const id =
      this.#connection.assignment === 'owner'
        ? previousOwnerOf(record.ownerHistory, assistantOwners)
        : record.ownerId || null;
    if (id === null) return null;
    return (
      knownUser(this.#core.store, this.#connection.id, id) ?? {
        id,
        email: '',
        name: `user ${id}`,
        active: false,
      }
    );
  }

  #plan(assistant: Assistant): Record<string, number> {
    let plan = this.#plans.get(assistant.id);
    if (plan === undefined) {
      plan = plannedPerDay(this.#core.store, assistant, this.#now);
      this.#plans.set(assistant.id, plan);
    }
    return plan;
  }

  /** Asked once for all of them. */
  #isGuardUp(): boolean {
    return (this.#guard ??= isGuardUp(bounceFigures(this.#core.store, this.#now)));
  }

  /** Of the mail account she writes from, with what the ones before planned. */
  #mailbox(assistant: Assistant): DayLimit | null {
    const shared = sharedMailbox(this.#core.store, assistant);
    if (shared === null) return null;
    const plans = shared.assistants.map((each) => this.#plan(each));
    return { limit: shared.limit, planned: sumOfDays(plans) };
  }

  #hasRoom(assistant: Assistant): boolean {
    if (assistant.activeLimit === null) return true;
    const active = this.#active.get(assistant.id) ?? this.#core.store.assistants.activeLeads(assistant.id);
    this.#active.set(assistant.id, active);
    return active < assistant.activeLimit;
  }

  #count(assistant: Assistant, lead: Lead | null): void {
    if (lead === null || lead.nextFollowUpAt === null) return;
    const plan = this.#plan(assistant);
    const day = localDay(lead.nextFollowUpAt, assistant.rules.timeZone);
    plan[day] = (plan[day] ?? 0) + 1;
    const active = this.#active.get(assistant.id);
    if (active !== undefined) this.#active.set(assistant.id, active + 1);
  }

  /** Also under the time the record itself tells, when the search's answer was older. */
  #note(
    hit: AssignedHit,
    outcome: SeenAssignment['outcome'],
    leadId: string | null,
    record?: CrmRecord,
  ): void {
    const base = { connectionId: this.#connection.id, recordId: hit.recordId, outcome, leadId };
    this.#seen.push({ ...base, ownerId: hit.ownerId, assignedAt: hit.assignedAt });
    if (record === undefined || record.assignedAt === null) return;
    if (
      record.assignedAt !== hit.assignedAt ||
      record.id !== hit.recordId ||
      record.ownerId !== hit.ownerId
    ) {
      this.#seen.push({
        ...base,
        recordId: record.id,
        ownerId: record.ownerId,
        assignedAt: record.assignedAt,
      });
    }
  }
}

/** The mail with which a person of the team began, where the record was added by it. */
function begunBy(core: CoreContext, added: ImportPerson | null): Pick<AssignmentFacts, 'begun'> {
  const thread = added === null ? null : (core.store.imports.byId(added.importId)?.thread ?? null);
  return thread === null ? {} : { begun: thread };
}

function lower(text: string): string {
  return text.toLowerCase();
}

/** A person's undo gives her the record back at this moment: what it means is known with its delivery. */
function isBeingUndone(core: CoreContext, connectionId: string, recordId: string): boolean {
  return core.store.outbox
    .openOfRecord(connectionId, recordId)
    .some((row) => row.kind === 'crm-undo' && row.status === 'in-flight');
}

/** The tenure that the lead already stands for: the same assignment seen again, or a hand-back on its way. */
function isKnownTenure(lead: Lead, assignedAt: Instant | null): boolean {
  if (lead.custody === 'HandingBack') return true;
  return lead.custody === 'Held' && (assignedAt ?? 0) <= lead.assignedAt;
}
