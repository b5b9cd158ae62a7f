import { Client } from '@hubspot/api-client';
import { createClock } from '#sandbox/control/clock.ts';
import type { Clock } from '#sandbox/control/clock.ts';
import type { SandboxContext } from '#sandbox/http/route.ts';
import { createHttpServer } from '#sandbox/http/server.ts';
import { accountRoutes } from '#sandbox/hubspot/account.ts';
import { listRoutes } from '#sandbox/hubspot/lists.ts';
import { createServiceKey, oauthRoutes } from '#sandbox/hubspot/oauth.ts';
import { ownerRoutes } from '#sandbox/hubspot/owners.ts';
import { propertyRoutes } from '#sandbox/hubspot/properties.ts';
import { KNOWN_SCOPES } from '#sandbox/hubspot/scopes.ts';
import { userRoutes } from '#sandbox/hubspot/users.ts';
import type { Portal } from '#sandbox/portal/model.ts';
import { createContext, createPortal } from '#sandbox/portal/portal.ts';

export interface SchemaServer {
  readonly url: string;
  readonly portal: Portal;
  readonly context: SandboxContext;
  readonly clock: Clock;
  /** HubSpot's own client, sent here, with a key that has every scope unless others are given. */
  client(scopes?: Iterable<string>): Client;
  /** A call on any path; JSON in and out. */
  call(method: string, path: string, body?: unknown, token?: string): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** The schema and identity half of the HubSpot server on a frozen clock, without limits. */
export async function startSchemaServer(): Promise<SchemaServer> {
  const portal = createPortal();
  const clock = createClock({ startAt: Date.UTC(2026, 10, 20, 12), frozen: true });
  const context = createContext(portal, clock);
  const routes = [
    ...propertyRoutes,
    ...ownerRoutes,
    ...userRoutes,
    ...accountRoutes,
    ...listRoutes,
    ...oauthRoutes,
  ];
  const server = await createHttpServer(context, routes, { limits: { enabled: false } });
  const everything = createServiceKey(portal, KNOWN_SCOPES);
  return {
    url: server.url,
    portal,
    context,
    clock,
    client: (scopes) => {
      const accessToken = scopes === undefined ? everything : createServiceKey(portal, scopes);
      return new Client({ accessToken, basePath: server.url });
    },
    call: async (method, path, body, token = everything) => {
      const response = await fetch(`${server.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
      };
    },
    close: server.close,
  };
}
