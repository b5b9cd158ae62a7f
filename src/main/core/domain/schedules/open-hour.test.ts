import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { ALWAYS } from '#test/support/lead-facts.ts';
import { openHourOf } from './open-hour.ts';
import { nextSendAt } from './send-time.ts';

const zone = 'America/New_York';
const rules = { ...ALWAYS, opensAt: 540, closesAt: 1080, offDays: [6, 7] };
const at = (iso: string) => DateTime.fromISO(iso, { zone }).toMillis();
const hour = (...opens: string[]) => openHourOf(opens.map(at), zone, rules);

describe('the hour at which a lead opens mails', () => {
  it('that opened at 15:00 twice: the next mail goes between 14:30 and 14:45 of a business day', () => {
    const openHour = hour('2026-11-16T15:00', '2026-11-17T15:00');
    expect(openHour).toEqual({ from: 14 * 60 + 30, to: 14 * 60 + 45, opensAround: 15 * 60 });
    const next = nextSendAt({ earliest: at('2026-11-20T14:50'), zone, rules, plannedPerDay: {}, openHour });
    expect(DateTime.fromMillis(next, { zone }).toFormat('ccc HH:mm')).toBe('Mon 14:30');
  });

  it('is not known from one open, nor from opens hours apart', () => {
    expect(hour('2026-11-16T15:00')).toBeNull();
    expect(hour('2026-11-16T10:00', '2026-11-17T15:00')).toBeNull();
  });

  it('is counted in the zone of the lead, over changes of clocks', () => {
    expect(hour('2026-10-30T15:00', '2026-11-02T15:20')?.opensAround).toBe(15 * 60 + 20);
  });

  it('is the one with the most opens', () => {
    expect(
      hour('2026-11-16T09:50', '2026-11-17T16:00', '2026-11-18T16:30', '2026-11-19T16:10'),
    ).toMatchObject({ opensAround: 16 * 60 + 10 });
  });

  it('leaves out opens outside of business hours, and never leads out of them', () => {
    expect(hour('2026-11-16T22:00', '2026-11-17T22:10')).toBeNull();
    expect(hour('2026-11-16T09:00', '2026-11-17T09:10')).toMatchObject({ from: 540, to: 555 });
    expect(hour('2026-11-16T18:00', '2026-11-17T18:00')).toMatchObject({ from: 1050, to: 1065 });
  });
});
