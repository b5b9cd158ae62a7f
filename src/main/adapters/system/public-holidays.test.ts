import { describe, expect, it } from 'vitest';
import { publicHolidays } from './public-holidays.ts';

const holidays = publicHolidays();
const on = (country: string, day: string): string | null => holidays.of(country).nameOn(day);

describe('public holidays', () => {
  it('have the name that the country gives them', () => {
    expect(on('DE', '2026-10-03')).toBe('Tag der Deutschen Einheit');
    expect(on('US', '2026-07-04')).toBe('Independence Day');
    expect(on('FR', '2027-07-14')).toBe('Fête Nationale de la France');
    expect(on('DE', '2026-10-05')).toBeNull();
  });

  it('move with Easter and with the days that stand in for a weekend', () => {
    expect(on('DE', '2026-04-06')).toBe('Ostermontag');
    expect(on('DE', '2027-03-29')).toBe('Ostermontag');
    expect(on('US', '2026-07-03')).toContain('Independence Day');
  });

  it('are no days of observance or of banks only', () => {
    expect(on('US', '2026-02-14')).toBeNull();
    expect(on('DE', '2026-12-24')).toBeNull();
  });

  it('last for each of their days, and a feast from sunset to sunset for the day after that evening', () => {
    expect(on('IL', '2026-09-21')).toContain('Yom Kippur');
    expect(on('IL', '2026-09-20')).toBeNull();
    expect(['2027-10-01', '2027-10-02', '2027-10-03'].map((day) => on('CN', day))).not.toContain(null);
    expect(on('CN', '2027-05-04')).toBeNull();
  });

  it('are none where the country is unknown or has no calendar', () => {
    expect(holidays.of(null).nameOn('2026-12-25')).toBeNull();
    expect(on('ZZ', '2026-12-25')).toBeNull();
  });
});

describe('the country of a lead', () => {
  it('is what the record says, as a code or in a language we know', () => {
    const named = ['DE', 'germany', 'Deutschland', 'Allemagne', 'Österreich', 'USA', 'Côte d’Ivoire', 'UK'];
    expect(named.map((name) => holidays.countryOf(name, null))).toEqual([
      'DE',
      'DE',
      'DE',
      'DE',
      'AT',
      'US',
      'CI',
      'GB',
    ]);
  });

  it('is that of the time zone where the record names none that is known, and none without both', () => {
    expect(holidays.countryOf('', 'Asia/Kolkata')).toBe('IN');
    expect(holidays.countryOf('Middle-earth', 'America/New_York')).toBe('US');
    expect(holidays.countryOf('France', 'America/New_York')).toBe('FR');
    expect(holidays.countryOf('', 'UTC')).toBeNull();
    expect(holidays.countryOf('Atlantis', null)).toBeNull();
  });

  it('can be chosen from a list of those that have a calendar', () => {
    const list = holidays.countries();
    expect(list).toContainEqual({ code: 'DE', name: 'Germany' });
    expect(list.length).toBeGreaterThan(150);
  });
});
