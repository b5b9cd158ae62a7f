/** People that one call reads or writes, and that one call reads with their history. */
const BATCH = 100;
const BATCH_WITH_HISTORY = 50;

/**
 * Calls that adding so many people takes: each is looked up, created or assigned, read with its history, and gets a
 * state and a note.
 */
export function callsNeeded(people: number): number {
  return 4 * Math.ceil(people / BATCH) + Math.ceil(people / BATCH_WITH_HISTORY);
}
