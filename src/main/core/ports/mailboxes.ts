import type { MailAccount } from '../domain/mail/mail-settings.ts';
import type { Mailbox } from './mailbox.ts';
import type { Assistant, MailboxSettings } from './store/rows.ts';

/** Opens an assistant's mailbox; null where none is configured yet. */
export interface Mailboxes {
  of(assistant: Assistant, settings: MailboxSettings | null): Mailbox | null;
  /** Whether opens and clicks can be seen at all. */
  readonly measuresEngagement: boolean;
  /** Absent where mailboxes are given, such as the sandbox's: there is nothing to set up. */
  readonly setup?: MailboxSetup;
}

/** The part of an `AbortSignal` that is needed. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

export interface MailboxSetup {
  /**
   * Tries an account out, step by step, and leaves nothing behind: no mail, no mark. Ends early when `stop` says so
   * or where a step fails that the next ones need.
   */
  tryOut(
    account: MailAccount,
    credential: MailCredential,
    address: string,
    stop: StopSignal,
  ): AsyncIterable<MailTestStep>;
  /** The account changed or is gone: its connection ends, the next use opens anew. */
  forget(assistantId: string): void;
}

/** What proves to a mail server who we are. */
export type MailCredential =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'access-token'; readonly token: string };

export const MAIL_TEST_STEPS = ['imap', 'inbox', 'sent', 'space', 'smtp', 'sender'] as const;

export interface MailTestStep {
  readonly step: (typeof MAIL_TEST_STEPS)[number];
  readonly state: 'running' | 'ok' | 'warning' | 'failed';
  /** What was found, or what is wrong and what to do. */
  readonly sentence: string;
  /** With `sent`: the folders that could be chosen. */
  readonly folders: readonly string[];
}

/** The name under which the password of an assistant's mailbox lies in the vault. */
export function mailSecretName(assistantId: string): string {
  return `mailbox/${assistantId}`;
}
