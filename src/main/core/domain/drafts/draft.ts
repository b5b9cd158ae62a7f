import type { DraftBecause, DraftStatus, DraftWriter } from '#contract/names.ts';
import type { Instant } from '../time.ts';
import type { Claim } from './claim.ts';

export { DRAFT_BECAUSES, DRAFT_STATUSES, DRAFT_WRITERS } from '#contract/names.ts';
export type { DraftBecause, DraftStatus, DraftWriter } from '#contract/names.ts';

/**
 * A message of a schedule's step that is written and does not go out by itself: it is with the language model
 * (`writing`), waits for a person (`waiting`), or was approved and goes at its allowed time (`approved`). The others
 * are how it ended. Unique by lead, run and step as long as it is open.
 */
export interface Draft {
  readonly id: string;
  readonly leadId: string;
  readonly connectionId: string;
  readonly assistantId: string;
  readonly run: number;
  readonly step: number;
  readonly status: DraftStatus;
  readonly writer: DraftWriter;
  readonly because: DraftBecause;
  /** The address it was written to, lower case. */
  readonly recipient: string;
  readonly subject: string;
  /** With greeting and signature, as it is read. */
  readonly text: string;
  readonly html: string;
  /** What in it stands in no given fact. */
  readonly claims: readonly Claim[];
  /** Why the model did not write it, or how it ended: a sentence; null: nothing to say. */
  readonly remark: string | null;
  readonly createdAt: Instant;
  /** When the language model is asked (again). */
  readonly nextTryAt: Instant;
  readonly attempts: number;
  readonly settledAt: Instant | null;
  readonly version: number;
}

/** How an assistant's messages come about. */
export interface WritingRules {
  readonly assistantId: string;
  /** Nothing goes out before a person approved it. */
  readonly reviewFirst: boolean;
  /** Her messages are written by the language model, where it is turned on. */
  readonly byModel: boolean;
  /** When the model fails, or says what stands in no fact: send the template, or hold the message for a person. */
  readonly whenRefused: 'template' | 'hold';
  readonly version: number;
}

/** Of an assistant of whom nothing else is known. */
export function usualRules(assistantId: string): WritingRules {
  return { assistantId, reviewFirst: false, byModel: false, whenRefused: 'template', version: 0 };
}

export function isOpen({ status }: Pick<Draft, 'status'>): boolean {
  return status === 'writing' || status === 'waiting' || status === 'approved';
}
