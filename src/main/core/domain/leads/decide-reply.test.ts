import { describe, expect, it } from 'vitest';
import { ALWAYS, BOB, MONDAY, aLead, aSchedule, someFacts } from '#test/support/lead-facts.ts';
import { DAY, HOUR, MINUTE } from '../time.ts';
import { decideEvent } from './decide-event.ts';
import type { Effect } from './effect.ts';
import type { Lead } from './lead.ts';
import type { LeadEvent, ReplyIntent } from './lead-event.ts';

type Reply = Extract<LeadEvent, { type: 'replied' }>;

function reply(intent: ReplyIntent, over: Partial<Reply> = {}): Reply {
  return {
    type: 'replied',
    intent,
    confidence: 0.95,
    at: MONDAY,
    until: null,
    mailId: 'm9',
    text: 'Tomorrow 5 pm works',
    fromAddress: 'ana@client.example',
    ...over,
  };
}

function kinds(effects: readonly Effect[]): string[] {
  return effects.map((effect) => (effect.kind === 'notice' ? `notice:${effect.topic}` : effect.kind));
}

const HAND_BACK = ['crm-status', 'crm-email', 'crm-note', 'crm-owner'];

describe('a human reply', () => {
  it.each([
    [
      'AgreedToMeet',
      'Hot',
      null,
      ['crm-status', 'crm-email', 'crm-task', 'crm-note', 'crm-owner', 'notice:hot'],
    ],
    [
      'InterestedToProceed',
      'Hot',
      null,
      ['crm-status', 'crm-email', 'crm-task', 'crm-note', 'crm-owner', 'notice:hot'],
    ],
    ['SeekingMoreInfo', 'Responded', null, [...HAND_BACK, 'notice:responded']],
    ['BrochureSent', 'Responded', null, [...HAND_BACK, 'notice:responded']],
    ['ConnectLater', 'Responded', null, [...HAND_BACK, 'notice:responded']],
    ['ReferredSomeone', 'DeActivated', 'ReferredSomeone', [...HAND_BACK, 'notice:handed-back']],
    ['AskedToStop', 'DeActivated', 'AskedToStop', [...HAND_BACK, 'notice:handed-back']],
    ['MovedOut', 'DeActivated', 'MovedOut', [...HAND_BACK, 'notice:handed-back']],
    ['Retired', 'DeActivated', 'Retired', [...HAND_BACK, 'notice:handed-back']],
    ['Unsubscribed', 'UnSubscribed', null, [...HAND_BACK, 'notice:handed-back']],
    ['Other', 'Responded', null, [...HAND_BACK, 'notice:responded']],
  ] as const)('%s makes the lead %s, stops and hands back', (intent, state, reason, effects) => {
    const { lead, effects: found } = decideEvent(aLead(), reply(intent), someFacts());
    expect(lead).toMatchObject({
      state,
      reason,
      custody: 'HandingBack',
      followUp: 'Stopped',
      nextFollowUpAt: null,
      lastReplyAt: MONDAY,
    });
    expect(kinds(found)).toEqual(effects);
  });

  it('gives the record to the previous owner with the reply quoted', () => {
    const { effects } = decideEvent(aLead(), reply('AgreedToMeet'), someFacts());
    expect(effects).toContainEqual({
      kind: 'crm-owner',
      recordId: '501',
      ownerId: BOB.id,
      expectedOwnerId: '77',
    });
    expect(effects).toContainEqual(
      expect.objectContaining({
        kind: 'crm-note',
        note: expect.objectContaining({ state: 'Hot', replyQuote: 'Tomorrow 5 pm works' }) as unknown,
      }),
    );
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'crm-task', ownerId: BOB.id }));
  });

  it('leaves no task where the connection wants none', () => {
    const facts = someFacts({ connection: { ...someFacts().connection, taskOnHot: false } });
    expect(kinds(decideEvent(aLead(), reply('AgreedToMeet'), facts).effects)).not.toContain('crm-task');
  });

  it('stops a follow-up that was due this minute', () => {
    const due = aLead({ nextFollowUpAt: MONDAY });
    expect(decideEvent(due, reply('Other'), someFacts()).lead).toMatchObject({
      followUp: 'Stopped',
      nextFollowUpAt: null,
    });
  });

  it.each(['AgreedToMeet', 'InterestedToProceed', 'Unsubscribed'] as const)(
    'read as %s with too little confidence makes the lead Responded and asks the user',
    (intent) => {
      const unsure = reply(intent, { confidence: 0.69 });
      const { lead, effects, suppress } = decideEvent(aLead(), unsure, someFacts());
      expect(lead).toMatchObject({ state: 'Responded', custody: 'HandingBack' });
      expect(suppress).toEqual([]);
      expect(kinds(effects)).toEqual([...HAND_BACK, 'notice:needs-attention']);
      expect(effects.at(-1)).toMatchObject({ text: expect.stringContaining('69 % confidence') as string });
    },
  );

  it('read with exactly 70 % confidence is sure enough', () => {
    const { lead } = decideEvent(aLead(), reply('AgreedToMeet', { confidence: 0.7 }), someFacts());
    expect(lead?.state).toBe('Hot');
  });

  it('that unsubscribes suppresses every address the person ever had', () => {
    const event = reply('Unsubscribed', { fromAddress: 'Ana.K@private.example' });
    expect(decideEvent(aLead(), event, someFacts()).suppress).toEqual([
      'ana@client.example',
      'ana@old.example',
      'ana.k@private.example',
    ]);
  });

  it('after the schedule was complete still makes the lead Hot, and leaves the owner alone', () => {
    const done = aLead({
      state: 'Processed',
      custody: 'HandedBack',
      followUp: 'Completed',
      nextFollowUpAt: null,
    });
    const { lead, effects } = decideEvent(done, reply('AgreedToMeet'), someFacts());
    expect(lead).toMatchObject({ state: 'Hot', custody: 'HandedBack', followUp: 'Completed' });
    expect(kinds(effects)).toEqual(['crm-status', 'crm-email', 'crm-task', 'notice:hot']);
  });

  it('to a record that a person took away writes nothing to it', () => {
    const released = aLead({ custody: 'Released', followUp: 'Stopped', nextFollowUpAt: null });
    expect(kinds(decideEvent(released, reply('AgreedToMeet'), someFacts()).effects)).toEqual(['notice:hot']);
  });

  it('from a lead at risk keeps it at risk until a person answers, and then Hot returns', () => {
    const risky = aLead({
      state: 'LeadAtRisk',
      stateBefore: 'Responded',
      custody: 'HandedBack',
      followUp: 'Stopped',
    });
    const { lead } = decideEvent(risky, reply('AgreedToMeet'), someFacts());
    expect(lead).toMatchObject({ state: 'LeadAtRisk', stateBefore: 'Hot' });
  });
});

