import type { Duration } from '#core/domain/time.ts';
import type { AssignedPage, AssignedQuery, ByPropertyQuery, LookThrough } from '#core/ports/crm-gateway.ts';
import type { ObjectType } from './paths.ts';
import type { Purpose } from './purpose.ts';
import type { CrmObject } from './values.ts';

/** What of each contact is read. */
export interface WantedOfContact {
  readonly properties: readonly string[];
  readonly histories: readonly string[];
}

/** Objects to read by id, in any number. */
export interface ObjectsRead {
  readonly type: ObjectType;
  readonly ids: readonly string[];
  readonly properties: readonly string[];
  readonly purpose: Purpose;
  /** Deleted objects that can still be brought back, instead of those that are there. */
  readonly archived?: boolean;
}

/**
 * How a portal is read. Two ways give the same answers: HubSpot's searches and batches, which are POST calls, and
 * GET calls alone, where nothing else may leave.
 */
export interface Reader {
  /** How late a change may show in what `findAssigned` and `findByProperty` answer. */
  readonly lag: Duration;
  /** Held records to look at in one round of watching: what the daily allowance permits. */
  readonly watchRound: number;
  findAssigned(query: AssignedQuery): Promise<AssignedPage>;
  findByProperty(query: ByPropertyQuery): Promise<AssignedPage>;
  /** Contacts by the id asked for: a merged one is its survivor; one that is no more is missing. */
  readContacts(ids: readonly string[], wanted: WantedOfContact): Promise<Map<string, CrmObject>>;
  /** Contacts that have one of these addresses, at most one batch of them. */
  contactsByAddress(addresses: readonly string[], properties: readonly string[]): Promise<CrmObject[]>;
  /** Objects by id; those that are no more are missing. */
  readObjects(read: ObjectsRead): Promise<CrmObject[]>;
  /** The ids of a contact's activities of a type, by contact. */
  activityIds(contacts: readonly string[], type: ObjectType): Promise<Map<string, string[]>>;
  /** How far the contacts are looked through; null where a search finds them. */
  lookThrough(): LookThrough | null;
}
