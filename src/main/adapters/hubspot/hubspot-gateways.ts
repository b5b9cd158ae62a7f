import { createHash } from 'node:crypto';
import { machineTime, type MonotonicTime } from '#adapters/http/monotonic-time.ts';
import { SECOND, type Duration, type Instant } from '#core/domain/time.ts';
import { CrmError } from '#core/ports/crm-error.ts';
import type { CrmGateways } from '#core/ports/crm-gateway.ts';
import { ContactWalk } from './contact-walk.ts';
import { getReader } from './get-reader.ts';
import { createHubSpotGateway } from './hubspot-gateway.ts';
import { postReader } from './post-reader.ts';
import { HUBSPOT_API, recordUrl } from './record-url.ts';
import { createTraffic, type Pace, type Traffic } from './traffic.ts';
import { createTransport, unchanging } from './transport.ts';

export interface HubSpotGatewaysOptions {
  /** Our app as HubSpot's property histories name it; absent: unknown, and no change counts as ours there. */
  readonly appId?: string;
  /** Absent: by HubSpot's headers. */
  readonly pace?: Pace;
  /** An answer that takes longer counts as lost; absent: 30 seconds. */
  readonly timeout?: Duration;
  /** Paces and waits; absent: the machine's. */
  readonly time?: MonotonicTime;
  /** For midnight in the account's zone; absent: the machine's. */
  readonly wallNow?: () => Instant;
  /** 0 ≤ n < 1, for jitter. */
  readonly random?: () => number;
}

/** HubSpot gateways that share their pace an account. `close` ends all waiting, for the end of the program. */
export interface HubSpotGateways extends CrmGateways {
  close(): void;
}

/**
 * Opens gateways to HubSpot or to any server that speaks like it (`baseUrl`). All gateways of an account share
 * one pace: of a token from the start, of several tokens as soon as `describeAccount` has told the account.
 */
export function createHubSpotGateways(options: HubSpotGatewaysOptions = {}): HubSpotGateways {
  const time = options.time ?? machineTime;
  const wallNow = options.wallNow ?? Date.now;
  const traffics = new Map<string, Traffic>();

  function trafficFor(key: string): Traffic {
    const known = traffics.get(key);
    if (known) return known;
    const made = createTraffic(time, options.pace ?? 'by-headers');
    traffics.set(key, made);
    return made;
  }

  return {
    open({ provider, baseUrl, token, accountId, whyNot, whyReadOnly, whyNoWrite, memory }) {
      onlyHubSpot(provider);
      const address = addressOf(baseUrl ?? HUBSPOT_API);
      // The pace of an account lasts while its tokens change; a key of an account that is not known yet has its own.
      const trafficKey =
        typeof token === 'string'
          ? `${address} token ${createHash('sha256').update(token).digest('hex')}`
          : accountKeyOf(address, accountId ?? '');
      const transport = createTransport({
        baseUrl: address,
        tokens: typeof token === 'string' ? unchanging(token) : token,
        credential: typeof token === 'string' ? 'key' : 'app',
        traffic: trafficFor(trafficKey),
        time,
        wallNow,
        random: options.random ?? Math.random,
        timeout: options.timeout ?? 30 * SECOND,
        ...(whyNot === undefined ? {} : { whyNot }),
        ...(whyReadOnly === undefined ? {} : { whyReadOnly }),
        ...(whyNoWrite === undefined ? {} : { whyNoWrite }),
      });
      const isReadOnly = (whyReadOnly?.() ?? null) !== null;
      const walk = (): ContactWalk => new ContactWalk({ transport, memory: memory ?? null, wallNow });
      return createHubSpotGateway({
        transport,
        reader: isReadOnly ? getReader(transport, walk()) : postReader(transport),
        token: typeof token === 'string' ? token : null,
        appId: options.appId ?? null,
        wallNow,
        trafficOf(account) {
          const accountKey = accountKeyOf(address, account);
          const traffic = traffics.get(accountKey) ?? transport.traffic;
          traffics.set(accountKey, traffic);
          traffics.set(trafficKey, traffic);
          return traffic;
        },
      });
    },
    recordUrl(account, recordId) {
      onlyHubSpot(account.provider);
      return recordUrl(account, recordId);
    },
    close() {
      for (const traffic of traffics.values()) traffic.limiter.close();
    },
  };
}

const accountKeyOf = (address: string, accountId: string): string => `${address} account ${accountId}`;

function onlyHubSpot(provider: 'hubspot' | 'zoho'): void {
  if (provider === 'hubspot') return;
  throw new CrmError('rejected', 'Zoho CRM cannot be connected yet; choose HubSpot.');
}

function addressOf(text: string): string {
  const url = URL.parse(text);
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return text.replace(/\/+$/, '');
  throw new CrmError(
    'rejected',
    `The HubSpot address "${text}" is not a web address. Enter one like ${HUBSPOT_API}, or leave it empty.`,
  );
}
