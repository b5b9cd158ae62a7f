import type { Duration } from '../domain/time.ts';

/** What became of an address that a browser came back to; the sentence is for the person at the browser. */
export interface ReturnAnswer {
  /** false: it belongs to nothing that waits here, and the listening goes on. */
  readonly isTaken: boolean;
  readonly sentence: string;
}

/** A door that is open for one answer. */
export interface OpenReturn {
  /** The redirect URL that leads to it. */
  readonly address: string;
  close(): void;
}

/** Addresses on this machine to which a browser comes back after a consent. */
export interface ReturnListener {
  /** Fixed, because they have to be registered with the app. */
  readonly addresses: readonly string[];
  /** Listens at the first that is free, for one answer or so long; null: none is free. */
  open(lifetime: Duration, take: (address: string) => Promise<ReturnAnswer>): Promise<OpenReturn | null>;
}
