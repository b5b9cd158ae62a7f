/** What people did in the app, as they remember it, in order. `answer` 'none': it was refused, or cut off. */
interface Pressed {
  readonly answer: 'done' | 'none';
}

export interface DraftDeed extends Pressed {
  readonly draftId: string;
  readonly what: 'approve' | 'take-back' | 'reject' | 'edit';
  /** The first words that a person gave it. */
  readonly words: string | null;
}

export interface MailDeed extends Pressed {
  readonly mailId: string;
  readonly leadId: string;
  readonly what: 'send' | 'undo';
  /** The first line, which no other mail has. */
  readonly words: string;
}

export interface AddDeed extends Pressed {
  readonly address: string;
  /** By the form, in a file, or in a mail with an assistant in copy: its subject. */
  readonly by: 'form' | 'file' | { readonly subject: string };
  /** The contact that was there before; null: there was none. */
  readonly recordId: string | null;
}

/** A button after which an assistant owns the record of a lead. */
export interface HandOver extends Pressed {
  readonly leadId: string;
  readonly action: 'change-assistant' | 'restart';
}

export interface Ledger {
  readonly drafts: readonly DraftDeed[];
  readonly mails: readonly MailDeed[];
  readonly adds: readonly AddDeed[];
  readonly handOvers: readonly HandOver[];
  /** Who is told of news by mail. */
  readonly told: readonly string[];
}

/** The book that the rig keeps while it plays the people. */
export type OpenLedger = { readonly [Page in keyof Ledger]: Ledger[Page][number][] };

export function openLedger(): OpenLedger {
  return { drafts: [], mails: [], adds: [], handOvers: [], told: [] };
}

export function answered(value: unknown): Pressed['answer'] {
  return value === null ? 'none' : 'done';
}
