import type { Association, ObjectType } from './model.ts';

/** One kind of association in one direction. */
export interface AssociationKind {
  readonly from: ObjectType;
  readonly to: ObjectType;
  readonly typeId: number;
  readonly category: Association['category'];
  readonly label: string | null;
  /** The same association seen from the other side. */
  readonly inverseTypeId: number;
  /** The v3 name, such as `note_to_contact`. */
  readonly name: string;
}

type Row = readonly [
  from: ObjectType,
  to: ObjectType,
  typeId: number,
  inverseTypeId: number,
  label: string | null,
];

/** HubSpot's own association types (facts: engagements). The first row of a pair is its default. */
const ROWS: readonly Row[] = [
  ['contacts', 'companies', 279, 280, null],
  ['contacts', 'companies', 1, 2, 'Primary'],
  ['contacts', 'contacts', 449, 449, null],
  ['companies', 'companies', 450, 450, null],
  ['companies', 'companies', 13, 14, 'Child Company'],
  ['notes', 'contacts', 202, 201, null],
  ['notes', 'companies', 190, 189, null],
  ['emails', 'contacts', 198, 197, null],
  ['emails', 'companies', 186, 185, null],
  ['tasks', 'contacts', 204, 203, null],
  ['tasks', 'companies', 192, 191, null],
  ['meetings', 'contacts', 200, 199, null],
  ['meetings', 'companies', 188, 187, null],
  ['calls', 'contacts', 194, 193, null],
  ['calls', 'companies', 182, 181, null],
  ['communications', 'contacts', 81, 82, null],
  ['communications', 'companies', 87, 88, null],
];

const INVERSE_LABELS: ReadonlyMap<number, string> = new Map([[14, 'Parent Company']]);

const SINGULAR: Readonly<Record<ObjectType, string>> = {
  contacts: 'contact',
  companies: 'company',
  notes: 'note',
  emails: 'email',
  tasks: 'task',
  meetings: 'meeting',
  calls: 'call',
  communications: 'communication',
};

export const ASSOCIATION_KINDS: readonly AssociationKind[] = ROWS.flatMap(
  ([from, to, typeId, inverseTypeId, label]) => {
    const forth = kind(from, to, typeId, inverseTypeId, label);
    if (typeId === inverseTypeId) return [forth];
    return [forth, kind(to, from, inverseTypeId, typeId, INVERSE_LABELS.get(inverseTypeId) ?? label)];
  },
);

/** All kinds between two types in this direction; empty when HubSpot knows none. The first is the default. */
export function kindsBetween(from: ObjectType, to: ObjectType): readonly AssociationKind[] {
  return ASSOCIATION_KINDS.filter((kind) => kind.from === from && kind.to === to);
}

function kind(
  from: ObjectType,
  to: ObjectType,
  typeId: number,
  inverseTypeId: number,
  label: string | null,
): AssociationKind {
  const pair = `${SINGULAR[from]}_to_${SINGULAR[to]}`;
  // v3 calls the labelled company association by the plain name, and the plain one "unlabeled".
  const name =
    typeId === 279 || typeId === 280
      ? `${pair}_unlabeled`
      : typeId === 13
        ? 'parent_to_child_company'
        : typeId === 14
          ? 'child_to_parent_company'
          : pair;
  return { from, to, typeId, inverseTypeId, label, category: 'HUBSPOT_DEFINED', name };
}
