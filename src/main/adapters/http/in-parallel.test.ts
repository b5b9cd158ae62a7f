import { describe, expect, it } from 'vitest';
import { chunked, inParallel } from './in-parallel.ts';

describe('inParallel', () => {
  it('keeps the order of the items and the limit of work under way', async () => {
    let underWay = 0;
    let most = 0;
    const results = await inParallel([5, 4, 3, 2, 1], 2, async (item) => {
      underWay += 1;
      most = Math.max(most, underWay);
      for (let turn = 0; turn < item; turn += 1) await Promise.resolve();
      underWay -= 1;
      return item * 10;
    });
    expect(results).toEqual([50, 40, 30, 20, 10]);
    expect(most).toBe(2);
  });

  it('starts nothing further after a failure', async () => {
    const started: number[] = [];
    const work = inParallel([1, 2, 3, 4], 1, (item) => {
      started.push(item);
      return item === 2 ? Promise.reject(new Error('two')) : Promise.resolve(item);
    });
    await expect(work).rejects.toThrow('two');
    expect(started).toEqual([1, 2]);
  });
});

describe('chunked', () => {
  it('cuts a list into parts of the given size, the last one shorter', () => {
    expect(chunked([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(chunked([], 2)).toEqual([]);
  });
});
