import type { AttentionAction, AttentionEntry } from '#contract/attention.ts';
import type { CoreContext } from '../context.ts';

/**
 * One kind of thing that waits for the user, read from what is stored: no call leaves, so that the list is there at
 * once. A source that finds nothing answers an empty list.
 */
export type AttentionSource = (core: CoreContext) => readonly AttentionEntry[];

type Needed = 'kind' | 'severity' | 'title' | 'cause' | 'since' | 'actions';

/** An entry about a subject (the id of what it is about, or a word); what is not said is null, once, and stays. */
export function entry(
  subject: string,
  about: Pick<AttentionEntry, Needed> & Partial<Omit<AttentionEntry, 'id'>>,
): AttentionEntry {
  return {
    id: `${about.kind}/${subject}`,
    count: 1,
    connectionId: null,
    leadId: null,
    assistantId: null,
    outboxId: null,
    dismissible: false,
    ...about,
  };
}

/** A button that opens a screen. */
export function open(label: string, to: string, search: Record<string, unknown> = {}): AttentionAction {
  return { kind: 'open', label, to, search };
}
