import { randomBytes } from 'node:crypto';
import { createClock } from './control/clock.ts';
import type { Clock } from './control/clock.ts';
import type { SandboxControl } from './control/control.ts';
import { startPortalServer } from './http/portal-server.ts';
import type { SandboxContext } from './http/route.ts';
import type { HttpServer } from './http/server.ts';
import { accountRoutes } from './hubspot/account.ts';
import type { LimitChange } from './hubspot/limits.ts';
import { listRoutes } from './hubspot/lists.ts';
import { createServiceKey, oauthRoutes } from './hubspot/oauth.ts';
import { ownerRoutes } from './hubspot/owners.ts';
import { propertyRoutes } from './hubspot/properties.ts';
import { SERVICE_KEY_SCOPES } from './hubspot/scopes.ts';
import { userRoutes } from './hubspot/users.ts';
import type { Portal } from './portal/model.ts';
import { createContext, createPortal } from './portal/portal.ts';
import { createGuard } from './screens/guard.ts';
import { screenRoutes } from './screens/screen-routes.ts';
import { mailRoutes } from './world/mail-routes.ts';
import type { MailWorld } from './world/mail-world.ts';
import { createMailWorld } from './world/mailbox.ts';
import type { SandboxFile } from './world/portal-file.ts';
import { loadSandboxFile, saveSandboxFile } from './world/portal-file.ts';
import { isTeamAddress, profileFrom } from './world/portal-profiles.ts';
import type { ProspectMix } from './world/prospects.ts';
import { mixProblem } from './world/prospects.ts';
import { seedPortal } from './world/seed-portal.ts';

export interface SandboxOptions {
  /** 0 or absent: a free one, on loopback. */
  readonly port?: number;
  /** 3,000 when absent; 0 makes a portal without records, but with its team. */
  readonly contacts?: number;
  /** 1 when absent. The same seed gives the same portal and the same prospects. */
  readonly seed?: number;
  /** Working people of the team; 6 when absent. */
  readonly owners?: number;
  /** HubSpot's own limits (the default), none, or some changed. */
  readonly limits?: 'hubspot' | 'off' | LimitChange;
  /** How long search lags behind writes, ms; none when absent. */
  readonly indexLagMs?: readonly [shortest: number, longest: number];
  /** A file that keeps the portal and the mail from one run to the next; what it holds wins over `contacts` and `seed`. */
  readonly onDisk?: string;
  /** The portal's clock, which the mail world follows too; real time when absent. */
  readonly clock?: Clock;
  /** Shares of the prospects' ends; see `DEFAULT_MIX`. */
  readonly mix?: ProspectMix;
  /** Of the service key; all that the product needs when absent. */
  readonly scopes?: Iterable<string>;
}

export interface Sandbox {
  /** HubSpot's API and everything else: `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** A HubSpot service key with the scopes of the options. */
  readonly serviceKey: string;
  /** For `/__sandbox/…`, as `X-Sandbox-Control`. */
  readonly controlToken: string;
  /** The server of `/__sandbox/mail/…`, without that path. */
  readonly mailUrl: string;
  /** For `/__sandbox/mail/…`, as `Authorization: Bearer`. */
  readonly mailToken: string;
  /** Opens the screens of the CRM in a browser, until the sandbox stops. */
  readonly crmUrl: string;
  readonly seed: number;
  readonly portal: Portal;
  readonly context: SandboxContext;
  readonly clock: Clock;
  readonly control: SandboxControl;
  readonly mail: MailWorld;
  readonly server: HttpServer;
  /** Writes the file of `onDisk` now; does nothing without one. */
  save(): void;
  /** Saves and closes the server. */
  stop(): Promise<void>;
}

const SAVE_EVERY_MS = 30_000;

const hubSpotRoutes = [
  ...accountRoutes,
  ...ownerRoutes,
  ...userRoutes,
  ...propertyRoutes,
  ...listRoutes,
  ...oauthRoutes,
];

/**
 * Starts the whole sandbox on loopback: a HubSpot-compatible portal that looks real, the mail world with
 * its prospects, and the control surface. Throws `UnusableSandboxFile` for a bad `onDisk` file and a
 * RangeError for options that make no sense.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const problem = mixProblem(options.mix ?? {});
  if (problem !== null) throw new RangeError(problem);
  const clock = options.clock ?? createClock();
  const start = loadOrSeed(options, clock);
  const { portal, seed, serviceKey, controlToken, mailToken } = start;
  if (options.indexLagMs !== undefined) {
    const [minMs, maxMs] = options.indexLagMs;
    portal.settings.indexLag = { minMs, maxMs };
  }
  const mail = createMailWorld({
    clock,
    seed,
    prospects: {
      ...(options.mix === undefined ? {} : { mix: options.mix }),
      profileOf: (address) => profileFrom(portal, address),
      isBystander: (address) => isTeamAddress(portal, address),
    },
    ...(start.mail === null ? {} : { saved: start.mail }),
  });
  const server = await startPortalServer({
    portal,
    clock,
    seed,
    port: options.port ?? 0,
    limits: limitsOf(options.limits ?? 'hubspot'),
    routes: [...hubSpotRoutes, ...mailRoutes(mail, mailToken)],
    controlToken,
  });
  const crmKey = secret('crm');
  const world = { portal, mail, control: server.control, now: () => clock.now() };
  server.addRoutes(screenRoutes(world, createGuard(server.port, crmKey)));
  const { onDisk } = options;
  const save = (): void => {
    if (onDisk === undefined) return;
    saveSandboxFile(onDisk, { seed, serviceKey, controlToken, mailToken, portal, mail: mail.save() });
  };
  save();
  const timer = onDisk === undefined ? null : setInterval(save, SAVE_EVERY_MS).unref();
  return {
    url: server.url,
    serviceKey,
    controlToken,
    mailUrl: server.url,
    mailToken,
    crmUrl: `${server.url}/crm/open/${crmKey}`,
    seed,
    portal,
    context: server.context,
    clock,
    control: server.control,
    mail,
    server,
    save,
    async stop() {
      if (timer !== null) clearInterval(timer);
      await server.close();
      save();
    },
  };
}

type Start = Omit<SandboxFile, 'format' | 'mail'> & { readonly mail: SandboxFile['mail'] | null };

function loadOrSeed(options: SandboxOptions, clock: Clock): Start {
  const loaded = options.onDisk === undefined ? null : loadSandboxFile(options.onDisk);
  if (loaded !== null) return loaded;
  const seed = options.seed ?? 1;
  const portal = createPortal();
  seedPortal(createContext(portal, clock, seed), {
    contacts: options.contacts ?? 3000,
    seed,
    owners: options.owners ?? 6,
  });
  return {
    seed,
    portal,
    serviceKey: createServiceKey(portal, options.scopes ?? SERVICE_KEY_SCOPES),
    controlToken: secret('control'),
    mailToken: secret('mail'),
    mail: null,
  };
}

function secret(name: string): string {
  return `${name}-${randomBytes(24).toString('base64url')}`;
}

function limitsOf(limits: 'hubspot' | 'off' | LimitChange): LimitChange {
  if (limits === 'hubspot') return {};
  return limits === 'off' ? { enabled: false } : limits;
}
