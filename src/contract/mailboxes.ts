import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, instant } from './common.ts';

const server = z.object({
  host: z.string(),
  port: z.number().int(),
  /** `none` is accepted for servers on this computer alone. */
  security: z.enum(['tls', 'starttls', 'none']),
});

/** An assistant's account on her mail servers. The password is never in it. */
export const mailAccount = z.object({
  preset: z.string(),
  imap: server,
  smtp: server,
  user: z.string(),
  login: z.enum(['password', 'xoauth2']),
  /** Null: found by itself. */
  sentFolder: z.string().nullable(),
  readsJunk: z.boolean(),
  /** Mails a day that the provider lets pass; null: the assistant's own limit is enough. */
  dailyLimit: z.number().int().nullable(),
});
export type MailAccountDraft = z.infer<typeof mailAccount>;

/** A mail provider whose servers are known; null where they are to be entered. */
export const mailPresetView = z.object({
  id: z.string(),
  name: z.string(),
  imap: server.nullable(),
  smtp: server.nullable(),
  /** What has to be done at the provider first; may be empty. */
  hint: z.string(),
});
export type MailPresetView = z.infer<typeof mailPresetView>;

/**
 * How a mailbox stands. `none`: there is none, mails wait. `given`: the program brings its own, as in the demo.
 * `checking`: not looked into since the program began.
 */
export const MAILBOX_STATES = ['none', 'given', 'checking', 'connected', 'failing'] as const;

export const mailboxView = z.object({
  assistantId: z.string(),
  state: z.enum(MAILBOX_STATES),
  /** What the state means, or what is wrong and what to do: a sentence. */
  sentence: z.string(),
  /** Since when it fails. */
  since: instant.nullable(),
  lookedAt: instant.nullable(),
  lastMailAt: instant.nullable(),
  /** Whether the server tells of new mail at once. */
  isWatching: z.boolean(),
  /** Null: none is set. */
  account: mailAccount.nullable(),
  version: z.number().int(),
});
export type MailboxView = z.infer<typeof mailboxView>;

/** One step of trying an account out. */
export const mailTestStep = z.object({
  step: z.enum(['imap', 'inbox', 'sent', 'space', 'smtp', 'sender']),
  state: z.enum(['running', 'ok', 'warning', 'failed']),
  sentence: z.string(),
  /** With `sent`: the folders that could be chosen. */
  folders: z.array(z.string()),
});
export type MailTestStepView = z.infer<typeof mailTestStep>;

const assistant = z.object({ assistantId: z.string() });
/** Null: the one that is kept. */
const password = z.string().nullable();

export const mailboxes = {
  presets: base.output(z.array(mailPresetView)),
  list: base.output(z.array(mailboxView)),
  get: base.input(assistant).output(mailboxView),
  /** Tries an account out before it is kept, step by step; ends when the caller leaves. */
  test: base.input(assistant.extend({ account: mailAccount, password })).output(eventIterator(mailTestStep)),
  /** `version` as it was read; 0: there was none. */
  save: base
    .input(assistant.extend({ account: mailAccount, password, version: z.number().int() }))
    .output(mailboxView),
  /** Her mails wait then; the password is forgotten. */
  remove: base.input(assistant).output(mailboxView),
};
