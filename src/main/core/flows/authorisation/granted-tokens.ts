import type { AccessTokens } from '../../ports/access-tokens.ts';
import type { OAuthApp, TokenGrant } from '../../ports/authoriser.ts';
import { CrmError } from '../../ports/crm-error.ts';
import type { Connection } from '../../ports/store/rows.ts';
import { VaultUnavailable, type TokenVault } from '../../ports/token-vault.ts';
import type { CorePorts } from '../../context.ts';
import { MINUTE, SECOND, type Duration, type Instant } from '../../domain/time.ts';
import { appSecretName, tokenName } from './secret-names.ts';

/** Renewed when this part of a token's life is over (HubSpot's own advice), so that no call meets an expired one. */
const FRESH_FOR = 0.75;
const FIRST_PAUSE: Duration = 5 * SECOND;
const LONGEST_PAUSE: Duration = 5 * MINUTE;

interface HeldToken {
  readonly token: string;
  readonly renewAt: Instant;
  readonly expiresAt: Instant;
}

interface Pause {
  readonly until: Instant;
  readonly tries: number;
  readonly error: CrmError;
}

interface TokenWatch {
  /** Why no call may leave now. */
  whyNot(): string | null;
  /** The vault could not be used, and what to do; null: it could. */
  vaultLocked(sentence: string | null): void;
}

type World = Pick<CorePorts, 'store' | 'vault' | 'clock' | 'authorisers' | 'log'>;

/**
 * The access tokens of connections that were authorised through an app. They are held in memory only; the refresh
 * token lies in the vault, and the one that comes back with a new access token is kept there before that is used.
 */
export class GrantedTokens {
  readonly #world: World;
  readonly #watch: TokenWatch;
  readonly #held = new Map<string, HeldToken>();
  readonly #underWay = new Map<string, Promise<HeldToken>>();
  readonly #pauses = new Map<string, Pause>();
  /** Raised by each new grant: what an older refresh brings back is let go. */
  readonly #generations = new Map<string, number>();

  constructor(world: World, watch: TokenWatch) {
    this.#world = world;
    this.#watch = watch;
  }

  /** The tokens of a connection, for its gateway. */
  of(connection: Connection): AccessTokens {
    return {
      current: async () => (await this.#current(connection.id)).token,
      after: async (expired) => {
        if (this.#held.get(connection.id)?.token === expired) this.#held.delete(connection.id);
        return (await this.#current(connection.id)).token;
      },
    };
  }

  /** A person just granted access. */
  took(connectionId: string, grant: TokenGrant): void {
    this.forget(connectionId);
    this.#hold(connectionId, grant);
  }

  /** After a disconnect: nothing is held, and what a refresh under way brings back is let go. */
  forget(connectionId: string): void {
    this.#generations.set(connectionId, this.#generation(connectionId) + 1);
    this.#held.delete(connectionId);
    this.#underWay.delete(connectionId);
    this.#pauses.delete(connectionId);
  }

  /** One refresh for all calls that wait. While an old token is good, a refresh that fails for a while costs nothing. */
  async #current(connectionId: string): Promise<HeldToken> {
    const now = this.#world.clock.now();
    const held = this.#held.get(connectionId);
    if (held !== undefined && now < held.renewAt) return held;
    try {
      return await this.#renewed(connectionId);
    } catch (error) {
      const mayGoOn = error instanceof CrmError && error.isPassing;
      if (held !== undefined && mayGoOn && this.#world.clock.now() < held.expiresAt) return held;
      throw error;
    }
  }

  #renewed(connectionId: string): Promise<HeldToken> {
    const underWay = this.#underWay.get(connectionId);
    if (underWay !== undefined) return underWay;
    const pause = this.#pauses.get(connectionId);
    if (pause !== undefined && this.#world.clock.now() < pause.until) return Promise.reject(pause.error);
    const refresh = this.#refresh(connectionId, pause?.tries ?? 0).finally(() => {
      if (this.#underWay.get(connectionId) === refresh) this.#underWay.delete(connectionId);
    });
    this.#underWay.set(connectionId, refresh);
    return refresh;
  }

  async #refresh(connectionId: string, tries: number): Promise<HeldToken> {
    const generation = this.#generation(connectionId);
    const stopped = this.#watch.whyNot();
    if (stopped !== null) throw new CrmError('stopped', stopped);
    const connection = this.#world.store.connections.byId(connectionId);
    const app = connection === null ? null : await this.app(connection);
    const refreshToken = await this.#fromVault(tokenName(connectionId));
    if (connection === null || app === null || refreshToken === null)
      throw new CrmError('unauthorized', GONE);
    let grant: TokenGrant;
    try {
      grant = await this.#world.authorisers.of(connection.provider).refresh(app, refreshToken);
    } catch (error) {
      if (error instanceof CrmError && error.isPassing && generation === this.#generation(connectionId))
        this.#pause(connectionId, tries, error);
      throw error;
    }
    if (generation !== this.#generation(connectionId)) throw new CrmError('network', RENEWED_MEANWHILE);
    if (grant.refreshToken !== refreshToken) {
      // Kept before it is used: a crash from here on finds the one that is good.
      await this.#inVault((vault) => vault.set(tokenName(connectionId), grant.refreshToken));
    }
    this.#pauses.delete(connectionId);
    return this.#hold(connectionId, grant);
  }

  /** The app of a connection with its secret; null: it has none, or the secret is not in the vault. */
  async app(connection: Connection): Promise<OAuthApp | null> {
    const granted = this.#world.store.authorisations.of(connection.id);
    if (granted === null) return null;
    const clientSecret = await this.#fromVault(appSecretName(connection.id));
    return clientSecret === null
      ? null
      : { clientId: granted.clientId, clientSecret, baseUrl: connection.baseUrl };
  }

  #fromVault(name: string): Promise<string | null> {
    return this.#inVault((vault) => vault.get(name));
  }

  /** A locked vault is no failure of the CRM: the work waits, as it does when everything is stopped. */
  async #inVault<T>(work: (vault: TokenVault) => Promise<T>): Promise<T> {
    try {
      const result = await work(this.#world.vault);
      this.#watch.vaultLocked(null);
      return result;
    } catch (error) {
      if (!(error instanceof VaultUnavailable)) throw error;
      this.#watch.vaultLocked(error.message);
      throw new CrmError('stopped', error.message);
    }
  }

  #hold(connectionId: string, { accessToken, expiresIn }: TokenGrant): HeldToken {
    const now = this.#world.clock.now();
    const held = { token: accessToken, renewAt: now + expiresIn * FRESH_FOR, expiresAt: now + expiresIn };
    this.#held.set(connectionId, held);
    return held;
  }

  #pause(connectionId: string, tries: number, error: CrmError): void {
    const wait = error.retryAfter ?? Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE);
    this.#pauses.set(connectionId, { until: this.#world.clock.now() + wait, tries: tries + 1, error });
    this.#world.log.warn('token-refresh-failed', { connectionId, kind: error.kind, sentence: error.message });
  }

  #generation(connectionId: string): number {
    return this.#generations.get(connectionId) ?? 0;
  }
}

const GONE = 'The token of this connection is no longer in the keychain. Reconnect to go on.';
const RENEWED_MEANWHILE = 'The access was renewed meanwhile: this is tried again with the new one.';
