import { describe, expect, it } from 'vitest';
import { BOB, FAY } from '#test/support/lead-facts.ts';
import { substituteBy, turnAfter, type HandBackRule } from './hand-back-rule.ts';
import { absenceAt } from './owner-away.ts';
import { ownerToHandBackTo } from './previous-owner.ts';

const users = [BOB, FAY, { id: '13', email: 'gil@firm.example', name: 'Gil', active: false }];
const found = (rule: HandBackRule, over: { turn?: number; country?: string | null; away?: string } = {}) =>
  substituteBy({
    rule,
    fallbackOwner: FAY,
    turn: over.turn ?? 0,
    country: over.country ?? null,
    present: (id) => users.find((user) => user.id === id && user.active && id !== over.away) ?? null,
  });

describe('the owner in the place of an absent one', () => {
  it('is the default owner unless a rule says otherwise', () => {
    expect(found({ kind: 'fixed' })).toEqual({ owner: FAY, by: 'default' });
  });

  it('by turn is one after the other, whoever is deactivated or away passed over', () => {
    const rule: HandBackRule = { kind: 'round-robin', ownerIds: [BOB.id, '13', FAY.id] };
    let turn = 0;
    const got = Array.from({ length: 4 }, () => {
      const { owner } = found(rule, { turn });
      turn = turnAfter(rule, owner?.id ?? '');
      return owner?.id;
    });
    expect(got).toEqual([BOB.id, FAY.id, BOB.id, FAY.id]);
    expect(found(rule, { away: BOB.id }).owner).toBe(FAY);
    expect(found({ kind: 'round-robin', ownerIds: ['13'] })).toEqual({ owner: FAY, by: 'default' });
  });

  it("by country is the one for the lead's, and the default owner for every other", () => {
    const rule: HandBackRule = { kind: 'by-country', owners: { DE: BOB.id, FR: '13' } };
    expect(found(rule, { country: 'DE' })).toEqual({ owner: BOB, by: 'country' });
    expect(found(rule, { country: 'FR' })).toEqual({ owner: FAY, by: 'default' });
    expect(found(rule)).toEqual({ owner: FAY, by: 'default' });
  });
});

describe('a previous owner who is away', () => {
  const deputy = { id: '14', email: 'dee@firm.example', name: 'Dee', active: true };
  const told = { previousOwner: 'Bob Ford', until: '2026-10-05' };

  it('is stood in for by the deputy', () => {
    expect(
      ownerToHandBackTo({
        previousOwner: BOB,
        previousOwnerAway: { until: '2026-10-05', deputy },
        fallbackOwner: FAY,
      }),
    ).toEqual({ ownerId: '14', note: { kind: 'deputy', ...told } });
  });

  it('without a deputy: whoever the rule finds, and without anybody the owner all the same', () => {
    const away = { until: '2026-10-05', deputy: null };
    expect(
      ownerToHandBackTo({
        previousOwner: BOB,
        previousOwnerAway: away,
        fallbackOwner: FAY,
        fallbackBy: 'turn',
      }),
    ).toEqual({ ownerId: FAY.id, note: { kind: 'fallback-previous-away', ...told, by: 'turn' } });
    expect(ownerToHandBackTo({ previousOwner: BOB, previousOwnerAway: away, fallbackOwner: null })).toEqual({
      ownerId: BOB.id,
      note: { kind: 'previous' },
    });
  });

  it('is away from the first moment to the last, and not after', () => {
    const absence = { connectionId: 'c1', ownerId: BOB.id, since: 10, until: 20, deputyOwnerId: null };
    expect([9, 10, 19, 20].map((at) => absenceAt([absence], BOB.id, at) !== null)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(absenceAt([absence], FAY.id, 15)).toBeNull();
    expect(absenceAt([absence], null, 15)).toBeNull();
  });
});
