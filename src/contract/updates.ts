import { z } from 'zod';
import { base, instant } from './common.ts';

const version = z.string();

/** Where a newer version of the program stands. */
export const updateState = z.discriminatedUnion('kind', [
  /** Nobody has looked since the program began. */
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('checking') }),
  z.object({ kind: z.literal('current'), at: instant }),
  z.object({ kind: z.literal('available'), version }),
  z.object({ kind: z.literal('downloading'), version, percent: z.number() }),
  /** It begins with the next press of *Restart*. */
  z.object({ kind: z.literal('ready'), version }),
  z.object({ kind: z.literal('failed'), sentence: z.string() }),
]);
export type UpdateState = z.infer<typeof updateState>;

export const updatesView = z.object({
  version,
  /** Why this installation does not update itself, a sentence; null: it can. */
  impossible: z.string().nullable(),
  /** Where the team keeps newer versions; null: nothing is looked for. */
  feedUrl: z.string().nullable(),
  state: updateState,
});
export type UpdatesView = z.infer<typeof updatesView>;

export const updates = {
  get: base.output(updatesView),
  /** Null switches it off. */
  setFeed: base.input(z.object({ feedUrl: z.string().nullable() })).output(updatesView),
  check: base.output(updatesView),
  download: base.output(updatesView),
  /** The program ends, and begins again as the newer version. */
  restart: base.output(z.object({ done: z.literal(true) })),
};
