import type { ArchiveTopic } from '#contract/names.ts';
import type { Instant } from '../domain/time.ts';

export { ARCHIVE_TOPICS } from '#contract/names.ts';
export type { ArchiveTopic } from '#contract/names.ts';

/** What an import would do, without doing it. */
export interface ArchiveReport {
  readonly exportedAt: Instant;
  readonly topics: readonly {
    readonly topic: ArchiveTopic;
    readonly added: number;
    /** Here already: left as it is. */
    readonly there: number;
  }[];
  /** What cannot be taken over, each with how many and why. */
  readonly refused: readonly { readonly count: number; readonly because: string }[];
}

/** Everything that is stored, as one file: written by one installation, read by another. No secret is in it. */
export interface Archive {
  /** The text of the file, in pieces; as the database stands when the first is read. */
  text(): Iterable<string>;
  /** Begins to read a file; what was read of another is dropped. */
  begin(): void;
  /** The next piece of it. Throws `ArchiveUnusable`. */
  add(text: string): void;
  /** The file is read: what taking it over would do. Throws `ArchiveUnusable`. */
  report(): ArchiveReport;
  /** Takes it over in one commit, and starts the core on what there is then. Throws `ArchiveUnusable`. */
  take(): Promise<ArchiveReport>;
  drop(): void;
}

/** The file cannot be read; the message is a sentence for the user. */
export class ArchiveUnusable extends Error {
  override readonly name = 'ArchiveUnusable';
}
