import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { dateFrame, laterDate, returnDate } from './dates.ts';
import { RETURN_PHRASES } from './test/return-phrases.ts';

const ZONE = 'Europe/Berlin';
/** A Friday. */
const RECEIVED = DateTime.fromISO('2026-11-20T10:00', { zone: ZONE }).toMillis();
const day = (moment: number | null, zone = ZONE) =>
  moment === null ? null : DateTime.fromMillis(moment, { zone }).toISODate();
const back = (text: string) => day(returnDate(text, dateFrame(RECEIVED, ZONE)));
const later = (text: string) => day(laterDate(text, dateFrame(RECEIVED, ZONE)));

describe('the day somebody is back', () => {
  it.each([
    ['Back on 3 March', '2027-03-03'],
    ['I will be back on March 3rd, 2027.', '2027-03-03'],
    ['zurück am 3.3.', '2027-03-03'],
    ['Ich bin bis einschließlich 27.11.2026 nicht im Büro.', '2026-11-27'],
    ['July 10-31', '2027-07-31'],
    ['I am away from 10 to 31 July', '2027-07-31'],
    ['vom 10.7. bis 31.7.', '2027-07-31'],
    ['from December 21 to January 4', '2027-01-04'],
    ['du 21 décembre au 4 janvier inclus', '2027-01-04'],
    ['hasta el 30 de noviembre', '2026-11-30'],
    ['de 21 de dezembro a 4 de janeiro de 2027', '2027-01-04'],
    ['fino al 1° dicembre', '2026-12-01'],
    ['tot en met 4 januari', '2027-01-04'],
    ['back 2026-12-01', '2026-12-01'],
    ['out until 12/24/2026', '2026-12-24'],
    ['back in the office on Monday', '2026-11-23'],
    ['Ab Montag bin ich wieder erreichbar', '2026-11-23'],
    ['back on Monday, 1 February 2027', '2027-02-01'],
    ['I will return on the 7th', '2026-12-07'],
    ['back in two weeks', '2026-12-04'],
    ['until the end of the month', '2026-11-30'],
    ['away until mid-January', '2027-01-15'],
  ])('is read from "%s"', (text, expected) => {
    expect(back(text)).toBe(expected);
  });

  it('is the later one of absence and return, and not that of some event', () => {
    expect(back('I am away from 23 November until 2 December. Back on 3 December.')).toBe('2026-12-03');
    expect(back('I am back on 3 December. Meet us on the fair, 5 May 2027!')).toBe('2026-12-03');
  });

  it('may lie a little back in a late mail, and is not pushed into the next year', () => {
    expect(back('I am away until 15 November')).toBe('2026-11-15');
  });

  it.each(['I answer 24/7', 'until 5 pm', 'Call +49 30 123 45 67', 'version 3.5 is out', 'back soon', ''])(
    'is not made up from "%s"',
    (text) => {
      expect(back(text)).toBeNull();
    },
  );

  it('refuses a day that does not exist', () => {
    expect(back('back on 31 February')).toBeNull();
    expect(back('back on 29 February')).toBe('2028-02-29');
  });

  it('reads 3/4 the American way in America alone', () => {
    expect(day(returnDate('back on 3/4', dateFrame(RECEIVED, 'America/New_York')), 'America/New_York')).toBe(
      '2027-03-04',
    );
    expect(back('back on 3/4')).toBe('2027-04-03');
  });

  it('is read back from every date as each language writes it', () => {
    const locales = ['en-GB', 'en-US', 'de', 'fr', 'es', 'pt', 'it', 'nl'];
    const cues: Record<string, string> = {
      de: 'zurück am',
      fr: 'de retour le',
      es: 'hasta el',
      pt: 'até',
      it: 'fino al',
      nl: 'tot',
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 700 }),
        fc.constantFrom(...locales),
        fc.constantFrom('long' as const, 'full' as const),
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'),
        (days, locale, dateStyle, zone) => {
          const start = DateTime.fromMillis(RECEIVED, { zone }).startOf('day').plus({ days });
          const text = start.setLocale(locale).toLocaleString({ dateStyle });
          const found = returnDate(`${cues[locale] ?? 'back on'} ${text}`, dateFrame(RECEIVED, zone));
          expect(day(found, zone)).toBe(start.toISODate());
          expect(found).toBe(start.toMillis());
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('what people write about their return in seven languages', () => {
  it.each(RETURN_PHRASES)('%s: %s', (_language, text, expected) => {
    expect(back(text)).toBe(expected);
  });
});

describe('a day in figures', () => {
  it('is read as the other days of the same mail must be', () => {
    expect(back('Away from 7/10 to 7/31, back 8/1.')).toBe('2027-08-01');
    expect(back('Away from 10/7 to 31/7, back 1/8.')).toBe('2027-08-01');
  });

  it('is read the American way where the clock of the mail is American and no zone is known', () => {
    const text = 'I will return on 12/1.';
    expect(day(returnDate(text, dateFrame(RECEIVED, 'UTC', 'Fri, 20 Nov 2026 10:00:00 -0500')))).toBe(
      '2026-12-01',
    );
    expect(day(returnDate(text, dateFrame(RECEIVED, 'UTC', 'Fri, 20 Nov 2026 10:00:00 +0100')))).toBe(
      '2027-01-12',
    );
  });
});

describe('the day somebody wants to hear again', () => {
  it.each([
    ['Ask me again in January', '2027-01-01'],
    ['Call me in November', '2027-11-01'],
    ['after January', '2027-02-01'],
    ['next month', '2026-12-01'],
    ['next week', '2026-11-23'],
    ['next year', '2027-01-01'],
    ['next quarter', '2027-01-01'],
    ['in Q2 2027', '2027-04-01'],
    ['in the second quarter', '2027-04-01'],
    ['in half a year', '2027-05-20'],
    ['in 10 days', '2026-11-30'],
    ['after the summer', '2027-09-01'],
    ['in zwei Monaten', '2027-01-20'],
    ['nächstes Jahr', '2027-01-01'],
    ['Anfang Februar', '2027-02-01'],
    ['dans trois semaines', '2026-12-11'],
    ["l'année prochaine", '2027-01-01'],
    ['dentro de dos meses', '2027-01-20'],
    ['daqui a dois meses', '2027-01-20'],
    ['tra due mesi', '2027-01-20'],
    ['over twee maanden', '2027-01-20'],
    ['volgend jaar', '2027-01-01'],
    ['eind januari', '2027-01-31'],
  ])('is read from "%s"', (text, expected) => {
    expect(later(text)).toBe(expected);
  });

  it('is never today or before', () => {
    expect(later('since 3 March 2026')).toBeNull();
    expect(later('on 20 November 2026')).toBeNull();
  });
});
