/** One measured figure: printed as one line of JSON. */
export type Figure = { readonly bench: string } & Readonly<Record<string, unknown>>;

/** What a benchmark is run with. */
export interface BenchOptions {
  /** Smaller and faster, for a look; the figures that count are those without it. */
  readonly quick: boolean;
  /** How long a benchmark that watches over time does so; absent: as it says itself. */
  readonly minutes?: number;
}

/** The value below which this share (0 to 1) of the values lies; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** To so many decimal places. */
export function rounded(value: number, places: number): number {
  return Number(value.toFixed(places));
}
