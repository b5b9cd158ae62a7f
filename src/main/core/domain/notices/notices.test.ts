import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aLead, MONDAY } from '#test/support/lead-facts.ts';
import type { JournalDraft } from '../leads/decision.ts';
import type { LeadState } from '../leads/lead.ts';
import { DAY, HOUR } from '../time.ts';
import { digestAt, digestMail } from './digest.ts';
import { newsOf, NOTICE_EVENTS, recipientsOf, type NoticeEvent } from './notice-events.ts';

const ana = aLead({ firstName: 'Ana', lastName: 'Roe' });

function entry(from: LeadState, to: LeadState, data: object = {}, event: JournalDraft['event'] = 'replied') {
  return { event, data, from, to, rule: 'The rule.', at: MONDAY };
}

describe('what people may be told of', () => {
  it.each([
    ['a lead that is Hot', entry('Cold', 'Hot', { text: 'Yes' }), ['hot']],
    ['a lead that replied', entry('Cold', 'Responded'), ['responded']],
    ['a lead at risk', entry('Hot', 'LeadAtRisk', {}, 'owner-silent'), ['at-risk']],
    ['a bounce', entry('Cold', 'DeActivated', {}, 'bounced'), ['deactivated']],
    ['a brochure', entry('Cold', 'Warm', { intent: 'BrochureSent', text: '' }), ['brochure']],
    [
      'somebody who was named',
      entry('Cold', 'DeActivated', { intent: 'ReferredSomeone', proposed: ['Ann'] }),
      ['deactivated', 'proposed-lead'],
    ],
    [
      'a cancelled meeting',
      { ...entry('Hot', 'Hot', {}, 'meeting-cancelled'), rule: 'Ana Roe cancelled the meeting.' },
      ['responded'],
    ],
    ['a level that returns', entry('LeadAtRisk', 'Hot', {}, 'owner-answered'), []],
    ['what changes no state', entry('Hot', 'Hot', { text: 'And?' }), []],
  ] as const)('%s', (_what, line, events) => {
    expect(newsOf(ana, line).map(({ event }) => event)).toEqual(events);
    for (const { text } of newsOf(ana, line)) expect(text).toContain('Ana Roe');
  });
});

describe('whom', () => {
  it('is me and the copies, each once', () => {
    const row = { app: true, me: true, copyTo: ['BOSS@x.example', 'me@x.example', ' '] };
    const rows = Object.fromEntries(NOTICE_EVENTS.map((event) => [event, row])) as Record<
      NoticeEvent,
      typeof row
    >;
    const settings = { me: 'Me@x.example', rhythm: 'each', hour: 8, timeZone: 'UTC', rows } as const;
    expect(recipientsOf(settings, 'hot')).toEqual(['me@x.example', 'boss@x.example']);
  });
});

describe('the digest', () => {
  it('goes out at its hour, at the latest a day (and the hour of a changed clock) later', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'UTC');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 * 24 }),
        fc.integer({ min: 0, max: 23 }),
        zones,
        (h, hour, zone) => {
          const since = MONDAY + h * HOUR;
          const at = digestAt(since, hour, zone);
          expect(at).toBeGreaterThan(since);
          expect(at - since).toBeLessThanOrEqual(DAY + HOUR);
        },
      ),
    );
    expect(new Date(digestAt(MONDAY, 8, 'Europe/Berlin')).toISOString()).toBe('2026-03-03T07:00:00.000Z');
  });

  it('is one mail with a line for each, and the page of the lead', () => {
    const line = { text: 'Ana Roe is Hot. “Yes”', at: MONDAY, url: 'https://x.example/1' };
    const { subject, text } = digestMail([line, { ...line, text: 'Bo replied.', url: null }], 'UTC');
    expect(subject).toBe('Baton: 2 news');
    expect(text).toContain('Mon 2 Mar, 10:00: Ana Roe is Hot. “Yes”\nhttps://x.example/1');
    expect(digestMail([line], 'UTC').subject).toBe('Baton: Ana Roe is Hot.');
  });
});
