import { FIELD_KEYS, LEAD_STATES, type FieldKey } from '#contract/names.ts';
import type { CoreContext } from '../../context.ts';
import { statusRowOf } from '../../domain/crm/status-mapping.ts';
import {
  accepted,
  blockOf,
  differencesOf,
  stillWatched,
  type FieldDifference,
  type FieldNeeds,
  type WatchedField,
  type WatchedKey,
} from '../../domain/fields/drift.ts';
import type { FieldDefinition, FieldOption } from '../../domain/fields/field-definition.ts';
import { fieldSet, optionsOf } from '../../domain/fields/field-set.ts';
import { fits } from '../../domain/fields/field-status.ts';
import { releaseBlocked } from '../../outbox/release-blocked.ts';
import type { CrmGateway, PortalField } from '../../ports/crm-gateway.ts';
import type { FieldWatch, KnownDifference } from '../../ports/store/health.ts';
import type { Connection } from '../../ports/store/rows.ts';

/**
 * Looks at the portal's properties now and keeps what differs.
 * @throws CrmError
 */
export async function lookAtFields(
  core: CoreContext,
  connectionId: string,
  gateway: CrmGateway,
): Promise<void> {
  keepFieldWatch(core, connectionId, gateway.contactStatusProperty, await gateway.listFields());
}

/**
 * Compares the properties that a connection uses with what was accepted. A property that is used the first time is
 * accepted as it is. What was held back by a difference that is gone goes out.
 */
export function keepFieldWatch(
  core: CoreContext,
  connectionId: string,
  contactStatusProperty: string,
  portal: readonly PortalField[],
): void {
  const connection = core.store.connections.byId(connectionId);
  if (connection === null) return;
  const before = core.store.health.fieldWatch(connectionId);
  const now = core.clock.now();
  const watched: WatchedField[] = [];
  const differences: KnownDifference[] = [];
  for (const { key, name, needs, definition } of usedFields(core, connection, contactStatusProperty)) {
    const found = portal.find((field) => field.name === name && !field.archived) ?? null;
    const known = before.watched.find((each) => each.key === key && each.name === name);
    if (known === undefined && (found === null || !needs.fits(found))) continue;
    const field =
      known ?? accepted(key, found as PortalField, isOurs(definition, found as PortalField), needs);
    watched.push(stillWatched(field, found, needs));
    for (const difference of differencesOf(field, found, needs)) {
      const same = before.differences.find((each) => isSameDifference(each, difference));
      differences.push({ ...difference, since: same?.since ?? now });
    }
  }
  save(core, before, { connectionId, watched, differences });
}

/** A difference is accepted: the property is compared with what it is now. */
export function acceptField(
  core: CoreContext,
  connection: Connection,
  key: WatchedKey,
  portal: readonly PortalField[],
): void {
  const before = core.store.health.fieldWatch(connection.id);
  const watched = before.watched.map((field) => {
    const found = portal.find((each) => each.name === field.name && !each.archived);
    if (field.key !== key || found === undefined) return field;
    const { label, type, fieldType, groupName } = found;
    return { ...field, label, type, fieldType, groupName };
  });
  core.store.commit({ fieldWatch: [{ ...before, watched }] });
}

/** The property of a key that is gone or of another type, though it was used: nothing can be asked of it. */
export function isUnusable(core: CoreContext, connectionId: string, key: WatchedKey): boolean {
  return blockOf(core.store.health.fieldWatch(connectionId).differences, key, '') !== null;
}

interface UsedField {
  readonly key: WatchedKey;
  readonly name: string;
  readonly needs: FieldNeeds;
  /** null: the CRM's own. */
  readonly definition: FieldDefinition | null;
}

function usedFields(
  core: CoreContext,
  connection: Connection,
  contactStatusProperty: string,
): readonly UsedField[] {
  const assistants = core.store.assistants.all().map((assistant) => assistant.name);
  const definitions = fieldSet(connection.preset, assistants);
  const own = FIELD_KEYS.flatMap((key): UsedField[] => {
    const name = connection.fieldNames[key];
    const definition = definitions.find((each) => each.key === key);
    return name === null || definition === undefined
      ? []
      : [{ key, name, definition, needs: needsOf(core, key, definition) }];
  });
  const statuses: FieldNeeds = {
    fits: (found) => found.type === 'enumeration',
    options: optionsOf(writtenStatuses(connection)),
    needsAll: false,
    areChosen: false,
  };
  return [...own, { key: 'contactStatus', name: contactStatusProperty, definition: null, needs: statuses }];
}

function needsOf(core: CoreContext, key: FieldKey, definition: FieldDefinition): FieldNeeds {
  const synced = core.store.schedules
    .all()
    .filter((schedule) => schedule.crmValue !== '')
    .map(({ crmValue, name }, displayOrder): FieldOption => ({
      value: crmValue,
      label: name,
      hidden: false,
      displayOrder,
    }));
  return {
    fits: (found) => fits(definition, found),
    options: key === 'schedule' ? synced : definition.options,
    needsAll: key === 'connectionStatus' || key === 'assistant',
    areChosen: key === 'schedule' || key === 'assistant',
  };
}

/** The contact statuses that the states write here. */
function writtenStatuses({
  contactStatusOverrides,
}: Pick<Connection, 'contactStatusOverrides'>): readonly string[] {
  const wanted = LEAD_STATES.map((state) => statusRowOf(state).contactStatus);
  const chosen = wanted.flatMap((status) => {
    const own = contactStatusOverrides[status];
    return own === undefined ? status : (own ?? []);
  });
  return [...new Map(chosen.map((status) => [status.toLowerCase(), status])).values()];
}

function isOurs(definition: FieldDefinition | null, found: PortalField): boolean {
  return definition !== null && found.name === definition.name && found.groupName === definition.groupName;
}

function isSameDifference(one: FieldDifference, other: FieldDifference): boolean {
  return (
    one.key === other.key &&
    one.kind === other.kind &&
    one.option === other.option &&
    one.property === other.property
  );
}

/** Whatever the order in which it was made or read. */
function canonical({ watched, differences }: FieldWatch): string {
  const lines = [...watched, ...differences].map((each) =>
    JSON.stringify(Object.entries(each).toSorted(byName)),
  );
  return lines.toSorted((a, b) => a.localeCompare(b)).join('\n');
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one.localeCompare(other);
}

function save(core: CoreContext, before: FieldWatch, after: FieldWatch): void {
  if (canonical(before) === canonical(after)) return;
  core.store.commit({ fieldWatch: [after] });
  const mended = before.differences.filter(
    (each) => !after.differences.some((still) => isSameDifference(each, still)),
  );
  const fresh = after.differences.filter(
    (each) => !before.differences.some((known) => isSameDifference(each, known)),
  );
  for (const key of new Set(mended.map((each) => each.key))) releaseBlocked(core, after.connectionId, key);
  if (mended.length + fresh.length > 0) {
    core.log.info('fields-differ', {
      connectionId: after.connectionId,
      differences: after.differences.length,
    });
    core.push(['connections', 'attention', 'activity']);
  }
}
