import { describe, expect, it } from 'vitest';
import { MONDAY, aLead, aSchedule, someFacts } from '#test/support/lead-facts.ts';
import { DAY, SECOND } from '../time.ts';
import { decideEvent } from './decide-event.ts';
import type { Facts } from './facts.ts';
import type { Lead } from './lead.ts';
import type { LeadEvent } from './lead-event.ts';

/** The lead after some events, each decided with the same facts. */
function after(lead: Lead, events: readonly LeadEvent[], facts: Facts = someFacts()): Lead {
  return events.reduce((one, event) => decideEvent(one, event, facts).lead ?? one, lead);
}

function opened(secondsAfterSending = 600): LeadEvent {
  return { type: 'opened', sentAt: MONDAY, at: MONDAY + secondsAfterSending * SECOND };
}

function clicked(secondsAfterSending = 600): LeadEvent {
  return { type: 'clicked', sentAt: MONDAY, at: MONDAY + secondsAfterSending * SECOND };
}

function sent(step: number | null, at = MONDAY): LeadEvent {
  const messageId = `<${step ?? 'brochure'}@firm>`;
  return { type: 'mail-sent', step, mailId: `m${step ?? 'b'}`, messageId, subject: `Subject ${step}`, at };
}

describe('opens and clicks', () => {
  it.each([
    ['the first open makes a Cold lead Engaged', 'Cold', [opened()], 'Engaged', 1],
    ['the second open changes nothing', 'Cold', [opened(), opened()], 'Engaged', 2],
    ['the third open makes it Warm', 'Cold', [opened(), opened(), opened()], 'Warm', 3],
    ['a click makes a Cold lead Warm', 'Cold', [clicked()], 'Warm', 0],
    ['a click makes an Engaged lead Warm', 'Engaged', [clicked()], 'Warm', 0],
    ['an open after 179 seconds is a scanner', 'Cold', [opened(179)], 'Cold', 0],
    ['a click after 179 seconds is a scanner', 'Cold', [clicked(179)], 'Cold', 0],
    ['an open after 180 seconds counts', 'Cold', [opened(180)], 'Engaged', 1],
    ['Warm stays Warm', 'Warm', [opened()], 'Warm', 1],
    ['Hot stays Hot', 'Hot', [opened(), opened(), opened(), clicked()], 'Hot', 3],
    ['Responded stays Responded', 'Responded', [clicked()], 'Responded', 0],
    ['Pending stays Pending', 'Pending', [clicked()], 'Pending', 0],
    ['an absence stays one', 'OutOfOffice', [clicked()], 'OutOfOffice', 0],
  ] as const)('%s', (_, state, events, to, opens) => {
    expect(after(aLead({ state }), events)).toMatchObject({ state: to, opens });
  });

  it('write the new status once', () => {
    expect(decideEvent(aLead(), opened(), someFacts()).effects).toEqual([
      { kind: 'crm-status', recordId: '501', state: 'Engaged' },
    ]);
    expect(decideEvent(aLead({ state: 'Warm' }), opened(), someFacts()).effects).toEqual([]);
  });
});

describe('a follow-up that was sent', () => {
  it('is logged, and the next one gets its date and stays in the thread', () => {
    const { lead, effects } = decideEvent(aLead(), sent(0), someFacts());
    expect(lead).toMatchObject({
      nextStep: 1,
      stepCount: 3,
      followUp: 'Scheduled',
      nextFollowUpAt: MONDAY + 2 * DAY,
      lastSentAt: MONDAY,
      threadSubject: 'Subject 0',
      thread: ['<0@firm>'],
    });
    expect(effects).toEqual([{ kind: 'crm-email', recordId: '501', mailId: 'm0', at: MONDAY }]);
    expect(after(lead as Lead, [sent(1)])).toMatchObject({
      threadSubject: 'Subject 0',
      thread: ['<0@firm>', '<1@firm>'],
    });
  });

  it('told twice moves nothing', () => {
    const once = after(aLead(), [sent(0)]);
    const twice = decideEvent(once, sent(0), someFacts());
    expect(twice.lead).toBe(once);
    expect(twice.effects).toEqual([]);
  });

  it('as the last one lets its gap run before the schedule is complete', () => {
    const all = after(aLead(), [sent(0), sent(1), sent(2)]);
    expect(all).toMatchObject({ followUp: 'Waiting', nextStep: 3, nextFollowUpAt: MONDAY + 3 * DAY });
  });

  it('while a reply came in between is counted and starts nothing', () => {
    const replied = aLead({
      state: 'Responded',
      custody: 'HandingBack',
      followUp: 'Stopped',
      nextFollowUpAt: null,
    });
    const { lead, effects } = decideEvent(replied, sent(0), someFacts());
    expect(lead).toMatchObject({
      nextStep: 1,
      followUp: 'Stopped',
      nextFollowUpAt: null,
      state: 'Responded',
    });
    expect(effects.map((effect) => effect.kind)).toEqual(['crm-email']);
  });

  it('as a brochure is logged and counts as no step', () => {
    const { lead, effects } = decideEvent(aLead(), sent(null), someFacts());
    expect(lead).toMatchObject({ nextStep: 0, thread: ['<brochure@firm>'] });
    expect(effects.map((effect) => effect.kind)).toEqual(['crm-email']);
  });

  it('goes out at half the rate while the address is unverified', () => {
    expect(after(aLead({ state: 'Pending' }), [sent(0)]).nextFollowUpAt).toBe(MONDAY + 4 * DAY);
  });

  it('counts decimals of days', () => {
    const facts = someFacts({ schedule: aSchedule([1, 0.1]) });
    expect(after(aLead(), [sent(0)], facts).nextFollowUpAt).toBe(MONDAY + DAY / 10);
  });

  it('never plans the next one in the past', () => {
    const facts = someFacts({ now: MONDAY + 30 * DAY });
    expect(after(aLead(), [sent(0)], facts).nextFollowUpAt).toBe(MONDAY + 30 * DAY);
  });
});

