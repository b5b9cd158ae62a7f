import type { Mailbox } from './mailbox.ts';
import type { Assistant } from './store/rows.ts';

/** Opens an assistant's mailbox; null where none is configured yet. */
export interface Mailboxes {
  of(assistant: Assistant): Mailbox | null;
  /** Whether opens and clicks can be seen at all. */
  readonly measuresEngagement: boolean;
}
