import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import createRouter from 'find-my-way';
import { createFaultBoard } from '../control/faults.ts';
import type { FaultBoard, FaultKind } from '../control/faults.ts';
import { createLimiter, tooMany } from '../hubspot/limits.ts';
import type { LimitChange, Limiter } from '../hubspot/limits.ts';
import { authorise, checkScopes } from './authorisation.ts';
import { errorReply, htmlReply, send } from './replies.ts';
import { createRequestLog } from './request-log.ts';
import type { RequestLog } from './request-log.ts';
import { headersOf, parseBody, readBody } from './request-reading.ts';
import { HubSpotError } from './route.ts';
import type { Route, SandboxContext, SandboxReply, SandboxRequest } from './route.ts';

/** Calls under this path are the sandbox's own: never counted, limited or made to fail. */
const CONTROL_PREFIX = '/__sandbox/';

export interface HttpServerOptions {
  /** 0 or absent: a free one. */
  readonly port?: number;
  readonly limits?: LimitChange;
  /** Larger bodies get a 413. */
  readonly maxBodyBytes?: number;
  /** Monotonic real time in ms, for limits and durations. */
  readonly wallNow?: () => number;
}

export interface HttpServer {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly faults: FaultBoard;
  readonly limits: Limiter;
  readonly log: RequestLog;
  /** Adds routes while the server runs. */
  addRoutes(routes: readonly Route[]): void;
  /** Breaks open connections and stops listening. */
  close(): Promise<void>;
}

