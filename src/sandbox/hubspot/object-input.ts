import { associate } from '../portal/associate.ts';
import { ASSOCIATION_KINDS } from '../portal/association-types.ts';
import type { AssociationKind } from '../portal/association-types.ts';
import { HubSpotError } from '../http/route.ts';
import type { SandboxContext } from '../http/route.ts';
import type { CrmObject, ObjectType, Portal, WriteSource } from '../portal/model.ts';
import { findByUnique, isUniqueProperty } from '../portal/portal-index.ts';
import {
  UniqueValueTaken,
  createObject,
  followMerges,
  refuseTakenValues,
  updateObject,
} from '../portal/write.ts';
import { typeWord } from './object-call.ts';
import { normaliseProperties, validateProperties } from './property-validation.ts';
import { bodyRecord, invalid, notFound } from './request-body.ts';

/** A record to be made: its values, and the records that it is associated with. */
export interface CreationPlan {
  readonly type: ObjectType;
  readonly values: Readonly<Record<string, string>>;
  readonly links: readonly { readonly to: CrmObject; readonly kinds: readonly AssociationKind[] }[];
}

/** The `properties` of an input; numbers and booleans are taken as text, null as ''. */
export function propertiesOf(input: Readonly<Record<string, unknown>>): Record<string, string> {
  if (input['properties'] === undefined) {
    throw invalid('Invalid input JSON on line 1, column 1: Some required fields were not set: [properties]');
  }
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(bodyRecord(input['properties']))) {
    if (typeof value === 'object' && value !== null) {
      throw invalid(`Invalid input JSON on line 1, column 1: the value of ${name} must be a string`);
    }
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    values[name] = isPlain ? String(value) : '';
  }
  return values;
}

/** Checks everything about a creation without changing anything; throws HubSpot's refusal. */
export function planCreation(
  portal: Portal,
  type: ObjectType,
  input: Readonly<Record<string, unknown>>,
): CreationPlan {
  const values = propertiesOf(input);
  validateProperties(portal, type, values, 'create');
  const email = type === 'contacts' ? (values['email'] ?? '').trim().toLowerCase() : '';
  if (portal.gdprBlocked.has(email)) {
    throw invalid(`The contact ${email} was permanently deleted (GDPR) and cannot be created again.`);
  }
  const plan = { type, values, links: linksOf(portal, type, input['associations']) };
  refuseTaken(portal, type, values, null);
  return plan;
}

/** Carries out a checked creation. */
export function create(context: SandboxContext, plan: CreationPlan, source: WriteSource): CrmObject {
  try {
    const object = createObject(context, plan.type, plan.values, source);
    for (const link of plan.links) associate(context, object, link.to, link.kinds);
    return object;
  } catch (error) {
    throw translated(error, context.portal, plan.type);
  }
}

/** Checks and carries out a change of one record. */
export function change(
  context: SandboxContext,
  object: CrmObject,
  values: Readonly<Record<string, string>>,
  source: WriteSource,
): void {
  checkChange(context.portal, object, values);
  try {
    updateObject(context, object, values, source);
  } catch (error) {
    throw translated(error, context.portal, object.type);
  }
}

/** Throws HubSpot's refusal of a change. */
export function checkChange(
  portal: Portal,
  object: CrmObject,
  values: Readonly<Record<string, string>>,
): void {
  validateProperties(portal, object.type, values, 'update');
  refuseTaken(portal, object.type, values, object.id);
}

/** The live record of a path or input id: a record id (merged ones followed or not) or a unique value. */
export function findRecord(
  portal: Portal,
  type: ObjectType,
  id: string,
  idProperty: string | null,
  follow: 'follow-merges' | 'exact',
): CrmObject | undefined {
  let object: CrmObject | undefined;
  if (idProperty === null || idProperty === '' || idProperty === 'hs_object_id') {
    object = follow === 'follow-merges' ? followMerges(portal, type, id) : portal.objects[type].get(id);
  } else {
    if (!isUniqueProperty(portal, type, idProperty)) {
      throw invalid(`${idProperty} is not a unique identifier property for ${typeWord(type)}.`);
    }
    object = portal.objects[type].get(findByUnique(portal, type, idProperty, id) ?? '');
  }
  return object?.archivedAt === null ? object : undefined;
}

