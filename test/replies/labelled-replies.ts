import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { REPLY_INTENTS } from '#contract/names.ts';
import type { ReplyIntent } from '#contract/names.ts';
import type { SpokenIntent } from '#core/domain/replies/phrase-table.ts';

/** A reply that a person wrote, and what it means. */
export interface LabelledReply {
  readonly author: string;
  readonly language: string;
  readonly intent: SpokenIntent;
  readonly text: string;
  readonly subject: string;
  /** ISO date, where the reply names one; it was written on 2026-03-10. */
  readonly until: string | null;
}

const AUTOMATIC: readonly ReplyIntent[] = ['OutOfOffice', 'SupportAutoResponse'];

/** What a person may say: every intent but those of machines. */
export const SPOKEN_INTENTS: readonly SpokenIntent[] = REPLY_INTENTS.filter(
  (intent): intent is SpokenIntent => !AUTOMATIC.includes(intent),
);

/** Authors whose replies the model learns from. */
export const TRAINING_AUTHORS = ['a', 'b'] as const;
/** The author it is measured with. Nothing is written or changed for a single reply of his. */
export const TEST_AUTHOR = 'c';

/** Wrote the replies that are not in Latin letters, and their phrases too: expect less of other people's. */
export const OTHER_SCRIPTS_AUTHOR = 'd';

const row = z.object({
  author: z.string(),
  language: z.string(),
  intent: z.enum(REPLY_INTENTS).refine((intent) => !AUTOMATIC.includes(intent)),
  text: z.string(),
  subject: z.string().optional(),
  until: z.string().nullish(),
});

/** All replies of one author, from `data/author-<name>.jsonl`. */
export function repliesOf(author: string): readonly LabelledReply[] {
  return readFileSync(join(import.meta.dirname, `data/author-${author}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => row.parse(JSON.parse(line)))
    .map((read) => ({
      ...read,
      intent: read.intent as SpokenIntent,
      subject: read.subject ?? 'Re: Cyber security for electric vehicles',
      until: read.until ?? null,
    }));
}
