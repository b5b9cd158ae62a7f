/** People that one call reads or writes, and that one call reads with their history. */
const BATCH = 100;
const BATCH_WITH_HISTORY = 50;

/**
 * Calls that adding so many people takes: each is looked up, created or assigned, read with its history, and gets a
 * state and a note.
 */
export function callsNeeded(people: number): number {
  return 4 * batches(people, BATCH) + batches(people, BATCH_WITH_HISTORY);
}

function batches(people: number, size: number): number {
  const rest = people % size;
  return (people - rest) / size + (rest > 0 ? 1 : 0);
}
