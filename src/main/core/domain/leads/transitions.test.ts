import { describe, expect, it } from 'vitest';
import { LEAD_STATES } from './lead.ts';
import type { LeadState } from './lead.ts';
import { TRANSITIONS } from './transition-table.ts';
import { transition } from './transitions.ts';
import type { Trigger } from './trigger.ts';

const TRIGGERS = Object.keys(TRANSITIONS) as Trigger[];
const PAIRS = TRIGGERS.flatMap((trigger) => LEAD_STATES.map((state) => [state, trigger] as const));

const ACTIVE = ['New', 'Pending', 'Cold', 'Engaged', 'Warm', 'OutOfOffice'] as const;
const BEGUN = ['Pending', 'Cold', 'Engaged', 'Warm', 'OutOfOffice'] as const;

type Expected = readonly [
  from: readonly LeadState[],
  trigger: Trigger,
  to: string,
  reason: string | null,
  sending: string,
  handBack: string,
];

/** The rows of domain.md section 1, written down a second time. */
const ROWS: readonly Expected[] = [
  [['New'], 'capacity-freed', 'Cold', null, 'on', 'no'],
  [['New'], 'restart', 'Cold', null, 'on', 'no'],
  [['Pending'], 'address-proved', 'Cold', null, 'on', 'no'],
  [['Pending'], 'stop', 'same', null, 'off', 'no'],
  [['Cold'], 'opened', 'Engaged', null, 'unchanged', 'no'],
  [['Cold', 'Engaged'], 'opened-three-times', 'Warm', null, 'unchanged', 'no'],
  [['Cold', 'Engaged'], 'clicked', 'Warm', null, 'unchanged', 'no'],
  [['OutOfOffice'], 'step-sent', 'before', null, 'on', 'no'],
  [BEGUN, 'schedule-finished', 'Processed', null, 'off', 'yes'],
  [BEGUN, 'schedule-finished-long-term', 'Cold', null, 'on', 'no'],
  [['Processed'], 'continue', 'Cold', null, 'on', 'no'],
  [['Processed', 'Responded', 'Hot', 'DeActivated'], 'restart', 'Cold', null, 'on', 'no'],
  [['Hot', 'Responded'], 'owner-silent', 'LeadAtRisk', null, 'off', 'already'],
  [['LeadAtRisk'], 'owner-answered', 'before', null, 'off', 'already'],
  [['LeadAtRisk'], 'not-at-risk', 'before', null, 'off', 'already'],
  [ACTIVE, 'unsubscribed', 'UnSubscribed', null, 'off', 'yes'],
  [ACTIVE, 'meeting-booked', 'Hot', null, 'off', 'yes'],
  [ACTIVE, 'meeting-cancelled', 'Responded', null, 'off', 'yes'],
  [ACTIVE, 'colleague-replied', 'same', null, 'unchanged', 'no'],
  [BEGUN, 'message-incomplete', 'same', null, 'unchanged', 'no'],
  [ACTIVE, 'taken-away', 'same', null, 'off', 'no'],
  [ACTIVE, 'reply:AgreedToMeet', 'Hot', null, 'off', 'yes'],
  [ACTIVE, 'reply:InterestedToProceed', 'Hot', null, 'off', 'yes'],
  [ACTIVE, 'reply:SeekingMoreInfo', 'Responded', null, 'off', 'yes'],
  [ACTIVE, 'reply:BrochureSent', 'Warm', null, 'off', 'yes'],
  [ACTIVE, 'reply:no-brochure', 'Responded', null, 'off', 'yes'],
  [BEGUN, 'reply:ConnectLater', 'Warm', null, 'on', 'no'],
  [ACTIVE, 'reply:ReferredSomeone', 'DeActivated', 'ReferredSomeone', 'off', 'yes'],
  [ACTIVE, 'reply:AskedToStop', 'DeActivated', 'AskedToStop', 'off', 'yes'],
  [ACTIVE, 'reply:MovedOut', 'DeActivated', 'MovedOut', 'off', 'yes'],
  [ACTIVE, 'reply:Retired', 'DeActivated', 'Retired', 'off', 'yes'],
  [ACTIVE, 'reply:Unsubscribed', 'UnSubscribed', null, 'off', 'yes'],
  [BEGUN, 'reply:OutOfOffice', 'OutOfOffice', null, 'on', 'no'],
  [ACTIVE, 'reply:Other', 'Responded', null, 'off', 'yes'],
  [ACTIVE, 'reply:unsure', 'Responded', null, 'off', 'yes'],
  [ACTIVE, 'bounce:hard', 'DeActivated', 'BounceDeactivated', 'off', 'yes'],
  [ACTIVE, 'bounce:unknown', 'DeActivated', 'CannotDetermine', 'off', 'yes'],
];

describe('the transition table', () => {
  it.each(ROWS)('moves %s by %s to %s', (from, trigger, to, reason, sending, handBack) => {
    for (const state of from) {
      expect(transition(state, trigger)).toMatchObject({ kind: 'moves', to, reason, sending, handBack });
    }
  });

  it.each([
    ['reply:SupportAutoResponse', ACTIVE],
    ['bounce:soft', ACTIVE],
    ['bounce:delayed', ACTIVE],
    ['scanner-touched', ACTIVE],
    ['meeting-cancelled', ['Hot', 'Responded', 'LeadAtRisk', 'UnSubscribed']],
    ['meeting-cancelled-elsewhere', ACTIVE],
    ['opened', ['Hot', 'Responded', 'LeadAtRisk', 'Processed', 'DeActivated']],
    ['clicked', ['Hot', 'Responded', 'LeadAtRisk', 'Processed', 'DeActivated']],
    ['owner-silent', ['Cold', 'Processed', 'DeActivated']],
  ] as const)('changes nothing by %s for %s', (trigger, states) => {
    for (const state of states) expect(transition(state, trigger).kind).toBe('ignored');
  });

  it('has an answer with a sentence for every pair of state and event', () => {
    const mute = PAIRS.filter(([state, trigger]) => {
      const answer = transition(state, trigger);
      return !(answer.kind === 'refused' ? answer.because : answer.rule).endsWith('.');
    });
    expect(mute).toEqual([]);
  });

  it('never lets UnSubscribed go', () => {
    const kinds = new Set(TRIGGERS.map((trigger) => transition('UnSubscribed', trigger).kind));
    expect([...kinds].sort()).toEqual(['ignored', 'refused']);
  });

  it('names a reason exactly where it deactivates', () => {
    const rows = Object.values(TRANSITIONS).flatMap((entry) => entry.rows);
    expect(rows.filter((row) => (row.to === 'DeActivated') !== (row.reason !== null))).toEqual([]);
  });

  it('lets Hot and Responded fall back only by Restart', () => {
    const falls = PAIRS.filter(([state, trigger]) => {
      const answer = transition(state, trigger);
      const low = answer.kind === 'moves' && (ACTIVE as readonly string[]).includes(answer.to);
      return (state === 'Hot' || state === 'Responded') && low;
    }).map(([, trigger]) => trigger);
    expect(new Set(falls)).toEqual(new Set(['restart']));
  });

  it('hands back on Hot, Responded, UnSubscribed, DeActivated and Processed whenever it gets there', () => {
    const ends: readonly string[] = ['Hot', 'Responded', 'UnSubscribed', 'DeActivated', 'Processed'];
    const rows = Object.values(TRANSITIONS).flatMap((entry) => entry.rows);
    expect(
      rows.filter((row) => ends.includes(row.to) && (row.handBack !== 'yes' || row.sending !== 'off')),
    ).toEqual([]);
  });
});
