import type { CrmObject, ObjectType, Portal, PropertyDefinition } from '../portal/model.ts';
import { objectTypeOf } from './properties-object-type.ts';
import { bodyRecord, invalid, optionalText, optionalTexts } from './request-body.ts';

/** Whether a record, as the index has it, fits. */
export type Predicate = (values: Readonly<Record<string, string>>, object: CrmObject) => boolean;

/** One filter as it came in, checked. */
export interface SearchFilter {
  readonly propertyName: string;
  readonly operator: string;
  readonly value: string | undefined;
  readonly values: readonly string[];
  readonly highValue: string | undefined;
}

const MAX_GROUPS = 5;
const MAX_FILTERS = 6;
const MAX_FILTERS_IN_ALL = 18;
const PSEUDO = 'associations.';

const LIST_OPERATORS = new Set(['IN', 'NOT_IN']);
const EXISTENCE_OPERATORS = new Set(['HAS_PROPERTY', 'NOT_HAS_PROPERTY']);
const VALUE_OPERATORS = new Set([
  'EQ',
  'NEQ',
  'LT',
  'LTE',
  'GT',
  'GTE',
  'BETWEEN',
  'CONTAINS_TOKEN',
  'NOT_CONTAINS_TOKEN',
]);

/** Reads and checks `filterGroups`; the groups are alternatives, the filters of a group hold together. */
export function readFilterGroups(
  portal: Portal,
  type: ObjectType,
  input: unknown,
): readonly (readonly SearchFilter[])[] {
  if (input === undefined || input === null) return [];
  if (!Array.isArray(input)) throw invalid('filterGroups must be an array');
  if (input.length > MAX_GROUPS) {
    throw invalid(`A search takes at most ${MAX_GROUPS} filterGroups, but ${input.length} were given`);
  }
  const groups = input.map((group: unknown) => readGroup(portal, type, bodyRecord(group)['filters']));
  if (groups.flat().length > MAX_FILTERS_IN_ALL) {
    throw invalid(
      `A search takes at most ${MAX_FILTERS_IN_ALL} filters in all, but ${groups.flat().length} were given`,
    );
  }
  return groups;
}

/** One predicate for all groups; no groups fit everything. */
export function compileGroups(
  portal: Portal,
  type: ObjectType,
  groups: readonly (readonly SearchFilter[])[],
): Predicate {
  const compiled = groups.map((filters) => filters.map((filter) => compile(portal, type, filter)));
  if (compiled.length === 0) return () => true;
  return (values, object) => compiled.some((filters) => filters.every((fits) => fits(values, object)));
}

function readGroup(portal: Portal, type: ObjectType, input: unknown): SearchFilter[] {
  if (!Array.isArray(input)) throw invalid('Every entry of filterGroups needs filters');
  if (input.length > MAX_FILTERS) {
    throw invalid(`A filter group takes at most ${MAX_FILTERS} filters, but ${input.length} were given`);
  }
  return input.map((item: unknown) => {
    const record = bodyRecord(item);
    const filter: SearchFilter = {
      propertyName: optionalText(record, 'propertyName') ?? '',
      operator: optionalText(record, 'operator') ?? '',
      value: textOf(record['value']),
      values: optionalTexts(record, 'values') ?? [],
      highValue: textOf(record['highValue']),
    };
    checkFilter(portal, type, filter);
    return filter;
  });
}

/** Numbers are taken as text, as HubSpot takes them. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object') throw invalid('A filter value must be a string');
  return String(value as string | number | boolean);
}

function checkFilter(portal: Portal, type: ObjectType, filter: SearchFilter): void {
  const { propertyName, operator } = filter;
  if (!propertyName.startsWith(PSEUDO)) {
    const property = portal.properties[type].get(propertyName);
    if (property === undefined || property.archived) {
      throw invalid(`There was a problem with the request: Property "${propertyName}" does not exist`, {
        errors: [
          {
            message: `Property "${propertyName}" does not exist`,
            code: 'PROPERTY_DOESNT_EXIST',
            context: { propertyName: [propertyName] },
          },
        ],
      });
    }
    if (isUnfilterable(type, propertyName)) throw invalid(`${propertyName} cannot be used in a filter`);
  } else objectTypeOf(propertyName.slice(PSEUDO.length));
  if (LIST_OPERATORS.has(operator)) {
    if (filter.values.length === 0) throw invalid(`The operator ${operator} on ${propertyName} needs values`);
  } else if (VALUE_OPERATORS.has(operator)) {
    if (filter.value === undefined)
      throw invalid(`The operator ${operator} on ${propertyName} needs a value`);
    if (operator === 'BETWEEN' && filter.highValue === undefined) {
      throw invalid(`The operator BETWEEN on ${propertyName} needs a highValue`);
    }
  } else if (!EXISTENCE_OPERATORS.has(operator)) {
    throw invalid(`${operator} is not a valid filter operator`);
  }
}

/** Long texts that HubSpot's index leaves out (facts: search). */
function isUnfilterable(type: ObjectType, name: string): boolean {
  if (name === 'hs_body_preview_html') return true;
  return type === 'emails' && (name === 'hs_email_html' || name === 'hs_body_preview');
}

