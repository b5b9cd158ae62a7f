/** What happened in a run, for the summary line. */
export class Tally {
  readonly kills = new Map<string, number>();
  readonly faults = new Map<string, number>();
  lives = 0;
  looks = 0;

  kill(how: string): void {
    this.kills.set(how, (this.kills.get(how) ?? 0) + 1);
  }

  fault(kind: string, times = 1): void {
    if (times > 0) this.faults.set(kind, (this.faults.get(kind) ?? 0) + times);
  }

  get killed(): number {
    return [...this.kills.values()].reduce((sum, count) => sum + count, 0);
  }
}

/** A map as an object, sorted by name. */
export function asObject(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].toSorted(([a], [b]) => a.localeCompare(b)));
}
