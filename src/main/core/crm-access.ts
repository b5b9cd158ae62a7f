import { CallMeter } from './call-meter.ts';
import { countedWhileCurrent } from './current-gateway.ts';
import type { Instant } from './domain/time.ts';
import type { Clock } from './ports/clock.ts';
import type { Connection } from './ports/store/rows.ts';
import type { CrmGateway, CrmGateways } from './ports/crm-gateway.ts';
import { CrmError } from './ports/crm-error.ts';
import type { Halt } from './halt.ts';
import type { Log } from './ports/log.ts';
import type { Store } from './ports/store/store.ts';
import type { TokenVault } from './ports/token-vault.ts';
import { VaultUnavailable } from './ports/token-vault.ts';

/** The name under which a connection's token lies in the vault. */
export function tokenName(connectionId: string): string {
  return `connection/${connectionId}`;
}

/** Calls of an Active connection fail: since when, and why. `isPassing`: it may pass by itself. */
export interface CrmProblem {
  readonly since: Instant;
  readonly sentence: string;
  readonly isPassing: boolean;
}

/**
 * The gateways of the connections in use. A token is read from the vault when a gateway is opened and is held
 * nowhere else.
 */
export class CrmAccess {
  readonly #open = new Map<string, CrmGateway>();
  readonly #meters = new Map<string, CallMeter>();
  readonly #problems = new Map<string, CrmProblem>();
  #lockedVault: { since: Instant; sentence: string } | null = null;
  readonly #store: Store;
  readonly #vault: TokenVault;
  readonly #gateways: CrmGateways;
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #halt: Halt;

  constructor(world: {
    store: Store;
    vault: TokenVault;
    gateways: CrmGateways;
    log: Log;
    clock: Clock;
    halt: Halt;
  }) {
    this.#store = world.store;
    this.#vault = world.vault;
    this.#gateways = world.gateways;
    this.#log = world.log;
    this.#clock = world.clock;
    this.#halt = world.halt;
  }

  /** The gateway of an Active connection; null while it is Inactive or Failed, or the vault is locked. */
  async gateway(connectionId: string): Promise<CrmGateway | null> {
    const connection = this.#store.connections.byId(connectionId);
    if (connection?.status !== 'Active') return null;
    const open = this.#open.get(connectionId);
    if (open !== undefined) return open;
    try {
      const token = await this.#vault.get(tokenName(connectionId));
      if (token === null) {
        this.fail(
          connectionId,
          'The token of this connection is no longer in the keychain. Reconnect to go on.',
        );
        return null;
      }
      const opened = this.#gateways.open({
        provider: connection.provider,
        baseUrl: connection.baseUrl,
        token,
        whyNot: this.#halt.whyNot,
      });
      const gateway: CrmGateway = countedWhileCurrent(opened, () => this.#open.get(connectionId) === gateway);
      this.#open.set(connectionId, gateway);
      this.#lockedVault = null;
      return gateway;
    } catch (error) {
      if (!(error instanceof VaultUnavailable)) throw error;
      this.#lockedVault ??= { since: this.#clock.now(), sentence: error.message };
      this.#log.warn('vault-unavailable', { connectionId });
      return null;
    }
  }

  /** Opens a gateway for a token that is not kept (yet). */
  tryOut(connection: {
    provider: Connection['provider'];
    baseUrl: string | null;
    token: string;
  }): CrmGateway {
    return this.#gateways.open({ ...connection, whyNot: this.#halt.whyNot });
  }

  /** The open gateway, if there is one: for the budget meter. */
  peek(connectionId: string): CrmGateway | null {
    return this.#open.get(connectionId) ?? null;
  }

  /** Calls in each of the last 60 minutes in which it was looked at, oldest first. */
  callsPerMinute(connectionId: string): { at: Instant; count: number }[] {
    return this.#meters.get(connectionId)?.perMinute() ?? [];
  }

  /** Reads the counters of the open gateways; called by the scheduler, about once a minute. */
  meter(now: Instant): void {
    for (const [connectionId, gateway] of this.#open) {
      const meter = this.#meters.get(connectionId) ?? new CallMeter();
      this.#meters.set(connectionId, meter);
      meter.read(now, gateway.budget().calls);
    }
  }

  /** After a new token or a disconnect: the next call opens anew. */
  forget(connectionId: string): void {
    this.#open.delete(connectionId);
  }

  /** Turns the connection Failed: nothing is called any more until the user reconnects. */
  fail(connectionId: string, sentence: string): void {
    const connection = this.#store.connections.byId(connectionId);
    if (connection === null || connection.status === 'Failed') return;
    this.forget(connectionId);
    this.#store.commit({ connections: [{ ...connection, status: 'Failed', failure: sentence }] });
    this.#log.warn('connection-failed', { connectionId, sentence });
  }

  /**
   * Runs calls against the CRM for a flow. A passing failure ends this round (null) and is tried in the next;
   * a refused credential turns the connection Failed.
   */
  async during<T>(connectionId: string, work: (gateway: CrmGateway) => Promise<T>): Promise<T | null> {
    const gateway = await this.gateway(connectionId);
    if (gateway === null) return null;
    try {
      const result = await work(gateway);
      this.#problems.delete(connectionId);
      return result;
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      if (error.kind === 'unauthorized') this.fail(connectionId, error.message);
      else if (error.kind !== 'stopped') {
        const since = this.#problems.get(connectionId)?.since ?? this.#clock.now();
        this.#problems.set(connectionId, { since, sentence: error.message, isPassing: error.isPassing });
        this.#log.warn('crm-call-failed', { connectionId, kind: error.kind, sentence: error.message });
      }
      return null;
    }
  }

  /** The tokens cannot be read: since when, and what to do; null: they can, as far as known. */
  lockedVault(): { readonly since: Instant; readonly sentence: string } | null {
    return this.#lockedVault;
  }

  /** What keeps the flows of an Active connection from working, since their last success; null: nothing. */
  problem(connectionId: string): CrmProblem | null {
    return this.#problems.get(connectionId) ?? null;
  }
}
