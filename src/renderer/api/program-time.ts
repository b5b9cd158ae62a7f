/** What `system.info` said and when it was heard, this machine's clock. */
export interface ClockReading {
  /** The program's clock, milliseconds UTC. */
  readonly now: number;
  /** Program seconds per real second: 1 but in the demo. */
  readonly speed: number;
  readonly heardAt: number;
}

/** The program's time at `here` (this machine's clock, milliseconds). */
export function programTime(reading: ClockReading | null, here: number): number {
  if (reading === null) return here;
  return Math.round(reading.now + (here - reading.heardAt) * reading.speed);
}
