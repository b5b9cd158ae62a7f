import { describe, expect, it } from 'vitest';
import { aLead, someFacts } from '#test/support/lead-facts.ts';
import { decideCommand } from './decide-event.ts';
import type { Lead } from './lead.ts';
import { LEAD_STATES } from './lead.ts';
import type { ReplyIntent } from './lead-event.ts';

const BACK = { custody: 'HandedBack', followUp: 'Stopped', nextFollowUpAt: null } as const;

function corrected(lead: Lead, intent: ReplyIntent, was: ReplyIntent | null = 'Other') {
  return decideCommand(lead, { type: 'intent-corrected', mailId: 'm1', intent, was }, someFacts());
}

describe('a person says what a reply means', () => {
  it.each<[ReplyIntent, Partial<Lead>, Partial<Lead>, string[]]>([
    [
      'AgreedToMeet',
      { state: 'Responded', ...BACK },
      { state: 'Hot', custody: 'HandedBack' },
      ['crm-status', 'crm-task', 'notice'],
    ],
    ['SeekingMoreInfo', { state: 'Hot', ...BACK }, { state: 'Responded' }, ['crm-status', 'notice']],
    [
      'MovedOut',
      { state: 'Responded', ...BACK },
      { state: 'DeActivated', reason: 'MovedOut' },
      ['crm-status'],
    ],
    [
      'Retired',
      { state: 'DeActivated', reason: 'MovedOut', ...BACK },
      { state: 'DeActivated', reason: 'Retired' },
      [],
    ],
    [
      'Other',
      { state: 'DeActivated', reason: 'AskedToStop', ...BACK },
      { state: 'Responded', reason: null },
      ['crm-status', 'notice'],
    ],
    ['OutOfOffice', { state: 'Responded', ...BACK }, { state: 'Responded' }, []],
    ['ConnectLater', { state: 'Responded', ...BACK }, { state: 'Responded' }, []],
  ])('%s: the record gets what follows from it, once', (intent, before, after, kinds) => {
    const decision = corrected(aLead(before), intent, intent === 'Other' ? 'AskedToStop' : 'Unsubscribed');
    if ('refused' in decision) throw new Error(decision.because);
    expect(decision.lead).toMatchObject(after);
    expect(decision.effects.map((effect) => effect.kind)).toEqual(kinds);
    expect(decision.journal[0]?.rule).toMatch(/^A person says that/);
  });

  it('a reply taken for a machine’s stops the follow-up and hands the record back', () => {
    const decision = corrected(
      aLead({ state: 'OutOfOffice', stateBefore: 'Cold' }),
      'SeekingMoreInfo',
      'OutOfOffice',
    );
    if ('refused' in decision) throw new Error(decision.because);
    expect(decision.lead).toMatchObject({ state: 'Responded', custody: 'HandingBack', followUp: 'Stopped' });
    expect(decision.effects.map((effect) => effect.kind)).toEqual([
      'crm-status',
      'crm-note',
      'crm-owner',
      'notice',
    ]);
  });

  it('Unsubscribed suppresses every address the person ever had, whatever came before', () => {
    for (const state of LEAD_STATES.filter((each) => each !== 'UnSubscribed')) {
      const addresses = ['ana@acme.example', 'ana@home.example'];
      const decision = corrected(
        aLead({ state, addresses, ...(state === 'DeActivated' ? { reason: 'AskedToStop' } : {}) }),
        'Unsubscribed',
      );
      if ('refused' in decision) throw new Error(decision.because);
      expect(decision.lead?.state).toBe('UnSubscribed');
      expect(decision.suppress).toEqual(addresses);
    }
  });

  it('UnSubscribed stays for ever', () => {
    const decision = corrected(aLead({ state: 'UnSubscribed', ...BACK }), 'AgreedToMeet', 'Unsubscribed');
    if ('refused' in decision) throw new Error(decision.because);
    expect(decision.lead?.state).toBe('UnSubscribed');
    expect(decision.effects).toEqual([]);
  });

  it('nothing is done twice', () => {
    expect(corrected(aLead(), 'Other', 'Other')).toMatchObject({
      because: 'The reply is understood as Other already.',
    });
  });
});
