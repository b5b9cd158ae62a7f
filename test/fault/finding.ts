/** One thing that is not as it must be. `loss`: something is missing; `duplicate`: it is there twice. */
export interface Finding {
  readonly kind: 'loss' | 'duplicate' | 'foreign' | 'stray' | 'stuck' | 'replay' | 'misbehaved';
  readonly sentence: string;
}

/** The program did something it must never do, whatever happens to it. */
export class Misbehaved extends Error {}
