import { createClock } from '../control/clock.ts';
import type { Clock } from '../control/clock.ts';
import { createControl } from '../control/control.ts';
import type { SandboxControl } from '../control/control.ts';
import { controlRoutes } from '../control/control-routes.ts';
import { associationRoutes } from '../hubspot/associations.ts';
import type { LimitChange } from '../hubspot/limits.ts';
import { objectRoutes } from '../hubspot/objects.ts';
import { searchRoutes } from '../hubspot/search.ts';
import type { Portal } from '../portal/model.ts';
import { createContext, createPortal } from '../portal/portal.ts';
import type { PortalOptions } from '../portal/portal.ts';
import type { Route, SandboxContext } from './route.ts';
import { createHttpServer } from './server.ts';
import type { HttpServer } from './server.ts';

/** Records, search and associations: everything that `startPortalServer` serves by itself. */
const crmRoutes: readonly Route[] = [...objectRoutes, ...searchRoutes, ...associationRoutes];

export interface PortalServerOptions {
  /** A portal that is already filled; an empty one is made from `portalOptions` when absent. */
  readonly portal?: Portal;
  readonly portalOptions?: PortalOptions;
  readonly clock?: Clock;
  /** Of the randomness (index lag, fault probability). */
  readonly seed?: number;
  readonly port?: number;
  readonly limits?: LimitChange;
  readonly maxBodyBytes?: number;
  /** Routes besides `crmRoutes`. */
  readonly routes?: readonly Route[];
  /** For `/__sandbox/…`, sent as `X-Sandbox-Control`; a random one when absent. */
  readonly controlToken?: string;
}

export interface PortalServer extends HttpServer {
  readonly portal: Portal;
  readonly context: SandboxContext;
  readonly clock: Clock;
  readonly control: SandboxControl;
  readonly controlToken: string;
}

/** Starts a HubSpot-compatible server over one portal, with its control surface. */
export async function startPortalServer(options: PortalServerOptions = {}): Promise<PortalServer> {
  const portal = options.portal ?? createPortal(options.portalOptions);
  const clock = options.clock ?? createClock();
  const context = createContext(portal, clock, options.seed);
  const server = await createHttpServer(context, [...crmRoutes, ...(options.routes ?? [])], options);
  const control = createControl({ context, clock, server });
  const controlToken = options.controlToken ?? crypto.randomUUID();
  server.addRoutes(controlRoutes(control, controlToken));
  return { ...server, portal, context, clock, control, controlToken };
}
