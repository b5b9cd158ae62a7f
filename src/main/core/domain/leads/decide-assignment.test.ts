import { describe, expect, it } from 'vitest';
import {
  ALWAYS,
  BOB,
  FAY,
  MONDAY,
  aLead,
  aRecord,
  aSchedule,
  someAssignment,
} from '#test/support/lead-facts.ts';
import { DAY, HOUR } from '../time.ts';
import { ASSIGNMENTS } from './assignment-table.ts';
import { decideAssignment } from './decide-assignment.ts';
import type { AssignmentDecision } from './assigned-lead.ts';
import type { AssignmentFacts, CrmRecord } from './facts.ts';
import type { LeadState } from './lead.ts';

function kinds({ effects }: AssignmentDecision): string[] {
  return effects.map((effect) => effect.kind);
}

function withRecord(over: Partial<CrmRecord>, facts: Partial<AssignmentFacts> = {}): AssignmentFacts {
  return someAssignment({ record: aRecord(over), ...facts });
}

function assistant(over: Partial<AssignmentFacts['assistant']>): Partial<AssignmentFacts> {
  return { assistant: { ...someAssignment().assistant, ...over } };
}

const NO_GUARD = { connection: { ...someAssignment().connection, guardOn: false } };
const EARLIER = aLead({
  id: 'l0',
  state: 'Responded',
  custody: 'HandedBack',
  followUp: 'Stopped',
  nextFollowUpAt: null,
});

describe('a newly assigned record', () => {
  it('becomes a Cold lead with a note that says when the first message goes out', () => {
    const decision = decideAssignment(someAssignment());
    expect(decision).toMatchObject({ outcome: 'taken', suppress: [] });
    expect(decision.lead).toMatchObject({
      id: 'l1',
      state: 'Cold',
      custody: 'Held',
      followUp: 'Scheduled',
      nextFollowUpAt: MONDAY + DAY,
      stepCount: 3,
      email: 'ana@client.example',
      addresses: ['ana@client.example'],
      context: 'cyber security',
      contextSource: 'default',
      previousOwnerId: BOB.id,
    });
    expect(decision.effects).toEqual([
      { kind: 'crm-status', recordId: '501', state: 'Cold' },
      {
        kind: 'crm-note',
        recordId: '501',
        at: MONDAY,
        note: {
          about: 'taken',
          assistantName: 'Mia',
          nextFollowUpAt: MONDAY + DAY,
          timeZone: 'UTC',
          scheduleName: 'Recommended',
          scheduleSource: 'default',
          unknownSchedule: null,
          restarted: false,
          hold: null,
        },
      },
    ]);
  });

  it('gets its first message at an allowed time in its own zone', () => {
    const rules = { ...ALWAYS, opensAt: 540, closesAt: 1020, offDays: [6, 7] };
    const friday = Date.UTC(2026, 2, 6, 12);
    const facts = withRecord(
      { timeZone: 'America/New_York', assignedAt: friday },
      { now: friday, ...assistant({ rules }) },
    );
    expect(decideAssignment(facts).lead?.nextFollowUpAt).toBe(Date.UTC(2026, 2, 9, 13));
  });

  it('counts the first gap from the assignment, though it was noticed later', () => {
    const facts = withRecord({ assignedAt: MONDAY - 2 * HOUR });
    expect(decideAssignment(facts).lead?.nextFollowUpAt).toBe(MONDAY + 22 * HOUR);
    const late = withRecord({ assignedAt: MONDAY - 20 * DAY });
    expect(decideAssignment(late).lead?.nextFollowUpAt).toBe(MONDAY);
  });

  it.each([
    ['no capacity', assistant({ hasCapacity: false }), 'no-capacity'],
    ['no context at all', assistant({ context: ' ' }), 'no-context'],
  ] as const)('with %s is held in New, and the note says so', (_, over, hold) => {
    const decision = decideAssignment(someAssignment(over));
    expect(decision.lead).toMatchObject({ state: 'New', hold, followUp: 'Waiting', nextFollowUpAt: null });
    expect(decision.effects[0]).toMatchObject({ kind: 'crm-status', state: 'New' });
    expect(decision.effects[1]).toMatchObject({ note: { hold, nextFollowUpAt: null } });
  });

  it('with an unverifiable address is Pending at half the rate', () => {
    const decision = decideAssignment(someAssignment({ address: { verdict: 'unverifiable' } }));
    expect(decision.lead).toMatchObject({ state: 'Pending', nextFollowUpAt: MONDAY + 2 * DAY });
  });

  it('uses the context of the record when it has one', () => {
    const facts = withRecord({ context: ' solar roofs ' }, assistant({ context: '' }));
    expect(decideAssignment(facts).lead).toMatchObject({
      state: 'Cold',
      context: 'solar roofs',
      contextSource: 'record',
    });
  });
});

