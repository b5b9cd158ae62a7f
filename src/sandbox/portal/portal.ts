import { installDefaultProperties } from '../hubspot/default-properties.ts';
import type { SandboxContext } from '../http/route.ts';
import type { Clock } from '../control/clock.ts';
import { OBJECT_TYPE_IDS } from './model.ts';
import type { IndexLag, ObjectType, Portal } from './model.ts';
import { createPortalIndex } from './portal-index.ts';

export interface PortalOptions {
  readonly portalId?: number;
  readonly accountType?: Portal['accountType'];
  /** IANA name: reports and the daily limit turn over at its midnight. */
  readonly timeZone?: string;
  readonly uiDomain?: string;
  readonly dataHostingLocation?: string;
  readonly companyCurrency?: string;
  readonly indexLag?: IndexLag;
  /** Creation time of HubSpot's own properties, in ms. */
  readonly now?: number;
}

/** Above 2³¹, as record ids of real portals are. */
const FIRST_ID = 30_000_000_000;

export const OBJECT_TYPES = Object.keys(OBJECT_TYPE_IDS) as readonly ObjectType[];

/** A portal as HubSpot makes it: its own properties and groups, no records, owners, lists or tokens. */
export function createPortal(options: PortalOptions = {}): Portal {
  const portal: Portal = {
    portalId: options.portalId ?? 145_000_001,
    accountType: options.accountType ?? 'STANDARD',
    timeZone: options.timeZone ?? 'Europe/Berlin',
    uiDomain: options.uiDomain ?? 'app-eu1.hubspot.com',
    dataHostingLocation: options.dataHostingLocation ?? 'eu1',
    companyCurrency: options.companyCurrency ?? 'EUR',
    objects: byType(() => new Map()),
    properties: byType(() => new Map()),
    groups: byType(() => new Map()),
    owners: new Map(),
    lists: new Map(),
    tokens: new Map(),
    merged: byType(() => new Map()),
    gdprBlocked: new Set(),
    index: createPortalIndex(),
    settings: { indexLag: options.indexLag ?? { minMs: 0, maxMs: 0 }, nullsOnEveryPath: false },
    lastId: FIRST_ID,
  };
  installDefaultProperties(portal, options.now ?? Date.UTC(2024, 0, 15, 9));
  return portal;
}

/** The portal with a clock, ids and repeatable randomness: what every handler and writer needs. */
export function createContext(portal: Portal, clock: Clock, seed = 1): SandboxContext {
  let state = seed >>> 0;
  return {
    portal,
    now: () => clock.now(),
    nextId: () => String((portal.lastId += 1)),
    random: () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    },
  };
}

function byType<Value>(make: () => Value): Record<ObjectType, Value> {
  return {
    contacts: make(),
    companies: make(),
    notes: make(),
    emails: make(),
    tasks: make(),
    meetings: make(),
    calls: make(),
    communications: make(),
  };
}
