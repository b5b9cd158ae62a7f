import { HubSpotError } from '../http/route.ts';
import type { ObjectType, Portal, PropertyDefinition, PropertyOption } from '../portal/model.ts';
import {
  bodyRecord,
  invalid,
  optionalFlag,
  optionalInteger,
  optionalText,
  requireFields,
} from './request-body.ts';

/** Custom properties with a unique value, at most, per object type (facts: size limits). */
export const MAX_UNIQUE_PROPERTIES = 10;
/** Custom properties, at most, per object type. */
export const MAX_CUSTOM_PROPERTIES = 1000;

const NAME = /^[a-z][a-z0-9_]{0,99}$/;

const FIELD_TYPES: Readonly<Record<PropertyDefinition['type'], readonly string[]>> = {
  string: ['text', 'textarea', 'html', 'phonenumber', 'file', 'calculation_equation'],
  number: ['number', 'calculation_equation'],
  bool: ['booleancheckbox', 'calculation_equation'],
  enumeration: ['select', 'radio', 'checkbox', 'booleancheckbox', 'calculation_equation'],
  date: ['date'],
  datetime: ['date'],
};

/** Built-in lists that a portal may edit; the others are HubSpot's own. */
const EDITABLE_OPTIONS = new Set([
  'hs_lead_status',
  'industry',
  'type',
  'hs_persona',
  'lifecyclestage',
  'hs_language',
]);

/** The parts of a definition that a portal cannot change on HubSpot's own properties. */
const DEFINITION_FIELDS = [
  'type',
  'fieldType',
  'groupName',
  'label',
  'hidden',
  'formField',
  'calculationFormula',
];

/** A custom property from the body of a create call, or HubSpot's 400. `dated`: options need `displayOrder`. */
export function newProperty(
  portal: Portal,
  type: ObjectType,
  body: unknown,
  dated: boolean,
  now: number,
): PropertyDefinition {
  const input = bodyRecord(body);
  requireFields(input, ['name', 'label', 'type', 'fieldType', 'groupName']);
  const name = checkedName(optionalText(input, 'name') ?? '');
  const shape = checkedShape(optionalText(input, 'type') ?? '', optionalText(input, 'fieldType') ?? '');
  const externalOptions = checkedExternalOptions(input, shape.type);
  const hasUniqueValue = optionalFlag(input, 'hasUniqueValue') ?? false;
  if (hasUniqueValue) checkUnique(portal, type, name, shape);
  const property: PropertyDefinition = {
    name,
    label: checkedLabel(optionalText(input, 'label') ?? ''),
    ...shape,
    groupName: checkedGroup(portal, type, optionalText(input, 'groupName') ?? ''),
    description: optionalText(input, 'description') ?? '',
    options: checkedOptions(input['options'], dated),
    displayOrder: optionalInteger(input, 'displayOrder') ?? -1,
    hidden: optionalFlag(input, 'hidden') ?? false,
    formField: optionalFlag(input, 'formField') ?? false,
    hasUniqueValue,
    calculated: shape.fieldType === 'calculation_equation',
    externalOptions,
    hubspotDefined: false,
    readOnlyValue: shape.fieldType === 'calculation_equation',
    createdAt: now,
    updatedAt: now,
    archived: false,
    archivedAt: null,
  };
  checkOptionsFit(property);
  checkRoom(portal, type, name);
  return property;
}

