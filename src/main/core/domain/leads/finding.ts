import type { Effect } from './effect.ts';
import type { Custody, Lead } from './lead.ts';
import type { Instant } from '../time.ts';
import type { Trigger } from './trigger.ts';

/** What an event may change beside the columns of the transition table. */
export type LeadPatch = Partial<
  Omit<Lead, 'id' | 'connectionId' | 'state' | 'reason' | 'custody' | 'createdAt' | 'updatedAt' | 'version'>
>;

/** What a command does, or why it makes no sense. */
export type Found = Finding | { readonly because: string; readonly isIncomplete?: true };

/** An event read against a lead: its name in the transition table, and what it brings along. */
export interface Finding {
  readonly trigger: Trigger;
  readonly patch?: LeadPatch;
  /** The custody it leads to by itself; a hand-back comes from the table. */
  readonly custody?: Custody;
  /** A mail to log on the record. */
  readonly mail?: { readonly mailId: string; readonly at: Instant };
  /** The lead's own words, for the hand-back note and the task. */
  readonly quote?: string;
  /** What else decided, before the rule of the table in the journal: a sentence. */
  readonly says?: string;
  /** More about the reason, for the hand-back note. */
  readonly detail?: string;
  /** Before the effects that the transition brings. */
  readonly first?: readonly Effect[];
  /** After them. */
  readonly last?: readonly Effect[];
  /** A question or warning for the user, instead of the notice that the new state brings. */
  readonly ask?: string;
  /** A human message that the user is told of even when it changes nothing. */
  readonly tell?: string;
  /** When the lead itself said something that a person is to answer. */
  readonly spokeAt?: Instant;
  /** A person answered the lead, or said that it is not at risk. */
  readonly answered?: boolean;
  /** Addresses never to be written to again, beside all the lead's own when it becomes UnSubscribed. */
  readonly suppress?: readonly string[];
}
