import { createHubSpotGateways, type HubSpotGatewaysOptions } from '#adapters/hubspot/hubspot-gateways.ts';
import { CrmError } from '#core/ports/crm-error.ts';
import type { CrmGateway, FieldNames } from '#core/ports/crm-gateway.ts';
import type { Person } from '#sandbox/control/person.ts';
import { createServiceKey } from '#sandbox/hubspot/oauth.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '#sandbox/sandbox.ts';
import { impatientTime } from './impatient-time.ts';

/** A small portal and our gateway to it; waits of the gateway are over at once, `waited` tells them. */
export interface HubSpotWorld {
  readonly sandbox: Sandbox;
  readonly gateway: CrmGateway;
  /** A gateway that may only read. */
  readOnly(): CrmGateway;
  readonly person: Person;
  readonly waited: readonly number[];
  /** A gateway whose key has these scopes. */
  withScopes(scopes: Iterable<string>): CrmGateway;
  withToken(token: string): CrmGateway;
  stop(): Promise<void>;
}

export const NO_FIELDS: FieldNames = {
  context: null,
  schedule: null,
  connectionStatus: null,
  assistant: null,
};

export async function startHubSpotWorld(
  sandboxOptions: SandboxOptions = {},
  gatewayOptions: HubSpotGatewaysOptions = {},
): Promise<HubSpotWorld> {
  const sandbox = await startSandbox({ contacts: 0, limits: 'off', ...sandboxOptions });
  const time = impatientTime();
  const gateways = createHubSpotGateways({ time, ...gatewayOptions });
  const withToken = (token: string): CrmGateway =>
    gateways.open({ provider: 'hubspot', baseUrl: sandbox.url, token });
  return {
    sandbox,
    gateway: withToken(sandbox.serviceKey),
    readOnly: () =>
      gateways.open({
        provider: 'hubspot',
        baseUrl: sandbox.url,
        token: sandbox.serviceKey,
        whyReadOnly: () => 'This connection is read-only.',
      }),
    person: sandbox.control.person,
    waited: time.waited,
    withToken,
    withScopes: (scopes) => withToken(createServiceKey(sandbox.portal, scopes)),
    async stop() {
      gateways.close();
      await sandbox.stop();
    },
  };
}

/** The CrmError that the work ends with; fails when it ends otherwise. */
export async function crmErrorOf(work: Promise<unknown>): Promise<CrmError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof CrmError) return error;
  throw new Error(`Expected a CrmError, got ${String(error)}`);
}