/** Changes a definition as a PATCH asks; `options` replaces the whole list. Throws before it changes anything. */
export function updateProperty(
  portal: Portal,
  type: ObjectType,
  property: PropertyDefinition,
  body: unknown,
  dated: boolean,
  now: number,
): void {
  const input = bodyRecord(body);
  if (property.hubspotDefined) checkBuiltInUpdate(property, input);
  const shape = checkedShape(
    optionalText(input, 'type') ?? property.type,
    optionalText(input, 'fieldType') ?? property.fieldType,
  );
  const groupName = optionalText(input, 'groupName');
  const label = optionalText(input, 'label');
  const next: PropertyDefinition = {
    ...property,
    ...shape,
    label: label === undefined ? property.label : checkedLabel(label),
    groupName: groupName === undefined ? property.groupName : checkedGroup(portal, type, groupName),
    description: optionalText(input, 'description') ?? property.description,
    options: input['options'] === undefined ? property.options : checkedOptions(input['options'], dated),
    displayOrder: optionalInteger(input, 'displayOrder') ?? property.displayOrder,
    hidden: optionalFlag(input, 'hidden') ?? property.hidden,
    formField: optionalFlag(input, 'formField') ?? property.formField,
    updatedAt: now,
  };
  checkOptionsFit(next);
  Object.assign(property, next);
}

/** A property as the API prints it. */
export function propertyJson(property: PropertyDefinition): Record<string, unknown> {
  const { archivedAt, readOnlyValue, createdAt, updatedAt, options, ...same } = property;
  return {
    ...same,
    options: [...options].sort((a, b) => a.displayOrder - b.displayOrder),
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
    ...(archivedAt === null ? {} : { archivedAt: new Date(archivedAt).toISOString() }),
    ...(property.externalOptions ? { referencedObjectType: 'OWNER' } : {}),
    modificationMetadata: {
      archivable: !property.hubspotDefined,
      readOnlyDefinition: property.hubspotDefined,
      readOnlyValue,
      ...(property.type === 'enumeration' ? { readOnlyOptions: hasFixedOptions(property) } : {}),
    },
  };
}

/** HubSpot's 409 for a name that is taken; clients match on it (facts: properties). */
export function propertyExists(name: string): HubSpotError {
  return new HubSpotError(409, 'OBJECT_ALREADY_EXISTS', `A property named '${name}' already exists.`, {
    subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
  });
}

function hasFixedOptions(property: PropertyDefinition): boolean {
  return property.hubspotDefined && !EDITABLE_OPTIONS.has(property.name);
}

function checkBuiltInUpdate(property: PropertyDefinition, input: Readonly<Record<string, unknown>>): void {
  const refused = DEFINITION_FIELDS.filter(
    (field) => input[field] !== undefined && input[field] !== value(property, field),
  );
  if (input['options'] !== undefined && hasFixedOptions(property)) refused.push('options');
  if (refused.length === 0) return;
  throw invalid(`Property ${property.name} is defined by HubSpot: ${refused.join(', ')} cannot be changed`);
}

const value = (property: PropertyDefinition, field: string): unknown =>
  (property as unknown as Record<string, unknown>)[field];

function checkedName(name: string): string {
  if (!NAME.test(name)) {
    throw invalid(
      `Property name '${name}' is not valid: it must begin with a lower-case letter and hold only lower-case letters, digits and underscores, at most 100`,
    );
  }
  if (name.startsWith('hs_'))
    throw invalid(`Property name '${name}' is not valid: names that begin with hs_ are reserved`);
  return name;
}

function checkedLabel(label: string): string {
  if (label.trim() === '') throw invalid('Property label must not be empty');
  return label;
}

function checkedShape(type: string, fieldType: string): Pick<PropertyDefinition, 'type' | 'fieldType'> {
  const fieldTypes = (FIELD_TYPES as Readonly<Record<string, readonly string[]>>)[type];
  if (fieldTypes === undefined) {
    throw invalid(
      `Property type '${type}' is not valid: it must be one of ${Object.keys(FIELD_TYPES).join(', ')}`,
    );
  }
  if (!fieldTypes.includes(fieldType)) {
    throw invalid(
      `fieldType '${fieldType}' is not valid for type '${type}': it must be one of ${fieldTypes.join(', ')}`,
    );
  }
  return { type: type as PropertyDefinition['type'], fieldType };
}

