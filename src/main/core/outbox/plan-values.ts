import type { PolicyField } from '#contract/names.ts';
import type { CoreContext } from '../context.ts';
import { blockOf, type FieldDifference, type WatchedKey } from '../domain/fields/drift.ts';
import { waitsFor } from '../domain/fields/drift-words.ts';
import { leftAlone, mayWrite } from '../domain/fields/write-policy.ts';
import type { CrmRecord } from '../domain/leads/facts.ts';
import { HOUR } from '../domain/time.ts';
import type { CrmGateway } from '../ports/crm-gateway.ts';
import type { Connection, OutboxDraft, OutboxRow, OutboxSettlement } from '../ports/store/rows.ts';
import { blockedLane } from './release-blocked.ts';
import { asIs, cancelled } from './settle.ts';
import { presentValue } from './wanted-values.ts';

type Values = Readonly<Record<string, string>>;

/** Until what waits for a property is looked at again, should nobody tell that it was mended. */
const LOOK_AGAIN = HOUR;

const LABELS: Readonly<Record<PolicyField, string>> = {
  connectionStatus: 'Lead Connection Status',
  contactStatus: 'Lead Status',
};

/** What of a row is written to a record as it is now, and what is not. */
export interface ValuePlan {
  readonly before: Values;
  readonly after: Values;
  /** Sentences for Activity. */
  readonly remarks: readonly string[];
  /** Values that cannot be written before the property is mended, with the reason. */
  readonly blocked: readonly { readonly key: WatchedKey; readonly reason: string }[];
  /** Every value was left alone by its rule. */
  readonly isLeftAlone: boolean;
}

/** Leaves out what is there already, what the rule of the property forbids, and what waits for the property. */
export function planValues(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  row: OutboxRow,
  record: CrmRecord,
  wanted: Values,
): ValuePlan {
  const { differences } = core.store.health.fieldWatch(connection.id);
  const before: Record<string, string> = {};
  const after: Record<string, string> = {};
  const remarks: string[] = [];
  const blocked: { key: WatchedKey; reason: string }[] = [];
  let left = 0;
  for (const [property, value] of Object.entries(wanted)) {
    const present = presentValue(connection, gateway, record, property);
    const block = blockHere(connection, gateway, differences, property, value);
    // What a property that is gone says is not to be trusted: it reads as empty.
    if (present === value && block?.isUnusable !== true) continue;
    const field = row.effect.kind === 'crm-status' ? fieldOf(connection, gateway, property) : null;
    const policy = field === null ? 'always' : core.store.health.fieldRule(connection.id, field);
    if (field !== null && policy !== 'always') {
      const lastOurs = core.store.outbox.lastWritten(connection.id, record.id, property);
      if (!mayWrite(policy, { present, lastOurs })) {
        remarks.push(leftAlone(LABELS[field], policy, present));
        left += 1;
        continue;
      }
    }
    if (block !== null) {
      blocked.push(block);
      continue;
    }
    before[property] = present;
    after[property] = value;
  }
  return { before, after, remarks, blocked, isLeftAlone: left > 0 && left === Object.keys(wanted).length };
}

/** Why a value cannot be written now. `isUnusable`: the property is gone or of another type, whatever the value. */
interface Block {
  readonly key: WatchedKey;
  readonly reason: string;
  readonly isUnusable: boolean;
}

/** What keeps a value from being written into a property; null: nothing that is known. */
export function blockHere(
  connection: Connection,
  gateway: Pick<CrmGateway, 'contactStatusProperty'>,
  differences: readonly FieldDifference[],
  property: string,
  value: string,
): Block | null {
  const key = keyOf(connection, gateway, property);
  const difference = key === null ? null : blockOf(differences, key, value);
  if (key === null || difference === null) return null;
  const label = key === 'connectionStatus' || key === 'contactStatus' ? LABELS[key] : property;
  return { key, reason: waitsFor(difference, label), isUnusable: difference.kind !== 'option' };
}

/**
 * A value that waits gets a row of its own, in a lane of its own, so that everything else of the record goes on. The
 * row of an older state that waits there makes way.
 */
export function setAside(
  core: CoreContext,
  row: OutboxRow,
  recordId: string,
  blocked: ValuePlan['blocked'],
): { readonly outbox: readonly OutboxDraft[]; readonly settlements: readonly OutboxSettlement[] } {
  const { effect } = row;
  if (effect.kind !== 'crm-status') return { outbox: [], settlements: [] };
  const outbox = blocked.flatMap(({ key }): OutboxDraft[] =>
    key !== 'connectionStatus' && key !== 'contactStatus'
      ? []
      : [
          {
            key: `${row.key}:${key}`,
            connectionId: row.connectionId,
            leadId: row.leadId,
            recordId,
            journalId: row.journalId,
            effect: { ...effect, recordId, field: key },
            lane: blockedLane(key, recordId),
            priority: 1,
            createdAt: core.clock.now(),
          },
        ],
  );
  return { outbox, settlements: olderOnes(core, row, recordId) };
}

/** Rows that were set aside for states before this one. */
function olderOnes(core: CoreContext, row: OutboxRow, recordId: string): readonly OutboxSettlement[] {
  return core.store.outbox
    .openOfRecord(row.connectionId, recordId)
    .filter(
      (each) =>
        each.id < row.id &&
        each.status === 'waiting' &&
        each.effect.kind === 'crm-status' &&
        each.effect.field !== undefined,
    )
    .map((each) => cancelled(each, core.clock.now(), 'A newer state took its place.'));
}

/** It waits for its property. What is on the record now is kept, so that nothing a person writes meanwhile is lost. */
export function stillBlocked(
  core: CoreContext,
  row: OutboxRow,
  reason: string,
  before: Values | null,
): OutboxSettlement {
  return {
    ...asIs(row),
    status: 'waiting',
    nextAttemptAt: core.clock.now() + LOOK_AGAIN,
    before: row.before ?? before,
    reason,
  };
}

function fieldOf(
  connection: Connection,
  gateway: Pick<CrmGateway, 'contactStatusProperty'>,
  property: string,
): PolicyField | null {
  if (property === gateway.contactStatusProperty) return 'contactStatus';
  return property === connection.fieldNames.connectionStatus ? 'connectionStatus' : null;
}

function keyOf(
  connection: Connection,
  gateway: Pick<CrmGateway, 'contactStatusProperty'>,
  property: string,
): WatchedKey | null {
  return (
    fieldOf(connection, gateway, property) ??
    (property === connection.fieldNames.assistant ? 'assistant' : null)
  );
}
