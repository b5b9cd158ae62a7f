import { describe, expect, it } from 'vitest';
import { aLead, ALWAYS, MONDAY, someAssignment, someFacts } from '#test/support/lead-facts.ts';
import { DAY } from '../time.ts';
import { bounceRate, isGuardUp, rateInWords } from './bounce-guard.ts';
import { decideAssignment } from './decide-assignment.ts';
import { decideEvent } from './decide-event.ts';

const UP = { created: 100, bounced: 4 };
const DOWN = { created: 100, bounced: 3 };
const asked = (figures: typeof UP) => ({ type: 'bounce-guard-asked', figures }) as const;
const held = aLead({
  state: 'New',
  hold: 'bounce-guard',
  heldSince: MONDAY,
  isRisky: true,
  followUp: 'Waiting',
  nextFollowUpAt: null,
});

describe('the bounce guard', () => {
  it('holds from 4 % of the valid leads on', () => {
    expect([UP, DOWN, { created: 0, bounced: 0 }, { created: 0, bounced: 1 }].map(isGuardUp)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(bounceRate({ created: 250, bounced: 10 })).toBe(0.04);
    expect([rateInWords(UP), rateInWords({ created: 300, bounced: 13 })]).toEqual(['4 %', '4.3 %']);
  });

  it('holds a new risky lead back in New, with a note, and lets valid ones start', () => {
    const risky = decideAssignment(someAssignment({ address: { verdict: 'risky' }, isGuardUp: true }));
    expect(risky.lead).toMatchObject({
      state: 'New',
      hold: 'bounce-guard',
      heldSince: MONDAY,
      isRisky: true,
      nextFollowUpAt: null,
    });
    expect(risky.effects).toContainEqual(
      expect.objectContaining({ kind: 'crm-note', note: expect.objectContaining({ hold: 'bounce-guard' }) }),
    );
    const valid = decideAssignment(someAssignment({ isGuardUp: true }));
    expect(valid.lead).toMatchObject({ state: 'Cold', isRisky: false });
    const low = decideAssignment(someAssignment({ address: { verdict: 'risky' }, isGuardUp: false }));
    expect(low.lead).toMatchObject({ state: 'Cold', isRisky: true });
  });

  it('holds a risky lead back before its first message, and never after one went out', () => {
    const first = decideEvent(aLead({ isRisky: true }), asked(UP), someFacts());
    expect(first.lead).toMatchObject({ state: 'New', hold: 'bounce-guard', nextFollowUpAt: null });
    const later = aLead({ isRisky: true, lastSentAt: MONDAY - DAY, nextStep: 1 });
    expect(decideEvent(later, asked(UP), someFacts()).lead).toEqual(later);
    const opened = aLead({ isRisky: true, state: 'Engaged' });
    expect(decideEvent(opened, asked(UP), someFacts()).lead).toEqual(opened);
  });

  it('is asked again and again for 15 days, then deactivates the lead and hands it back', () => {
    const after = (days: number) => decideEvent(held, asked(UP), someFacts({ now: MONDAY + days * DAY }));
    expect(after(14).lead).toEqual(held);
    expect(after(15).lead).toMatchObject({
      state: 'DeActivated',
      reason: 'BounceRisk',
      custody: 'HandingBack',
      heldSince: null,
    });
  });

  it('lets it start when fewer bounce, or wait for capacity where there is none', () => {
    expect(decideEvent(held, asked(DOWN), someFacts()).lead).toMatchObject({
      state: 'Cold',
      hold: null,
      heldSince: null,
      followUp: 'Scheduled',
      nextFollowUpAt: MONDAY + DAY,
    });
    const facts = someFacts();
    const full = { ...facts, assistant: { ...facts.assistant, rules: ALWAYS, hasCapacity: false } };
    expect(decideEvent(held, asked(DOWN), full).lead).toMatchObject({ state: 'New', hold: 'no-capacity' });
  });

  it('is not got round by capacity that frees or by a context', () => {
    for (const event of [
      { type: 'capacity-freed' } as const,
      { type: 'context-given', context: 'bees' } as const,
    ]) {
      expect(decideEvent(held, event, someFacts()).lead).toMatchObject({
        state: 'New',
        hold: 'bounce-guard',
      });
    }
  });

  it('leaves a lead alone that a person stopped meanwhile', () => {
    const stopped = { ...held, followUp: 'Stopped' } as const;
    expect(decideEvent(stopped, asked(DOWN), someFacts()).lead).toEqual(stopped);
  });
});

describe('an address on the list "Never write to"', () => {
  it('is not taken: the note names what is on the list, and the record goes back', () => {
    const decision = decideAssignment(someAssignment({ excludedBy: 'client.example' }));
    expect(decision).toMatchObject({ outcome: 'refused', lead: null });
    expect(decision.effects).toEqual([
      expect.objectContaining({
        kind: 'crm-note',
        note: expect.objectContaining({ because: 'excluded', status: 'client.example' }),
      }),
      expect.objectContaining({ kind: 'crm-owner', ownerId: '11' }),
    ]);
  });

  it('ends a follow-up that is under way, and no Restart begins it anew', () => {
    const { lead } = decideEvent(
      aLead(),
      { type: 'address-excluded', pattern: 'client.example' },
      someFacts(),
    );
    expect(lead).toMatchObject({
      state: 'DeActivated',
      reason: 'ManuallyDeactivated',
      custody: 'HandingBack',
    });
    const again = decideEvent(
      { ...aLead(), state: 'Processed', custody: 'HandedBack', followUp: 'Completed', nextFollowUpAt: null },
      { type: 'restart-pressed', scheduleId: null, assistantId: null },
      someFacts({ excludedBy: 'client.example' }),
    );
    expect(again.journal[0]?.rule).toBe('client.example is on the list "Never write to".');
    expect(again.lead?.state).toBe('Processed');
  });
});
