import type { IncomingMessage } from 'node:http';
import { HubSpotError } from './route.ts';

/** Reads a body to its end; throws a 413 when it is larger than `maxBytes` (the rest is not kept). */
export async function readBody(message: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size <= maxBytes) chunks.push(bytes);
  }
  if (size > maxBytes) {
    throw new HubSpotError(413, 'VALIDATION_ERROR', `The request body is larger than ${maxBytes} bytes.`);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** JSON or form body by its content type; undefined without a body; HubSpot's 400 or 415 otherwise. */
export function parseBody(text: string, contentType: string): unknown {
  if (text === '') return undefined;
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(text));
  if (type !== 'application/json' && !type.endsWith('+json')) {
    throw new HubSpotError(
      415,
      'VALIDATION_ERROR',
      `Content type '${type}' is not supported; use application/json.`,
    );
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new HubSpotError(400, 'VALIDATION_ERROR', `Invalid input JSON on line 1, column 1: ${detail}`);
  }
}

/** Header values by lower-case name; a repeated header keeps its values with commas between. */
export function headersOf(message: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}