describe('the schedule of a record', () => {
  const schedules = [aSchedule(), aSchedule([4], { id: '9', name: 'Spring Fair', crmValue: '9--Fair 2025' })];

  it.each([
    ['the option as it was written', '9--Fair 2025', '9', 'record', null],
    ['the id of a renamed one', '9--Spring Fair', '9', 'record', null],
    ['the id alone', '9', '9', 'record', null],
    ['the name', 'spring fair', '9', 'record', null],
    ['the default without a value', '', 's1', 'default', null],
    ['the default for an unknown value, named in the note', '99--Gone', 's1', 'default', '99--Gone'],
  ] as const)('is found by %s', (_, schedule, scheduleId, scheduleSource, unknownSchedule) => {
    const { lead, effects } = decideAssignment(withRecord({ schedule }, { schedules }));
    expect(lead).toMatchObject({ scheduleId, scheduleSource });
    expect(effects[1]).toMatchObject({ note: { scheduleSource, unknownSchedule } });
  });
});

describe('a record that cannot be worked on', () => {
  it.each([
    ['missing', { verdict: 'missing' }, 'InvalidEmail'],
    ['invalid', { verdict: 'invalid', reason: 'Disposable' }, 'Disposable'],
  ] as const)('because its address is %s goes back with the reason', (_, address, reason) => {
    const decision = decideAssignment(someAssignment({ address }));
    expect(decision.outcome).toBe('ended-at-once');
    expect(decision.lead).toMatchObject({
      state: 'DeActivated',
      reason,
      custody: 'HandingBack',
      followUp: 'Stopped',
    });
    expect(kinds(decision)).toEqual(['crm-status', 'crm-note', 'crm-owner', 'notice']);
    expect(decision.effects[1]).toMatchObject({
      note: { reason: expect.stringContaining(reason) as string },
    });
    expect(decision.effects[2]).toMatchObject({ ownerId: BOB.id, expectedOwnerId: '77' });
  });

  it.each([
    ['suppressed', someAssignment({ suppressed: true })],
    ['opted out in the CRM', withRecord({ optedOut: true })],
    ['UnSubscribed before', someAssignment({ existingLead: aLead({ ...EARLIER, state: 'UnSubscribed' }) })],
    ['suppressed, with the guard off', someAssignment({ suppressed: true, ...NO_GUARD })],
    ['suppressed, with a status', withRecord({ connectionStatus: 'Hot' }, { suppressed: true })],
  ])('because the person is %s goes back UnSubscribed with a note', (_, facts) => {
    const decision = decideAssignment(facts);
    expect(decision.outcome).toBe('ended-at-once');
    expect(decision.lead).toMatchObject({ state: 'UnSubscribed', custody: 'HandingBack' });
    expect(kinds(decision)).toEqual(['crm-status', 'crm-note', 'crm-owner', 'notice']);
    expect(decision.effects[1]).toMatchObject({ note: { about: 'refused', because: 'suppressed' } });
    expect(decision.suppress).toContain('ana@client.example');
  });
});

describe('the re-assignment guard', () => {
  it('bounces a record with a status to its previous owner and touches nothing else', () => {
    const decision = decideAssignment(
      withRecord({ connectionStatus: 'Responded' }, { existingLead: EARLIER }),
    );
    expect(decision).toMatchObject({ outcome: 'refused', lead: null, suppress: [] });
    expect(decision.effects).toEqual([
      {
        kind: 'crm-note',
        recordId: '501',
        at: MONDAY,
        note: {
          about: 'refused',
          because: 'already-has-status',
          assistantName: 'Mia',
          status: 'Responded',
          ownerNote: { kind: 'previous' },
        },
      },
      { kind: 'crm-owner', recordId: '501', ownerId: BOB.id, expectedOwnerId: '77' },
    ]);
  });

  it('bounces to the fallback owner where there is no previous one', () => {
    const decision = decideAssignment(withRecord({ connectionStatus: 'Cold' }, { previousOwner: null }));
    expect(decision.effects[1]).toMatchObject({ kind: 'crm-owner', ownerId: FAY.id });
  });

  it('holds for a status that is none of the twelve', () => {
    expect(decideAssignment(withRecord({ connectionStatus: 'In touch' })).outcome).toBe('refused');
  });

  it('does not look at the address first', () => {
    const facts = withRecord({ connectionStatus: 'Hot', email: '' }, { address: { verdict: 'missing' } });
    expect(decideAssignment(facts).outcome).toBe('refused');
  });

  it.each([
    ['the field was cleared', withRecord({}, { existingLead: EARLIER })],
    [
      'the guard is off',
      withRecord({ connectionStatus: 'Responded' }, { existingLead: EARLIER, ...NO_GUARD }),
    ],
  ])('lets a fresh start through when %s', (_, facts) => {
    const decision = decideAssignment(facts);
    expect(decision.outcome).toBe('taken');
    expect(decision.lead).toMatchObject({
      id: 'l0',
      state: 'Cold',
      nextStep: 0,
      run: 1,
      custody: 'Held',
      version: 3,
    });
    expect(decision.lead?.addresses).toContain('ana@old.example');
    expect(decision.effects[1]).toMatchObject({ note: { about: 'taken', restarted: true } });
  });
});

