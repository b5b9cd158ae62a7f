import { CallMeter } from './call-meter.ts';
import { countedWhileCurrent } from './current-gateway.ts';
import { MINUTE, type Instant } from './domain/time.ts';
import type { GrantedTokens } from './flows/authorisation/granted-tokens.ts';
import { tokenName } from './flows/authorisation/secret-names.ts';
import type { Clock } from './ports/clock.ts';
import type { AccessTokens } from './ports/access-tokens.ts';
import type { FailureCause } from './ports/store/health.ts';
import type { Connection } from './ports/store/rows.ts';
import type { CrmAccount, CrmGateway, CrmGateways } from './ports/crm-gateway.ts';
import { CrmError } from './ports/crm-error.ts';
import { whyReadOnly } from './read-only.ts';
import type { Halt } from './halt.ts';
import type { Log } from './ports/log.ts';
import type { Store } from './ports/store/store.ts';
import type { TokenVault } from './ports/token-vault.ts';
import { VaultUnavailable } from './ports/token-vault.ts';

function memoryKey(connectionId: string): string {
  return `gateway/${connectionId}`;
}

/** Calls of an Active connection fail: since when, and why. `isPassing`: it may pass by itself. */
export interface CrmProblem {
  readonly since: Instant;
  readonly sentence: string;
  readonly isPassing: boolean;
  /** Looks that got no answer, one after the other, since when; null: the last one was answered. */
  readonly unanswered: { readonly tries: number; readonly since: Instant } | null;
}

/** A CRM that did not answer so often, for so long, is unreachable: the connection is Failed. */
const UNREACHABLE = { tries: 10, for: 10 * MINUTE } as const;

/**
 * The gateways of the connections in use. A token is read from the vault when a gateway is opened and is held
 * nowhere else.
 */
export class CrmAccess {
  readonly #open = new Map<string, CrmGateway>();
  readonly #meters = new Map<string, CallMeter>();
  readonly #problems = new Map<string, CrmProblem>();
  /** What the CRM does not allow: by connection, then by the flow that it keeps from working. */
  readonly #refusals = new Map<string, Map<string, CrmProblem>>();
  #lockedVault: { since: Instant; sentence: string } | null = null;
  readonly #store: Store;
  readonly #vault: TokenVault;
  readonly #gateways: CrmGateways;
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #halt: Halt;
  readonly #granted: GrantedTokens;
  readonly #whyNoWrite: (connectionId: string) => string | null;
  readonly #fail: (connectionId: string, sentence: string, cause: FailureCause) => void;

