import { createServiceKey, type OAuthApp } from '#sandbox/hubspot/oauth.ts';
import { oauthState, uninstallApp } from '#sandbox/hubspot/oauth-store.ts';
import { SERVICE_KEY_SCOPES } from '#sandbox/hubspot/scopes.ts';
import type { AccessToken } from '#sandbox/portal/model.ts';
import type { Sandbox } from '#sandbox/sandbox.ts';
import { decideOn, RETURN_PAGE, uploadApp } from '#test/support/oauth-world.ts';
import { Misbehaved } from './finding.ts';

/** What of the rig's world an access needs. */
interface World {
  readonly sandbox: Sandbox;
  readonly now: number;
  readonly connectionId: string;
  readonly trace: readonly string[];
  press(procedure: string, input: unknown): Promise<unknown>;
}

/** How the program is let into the account: by a key, or by an app whose tokens live half an hour. */
export interface Access {
  readonly byApp: boolean;
  /** What its calls carry now, or may carry. */
  tokens(): readonly AccessToken[];
  /** Tokens that an app got are no longer good before their time; a key knows no such thing. */
  expire(): void;
  revoke(): void;
  /** The user lets it in again, and lets the leads go on that it stopped. */
  renew(): Promise<void>;
}

export function accessByKey(world: World): Access {
  const { portal, serviceKey } = world.sandbox;
  let key = serviceKey;
  const tokens = (): readonly AccessToken[] => {
    const token = portal.tokens.get(key);
    return token === undefined ? [] : [token];
  };
  return {
    byApp: false,
    tokens,
    expire: () => undefined,
    revoke() {
      for (const token of tokens()) token.revoked = true;
    },
    async renew() {
      key = createServiceKey(portal, SERVICE_KEY_SCOPES);
      await world.press('connections.renewToken', { id: world.connectionId, token: key });
      await goOn(world);
    },
  };
}

/** The user changes from the key to an app of the team's own. */
export async function accessByApp(world: World): Promise<Access> {
  const { portal } = world.sandbox;
  const app = uploadApp(world.sandbox);
  const tokens = (): readonly AccessToken[] =>
    [...portal.tokens.values()].filter(({ appId }) => appId === app.appId);
  const renew = async (): Promise<void> => {
    await consent(world, app);
    await goOn(world);
  };
  await consent(world, app);
  return {
    byApp: true,
    tokens,
    expire() {
      for (const token of tokens()) Object.assign(token, { expiresAt: world.now });
    },
    revoke: () => uninstallApp(portal, app.appId),
    renew,
  };
}

async function consent(world: World, app: OAuthApp): Promise<void> {
  const { clientId, clientSecret } = app;
  const wishes = { returnPage: RETURN_PAGE, invites: false, writes: true };
  const id = world.connectionId;
  // An answer of the account that is late under load counts as lost: a person tries again.
  for (let tries = 0; tries < 5; tries += 1) {
    const attempt = await world.press('authorisation.beginAgain', { id, clientId, clientSecret, ...wishes });
    const address = await decideOn((attempt as { url: string }).url);
    await world.press('authorisation.paste', { address });
    if ((await world.press('authorisation.confirm', { as: 'asked' })) !== null) return;
  }
  throw new Misbehaved(`The program does not keep an access that was granted: ${world.trace.at(-1)}`);
}

async function goOn(world: World): Promise<void> {
  const answer = { kind: 'continue', startAt: world.now };
  await world.press('health.answerInterrupted', { id: world.connectionId, answer });
}

/** What is kept of an access, and whether the account still takes it. */
export interface KeptAccess {
  readonly byApp: boolean;
  readonly isTaken: boolean;
}

/** Tries the secrets that the keychain holds at the end, as the account sees them. */
export function keptAccess(
  sandbox: Sandbox,
  connectionId: string,
  byApp: boolean,
  secretOf: (name: string) => string | undefined,
): KeptAccess {
  const { portal } = sandbox;
  const token = secretOf(`connection/${connectionId}`) ?? '';
  if (!byApp) return { byApp, isTaken: portal.tokens.get(token)?.revoked === false };
  const { apps, refreshTokens } = oauthState(portal);
  const refresh = refreshTokens.get(token);
  const app = apps.get(refresh?.clientId ?? '');
  const isTaken = app !== undefined && secretOf(`connection/${connectionId}/app-secret`) === app.clientSecret;
  return { byApp, isTaken };
}