/** `findRecord`, or HubSpot's 404. */
export function needRecord(
  portal: Portal,
  type: ObjectType,
  id: string,
  idProperty: string | null,
): CrmObject {
  const object = findRecord(portal, type, id, idProperty, 'follow-merges');
  if (object === undefined) throw notFound();
  return object;
}

/** An id in a body: a string, or a number as HubSpot also takes it. */
export function idOf(input: Readonly<Record<string, unknown>>, field = 'id'): string {
  const value = input[field];
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' && value !== '') return value;
  throw invalid(`Invalid input JSON on line 1, column 1: Some required fields were not set: [${field}]`);
}

function linksOf(portal: Portal, type: ObjectType, input: unknown): CreationPlan['links'] {
  if (input === undefined || input === null) return [];
  if (!Array.isArray(input)) throw invalid('associations must be an array');
  return input.map((item: unknown) => {
    const link = bodyRecord(item);
    const id = idOf(bodyRecord(link['to']));
    const specs = Array.isArray(link['types']) ? (link['types'] as unknown[]) : [];
    if (specs.length === 0) throw invalid('associations need at least one entry in types');
    const kinds = specs.map((spec) => kindFrom(type, bodyRecord(spec)));
    const to = kinds[0]?.to ?? 'contacts';
    const target = findRecord(portal, to, id, null, 'follow-merges');
    if (target === undefined) throw invalidTarget(to, id);
    return { to: target, kinds };
  });
}

/** The association type of a spec in a body, or HubSpot's 400. */
export function kindFrom(from: ObjectType, spec: Readonly<Record<string, unknown>>): AssociationKind {
  const category = spec['associationCategory'];
  const typeId = Number(spec['associationTypeId']);
  const kind = ASSOCIATION_KINDS.find(
    (one) => one.from === from && one.typeId === typeId && one.category === category,
  );
  if (kind !== undefined) return kind;
  throw invalid(
    `${String(category)}:${String(spec['associationTypeId'])} is not a valid association type from ${typeWord(from)}`,
    { subCategory: 'crm.associations.INVALID_ASSOCIATION_TYPE' },
  );
}

/** HubSpot's 400 for an association with a record that is not there. */
export function invalidTarget(type: ObjectType, id: string): HubSpotError {
  return invalid(`One or more associations are not valid: ${typeWord(type)}=${id} is not valid`, {
    subCategory: 'crm.associations.INVALID_OBJECT_IDS',
    context: { [typeWord(type)]: [id] },
  });
}

function refuseTaken(
  portal: Portal,
  type: ObjectType,
  values: Readonly<Record<string, string>>,
  ownId: string | null,
): void {
  try {
    refuseTakenValues(
      portal,
      type,
      normaliseProperties(portal, type, values, () => ''),
      ownId,
    );
  } catch (error) {
    throw translated(error, portal, type);
  }
}

function translated(error: unknown, portal: Portal, type: ObjectType): unknown {
  if (!(error instanceof UniqueValueTaken)) return error;
  const { property, existingId } = error;
  if (type === 'contacts' && (property === 'email' || property === 'hs_additional_emails')) {
    return new HubSpotError(409, 'CONFLICT', `Contact already exists. Existing ID: ${existingId}`);
  }
  const message = `${existingId} already has that value.`;
  const problem = { isValid: false, message, error: 'CONFLICTING_UNIQUE_VALUE', name: property };
  return invalid(
    `Property values were not valid: ${JSON.stringify([{ ...problem, portalId: portal.portalId }])}`,
    { errors: [{ message, code: 'CONFLICTING_UNIQUE_VALUE', context: { propertyName: [property] } }] },
  );
}
