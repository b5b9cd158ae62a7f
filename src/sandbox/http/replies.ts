import type { ServerResponse } from 'node:http';
import { HubSpotError } from './route.ts';
import type { SandboxReply } from './route.ts';

const JSON_TYPE = 'application/json;charset=utf-8';

/** HubSpot's error envelope around a thrown error; anything unexpected becomes its 500. */
export function errorReply(error: unknown): SandboxReply {
  const known =
    error instanceof HubSpotError
      ? error
      : new HubSpotError(500, 'INTERNAL_ERROR', error instanceof Error ? error.message : String(error));
  return {
    status: known.status,
    headers: known.replyHeaders,
    body: {
      status: 'error',
      message: known.message,
      correlationId: crypto.randomUUID(),
      category: known.category,
      ...known.extra,
    },
  };
}

/** What the edge in front of the API answers: no JSON (facts: unknown path). */
export function htmlReply(status: number, title: string): SandboxReply {
  return {
    status,
    contentType: 'text/html;charset=utf-8',
    body: `<html><head><title>Error ${status} ${title}</title></head><body><h2>HTTP ERROR ${status} ${title}</h2></body></html>`,
  };
}

/** Sends a reply; with `half` only the first half of the body, then the connection breaks. */
export function send(response: ServerResponse, reply: SandboxReply, half = false): void {
  const isText = typeof reply.body === 'string';
  const text = reply.body === undefined ? '' : isText ? (reply.body as string) : JSON.stringify(reply.body);
  const bytes = Buffer.from(text, 'utf8');
  const headers: Record<string, string | number> = { ...reply.headers };
  if (bytes.length > 0) headers['Content-Type'] = reply.contentType ?? JSON_TYPE;
  if (reply.status !== 204) headers['Content-Length'] = bytes.length;
  response.writeHead(reply.status, headers);
  if (!half) {
    response.end(reply.status === 204 ? undefined : bytes);
    return;
  }
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}
