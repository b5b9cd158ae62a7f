/**
 * One message as it is written: paragraphs, then the one thing it asks for. `{name}` stands for a value, `[…]` for words
 * that are left out where the value in them is not known (see `phrase.ts`). `{context}` is a noun phrase in singular or
 * plural, so it is never the subject of a verb.
 */
export interface ToneMessage {
  readonly text: string;
  readonly ask: string;
}

/** What can be written in one tone, so that it reads right wherever in a schedule the tone stands. */
export interface ToneMessages {
  /** Subjects of the first message; follow-ups keep it. `{Context}` begins with a capital letter. */
  readonly subjects: readonly string[];
  /** The first message: it introduces the assistant, and nothing was written before. */
  readonly first: ToneMessage;
  /** Follow-ups, taken in turn, so that two neighbours in the same tone differ. */
  readonly later: readonly ToneMessage[];
  /** The last message of a schedule. */
  readonly last: ToneMessage;
}