interface Matched {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** A HubSpot-like HTTP server on the loopback interface that answers with the given routes. */
export async function createHttpServer(
  context: SandboxContext,
  routes: readonly Route[],
  options: HttpServerOptions = {},
): Promise<HttpServer> {
  const wallNow = options.wallNow ?? (() => performance.now());
  const maxBodyBytes = options.maxBodyBytes ?? MAX_BODY_BYTES;
  const faults = createFaultBoard(context.random);
  const log = createRequestLog();
  const limits = createLimiter({
    ...(options.limits === undefined ? {} : { settings: options.limits }),
    wallNow,
    today: () => dayIn(context.portal.timeZone, context.now()),
  });
  const router = createRouter({ ignoreTrailingSlash: true, maxParamLength: 1024 });
  const addRoutes = (more: readonly Route[]): void => {
    for (const route of more) {
      for (const path of route.paths) router.on(route.method, path, () => undefined, { route });
    }
  };
  addRoutes(routes);

  const isOwn = (method: string, path: string): boolean => {
    if (path.startsWith(CONTROL_PREFIX)) return true;
    const found = router.find(method as Route['method'], path);
    return found !== null && (found.store as { readonly route: Route }).route.isOwn === true;
  };

  const match = (method: string, path: string): Matched | SandboxReply => {
    const found = router.find(method as Route['method'], path);
    if (found !== null) {
      const { route } = found.store as { readonly route: Route };
      return { route, params: found.params as Record<string, string> };
    }
    const otherMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
    const exists = otherMethods.some((other) => router.find(other, path) !== null);
    return exists ? htmlReply(405, 'Method Not Allowed') : htmlReply(404, 'Not Found');
  };

  const answer = (message: IncomingMessage, url: URL, text: string): SandboxReply => {
    const method = message.method ?? 'GET';
    const matched = match(method, url.pathname);
    if ('status' in matched) return matched;
    let rateHeaders: Readonly<Record<string, string>> = {};
    try {
      const headers = headersOf(message);
      const token = authorise(matched.route, headers['authorization'] ?? '', context);
      rateHeaders = limits.take(matched.route.limit, token);
      checkScopes(matched.route, token);
      const request: SandboxRequest = {
        method,
        path: url.pathname,
        params: matched.params,
        query: url.searchParams,
        body: parseBody(text, headers['content-type'] ?? ''),
        headers,
        token,
      };
      const reply = matched.route.handle(request, context);
      return { ...reply, headers: { ...rateHeaders, ...reply.headers } };
    } catch (error) {
      const reply = errorReply(error);
      return { ...reply, headers: { ...rateHeaders, ...reply.headers } };
    }
  };

  const serve = async (message: IncomingMessage, response: ServerResponse): Promise<number> => {
    const url = new URL(message.url ?? '/', 'http://127.0.0.1');
    let text: string;
    try {
      text = await readBody(message, maxBodyBytes);
    } catch (error) {
      if (!(error instanceof HubSpotError)) throw error;
      response.setHeader('Connection', 'close');
      send(response, errorReply(error));
      return error.status;
    }
    const method = message.method ?? 'GET';
    const fault = isOwn(method, url.pathname) ? null : faults.take(method, url.pathname);
    if (fault !== null) faultOf.set(response, fault.kind);
    return fault === null
      ? deliver(response, answer(message, url, text))
      : misbehave(fault, context, response, () => answer(message, url, text));
  };

  const server = createServer((message, response) => {
    const startedAt = wallNow();
    const finish = (status: number): void => {
      const path = (message.url ?? '/').split('?')[0] ?? '/';
      if (isOwn(message.method ?? 'GET', path)) return;
      log.add({
        at: context.now(),
        method: message.method ?? 'GET',
        path,
        status,
        ms: wallNow() - startedAt,
        fault: faultOf.get(response) ?? null,
      });
    };
    serve(message, response).then(finish, () => {
      response.destroy();
      finish(0);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    faults,
    limits,
    log,
    addRoutes,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const faultOf = new WeakMap<ServerResponse, string>();

function deliver(response: ServerResponse, reply: SandboxReply, half = false): number {
  send(response, reply, half);
  return reply.status;
}

async function misbehave(
  fault: FaultKind,
  context: SandboxContext,
  response: ServerResponse,
  answer: () => SandboxReply,
): Promise<number> {
  switch (fault.kind) {
    case 'drop-after-write':
      answer();
      response.destroy();
      return 0;
    case 'reset-before':
      response.destroy();
      return 0;
    case 'hang':
      await wait(fault.ms, undefined, { ref: false });
      response.destroy();
      return 0;
    case 'half-body':
      deliver(response, answer(), true);
      return 0;
    case 'status':
      if (fault.afterWrite === true) answer();
      return deliver(response, faultReply(fault));
    case 'delay':
      await wait(fault.ms, undefined, { ref: false });
      return deliver(response, answer());
    case 'expire-tokens':
      for (const token of context.portal.tokens.values()) {
        if (token.kind === 'oauth') token.expiresAt = context.now() - 1000;
      }
      return deliver(response, answer());
  }
}

const POLICY_NAMES: Readonly<Record<string, string>> = {
  TEN_SECONDLY_ROLLING: 'ten_secondly_rolling',
  SECONDLY: 'secondly',
  DAILY: 'daily',
};

function faultReply(fault: FaultKind & { readonly kind: 'status' }): SandboxReply {
  const headers: Record<string, string> = {};
  if (fault.retryAfter !== undefined) headers['Retry-After'] = String(fault.retryAfter);
  if (fault.status === 429) {
    const policy = fault.policy ?? 'TEN_SECONDLY_ROLLING';
    return errorReply(tooMany(POLICY_NAMES[policy] ?? policy.toLowerCase(), policy, headers));
  }
  const [category, message] = MESSAGES[fault.status] ?? ['INTERNAL_ERROR', 'Something went wrong.'];
  return errorReply(new HubSpotError(fault.status, category, message, {}, headers));
}

const MESSAGES: Readonly<Record<number, readonly [category: string, message: string]>> = {
  403: ['FORBIDDEN', 'The user does not have permission to make this call.'],
  423: ['LOCKED', 'The resource is locked by heavy writes. Wait at least 2 seconds and try again.'],
  477: ['MIGRATION_IN_PROGRESS', 'This account is being moved to another data center. Try again later.'],
  502: ['BAD_GATEWAY', 'Bad gateway.'],
  503: ['SERVICE_UNAVAILABLE', 'The service is temporarily unavailable.'],
  504: ['GATEWAY_TIMEOUT', 'The request timed out.'],
  524: ['GATEWAY_TIMEOUT', 'A timeout occurred.'],
};

const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayIn(timeZone: string, now: number): string {
  const format = dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
  dayFormats.set(timeZone, format);
  return format.format(now);
}
