/**
 * Does the work for every item, at most `concurrent` at a time; the results are in the order of the items.
 * The first failure ends it: nothing further is started, and that error is thrown.
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  concurrent: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  let failed = false;

  async function worker(): Promise<void> {
    while (!failed && next < items.length) {
      const index = next;
      next += 1;
      try {
        results[index] = await work(items[index] as Item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  }

  await Promise.all(Array.from({ length: Math.min(concurrent, items.length) }, worker));
  return results;
}

/** Cuts a list into lists of at most `size`. */
export function chunked<Item>(items: readonly Item[], size: number): Item[][] {
  const chunks: Item[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}
