import type { SandboxContext } from '../http/route.ts';
import type { AssociationKind } from './association-types.ts';
import { kindsBetween } from './association-types.ts';
import type { Association, CrmObject, ObjectType, Portal, WriteSource } from './model.ts';
import { activityRollUp } from './write-effects.ts';
import { valueOf, writeInternally } from './write.ts';

const CALCULATED: WriteSource = { sourceType: 'CALCULATED', sourceId: 'ActivityRollup' };
const PRIMARY_COMPANY = 1;

/** All associations of an object to one type, by the id of the other side; archived others are left out. */
export function associatedIds(
  portal: Portal,
  object: CrmObject,
  to: ObjectType,
): readonly (readonly [id: string, associations: readonly Association[]])[] {
  const links = portal.index.links.get(keyOf(object.type, object.id))?.get(to);
  if (links === undefined) return [];
  return [...links].filter(([id]) => portal.objects[to].get(id)?.archivedAt === null);
}

/** Whether two objects are associated in any way. */
function areAssociated(portal: Portal, object: CrmObject, to: ObjectType, toId: string): boolean {
  return portal.index.links.get(keyOf(object.type, object.id))?.get(to)?.has(toId) === true;
}

/**
 * Associates two objects in both directions. Logging an activity on a contact or company moves that
 * record's activity dates, counters and modified stamp. The first company of a contact becomes its primary.
 */
export function associate(
  context: SandboxContext,
  from: CrmObject,
  to: CrmObject,
  kinds: readonly AssociationKind[],
  at: number = context.now(),
): void {
  const isNew = !areAssociated(context.portal, from, to.type, to.id);
  for (const kind of kinds) connect(context.portal, from, to, kind);
  if (isNew) {
    choosePrimary(context, from, to);
    logActivity(context, from, to, at);
    logActivity(context, to, from, at);
  }
  noteCompany(context, from, to);
}

/** Takes associations away, in both directions: the given kinds, or all of them. */
export function dissociate(
  context: SandboxContext,
  from: CrmObject,
  to: CrmObject,
  kinds: readonly AssociationKind[] | 'all',
): void {
  const { links } = context.portal.index;
  const gone = kinds === 'all' ? null : new Set(kinds.flatMap((kind) => [kind.typeId, kind.inverseTypeId]));
  for (const [one, other] of [
    [from, to],
    [to, from],
  ] as const) {
    const byId = links.get(keyOf(one.type, one.id))?.get(other.type);
    const left = (byId?.get(other.id) ?? []).filter((entry) => gone !== null && !gone.has(entry.typeId));
    if (left.length === 0) byId?.delete(other.id);
    else byId?.set(other.id, left);
  }
  noteCompany(context, from, to);
}

/** Removes all associations of an object and returns them as they were, seen from it. */
export function takeAllAssociations(portal: Portal, object: CrmObject): readonly Association[] {
  const key = keyOf(object.type, object.id);
  const taken = [...(portal.index.links.get(key)?.values() ?? [])].flatMap((byId) =>
    [...byId.values()].flat(),
  );
  portal.index.links.delete(key);
  for (const entry of taken) {
    portal.index.links.get(keyOf(entry.toType, entry.toId))?.get(object.type)?.delete(object.id);
  }
  return taken;
}

/**
 * Gives the associations of one object to another. Those with `except` are dropped, and so is a primary
 * company when the new holder has one.
 */
export function moveAssociations(
  portal: Portal,
  old: CrmObject,
  next: CrmObject,
  except: ReadonlySet<string>,
): void {
  const hasPrimary = next.type === 'contacts' && primaryCompanyOf(portal, next) !== '';
  for (const entry of takeAllAssociations(portal, old)) {
    const other = portal.objects[entry.toType].get(entry.toId);
    const kind = kindsBetween(entry.fromType, entry.toType).find((one) => one.typeId === entry.typeId);
    if (other === undefined || kind === undefined || except.has(entry.toId)) continue;
    if (hasPrimary && kind.typeId === PRIMARY_COMPANY) continue;
    connect(portal, next, other, kind);
  }
}

/** Puts one association into the look-up, in this direction alone; a repeated one changes nothing. */
export function storeAssociation(portal: Portal, association: Association): void {
  const { links } = portal.index;
  const key = keyOf(association.fromType, association.fromId);
  const byType = links.get(key) ?? new Map<ObjectType, Map<string, Association[]>>();
  links.set(key, byType);
  const byId = byType.get(association.toType) ?? new Map<string, Association[]>();
  byType.set(association.toType, byId);
  const entries = byId.get(association.toId) ?? [];
  byId.set(association.toId, entries);
  if (!entries.some((entry) => entry.typeId === association.typeId)) entries.push(association);
}

function connect(portal: Portal, from: CrmObject, to: CrmObject, kind: AssociationKind): void {
  const inverse = kindsBetween(to.type, from.type).find((other) => other.typeId === kind.inverseTypeId);
  storeAssociation(portal, association(from, to, kind));
  if (inverse !== undefined) storeAssociation(portal, association(to, from, inverse));
}

function association(from: CrmObject, to: CrmObject, kind: AssociationKind): Association {
  return {
    fromType: from.type,
    fromId: from.id,
    toType: to.type,
    toId: to.id,
    category: kind.category,
    typeId: kind.typeId,
    label: kind.label,
  };
}

function choosePrimary(context: SandboxContext, from: CrmObject, to: CrmObject): void {
  const contact = from.type === 'contacts' ? from : to;
  const company = from.type === 'contacts' ? to : from;
  if (contact.type !== 'contacts' || company.type !== 'companies') return;
  if (primaryCompanyOf(context.portal, contact) !== '') return;
  const primary = kindsBetween('contacts', 'companies').find((kind) => kind.typeId === PRIMARY_COMPANY);
  if (primary !== undefined) connect(context.portal, contact, company, primary);
}

function primaryCompanyOf(portal: Portal, contact: CrmObject): string {
  const companies = associatedIds(portal, contact, 'companies');
  const primary = companies.find(([, entries]) => entries.some((entry) => entry.typeId === PRIMARY_COMPANY));
  return primary?.[0] ?? '';
}

function noteCompany(context: SandboxContext, from: CrmObject, to: CrmObject): void {
  const contact = from.type === 'contacts' ? from : to;
  if (contact.type !== 'contacts' || (from.type !== 'companies' && to.type !== 'companies')) return;
  const company = primaryCompanyOf(context.portal, contact);
  if (company === valueOf(contact, 'associatedcompanyid')) return;
  writeInternally(context, contact, { associatedcompanyid: company }, CALCULATED);
}

function logActivity(context: SandboxContext, record: CrmObject, activity: CrmObject, at: number): void {
  const isRecord = record.type === 'contacts' || record.type === 'companies';
  const isActivity = activity.type !== 'contacts' && activity.type !== 'companies';
  if (!isRecord || !isActivity) return;
  writeInternally(context, record, activityRollUp(record, activity, at), CALCULATED, { at });
}

function keyOf(type: ObjectType, id: string): string {
  return `${type}/${id}`;
}
