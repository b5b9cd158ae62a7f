import type { PushEvent } from '#contract/system.ts';
import type { Holder } from './domain/crm/lease.ts';
import type { Duration, Instant } from './domain/time.ts';
import type { AddressCheck } from './ports/address-check.ts';
import type { Archive } from './ports/archive.ts';
import type { Authorisers } from './ports/authoriser.ts';
import type { Backups } from './ports/backups.ts';
import type { Clock } from './ports/clock.ts';
import type { CrmGateways } from './ports/crm-gateway.ts';
import type { DomainLookup } from './ports/domain-lookup.ts';
import type { LanguageModels } from './ports/language-model.ts';
import type { Holidays } from './ports/holidays.ts';
import type { Ids } from './ports/ids.ts';
import type { Log } from './ports/log.ts';
import type { Mailboxes } from './ports/mailboxes.ts';
import type { Notifier } from './ports/notifier.ts';
import type { Power } from './ports/power.ts';
import type { PublicLinks } from './ports/public-links.ts';
import type { ReturnListener } from './ports/return-listener.ts';
import type { Store } from './ports/store/store.ts';
import type { TableFiles } from './ports/table-files.ts';
import type { Updates } from './ports/updates.ts';
import type { TokenVault } from './ports/token-vault.ts';
import type { CrmAccess } from './crm-access.ts';
import type { Authorisations } from './flows/authorisation/authorisations.ts';
import type { GrantedTokens } from './flows/authorisation/granted-tokens.ts';
import type { AssistantMailboxes, Halt } from './halt.ts';
import type { MailboxHealth } from './mailbox-health.ts';
import type { LanguageModel } from './language-model.ts';
import type { Leases } from './leases.ts';
import type { Snapshots } from './outbox/snapshots.ts';

/** What the host gives the core: its whole world. */
export interface CorePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly vault: TokenVault;
  readonly gateways: CrmGateways;
  readonly authorisers: Authorisers;
  readonly returnListener: ReturnListener;
  readonly mailboxes: Mailboxes;
  readonly notifier: Notifier;
  readonly addressCheck: AddressCheck;
  /** Links to the team's public address; absent where it has none: then nothing outside can reach this program. */
  readonly publicLinks?: PublicLinks;
  readonly dns: DomainLookup;
  readonly holidays: Holidays;
  readonly languageModels: LanguageModels;
  /** Absent where the program is not installed, such as on a hub. */
  readonly updates?: Updates;
  readonly backups: Backups;
  readonly archive: Archive;
  readonly tables: TableFiles;
  readonly host: HostInfo;
  /** Nothing outside is looked at more often than this: 0, but where a demo's time runs fast. */
  readonly shortestPoll: Duration;
  /** On battery it looks less often. */
  readonly power: Power;
}

export interface HostInfo {
  readonly kind: 'desktop' | 'hub';
  readonly version: string;
  readonly dataDirectory: string;
  /** This data folder on this machine: how it is told from another one that works on the same CRM account. */
  readonly machine: Holder;
  /** The link to a lead that stands in CRM notes. */
  leadUrl(leadId: string): string;
  /** Present beside the built-in sandbox. */
  readonly demo: { readonly speed: number; readonly crmUrl: string } | null;
}

export type Topic = PushEvent['topics'][number];

/** What every flow works with. */
export interface CoreContext extends Omit<CorePorts, 'mailboxes'> {
  readonly mailboxes: AssistantMailboxes;
  readonly mailboxHealth: MailboxHealth;
  readonly languageModel: LanguageModel;
  readonly crm: CrmAccess;
  readonly granted: GrantedTokens;
  readonly authorisations: Authorisations;
  readonly halt: Halt;
  readonly leases: Leases;
  readonly snapshots: Snapshots;
  /** When each connection was last looked at without a failure. */
  readonly lastPolls: Map<string, Instant>;
  /** Tells the screens that something changed. */
  push(topics: readonly Topic[], leadIds?: readonly string[]): void;
  /** There may be work now: the scheduler looks. */
  wake(): void;
}