describe('a record that she holds already', () => {
  it('is left alone when it turns up again', () => {
    const held = aLead({ state: 'Warm' });
    const facts = withRecord({ connectionStatus: 'Warm' }, { existingLead: held });
    expect(decideAssignment(facts)).toMatchObject({ outcome: 'taken', lead: held, effects: [] });
  });

  it('is left alone when our own taking up comes back as a change', () => {
    const held = aLead({ assignedAt: MONDAY - DAY });
    const ownerHistory = [{ ownerId: '77', at: MONDAY, byUs: true }];
    expect(decideAssignment(withRecord({ ownerHistory }, { existingLead: held })).effects).toEqual([]);
  });

  it('starts anew when a person cleared the status and assigned it again', () => {
    const held = aLead({ assignedAt: MONDAY - DAY, state: 'Warm', nextStep: 2 });
    expect(decideAssignment(someAssignment({ existingLead: held })).lead).toMatchObject({
      state: 'Cold',
      nextStep: 0,
    });
  });
});

describe('a record of hers that the database does not know', () => {
  const known = (state: LeadState): Partial<CrmRecord> => ({
    connectionStatus: state,
    connectionStatusAt: MONDAY + HOUR,
  });

  it('is adopted in the state of its field, and waits for a person where its progress is not known', () => {
    const decision = decideAssignment(withRecord(known('Warm')));
    expect(decision.outcome).toBe('adopted');
    expect(decision.lead).toMatchObject({
      state: 'Warm',
      custody: 'Held',
      followUp: 'Paused',
      nextFollowUpAt: null,
    });
    expect(decision.effects).toMatchObject([{ kind: 'notice', topic: 'needs-attention' }]);
  });

  it('goes on after the messages that are on the record', () => {
    const { lead } = decideAssignment(withRecord(known('Engaged'), { mailsSentBefore: 1 }));
    expect(lead).toMatchObject({
      state: 'Engaged',
      nextStep: 1,
      followUp: 'Scheduled',
      nextFollowUpAt: MONDAY + 2 * DAY,
    });
  });

  it('waits for capacity when it was New', () => {
    expect(decideAssignment(withRecord(known('New'))).lead).toMatchObject({
      state: 'New',
      hold: 'no-capacity',
      followUp: 'Waiting',
    });
  });

  it.each(['Hot', 'Responded', 'Processed', 'DeActivated', 'LeadAtRisk'] as const)(
    'goes back to its owner when it was %s: the hand-back was left unfinished',
    (state) => {
      const decision = decideAssignment(withRecord(known(state)));
      expect(decision.lead).toMatchObject({ state, custody: 'HandingBack' });
      expect(kinds(decision).slice(0, 2)).toEqual(['crm-note', 'crm-owner']);
    },
  );

  it('is bounced when the status was there before she got it', () => {
    const facts = withRecord({ connectionStatus: 'Warm', connectionStatusAt: MONDAY - HOUR });
    expect(decideAssignment(facts).outcome).toBe('refused');
  });

  it('is bounced when nothing tells when the status was written', () => {
    expect(decideAssignment(withRecord({ connectionStatus: 'Warm' })).outcome).toBe('refused');
  });
});

describe('the (none) rows of the transition table', () => {
  it.each([
    ['started', someAssignment()],
    ['held', someAssignment(assistant({ hasCapacity: false }))],
    ['unverifiable', someAssignment({ address: { verdict: 'unverifiable' } })],
    ['address-unusable', someAssignment({ address: { verdict: 'missing' } })],
    ['guarded', withRecord({ connectionStatus: 'Cold' })],
    ['suppressed', someAssignment({ suppressed: true })],
  ] as const)('%s is decided as the table says', (which, facts) => {
    const row = ASSIGNMENTS[which];
    const decision = decideAssignment(facts);
    expect(decision.lead?.state ?? null).toBe(row.to);
    expect(decision.journal).toMatchObject([{ from: null, to: row.to, rule: row.rule }]);
    expect(kinds(decision).includes('crm-owner')).toBe(row.handBack === 'yes');
    expect(decision.lead?.nextFollowUpAt != null).toBe(row.sending === 'on' || row.sending === 'slow');
  });
});
