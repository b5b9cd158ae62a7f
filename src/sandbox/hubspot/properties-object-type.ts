import { OBJECT_TYPE_IDS } from '../portal/model.ts';
import type { ObjectType } from '../portal/model.ts';
import { invalid } from './request-body.ts';

const NAMES: ReadonlyMap<string, ObjectType> = new Map(
  (Object.keys(OBJECT_TYPE_IDS) as ObjectType[]).flatMap((type) => {
    const singular = type === 'companies' ? 'company' : type.slice(0, -1);
    return [type, singular, OBJECT_TYPE_IDS[type]].map((name): [string, ObjectType] => [name, type]);
  }),
);

/** The object type that a path names: plural, singular or type id, in any case; else HubSpot's 400. */
export function objectTypeOf(name: string | undefined): ObjectType {
  const type = NAMES.get((name ?? '').toLowerCase());
  if (type === undefined) throw invalid(`Unable to infer object type from: ${name ?? ''}`);
  return type;
}
