import { HubSpotError } from '../http/route.ts';
import type { ObjectType, Portal } from '../portal/model.ts';
import { LIFECYCLE_STAGES } from './default-properties-options.ts';
import { storedValue, valueProblem } from './property-validation-values.ts';
import type { ValueProblem } from './property-validation-values.ts';

export type WriteMode = 'create' | 'update';

/** An activity without a time has no place on the timeline (facts: engagements). */
const REQUIRED_AT_CREATION: Readonly<Record<ObjectType, readonly string[]>> = {
  contacts: [],
  companies: [],
  notes: ['hs_timestamp'],
  emails: ['hs_timestamp'],
  tasks: ['hs_timestamp'],
  meetings: ['hs_timestamp'],
  calls: ['hs_timestamp'],
  communications: ['hs_timestamp'],
};

const adminRules = new WeakMap<Portal, Map<ObjectType, readonly string[]>>();

/**
 * The properties that an admin of the portal made required, which binds API writes too since
 * September 2026: a create without one, and an update that clears one, are refused.
 */
export function setRequiredProperties(portal: Portal, type: ObjectType, names: readonly string[]): void {
  const rules = adminRules.get(portal) ?? new Map<ObjectType, readonly string[]>();
  rules.set(type, [...names]);
  adminRules.set(portal, rules);
}

/** Throws HubSpot's 400 VALIDATION_ERROR, naming every property that it would refuse; else does nothing. */
export function validateProperties(
  portal: Portal,
  type: ObjectType,
  values: Readonly<Record<string, string>>,
  mode: WriteMode,
): void {
  const problems: NamedProblem[] = [];
  for (const [name, value] of Object.entries(values)) {
    const problem = propertyProblem(portal, type, name, value);
    if (problem !== null) problems.push({ name, ...problem });
  }
  if (problems.length > 0) throw valuesWereNotValid(portal, problems);
  const missing = missingProperties(portal, type, values, mode);
  if (missing.length > 0) throw requiredWereNotSet(type, missing, mode);
}

/**
 * The values as HubSpot stores them: e-mail in lower case, times as ISO with milliseconds and `Z`,
 * dates as YYYY-MM-DD, a leading `;` added to the current list. A lifecycle stage that would move
 * back is left out: HubSpot answers 200 and keeps the later one until it is cleared.
 */
export function normaliseProperties(
  portal: Portal,
  type: ObjectType,
  values: Readonly<Record<string, string>>,
  current: (name: string) => string,
): Record<string, string> {
  const stored: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const property = portal.properties[type].get(name);
    if (property === undefined) continue;
    if (name === 'lifecyclestage' && movesBack(current(name), value)) continue;
    stored[name] = storedValue(property, value, current(name));
  }
  return stored;
}

interface NamedProblem extends ValueProblem {
  readonly name: string;
}

function propertyProblem(portal: Portal, type: ObjectType, name: string, value: string): ValueProblem | null {
  const property = portal.properties[type].get(name);
  if (property === undefined || property.archived) {
    return { code: 'PROPERTY_DOESNT_EXIST', message: `Property "${name}" does not exist` };
  }
  if (property.readOnlyValue) {
    return {
      code: 'READ_ONLY_VALUE',
      message: `"${name}" is a read only property; its value cannot be set.`,
    };
  }
  return value === '' ? null : valueProblem(portal, property, value);
}

function missingProperties(
  portal: Portal,
  type: ObjectType,
  values: Readonly<Record<string, string>>,
  mode: WriteMode,
): string[] {
  const required = new Set([...REQUIRED_AT_CREATION[type], ...(adminRules.get(portal)?.get(type) ?? [])]);
  return [...required].filter((name) => {
    const value = values[name];
    return mode === 'create' ? value === undefined || value === '' : value === '';
  });
}

function movesBack(from: string, to: string): boolean {
  const order = LIFECYCLE_STAGES.map((stage) => stage.value);
  return order.includes(from) && order.includes(to) && order.indexOf(to) < order.indexOf(from);
}

function valuesWereNotValid(portal: Portal, problems: readonly NamedProblem[]): HubSpotError {
  const list = problems.map(({ name, code, message }) => ({
    isValid: false,
    message,
    error: code,
    name,
    localizedErrorMessage: message,
    portalId: portal.portalId,
  }));
  return new HubSpotError(
    400,
    'VALIDATION_ERROR',
    `Property values were not valid: ${JSON.stringify(list)}`,
    {
      errors: problems.map(({ name, code, message }) => ({
        message,
        code,
        context: { propertyName: [name] },
      })),
    },
  );
}

const SINGULAR: Readonly<Record<ObjectType, string>> = {
  contacts: 'CONTACT',
  companies: 'COMPANY',
  notes: 'NOTE',
  emails: 'EMAIL',
  tasks: 'TASK',
  meetings: 'MEETING',
  calls: 'CALL',
  communications: 'COMMUNICATION',
};

function requiredWereNotSet(type: ObjectType, names: readonly string[], mode: WriteMode): HubSpotError {
  const verb = mode === 'create' ? 'creating' : 'updating';
  const message = `Error ${verb} ${SINGULAR[type]}. Some required properties were not set.`;
  return new HubSpotError(400, 'VALIDATION_ERROR', message, {
    context: { properties: [...names] },
    errors: names.map((name) => ({
      message: `Property "${name}" is required and was not set.`,
      code: 'MISSING_REQUIRED_PROPERTY',
      context: { propertyName: [name] },
    })),
  });
}
