/** What the rig and the core's process say to each other over their channel. */

/** Where the core's process may die: before and after every step from observing to delivering. */
export const KILL_POINTS = [
  'start:recovered',
  'observe:searched',
  'observe:records-read',
  'observe:inbox-read',
  'decide:before-commit',
  'decide:committed',
  'deliver:marked',
  'deliver:looked-up',
  'deliver:before-write',
  'deliver:written',
  'deliver:before-result',
  'deliver:result-committed',
  'mail:before-send',
  'mail:sent',
  'mail:looked-up',
  'access:before-renewal',
  'access:renewed',
  'access:kept',
] as const;
export type KillPoint = (typeof KILL_POINTS)[number];

/** The process kills itself (SIGKILL) when it comes to the point for the nth time, counted from 1. */
export interface KillPlan {
  readonly point: KillPoint;
  readonly nth: number;
}

export const MAIL_FAULTS = [
  'lost-after-sending',
  'lost-before-sending',
  'busy',
  'sent-folder-silent',
  'inbox-silent',
] as const;
export type MailFault = (typeof MAIL_FAULTS)[number];

/** What goes wrong on this side of the wire, for the time of one order. */
export interface Trouble {
  readonly mail: MailFault | null;
  /** Every address of the CRM is unknown. */
  readonly dns: boolean;
  /** Search pages repeat rows and leave some out, with an unchanged total. */
  readonly unsteadyPages: boolean;
}

export const NO_TROUBLE: Trouble = { mail: null, dns: false, unsteadyPages: false };

/** The machine's clock as the core's process shall see it, in ms. */
export interface Times {
  /** The world's time; only ever grows. */
  readonly now: number;
  /** How far this machine's clock is off. */
  readonly skew: number;
}

export interface OpenOrder {
  readonly kind: 'open';
  readonly directory: string;
  readonly sandbox: { readonly mailUrl: string; readonly mailToken: string };
  readonly secrets: Readonly<Record<string, string>>;
  readonly times: Times;
  /** Of the process's own chance: jitter and ids. */
  readonly seed: string;
  readonly kill: KillPlan | null;
}

export type Order =
  | OpenOrder
  /** Connects, creates the assistants and sets the fields up, as a new user does. */
  | { readonly kind: 'stage'; readonly url: string; readonly token: string; readonly dailyLimit: number }
  /** Looks at everything outside and does what is due. */
  | {
      readonly kind: 'look';
      readonly times: Times;
      readonly kill: KillPlan | null;
      readonly trouble: Trouble;
    }
  /** A procedure of the contract, by its path: what a button does. */
  | {
      readonly kind: 'call';
      readonly procedure: string;
      readonly input: unknown;
      readonly kill: KillPlan | null;
    }
  /** Ends in order. */
  | { readonly kind: 'close' };

export type OrderKind = Order['kind'];

/** What an order answers. */
export interface Answers {
  readonly open: null;
  readonly stage: { readonly connectionId: string; readonly assistantIds: readonly string[] };
  readonly look: { readonly nextWorkAt: number | null };
  readonly call: unknown;
  readonly close: null;
}

export type ToChild = { readonly id: number; readonly order: Order };

export type FromChild =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly name: string; readonly message: string }
  /** The vault's contents, which outlive the process as a keychain's do. */
  | { readonly kind: 'secret'; readonly name: string; readonly secret: string | null };