describe('a lead that asks for a brochure', () => {
  const facts = someFacts({
    assistant: { ...someFacts().assistant, brochureUrl: 'https://firm.example/b.pdf' },
  });

  it('gets its link within 5 minutes, is Warm, and is handed back', () => {
    const { lead, effects } = decideEvent(aLead(), reply('BrochureSent'), facts);
    expect(lead).toMatchObject({ state: 'Warm', custody: 'HandingBack', followUp: 'Stopped' });
    expect(effects[0]).toEqual({
      kind: 'compose-mail',
      purpose: 'brochure',
      leadId: 'l1',
      link: 'https://firm.example/b.pdf',
      inReplyToMailId: 'm9',
      dueBy: MONDAY + 5 * MINUTE,
    });
    expect(kinds(effects).slice(1)).toEqual([...HAND_BACK, 'notice:handed-back']);
  });

  it('gets none once a person has the record', () => {
    const handedBack = aLead({ custody: 'HandedBack', followUp: 'Stopped', nextFollowUpAt: null });
    const { lead, effects } = decideEvent(handedBack, reply('BrochureSent'), facts);
    expect(lead?.state).toBe('Responded');
    expect(kinds(effects)).not.toContain('compose-mail');
  });
});

describe('a lead that wants to hear later', () => {
  it('is Warm, and the next follow-up moves to that day', () => {
    const event = reply('ConnectLater', { until: MONDAY + 60 * DAY });
    const { lead, effects } = decideEvent(aLead(), event, someFacts());
    expect(lead).toMatchObject({
      state: 'Warm',
      custody: 'Held',
      followUp: 'Scheduled',
      nextFollowUpAt: MONDAY + 60 * DAY,
    });
    expect(kinds(effects)).toEqual(['crm-status', 'crm-email', 'notice:responded']);
  });

  it('is handed back where no step is left to send on that day', () => {
    const out = aLead({ nextStep: 3, followUp: 'Waiting' });
    const event = reply('ConnectLater', { until: MONDAY + 60 * DAY });
    expect(decideEvent(out, event, someFacts()).lead).toMatchObject({
      state: 'Responded',
      custody: 'HandingBack',
    });
  });

  it('is handed back where a person had stopped the follow-up', () => {
    const stopped = aLead({ followUp: 'Stopped', nextFollowUpAt: null });
    const event = reply('ConnectLater', { until: MONDAY + 60 * DAY });
    expect(decideEvent(stopped, event, someFacts()).lead).toMatchObject({
      state: 'Responded',
      followUp: 'Stopped',
    });
  });
});

