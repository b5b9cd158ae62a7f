import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TimeQueue } from './time-queue.ts';

it('gives items in the order of their moments, and those of one moment in the order they were given', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (moments) => {
      const queue = new TimeQueue<string>();
      moments.forEach((at, order) => queue.add(at, order, `${at}/${order}`));
      const inOrder = moments
        .map((at, order) => ({ at, order }))
        .toSorted((a, b) => a.at - b.at || a.order - b.order)
        .map(({ at, order }) => `${at}/${order}`);
      const taken: (string | undefined)[] = [];
      while (queue.nextAt !== null) taken.push(queue.take());
      expect(taken).toEqual(inOrder);
      expect(queue.take()).toBeUndefined();
    }),
  );
});

it('takes new items while it is being emptied', () => {
  const queue = new TimeQueue<string>();
  queue.add(5, 0, 'late');
  queue.add(1, 1, 'first');
  expect(queue.take()).toBe('first');
  queue.add(2, 2, 'second');
  expect([queue.take(), queue.take()]).toEqual(['second', 'late']);
});
