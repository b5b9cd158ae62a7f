import type { SandboxRequest } from '../http/route.ts';
import { associatedIds } from '../portal/associate.ts';
import { kindsBetween } from '../portal/association-types.ts';
import type { AssociationKind } from '../portal/association-types.ts';
import { OBJECT_TYPE_IDS } from '../portal/model.ts';
import type { Association, CrmObject, ObjectType, Portal } from '../portal/model.ts';
import { followMerges } from '../portal/write.ts';
import { DATED_VERSIONS } from './api-paths.ts';
import { objectScopes, typeWord } from './object-call.ts';
import type { Access } from './object-call.ts';
import { invalidTarget, kindFrom } from './object-input.ts';
import { objectTypeOf } from './properties-object-type.ts';
import { bodyRecord, invalid } from './request-body.ts';
import { requireScopes } from './scopes.ts';

/** The two sides of an association call. */
export interface Pair {
  readonly from: ObjectType;
  readonly to: ObjectType;
}

/** All paths of one endpoint below `/crm/associations/{version}/{from}/{to}`, with its v4 twins. */
export function associationPaths(rest: string): string[] {
  const pair = `/:objectType/:toObjectType${rest}`;
  return [
    ...DATED_VERSIONS.map((version) => `/crm/associations/${version}${pair}`),
    `/crm/v4/associations${pair}`,
    `/crm/associations/v4${pair}`,
  ];
}

/** The types that the path names; 400 for unknown ones, 403 without the scopes of both sides. */
export function pairOf(request: SandboxRequest, access: Access): Pair {
  const from = objectTypeOf(request.params['objectType']);
  const to = objectTypeOf(request.params['toObjectType']);
  requireScopes(request.token, [...objectScopes(from, access), ...objectScopes(to, access)]);
  return { from, to };
}

/** An association type as HubSpot prints it. */
export interface LabelView {
  readonly category: string;
  readonly typeId: number;
  readonly label?: string | null;
}

/** Prints the type of an association; without a label the field is left out, as the schema has no null. */
export function labelView(
  portal: Portal,
  entry: Pick<Association, 'category' | 'typeId' | 'label'>,
): LabelView {
  const { category, typeId, label } = entry;
  if (label === null && !portal.settings.nullsOnEveryPath) return { category, typeId };
  return { category, typeId, label };
}

/** The answer to a labelled association between two records. */
export function pairView(from: CrmObject, to: CrmObject, kinds: readonly AssociationKind[]): unknown {
  return {
    fromObjectTypeId: OBJECT_TYPE_IDS[from.type],
    fromObjectId: from.id,
    toObjectTypeId: OBJECT_TYPE_IDS[to.type],
    toObjectId: to.id,
    labels: kinds.flatMap((kind) => (kind.label === null ? [] : [kind.label])),
  };
}

/** The answer to a default association: both directions. */
export function defaultViews(from: CrmObject, to: CrmObject, kind: AssociationKind): unknown[] {
  const spec = (typeId: number): unknown => ({
    associationCategory: kind.category,
    associationTypeId: typeId,
  });
  return [
    { from: { id: from.id }, to: { id: to.id }, associationSpec: spec(kind.typeId) },
    { from: { id: to.id }, to: { id: from.id }, associationSpec: spec(kind.inverseTypeId) },
  ];
}

/** The default association type of a pair, or HubSpot's 400. */
export function defaultKind({ from, to }: Pair): AssociationKind {
  const [kind] = kindsBetween(from, to);
  if (kind === undefined)
    throw invalid(`There is no association type from ${typeWord(from)} to ${typeWord(to)}`);
  return kind;
}

/** Association types from a body, each fit for the pair, or HubSpot's 400. */
export function kindsFrom({ from, to }: Pair, specs: unknown): AssociationKind[] {
  if (!Array.isArray(specs) || specs.length === 0) throw invalid('At least one association type is needed');
  return specs.map((spec: unknown) => {
    const kind = kindFrom(from, bodyRecord(spec));
    if (kind.to === to) return kind;
    throw invalid(`Type ${kind.typeId} does not associate ${typeWord(from)} with ${typeWord(to)}`);
  });
}

/** A live record of one side, or HubSpot's 400 for an association with nothing. */
export function needSide(portal: Portal, type: ObjectType, id: string): CrmObject {
  const object = followMerges(portal, type, id);
  if (object?.archivedAt !== null) throw invalidTarget(type, id);
  return object;
}

/** One page of what a record is associated with, by id of the other side. */
export function associationPage(
  portal: Portal,
  object: CrmObject,
  to: ObjectType,
  after: string | null,
  limit: number,
): { readonly results: readonly unknown[]; readonly next: string | null } {
  const cursor = after === null || after === '' ? 0 : Number(after);
  if (!Number.isInteger(cursor))
    throw invalid(`after must be a cursor from paging.next.after, not '${after}'`);
  const all = associatedIds(portal, object, to)
    .filter(([id]) => Number(id) > cursor)
    .sort(([a], [b]) => Number(a) - Number(b));
  const page = all.slice(0, limit);
  return {
    results: page.map(([toObjectId, entries]) => ({
      toObjectId,
      associationTypes: entries.map((entry) => labelView(portal, entry)),
    })),
    next: all.length > limit ? (page.at(-1)?.[0] ?? null) : null,
  };
}