function checkedGroup(portal: Portal, type: ObjectType, groupName: string): string {
  const group = portal.groups[type].get(groupName);
  if (group === undefined || group.archived) throw invalid(`Property group '${groupName}' does not exist`);
  return groupName;
}

function checkedExternalOptions(input: Readonly<Record<string, unknown>>, type: string): boolean {
  if (optionalFlag(input, 'externalOptions') !== true) return false;
  if (type !== 'enumeration' || optionalText(input, 'referencedObjectType') !== 'OWNER') {
    throw invalid("externalOptions needs type 'enumeration' and referencedObjectType 'OWNER'");
  }
  return true;
}

function checkedOptions(value: unknown, dated: boolean): PropertyOption[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value))
    throw invalid('Invalid input JSON on line 1, column 1: options must be an array');
  const options = value.map((item: unknown, index) => checkedOption(item, index, dated));
  checkDistinct('value', options);
  checkDistinct('label', options);
  return options;
}

function checkedOption(item: unknown, index: number, dated: boolean): PropertyOption {
  const input = bodyRecord(item);
  requireFields(input, dated ? ['label', 'value', 'hidden', 'displayOrder'] : ['label', 'value', 'hidden']);
  const description = optionalText(input, 'description');
  const option: PropertyOption = {
    label: optionalText(input, 'label') ?? '',
    value: optionalText(input, 'value') ?? '',
    displayOrder: optionalInteger(input, 'displayOrder') ?? index,
    hidden: optionalFlag(input, 'hidden') ?? false,
    ...(description === undefined ? {} : { description }),
  };
  if (option.value === '' || option.label.trim() === '')
    throw invalid('Property options need a label and a value');
  if (option.value.includes(';'))
    throw invalid(`Property option value '${option.value}' must not contain a semicolon`);
  return option;
}

function checkDistinct(field: 'value' | 'label', options: readonly PropertyOption[]): void {
  const seen = new Set<string>();
  for (const option of options) {
    if (seen.has(option[field]))
      throw invalid(`Property option ${field}s must be unique: '${option[field]}' is used twice`);
    seen.add(option[field]);
  }
}

function checkOptionsFit(property: PropertyDefinition): void {
  if (property.fieldType === 'calculation_equation') return;
  const values = property.options.map((option) => option.value);
  if (
    property.type === 'enumeration' &&
    !property.externalOptions &&
    values.length === 0 &&
    !property.hubspotDefined
  ) {
    throw invalid(`Property ${property.name} is an enumeration: it needs options`);
  }
  if (
    property.type === 'bool' &&
    (values.length !== 2 || !values.includes('true') || !values.includes('false'))
  ) {
    throw invalid(`Property ${property.name} is a bool: it needs two options with the values true and false`);
  }
}

function checkUnique(
  portal: Portal,
  type: ObjectType,
  name: string,
  shape: Pick<PropertyDefinition, 'type' | 'fieldType'>,
): void {
  if (shape.type !== 'string' && shape.type !== 'number') {
    throw invalid(`Property ${name} cannot have unique values: only text and number properties can`);
  }
  if (
    customProperties(portal, type).filter((property) => property.hasUniqueValue).length >=
    MAX_UNIQUE_PROPERTIES
  ) {
    throw invalid(
      `${type} already has ${MAX_UNIQUE_PROPERTIES} properties with unique values, which is the limit`,
    );
  }
}

function checkRoom(portal: Portal, type: ObjectType, name: string): void {
  if (customProperties(portal, type).length < MAX_CUSTOM_PROPERTIES) return;
  throw invalid(
    `Property ${name} cannot be created: ${type} already has ${MAX_CUSTOM_PROPERTIES} custom properties`,
  );
}

function customProperties(portal: Portal, type: ObjectType): PropertyDefinition[] {
  return [...portal.properties[type].values()].filter(
    (property) => !property.hubspotDefined && !property.archived,
  );
}
