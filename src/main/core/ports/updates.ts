import type { Instant } from '../domain/time.ts';

/** Where a newer version of the program stands. */
export type UpdateState =
  /** Nobody has looked since the program began. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'current'; readonly at: Instant }
  | { readonly kind: 'available'; readonly version: string }
  | { readonly kind: 'downloading'; readonly version: string; readonly percent: number }
  /** It begins with `restart`. */
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'failed'; readonly sentence: string };

/** Newer versions of the installed program, from a place of the team's own. */
export interface Updates {
  /** Why this installation does not update itself, a sentence; null: it can. */
  readonly impossible: string | null;
  readonly state: UpdateState;
  /** Looks there; what came of it is in `state`, a failure as a sentence. */
  check(feedUrl: string): Promise<void>;
  /** Brings what was found onto this machine and proves that it is whole. */
  download(): Promise<void>;
  /** Ends the program in order and begins the newer one. */
  restart(): void;
}