describe('an automatic absence reply', () => {
  const weekdays = {
    ...someFacts().assistant,
    rules: { ...ALWAYS, opensAt: 540, closesAt: 1020, offDays: [6, 7] },
  };
  const facts = someFacts({ assistant: weekdays });

  it('moves a follow-up before the return to the business day after it', () => {
    const until = Date.UTC(2026, 2, 6);
    const { lead, effects } = decideEvent(aLead(), reply('OutOfOffice', { until }), facts);
    expect(lead).toMatchObject({
      state: 'OutOfOffice',
      stateBefore: 'Cold',
      custody: 'Held',
      followUp: 'Scheduled',
      nextFollowUpAt: Date.UTC(2026, 2, 9, 9),
      pausedWithoutDate: false,
      lastReplyAt: null,
    });
    expect(kinds(effects)).toEqual(['crm-status', 'crm-email']);
  });

  it('leaves a follow-up after the return where it is', () => {
    const planned = aLead({ nextFollowUpAt: MONDAY + 20 * DAY });
    const event = reply('OutOfOffice', { until: MONDAY + 4 * DAY });
    expect(decideEvent(planned, event, facts).lead?.nextFollowUpAt).toBe(MONDAY + 20 * DAY);
  });

  it('without a date pauses for 7 days and lists the lead', () => {
    const { lead } = decideEvent(aLead(), reply('OutOfOffice'), facts);
    expect(lead).toMatchObject({ nextFollowUpAt: MONDAY + 7 * DAY, pausedWithoutDate: true });
  });

  it('gives the level before back when the next follow-up is sent', () => {
    const warm = aLead({ state: 'Warm' });
    const away = decideEvent(warm, reply('OutOfOffice'), facts).lead as Lead;
    const again = decideEvent(away, reply('OutOfOffice', { until: MONDAY + 9 * DAY }), facts).lead as Lead;
    const sent: LeadEvent = {
      type: 'mail-sent',
      step: 0,
      mailId: 'm1',
      messageId: '<1@firm>',
      subject: 'Hello',
      at: MONDAY + 10 * DAY,
    };
    expect(decideEvent(again, sent, { ...facts, now: MONDAY + 10 * DAY }).lead).toMatchObject({
      state: 'Warm',
      stateBefore: null,
      pausedWithoutDate: false,
    });
  });

  it.each(['New', 'Hot', 'Processed', 'DeActivated'] as const)(
    'changes nothing for a lead in %s',
    (state) => {
      const lead = aLead({
        state,
        followUp: 'Stopped',
        nextFollowUpAt: null,
        hold: state === 'New' ? 'no-capacity' : null,
      });
      expect(decideEvent(lead, reply('OutOfOffice'), facts).lead).toMatchObject({
        state,
        nextFollowUpAt: null,
      });
    },
  );
});

