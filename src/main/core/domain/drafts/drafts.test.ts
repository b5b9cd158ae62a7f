import { describe, expect, it } from 'vitest';
import { unfilledPlaceholder } from './placeholders.ts';

describe('a place that was not filled in', () => {
  it.each([
    ['Hello {{ firstName }},', '{{ firstName }}'],
    ['Hello {{name,', null],
    ['{% if company %}', '{% if company %}'],
    ['Hello {first_name}', '{first_name}'],
    ['Hallo [Vorname],', '[Vorname]'],
    ['Hello [Your Name]', '[Your Name]'],
    ['Hello %FIRSTNAME%,', '%FIRSTNAME%'],
    ['*|FNAME|*', '*|FNAME|*'],
    ['The price is XXX.', 'XXX'],
    ['Dear ____,', '____'],
    ['Hello <First Name>', '<First Name>'],
    ['It fell by 40% and costs 30%.', null],
    ['Write to us [1], as agreed (today).', null],
    ['Kind regards <ana@acme.com>', null],
  ])('"%s": %s', (text, place) => {
    expect(unfilledPlaceholder(text)).toBe(place);
  });
});