function compile(portal: Portal, type: ObjectType, filter: SearchFilter): Predicate {
  const name = filter.propertyName;
  if (name.startsWith(PSEUDO)) return compileAssociation(portal, filter);
  const { operator } = filter;
  if (operator === 'HAS_PROPERTY') return (values) => values[name] !== undefined;
  if (operator === 'NOT_HAS_PROPERTY') return (values) => values[name] === undefined;
  const property = portal.properties[type].get(name);
  const fits = property === undefined ? () => false : compileValue(property, filter);
  // Apart from NOT_IN and NOT_CONTAINS_TOKEN, a record without a value fits nothing.
  const without = operator === 'NOT_IN' || operator === 'NOT_CONTAINS_TOKEN';
  return (values) => {
    const value = values[name];
    return value === undefined ? without : fits(value);
  };
}

function compileAssociation(portal: Portal, filter: SearchFilter): Predicate {
  const type = objectTypeOf(filter.propertyName.slice(PSEUDO.length));
  const ids = filter.operator === 'IN' ? filter.values : [filter.value ?? ''];
  if (filter.operator !== 'IN' && filter.operator !== 'EQ') {
    throw invalid(`${filter.propertyName} takes the operators EQ and IN`);
  }
  return (_values, object) => {
    const links = portal.index.links.get(`${object.type}/${object.id}`)?.get(type);
    return links !== undefined && ids.some((id) => links.has(id));
  };
}

function compileValue(property: PropertyDefinition, filter: SearchFilter): (value: string) => boolean {
  switch (filter.operator) {
    case 'CONTAINS_TOKEN':
    case 'NOT_CONTAINS_TOKEN': {
      const contains = tokenMatcher(filter.value ?? '');
      const negated = filter.operator === 'NOT_CONTAINS_TOKEN';
      return (value) => contains(value) !== negated;
    }
    case 'IN':
    case 'NOT_IN': {
      const wanted = new Set(
        filter.values.map((value) => (isText(property) ? value : normal(property, value))),
      );
      const negated = filter.operator === 'NOT_IN';
      return (value) => partsOf(property, value).some((part) => wanted.has(part)) !== negated;
    }
    case 'EQ':
    case 'NEQ': {
      const wanted = normal(property, filter.value ?? '');
      const negated = filter.operator === 'NEQ';
      return (value) => partsOf(property, value).includes(wanted) !== negated;
    }
    default:
      return compileRange(property, filter);
  }
}

function compileRange(property: PropertyDefinition, filter: SearchFilter): (value: string) => boolean {
  const low = comparable(property, normal(property, filter.value ?? ''));
  const high =
    filter.highValue === undefined ? low : comparable(property, normal(property, filter.highValue));
  const read = (value: string): number | string => comparable(property, storedForm(property, value));
  switch (filter.operator) {
    case 'LT':
      return (value) => read(value) < low;
    case 'LTE':
      return (value) => read(value) <= low;
    case 'GT':
      return (value) => read(value) > low;
    case 'GTE':
      return (value) => read(value) >= low;
    default:
      return (value) => read(value) >= low && read(value) <= high;
  }
}

/** A filter value in the form in which equal ones are the same text. */
function normal(property: PropertyDefinition, value: string): string {
  switch (property.type) {
    case 'datetime':
      return timeOf(property, value).toISOString();
    case 'date':
      return timeOf(property, value).toISOString().slice(0, 10);
    default:
      return storedForm(property, value);
  }
}

/** The same for a stored value; stored times are in their form already. */
function storedForm(property: PropertyDefinition, value: string): string {
  switch (property.type) {
    case 'number':
      return String(Number(value));
    case 'string':
      return value.toLowerCase();
    case 'datetime':
    case 'date':
    case 'bool':
    case 'enumeration':
      return value;
  }
}

function timeOf(property: PropertyDefinition, value: string): Date {
  const time = new Date(/^-?\d+$/.test(value) ? Number(value) : value);
  if (!Number.isNaN(time.getTime())) return time;
  throw invalid(`${value} is not a valid ${property.type} for a filter on ${property.name}`);
}

/** What to compare and sort by; stored times compare as text. */
export function comparable(property: PropertyDefinition, value: string): number | string {
  return property.type === 'number' ? Number(value) : value;
}

function partsOf(property: PropertyDefinition, value: string): string[] {
  if (property.type === 'enumeration') return value.includes(';') ? value.split(';') : [value];
  return [storedForm(property, value)];
}

function isText(property: PropertyDefinition): boolean {
  return property.type === 'string';
}

/** Matches whole words in order; `*` stands for any characters within a word. */
function tokenMatcher(wanted: string): (value: string) => boolean {
  const text = wanted.toLowerCase();
  if (text.includes('*')) {
    const pattern = text
      .split('*')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*');
    const whole = new RegExp(`^${pattern}$`, 's');
    return (value) => {
      const lower = value.toLowerCase();
      return whole.test(lower) || lower.split(/\s+/).some((word) => whole.test(word));
    };
  }
  const words = tokens(text);
  return (value) => {
    const have = tokens(value.toLowerCase());
    return words.length > 0 && have.some((_, start) => words.every((word, i) => have[start + i] === word));
  };
}

/** Words of a text, in lower case when the text is. */
export function tokens(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