describe('other automatic messages', () => {
  it('of a help desk change nothing and are logged on the record', () => {
    const { lead, effects } = decideEvent(aLead(), reply('SupportAutoResponse'), someFacts());
    expect(lead).toEqual(aLead());
    expect(kinds(effects)).toEqual(['crm-email']);
  });

  it.each([
    ['hard', 'DeActivated', 'BounceDeactivated'],
    ['unknown', 'DeActivated', 'CannotDetermine'],
    ['soft', 'Cold', null],
    ['delayed', 'Cold', null],
  ] as const)('a %s bounce makes the lead %s %s', (kind, state, reason) => {
    const event: LeadEvent = {
      type: 'bounced',
      class: kind,
      at: MONDAY + HOUR,
      mailId: 'm9',
      status: '5.1.1',
    };
    const { lead, effects } = decideEvent(aLead(), event, someFacts({ schedule: aSchedule() }));
    expect(lead).toMatchObject({ state, reason, custody: state === 'Cold' ? 'Held' : 'HandingBack' });
    expect(kinds(effects)).toEqual(state === 'Cold' ? ['crm-email'] : [...HAND_BACK, 'notice:handed-back']);
  });
});

describe('what a user taught', () => {
  it('is named in the journal and in the note on the record', () => {
    const event = reply('AskedToStop', { taught: 'works council', confidence: 1 });
    const { lead, journal, effects } = decideEvent(aLead(), event, someFacts());
    expect(lead).toMatchObject({ state: 'DeActivated', reason: 'AskedToStop' });
    expect(journal[0]?.rule).toContain('“works council” means AskedToStop, which was taught, decided.');
    const note = effects.find((effect) => effect.kind === 'crm-note');
    expect(note?.note).toMatchObject({ about: 'handed-back' });
    expect(JSON.stringify(note)).toContain('“works council” means AskedToStop');
  });
});

describe('an answer from an address that was not known', () => {
  const ana = aLead({ firstName: 'Ana', lastName: 'Roe' });

  it('of the lead itself is kept among its addresses, and the journal says so', () => {
    const event = reply('Other', { fromAddress: 'Ana.Roe@home.example', fromName: 'Ana Roe' });
    const { lead, journal } = decideEvent(ana, event, someFacts());
    expect(lead?.addresses).toEqual([...ana.addresses, 'ana.roe@home.example']);
    expect(lead?.email).toBe(ana.email);
    expect(journal[0]?.rule).toContain('ana.roe@home.example: it is kept among theirs');
  });

  it('is never written to again either, where the lead wants no more mail', () => {
    const event = reply('Unsubscribed', { fromAddress: 'ana.roe@home.example', fromName: 'Ana Roe' });
    const { suppress } = decideEvent(ana, event, someFacts());
    expect(suppress.toSorted((a, b) => a.localeCompare(b))).toEqual(
      [...ana.addresses, 'ana.roe@home.example'].toSorted((a, b) => a.localeCompare(b)),
    );
  });

  it('of a colleague stops the follow-up all the same, and stays apart', () => {
    const event = reply('Other', { fromAddress: 'ben.lind@client.example', fromName: 'Ben Lind' });
    const { lead, journal } = decideEvent(ana, event, someFacts());
    expect(lead).toMatchObject({ state: 'Responded', addresses: ana.addresses });
    expect(journal[0]?.rule).toContain('somebody else, whose address is not kept');
  });

  it('of a machine is not kept', () => {
    const event = reply('OutOfOffice', { fromAddress: 'ana.roe@home.example', fromName: 'Ana Roe' });
    expect(decideEvent(ana, event, someFacts()).lead?.addresses).toEqual(ana.addresses);
  });
});
