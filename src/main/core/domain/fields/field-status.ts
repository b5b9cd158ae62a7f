import type { FieldDefinition, FieldOption, FoundField } from './field-definition.ts';

/** How a field of ours stands in the portal, and what would put it right. */
export interface FieldStatus {
  readonly status: 'present' | 'missing' | 'differs';
  /** A sentence for the page. */
  readonly message: string;
  /** The property it uses or would use. */
  readonly name: string;
  /** Made by somebody else and used as it is: it is never altered, only missing options are offered. */
  readonly adopted: boolean;
  readonly missingOptions: readonly FieldOption[];
  /** `create` also brings an archived property back; `by-hand`: only an admin of the CRM can. */
  readonly remedy: 'none' | 'create' | 'add-options' | 'by-hand';
}

/**
 * The portal's property that serves as this field: by internal name, then by exact label, of a type that
 * fits and not archived. Where only an archived or unfit one bears our own name, that one, because it stands
 * in the way; else null.
 */
export function findField(desired: FieldDefinition, portal: readonly FoundField[]): FoundField | null {
  const usable = portal.filter((field) => !field.archived && fits(desired, field) && !isStock(field));
  for (const name of [desired.name, ...desired.alsoNamed]) {
    const named = usable.find((field) => field.name === name);
    if (named !== undefined) return named;
  }
  return (
    usable.find((field) => field.label === desired.label) ??
    portal.find((field) => field.name === desired.name) ??
    null
  );
}

/** Compares a field with what `findField` found for it. */
export function fieldStatus(desired: FieldDefinition, found: FoundField | null): FieldStatus {
  const base = { name: found?.name ?? desired.name, adopted: false, missingOptions: [] };
  if (found === null) {
    return {
      ...base,
      status: 'missing',
      message: `"${desired.label}" does not exist yet; it would be created as ${desired.name}.`,
      remedy: 'create',
    };
  }
  const adopted = found.name !== desired.name || found.groupName !== desired.groupName;
  if (!fits(desired, found)) {
    return {
      ...base,
      adopted,
      status: 'differs',
      message: `"${found.label}" (${found.name}) is of type ${found.type}, ${found.fieldType}, where ${desired.type}, ${desired.fieldType} is needed; rename or delete it in the CRM, then verify again.`,
      remedy: 'by-hand',
    };
  }
  if (found.archived) {
    return {
      ...base,
      adopted,
      status: 'differs',
      message: `"${found.label}" (${found.name}) is archived in the CRM; it can be brought back with its values.`,
      remedy: 'create',
    };
  }
  const missingOptions = optionsMissing(desired, found);
  if (missingOptions.length > 0) {
    const names = missingOptions.map((option) => option.label).join(', ');
    return {
      ...base,
      adopted,
      missingOptions,
      status: 'differs',
      message: `"${found.label}" (${found.name}) lacks ${missingOptions.length === 1 ? 'the option' : 'the options'} ${names}; add ${missingOptions.length === 1 ? 'it' : 'them'}, or values cannot be written.`,
      remedy: 'add-options',
    };
  }
  return {
    ...base,
    adopted,
    status: 'present',
    message: adopted
      ? `"${found.label}" (${found.name}) already exists and is used as it is.`
      : `"${found.label}" (${found.name}) is there.`,
    remedy: 'none',
  };
}

/** The full list of options that adds what is missing; existing ones stay as they are. */
export function withMissingOptions(
  found: FoundField,
  missing: readonly FieldOption[],
): readonly FieldOption[] {
  const last = found.options.reduce(
    (order, option) => (option.displayOrder > order ? option.displayOrder : order),
    -1,
  );
  return [
    ...found.options,
    ...missing.map((option, index) => ({ ...option, displayOrder: last + 1 + index })),
  ];
}

/** Whether a property's type serves the purpose of a field. */
export function fits(desired: FieldDefinition, found: FoundField): boolean {
  return desired.fits.some((fit) => fit.type === found.type && fit.fieldTypes.includes(found.fieldType));
}

/** The CRM's own properties are never taken for ours, whatever their label. */
function isStock(field: FoundField): boolean {
  return field.name.startsWith('hs_') || field.name.startsWith('hubspot_');
}

function optionsMissing(desired: FieldDefinition, found: FoundField): readonly FieldOption[] {
  if (found.type !== 'enumeration') return [];
  const values = new Set(found.options.map((option) => option.value));
  return desired.options.filter((option) => !values.has(option.value));
}
