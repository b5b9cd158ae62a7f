import { registerOAuthApp } from '../hubspot/oauth-store.ts';
import type { OAuthApp } from '../hubspot/oauth-store.ts';
import type { LimitChange, LimitSettings } from '../hubspot/limits.ts';
import type { CallFilter, LoggedRequest } from '../http/request-log.ts';
import type { SandboxContext } from '../http/route.ts';
import type { HttpServer } from '../http/server.ts';
import type { IndexLag } from '../portal/model.ts';
import type { Clock } from './clock.ts';
import { dumpPortal } from './dump.ts';
import type { PortalDump } from './dump.ts';
import type { FaultBoard } from './faults.ts';
import { createPerson } from './person.ts';
import type { Person } from './person.ts';

/** What an app's project declares. */
export type AppUpload = Pick<OAuthApp, 'name' | 'redirectUrls' | 'requiredScopes' | 'optionalScopes'>;

/** What a test, a bench or the demo can do to the sandbox from outside the API. */
export interface SandboxControl {
  readonly clock: Clock;
  readonly faults: FaultBoard;
  /** What a person does in HubSpot's own screens. */
  readonly person: Person;
  limits(): LimitSettings;
  setLimits(change: LimitChange): void;
  indexLag(): IndexLag;
  /** For writes from now on, in ms of the portal's clock. */
  setIndexLag(lag: IndexLag): void;
  /** Sends `null` for requested properties without a value on date-versioned paths too, as real portals do. */
  setNullsOnEveryPath(on: boolean): void;
  requests(limit?: number): readonly LoggedRequest[];
  counters(): Readonly<Record<string, number>>;
  countCalls(filter?: CallFilter): number;
  resetRequests(): void;
  /** A developer uploads an app; its client id and secret are made up. A RangeError for a redirect URL that HubSpot refuses. */
  uploadApp(app: AppUpload): Pick<OAuthApp, 'appId' | 'clientId' | 'clientSecret'>;
  /** All objects with history and associations, for checkers. */
  dump(): PortalDump;
}

/** The control surface over a running server. */
export function createControl(parts: {
  readonly context: SandboxContext;
  readonly clock: Clock;
  readonly server: HttpServer;
}): SandboxControl {
  const { context, clock, server } = parts;
  const { settings } = context.portal;
  return {
    clock,
    faults: server.faults,
    person: createPerson(context),
    limits: () => server.limits.settings(),
    setLimits: (change) => server.limits.change(change),
    indexLag: () => settings.indexLag,
    setIndexLag(lag) {
      if (!(lag.minMs >= 0 && lag.maxMs >= lag.minMs)) {
        throw new RangeError(
          `The index lag needs 0 ≤ minMs ≤ maxMs, not minMs ${lag.minMs} and maxMs ${lag.maxMs}.`,
        );
      }
      settings.indexLag = { minMs: lag.minMs, maxMs: lag.maxMs };
    },
    setNullsOnEveryPath(on) {
      settings.nullsOnEveryPath = on;
    },
    requests: (limit) => server.log.list(limit),
    counters: () => server.log.counters(),
    countCalls: (filter) => server.log.countCalls(filter),
    resetRequests: () => server.log.reset(),
    uploadApp(app) {
      const { appId, clientId, clientSecret } = registerOAuthApp(context.portal, app);
      return { appId, clientId, clientSecret };
    },
    dump: () => dumpPortal(context.portal),
  };
}
