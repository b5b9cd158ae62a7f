import type { AttentionSource } from './source.ts';
import { baseline, failed, failing, fieldsMissing } from './sources/connections.ts';
import { backup, damaged, deletedForEver } from './sources/data.ts';
import { writes } from './sources/writes.ts';

/** Everything that can wait for the user; a new kind of thing is a source here, one file a topic. */
export const SOURCES: readonly AttentionSource[] = [
  damaged,
  failed,
  failing,
  backup,
  fieldsMissing,
  writes,
  baseline,
  deletedForEver,
];
