import { z } from 'zod';
import { base, instant } from './common.ts';
import { connectionView } from './connections.ts';
import { IDENTITY_KINDS, NAMING_PRESETS } from './names.ts';

/** A scope that is asked for, with its purpose. */
export const askedScope = z.object({
  scope: z.string(),
  purpose: z.string(),
  /** The consent page refuses an app without these; the others are left out where an account cannot have them. */
  required: z.boolean(),
});
export type AskedScope = z.infer<typeof askedScope>;

/** Where an attempt to be let into an account stands. No code, no token and no secret is in it. */
export const attemptStage = z.discriminatedUnion('kind', [
  /** `remark`: something came back that does not belong to it; null: nothing did. */
  z.object({ kind: z.literal('waiting'), remark: z.string().nullable() }),
  z.object({ kind: z.literal('exchanging') }),
  z.object({
    kind: z.literal('confirm'),
    accountId: z.string(),
    user: z.string(),
    /** As it is kept so far. */
    actsAs: z.enum(IDENTITY_KINDS),
    /** What each choice means for the CRM's history, and what speaks against it; `warning` null: nothing. */
    identities: z.array(
      z.object({ actsAs: z.enum(IDENTITY_KINDS), sentence: z.string(), warning: z.string().nullable() }),
    ),
    timeZone: z.string(),
    accountKind: z.string(),
    /** Asked for and not granted: what needs it stays off. */
    missing: z.array(askedScope),
    /** Another account than the connection's. */
    isOther: z.boolean(),
    /** The connection that already stands for this account, where it is not the one that asked. */
    takenBy: z.string().nullable(),
  }),
  z.object({ kind: z.literal('refused'), sentence: z.string() }),
]);

export const attemptView = z.object({
  /** null: for an account that is not connected yet. */
  connectionId: z.string().nullable(),
  /** The consent page, to be opened in the browser. */
  url: z.string(),
  /** Registered with the app: the browser comes back to it. */
  redirectUrl: z.string(),
  /** This program hears what comes to the redirect URL; false: the address is pasted, or the team's page leads back. */
  isListening: z.boolean(),
  viaPage: z.boolean(),
  expiresAt: instant,
  asked: z.array(askedScope),
  stage: attemptStage,
});
export type AttemptView = z.infer<typeof attemptView>;

const app = z.object({
  clientId: z.string(),
  /** Kept in the vault. Empty, for a connection: the one that is there. */
  clientSecret: z.string(),
  /** The team's page that leads back into the program; null: an address on this machine. */
  returnPage: z.string().nullable(),
  /** Ask for what inviting assistants needs. */
  invites: z.boolean(),
});

/** OAuth through an app of the team's own. */
export const authorisation = {
  /** What would be asked for, and the redirect URLs to register with the app. */
  plan: base
    .input(z.object({ readOnly: z.boolean(), invites: z.boolean() }))
    .output(z.object({ scopes: z.array(askedScope), redirectUrls: z.array(z.string()) })),
  /** The attempt under way; null: there is none. */
  attempt: base.output(attemptView.nullable()),
  /** Begins for an account that is not connected yet; what was under way ends. */
  begin: base
    .input(
      app.extend({
        provider: z.literal('hubspot'),
        baseUrl: z.string().nullable(),
        name: z.string(),
        preset: z.enum(NAMING_PRESETS),
        readOnly: z.boolean(),
      }),
    )
    .output(attemptView),
  /** Begins for a connection: access again, or more of it. */
  beginAgain: base
    .input(
      app.extend({
        id: z.string(),
        /** Ask for what writing needs, also while it is read-only. */ writes: z.boolean(),
      }),
    )
    .output(attemptView),
  /** Takes the address that the browser ended on. */
  paste: base.input(z.object({ address: z.string() })).output(attemptView.nullable()),
  cancel: base.output(z.object({ done: z.literal(true) })),
  /** Keeps what was granted: for the connection that asked, or as a connection of its own. */
  confirm: base
    .input(
      z.object({
        as: z.enum(['asked', 'new-workspace']),
        actsAs: z.enum(IDENTITY_KINDS).default('person'),
      }),
    )
    .output(connectionView),
};