  constructor(world: {
    store: Store;
    vault: TokenVault;
    gateways: CrmGateways;
    log: Log;
    clock: Clock;
    halt: Halt;
    /** Of connections that were authorised through an app. */
    granted: GrantedTokens;
    /** Why this machine may write nothing to a connection's CRM now; null: it may. */
    whyNoWrite: (connectionId: string) => string | null;
    /** Makes an Active connection Failed and tells of it. */
    fail: (connectionId: string, sentence: string, cause: FailureCause) => void;
  }) {
    this.#store = world.store;
    this.#vault = world.vault;
    this.#gateways = world.gateways;
    this.#log = world.log;
    this.#clock = world.clock;
    this.#halt = world.halt;
    this.#granted = world.granted;
    this.#whyNoWrite = world.whyNoWrite;
    this.#fail = world.fail;
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
        token: this.#tokenOf(connection, token),
        accountId: connection.accountId,
        whyNot: () => this.#halt.whyNot() ?? this.#whyNotConnected(connectionId),
        whyReadOnly: () => whyReadOnly(this.#store.connections.byId(connectionId)),
        whyNoWrite: () => this.#whyNoWrite(connectionId),
        memory: {
          read: () => this.#store.cursor(memoryKey(connectionId)),
          write: (words) => void this.#store.commit({ cursors: { [memoryKey(connectionId)]: words } }),
        },
      });
      const gateway: CrmGateway = countedWhileCurrent(opened, () => this.#open.get(connectionId) === gateway);
      this.#open.set(connectionId, gateway);
      this.vaultLocked(null);
      return gateway;
    } catch (error) {
      if (!(error instanceof VaultUnavailable)) throw error;
      this.vaultLocked(error.message);
      this.#log.warn('vault-unavailable', { connectionId });
      return null;
    }
  }

  /** A flow that began before may still hold a gateway. */
  #whyNotConnected(connectionId: string): string | null {
    const connection = this.#store.connections.byId(connectionId);
    return connection?.status === 'Active' ? null : 'This CRM account is not connected.';
  }

  /** A key goes out as it is; a refresh token never does. */
  #tokenOf(connection: Connection, kept: string): string | AccessTokens {
    return this.#store.authorisations.of(connection.id) === null ? kept : this.#granted.of(connection);
  }

  /** Opens a gateway for a token that is not kept (yet). */
  tryOut(connection: {
    provider: Connection['provider'];
    baseUrl: string | null;
    token: string | AccessTokens;
    accountId?: string;
  }): CrmGateway {
    const { provider, baseUrl, token, accountId } = connection;
    return this.#gateways.open({
      provider,
      baseUrl,
      token,
      ...(accountId === undefined ? {} : { accountId }),
      whyNot: this.#halt.whyNot,
    });
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

  /** Turns the connection Failed: nothing is called any more until it is Active again. */
  fail(connectionId: string, sentence: string, cause: FailureCause = 'refused'): void {
    this.#fail(connectionId, sentence, cause);
  }

  /**
   * One read-only call with the token of a connection that is not Active: whose account answers, or why it does not;
   * null: there is no token to knock with.
   */
  async knock(connection: Connection): Promise<CrmAccount | CrmError | null> {
    try {
      const token = await this.#vault.get(tokenName(connection.id));
      if (token === null) return null;
      return await this.tryOut({ ...connection, token: this.#tokenOf(connection, token) }).describeAccount();
    } catch (error) {
      if (error instanceof CrmError) return error.kind === 'stopped' ? null : error;
      if (error instanceof VaultUnavailable) return null;
      throw error;
    }
  }

  /** The connection works again. */
  clearProblem(connectionId: string): void {
    this.#problems.delete(connectionId);
    this.#refusals.delete(connectionId);
  }

  /**
   * Runs calls against the CRM for a flow. A passing failure ends this round (null) and is tried in the next;
   * a refused credential turns the connection Failed. `flow` is who asks: what is not allowed to one flow stays a
   * problem while others go on.
   */
  async during<T>(
    connectionId: string,
    work: (gateway: CrmGateway) => Promise<T>,
    flow = 'other',
  ): Promise<T | null> {
    const gateway = await this.gateway(connectionId);
    if (gateway === null) return null;
    try {
      const result = await work(gateway);
      this.#problems.delete(connectionId);
      this.allowed(connectionId, flow);
      return result;
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      if (error.kind === 'forbidden') this.refused(connectionId, error, flow);
      else this.failedWith(connectionId, error);
      return null;
    }
  }

  /** A flow met this failure: it is the connection's problem until a flow succeeds. */
  failedWith(connectionId: string, error: CrmError): void {
    if (error.kind === 'unauthorized') this.fail(connectionId, error.message);
    else if (error.kind !== 'stopped' && error.kind !== 'read-only') {
      const before = this.#problems.get(connectionId);
      const now = this.#clock.now();
      const run = before?.unanswered ?? { tries: 0, since: now };
      const isUnanswered = error.kind === 'network' || error.kind === 'unavailable';
      const unanswered = isUnanswered ? { ...run, tries: run.tries + 1 } : null;
      this.#problems.set(connectionId, {
        since: before?.since ?? now,
        sentence: error.message,
        isPassing: error.isPassing,
        unanswered,
      });
      this.#log.warn('crm-call-failed', { connectionId, kind: error.kind, sentence: error.message });
      if (
        unanswered !== null &&
        unanswered.tries >= UNREACHABLE.tries &&
        now - unanswered.since >= UNREACHABLE.for
      )
        this.fail(connectionId, error.message, 'unreachable');
    }
  }

  /** A right is missing: it stays so until this flow gets through. */
  refused(connectionId: string, error: CrmError, flow: string): void {
    const ofConnection = this.#refusals.get(connectionId) ?? new Map<string, CrmProblem>();
    this.#refusals.set(connectionId, ofConnection);
    const since = ofConnection.get(flow)?.since ?? this.#clock.now();
    ofConnection.set(flow, { since, sentence: error.message, isPassing: false, unanswered: null });
    this.#log.warn('crm-call-failed', { connectionId, kind: error.kind, sentence: error.message });
  }

  /** The flow got through. */
  allowed(connectionId: string, flow: string): void {
    this.#refusals.get(connectionId)?.delete(flow);
  }

  /** The vault could not be used; null: it could. */
  vaultLocked(sentence: string | null): void {
    this.#lockedVault =
      sentence === null ? null : (this.#lockedVault ?? { since: this.#clock.now(), sentence });
  }

  /** The tokens cannot be read: since when, and what to do; null: they can, as far as known. */
  lockedVault(): { readonly since: Instant; readonly sentence: string } | null {
    return this.#lockedVault;
  }

  /** What keeps the flows of an Active connection from working, since their last success; null: nothing. */
  problem(connectionId: string): CrmProblem | null {
    const [refusal] = this.#refusals.get(connectionId)?.values() ?? [];
    return this.#problems.get(connectionId) ?? refusal ?? null;
  }
}
