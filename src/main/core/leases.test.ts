import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LeaseWorld } from '#test/support/lease-world.ts';
import { leaseText, readLeaseText } from './domain/crm/lease.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const machine = fc.integer({ min: 0, max: 2 });
/** What happens to the machines, each some time after the one before. */
const happening = fc.record({
  after: fc.integer({ min: 0, max: 20 * MINUTE }),
  what: fc.oneof(
    fc.record({ kind: fc.constant('take-over' as const), machine }),
    fc.record({ kind: fc.constant('sleep' as const), machine, ms: fc.integer({ min: 1_000, max: HOUR }) }),
    fc.record({
      kind: fc.constant('set-clock' as const),
      machine,
      ms: fc.integer({ min: -5 * HOUR, max: 5 * HOUR }),
    }),
  ),
});

describe('machines with one CRM account', () => {
  it('never work two at once, however they sleep, are set and take over; and one works in the end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.array(happening, { minLength: 1, maxLength: 12 }),
        async (seed, happenings) => {
          const world = new LeaseWorld(3, seed);
          for (const { after, what } of happenings) {
            await world.pass(after);
            if (what.kind === 'take-over') world.takeOver(what.machine);
            if (what.kind === 'sleep') world.sleep(what.machine, what.ms);
            if (what.kind === 'set-clock') {
              world.setClock(what.machine, what.ms);
              // Set back and asleep before it has looked once more, a machine cannot tell that time has passed.
              await world.pass(3 * MINUTE);
            }
          }
          await world.pass(2 * HOUR);
          expect(world.mostAtOnce).toBeLessThanOrEqual(1);
          // A slow answer may interrupt it for a moment.
          expect(world.now - world.workedAt).toBeLessThan(5 * MINUTE);
        },
      ),
      { numRuns: 150, endOnFailure: true },
    );
  }, 60_000);

  it('find one among them when all start at once', async () => {
    const world = new LeaseWorld(3, 7);
    await world.pass(2 * MINUTE);
    expect([world.working, world.mostAtOnce]).toEqual([1, 1]);
  });
});

describe('the words in the CRM', () => {
  it('are read as they were written, and nobody else’s are taken for them', () => {
    const words = { holder: 'h', machine: 'Büro {1}', since: 5, beat: 'b', isClaim: true };
    expect(readLeaseText(leaseText(words))).toEqual(words);
    for (const text of ['', 'Please do not delete', '{', '{"holder":1}', '[]']) {
      expect(readLeaseText(text)).toBeNull();
    }
  });
});