describe('an unverified address', () => {
  it('that did not bounce in 24 hours makes the lead Cold at the normal rate', () => {
    const sentOnce = after(aLead({ state: 'Pending' }), [sent(0)]);
    expect(after(sentOnce, [{ type: 'address-proved' }], someFacts({ now: MONDAY + DAY }))).toMatchObject({
      state: 'Cold',
      nextFollowUpAt: MONDAY + 2 * DAY,
    });
  });

  it('stopped by a person stays Pending', () => {
    expect(after(aLead({ state: 'Pending' }), [{ type: 'stop-pressed' }])).toMatchObject({
      state: 'Pending',
      followUp: 'Stopped',
      nextFollowUpAt: null,
      custody: 'Held',
    });
  });
});

describe('the end of a schedule', () => {
  const out = aLead({ state: 'Engaged', followUp: 'Waiting', nextStep: 3, opens: 2 });

  it('makes the lead Processed and hands it back', () => {
    const { lead, effects } = decideEvent(out, { type: 'schedule-finished' }, someFacts());
    expect(lead).toMatchObject({ state: 'Processed', followUp: 'Completed', custody: 'HandingBack' });
    expect(effects.map((effect) => effect.kind)).toEqual(['crm-status', 'crm-note', 'crm-owner', 'notice']);
  });

  it('goes on with the long-term schedule where one is set, as a run of its own', () => {
    const longTermSchedule = aSchedule([30, 30], { id: 's9', name: 'Long term' });
    const { lead, effects } = decideEvent(
      out,
      { type: 'schedule-finished' },
      someFacts({ longTermSchedule }),
    );
    expect(lead).toMatchObject({
      state: 'Cold',
      custody: 'Held',
      followUp: 'Scheduled',
      scheduleId: 's9',
      run: 1,
      nextStep: 0,
      stepCount: 2,
      nextFollowUpAt: MONDAY + 30 * DAY,
      opens: 0,
    });
    expect(effects).toEqual([
      { kind: 'crm-status', recordId: '501', state: 'Cold' },
      expect.objectContaining({
        kind: 'crm-note',
        note: expect.objectContaining({ about: 'long-term', scheduleName: 'Long term' }),
      }),
    ]);
  });

  it('is Processed when the long-term schedule itself is complete', () => {
    const longTermSchedule = aSchedule([30], { id: 's1' });
    expect(after(out, [{ type: 'schedule-finished' }], someFacts({ longTermSchedule })).state).toBe(
      'Processed',
    );
  });

  it('is none while a step is still to be sent, which then gets a date', () => {
    const grown = someFacts({ schedule: aSchedule([1, 2, 3, 4]) });
    expect(after(out, [{ type: 'schedule-finished' }], grown)).toMatchObject({
      state: 'Engaged',
      followUp: 'Scheduled',
      nextStep: 3,
      nextFollowUpAt: MONDAY + 4 * DAY,
    });
  });
});

describe('a lead held in New', () => {
  const held = aLead({ state: 'New', hold: 'no-capacity', followUp: 'Waiting', nextFollowUpAt: null });

  it('starts when capacity frees', () => {
    expect(after(held, [{ type: 'capacity-freed' }])).toMatchObject({
      state: 'Cold',
      hold: null,
      followUp: 'Scheduled',
      nextFollowUpAt: MONDAY + DAY,
    });
  });

  it('without a context goes on waiting', () => {
    const facts = someFacts({ assistant: { ...someFacts().assistant, context: '' } });
    const mute = { ...held, context: '' };
    expect(after(mute, [{ type: 'capacity-freed' }], facts)).toMatchObject({
      state: 'New',
      hold: 'no-context',
    });
  });

  it('starts with the context that is given, when there is capacity', () => {
    const given: LeadEvent = { type: 'context-given', context: ' solar roofs ' };
    const mute = { ...held, context: '', hold: 'no-context' } as const;
    expect(after(mute, [given])).toMatchObject({
      state: 'Cold',
      context: 'solar roofs',
      contextSource: 'person',
    });
    const full = someFacts({ assistant: { ...someFacts().assistant, hasCapacity: false } });
    expect(after(mute, [given], full)).toMatchObject({
      state: 'New',
      hold: 'no-capacity',
      context: 'solar roofs',
    });
  });

  it('stopped by a person does not start', () => {
    expect(after(held, [{ type: 'stop-pressed' }, { type: 'capacity-freed' }])).toMatchObject({
      state: 'New',
      followUp: 'Stopped',
      nextFollowUpAt: null,
    });
  });
});

describe('a sending that had to wait', () => {
  it('moves the follow-up', () => {
    const event: LeadEvent = { type: 'send-postponed', until: MONDAY + 5 * DAY, because: 'mailbox' };
    expect(after(aLead(), [event])).toMatchObject({ state: 'Cold', nextFollowUpAt: MONDAY + 5 * DAY });
  });

  it('does not wake a stopped one', () => {
    const event: LeadEvent = { type: 'send-postponed', until: MONDAY + 5 * DAY, because: 'hours' };
    const stopped = aLead({ followUp: 'Stopped', nextFollowUpAt: null });
    expect(after(stopped, [event])).toBe(stopped);
  });
});
