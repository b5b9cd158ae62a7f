import type { Portal, PropertyDefinition } from '../portal/model.ts';

/** Why HubSpot refuses a value: the code and sentence that go into the error envelope (facts: errors). */
export interface ValueProblem {
  readonly code: string;
  readonly message: string;
}

/** Characters; HubSpot's cap on one property value. */
export const MAX_VALUE_LENGTH = 65_536;

const EMAIL = /^[^\s@<>()[\],;:"]+@[^\s@.<>()[\],;:"]+(?:\.[^\s@.<>()[\],;:"]+)+$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const ISO_DATETIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2}))?$/;
const MILLISECONDS = /^-?\d+$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const DAY_MS = 86_400_000;

/** What is wrong with a non-empty value of this property; null when HubSpot would take it. */
export function valueProblem(
  portal: Portal,
  property: PropertyDefinition,
  value: string,
): ValueProblem | null {
  if (value.length > MAX_VALUE_LENGTH) {
    return {
      code: 'VALUE_TOO_LONG',
      message: `Property value is ${value.length} characters long, the limit is ${MAX_VALUE_LENGTH}`,
    };
  }
  switch (property.type) {
    case 'string':
      return textProblem(property, value);
    case 'number':
      return NUMBER.test(value)
        ? null
        : { code: 'INVALID_INTEGER', message: `${value} was not a valid number.` };
    case 'bool':
      return value === 'true' || value === 'false' ? null : optionProblem(value, ['true', 'false']);
    case 'enumeration':
      return enumerationProblem(portal, property, value);
    case 'date':
      return parseDate(value) === null
        ? {
            code: 'INVALID_DATE',
            message: `${value} was not a valid date: it must be YYYY-MM-DD or midnight UTC`,
          }
        : null;
    case 'datetime':
      return parseDatetime(value) === null
        ? { code: 'INVALID_DATE', message: `${value} was not a valid date and time.` }
        : null;
  }
}

function textProblem(property: PropertyDefinition, value: string): ValueProblem | null {
  if (property.name === 'email' && property.hubspotDefined) {
    return EMAIL.test(value.trim())
      ? null
      : { code: 'INVALID_EMAIL', message: `Email address ${value} is invalid` };
  }
  if (property.name === 'hs_email_headers' && !isJsonObject(value)) {
    return { code: 'INVALID_JSON', message: 'hs_email_headers was not valid JSON.' };
  }
  return null;
}

function enumerationProblem(
  portal: Portal,
  property: PropertyDefinition,
  value: string,
): ValueProblem | null {
  const values = isMultiple(property) ? splitValues(value) : [value];
  if (property.externalOptions) {
    const unknown = values.find((id) => portal.owners.get(id)?.archived !== false);
    return unknown === undefined
      ? null
      : { code: 'INVALID_OWNER_ID', message: `Owner ${unknown} does not exist` };
  }
  if (property.name === 'hs_additional_emails') {
    const bad = values.find((address) => !EMAIL.test(address));
    return bad === undefined ? null : { code: 'INVALID_EMAIL', message: `Email address ${bad} is invalid` };
  }
  // HubSpot keeps some option lists elsewhere (file ids, queues): they print no options and take any value.
  if (property.hubspotDefined && property.options.length === 0) return null;
  const allowed = property.options.map((option) => option.value);
  const unknown = values.find((item) => !allowed.includes(item));
  return unknown === undefined ? null : optionProblem(unknown, allowed);
}

function optionProblem(value: string, allowed: readonly string[]): ValueProblem {
  return {
    code: 'INVALID_OPTION',
    message: `${value} was not one of the allowed options: [${allowed.join(', ')}]`,
  };
}

/** Several values in one, `A;B`. */
export function isMultiple(property: PropertyDefinition): boolean {
  return property.type === 'enumeration' && property.fieldType === 'checkbox';
}

/** The form in which HubSpot keeps and returns a value that passed `valueProblem`. */
export function storedValue(property: PropertyDefinition, value: string, current: string): string {
  if (value === '') return '';
  if (property.name === 'email' && property.hubspotDefined) return value.trim().toLowerCase();
  switch (property.type) {
    case 'datetime':
      return new Date(parseDatetime(value) ?? Number.NaN).toISOString();
    case 'date':
      return new Date(parseDate(value) ?? Number.NaN).toISOString().slice(0, 10);
    case 'enumeration':
      return isMultiple(property) ? storedValues(value, current) : value;
    case 'string':
    case 'number':
    case 'bool':
      return value;
  }
}

/** A leading `;` adds to what is there, otherwise the list replaces it (facts: properties). */
function storedValues(value: string, current: string): string {
  const kept = value.startsWith(';') ? splitValues(current) : [];
  return [...new Set([...kept, ...splitValues(value)])].join(';');
}

const splitValues = (value: string): string[] =>
  value
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** Milliseconds of `YYYY-MM-DD` or of a millisecond count at midnight UTC; null for anything else. */
function parseDate(value: string): number | null {
  if (MILLISECONDS.test(value)) {
    const time = Number(value);
    return time % DAY_MS === 0 && isRealTime(time) ? time : null;
  }
  return ISO_DATE.test(value) ? isoTime(value) : null;
}

/** Milliseconds of an ISO 8601 instant (a bare date is its midnight) or of a millisecond count. */
function parseDatetime(value: string): number | null {
  if (MILLISECONDS.test(value)) return isRealTime(Number(value)) ? Number(value) : null;
  return ISO_DATETIME.test(value) ? isoTime(value) : null;
}

function isoTime(value: string): number | null {
  const time = Date.parse(value);
  if (Number.isNaN(time)) return null;
  // `Date.parse` rolls 2026-02-30 over into March; HubSpot refuses it.
  const day = value.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? time : null;
}

const isRealTime = (time: number): boolean => !Number.isNaN(new Date(time).getTime());

function isJsonObject(value: string): boolean {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}
