import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createAuthorisers } from '#adapters/oauth/authorisers.ts';
import { systemDns } from '#adapters/dns/system-dns.ts';
import type { OAuthClientOptions } from '#adapters/oauth/oauth-client.ts';
import { createHubSpotGateways, type HubSpotGatewaysOptions } from '#adapters/hubspot/hubspot-gateways.ts';
import { createLanguageModels } from '#adapters/language-model/language-models.ts';
import { lockDataDirectory } from '#adapters/store/data-directory-lock.ts';
import { createRealMailboxes, type RealMailboxesOptions } from '#adapters/mail/real-mailboxes.ts';
import { fileLog } from '#adapters/system/file-log.ts';
import { publicHolidays } from '#adapters/system/public-holidays.ts';
import { sortableIds } from '#adapters/system/sortable-ids.ts';
import { syntaxAddressCheck } from '#adapters/system/syntax-address-check.ts';
import { thisMachine } from '#adapters/system/this-machine.ts';
import { fileTables } from '#adapters/tables/file-tables.ts';
import { openSignedLinks, type SignedLinks } from '#adapters/tracking/signed-links.ts';
import { openVault } from '#adapters/vault/open-vault.ts';
import type { HostInfo } from '#core/context.ts';
import type { Core } from '#core/core.ts';
import type { Duration } from '#core/domain/time.ts';
import type { Clock } from '#core/ports/clock.ts';
import { mailSecretName, type Mailboxes } from '#core/ports/mailboxes.ts';
import type { LanguageModels } from '#core/ports/language-model.ts';
import type { ReturnListener } from '#core/ports/return-listener.ts';
import type { DomainLookup } from '#core/ports/domain-lookup.ts';
import type { Notifier } from '#core/ports/notifier.ts';
import type { Power } from '#core/ports/power.ts';
import type { Updates } from '#core/ports/updates.ts';
import type { TokenVault } from '#core/ports/token-vault.ts';
import { oauthLoopback } from './oauth-loopback.ts';
import { openRestorableCore } from './restorable-core.ts';
import { vaultPassphrase } from './vault-passphrase.ts';

/** How long mail that is on its way may take when the program ends, in milliseconds. */
const MAIL_GRACE = 5_000;

/** What differs from host to host. */
export interface WorldOptions {
  readonly dataDirectory: string;
  readonly clock: Clock;
  /** Absent: on the mail servers that the user names. */
  readonly mailboxes?: Mailboxes;
  /** How mail servers are reached, where it is not as ever. */
  readonly mail?: Pick<RealMailboxesOptions, 'ca' | 'patience'>;
  readonly notifier: Notifier;
  readonly host: Omit<HostInfo, 'dataDirectory' | 'machine'>;
  /** Absent: what the operating system tells. */
  readonly machine?: HostInfo['machine'];
  /** Absent: the keychain, else an encrypted file in the data folder. */
  readonly vault?: TokenVault;
  /** Absent: the machine's resolver. */
  readonly dns?: DomainLookup;
  /** Absent: the one that the user names. */
  readonly languageModels?: LanguageModels;
  readonly hubSpot?: HubSpotGatewaysOptions;
  /** Absent: PKCE as `BATON_OAUTH_PKCE` says, since HubSpot does not document it; the machine's time. */
  readonly oauth?: OAuthClientOptions;
  /** Absent: three fixed ports of this machine. */
  readonly returnListener?: ReturnListener;
  /** Where the team's public address leads to this program; absent: nothing outside reaches it. */
  readonly publicUrl?: string;
  /** Absent: it does not update itself. */
  readonly updates?: Updates;
  /** Absent: 0. */
  readonly shortestPoll?: Duration;
  /** Absent: it never runs on battery. */
  readonly power?: Power;
}

/** A core with its world, and the way to end both. */
export interface RunningCore {
  readonly core: Core;
  /** Reads what comes to the public address; null: there is none. */
  readonly links: SignedLinks | null;
  /** Ends what runs, closes the database, frees the data folder. Nothing is lost: what waits is in the outbox. */
  close(): Promise<void>;
}

/**
 * Builds the core over the real adapters on one data folder.
 * @throws DataDirectoryInUse, DatabaseFromTheFuture and other errors of the store, each with a sentence.
 */
export async function openCore(options: WorldOptions): Promise<RunningCore> {
  const { dataDirectory, clock } = options;
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const lock = lockDataDirectory(dataDirectory);
  try {
    const log = fileLog(dataDirectory);
    const vault = options.vault ?? (await openVault(dataDirectory, vaultPassphrase()));
    const links = options.publicUrl === undefined ? null : await openSignedLinks(options.publicUrl, vault);
    const gateways = createHubSpotGateways(options.hubSpot ?? {});
    const real = createRealMailboxes({
      credentialOf: async (assistantId) => {
        const password = await vault.get(mailSecretName(assistantId));
        return password === null ? null : { kind: 'password', password };
      },
      now: () => clock.now(),
      log,
      ...options.mail,
    });
    const { core, close: closeCore } = openRestorableCore(join(dataDirectory, 'baton.db'), {
      clock,
      ids: sortableIds(clock),
      log,
      vault,
      gateways,
      authorisers: createAuthorisers(options.oauth ?? { pkce: process.env['BATON_OAUTH_PKCE'] === '1' }),
      returnListener: options.returnListener ?? oauthLoopback(),
      mailboxes: options.mailboxes ?? real,
      notifier: options.notifier,
      addressCheck: syntaxAddressCheck,
      ...(links === null ? {} : { publicLinks: links }),
      ...(options.updates === undefined ? {} : { updates: options.updates }),
      dns: options.dns ?? systemDns(),
      holidays: publicHolidays(),
      tables: fileTables(),
      languageModels: options.languageModels ?? createLanguageModels(),
      host: { ...options.host, dataDirectory, machine: options.machine ?? thisMachine(dataDirectory) },
      shortestPoll: options.shortestPoll ?? 0,
      power: options.power ?? { isOnBattery: false },
    });
    const close = async (): Promise<void> => {
      gateways.close();
      // What is being sent may end; a mail server that says nothing must not keep the program.
      const cutOff = setTimeout(() => real.close(), MAIL_GRACE);
      await closeCore();
      clearTimeout(cutOff);
      real.close();
      log.close();
      lock.release();
    };
    return { core, links, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}
