import { HubSpotError } from '../http/route.ts';

/** HubSpot's 400 for a request that breaks a rule of the API; `extra` goes into the envelope. */
export function invalid(message: string, extra: Readonly<Record<string, unknown>> = {}): HubSpotError {
  return new HubSpotError(400, 'VALIDATION_ERROR', message, extra);
}

/** HubSpot's 404. */
export function notFound(message = 'resource not found'): HubSpotError {
  return new HubSpotError(404, 'OBJECT_NOT_FOUND', message);
}

/** The body as a JSON object, or HubSpot's 400. */
export function bodyRecord(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid('Invalid input JSON on line 1, column 1: a JSON object is expected');
  }
  return body as Record<string, unknown>;
}

/** Refuses a body that lacks a field which the published schema requires. */
export function requireFields(record: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  const missing = names.filter((name) => record[name] === undefined || record[name] === null);
  if (missing.length === 0) return;
  throw invalid(
    `Invalid input JSON on line 1, column 1: Some required fields were not set: [${missing.join(', ')}]`,
  );
}

/** A text field; undefined when it is not there. */
export function optionalText(record: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = record[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw wrongType(name, 'a string');
  return value;
}

export function optionalFlag(record: Readonly<Record<string, unknown>>, name: string): boolean | undefined {
  const value = record[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'boolean') throw wrongType(name, 'a boolean');
  return value;
}

export function optionalInteger(record: Readonly<Record<string, unknown>>, name: string): number | undefined {
  const value = record[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongType(name, 'an integer');
  return value;
}

/** An array of strings (numbers are taken as HubSpot takes them); undefined when it is not there. */
export function optionalTexts(record: Readonly<Record<string, unknown>>, name: string): string[] | undefined {
  const value = record[name];
  return value === undefined || value === null ? undefined : texts(value, name);
}

/** An array of strings, or HubSpot's 400 naming the field. */
export function texts(value: unknown, name: string): string[] {
  if (!Array.isArray(value)) throw wrongType(name, 'an array of strings');
  return value.map((item: unknown) => {
    if (typeof item === 'number') return String(item);
    if (typeof item !== 'string') throw wrongType(name, 'an array of strings');
    return item;
  });
}

/** The `inputs` of a batch call, at most `max` of them. */
export function batchInputs(body: unknown, max: number): Record<string, unknown>[] {
  const record = bodyRecord(body);
  requireFields(record, ['inputs']);
  if (!Array.isArray(record['inputs'])) throw wrongType('inputs', 'an array');
  if (record['inputs'].length > max) {
    throw invalid(
      `The maximum number of inputs supported in a batch request is ${max}. Please reduce the number of items and try again`,
    );
  }
  return record['inputs'].map((input: unknown) => bodyRecord(input));
}

/** A `limit` of the query: `fallback` when absent, HubSpot's 400 when it is not 1…max. */
export function pageLimit(query: URLSearchParams, fallback: number, max: number): number {
  const text = query.get('limit');
  if (text === null || text === '') return fallback;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1)
    throw invalid(`limit must be a number from 1 to ${max}, not '${text}'`);
  if (limit > max) throw invalid(`The maximum limit is ${max}, but ${limit} was requested`);
  return limit;
}

/** The address of the next page as HubSpot prints it: the public host, whatever the sandbox listens on. */
export function pageLink(
  path: string,
  query: URLSearchParams,
  cursor: Readonly<Record<string, string>>,
): string {
  const next = new URLSearchParams(query);
  next.delete('after');
  next.delete('before');
  for (const [name, value] of Object.entries(cursor)) next.set(name, value);
  return `https://api.hubapi.com${path}?${next.toString()}`;
}

function wrongType(name: string, expected: string): HubSpotError {
  return invalid(`Invalid input JSON on line 1, column 1: ${name} must be ${expected}`);
}
