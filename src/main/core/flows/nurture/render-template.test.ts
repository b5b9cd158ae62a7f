import { describe, expect, it } from 'vitest';
import { MAIL_VALUES } from '#contract/names.ts';
import { checkTemplate, renderTemplate } from './render-template.ts';

const EMPTY = Object.fromEntries(MAIL_VALUES.map((name) => [name, ''])) as Record<
  (typeof MAIL_VALUES)[number],
  string
>;

describe('a parameter of a message, by value and default', () => {
  const withDefault = 'For {{ company | default: "your company" }}.';
  const without = 'For {{ company }}.';

  it('both there: the value stands in it', () => {
    expect(renderTemplate(withDefault, { ...EMPTY, company: 'Acme' })).toEqual({
      text: 'For Acme.',
      used: [{ name: 'company', value: 'Acme', fallback: false }],
      missing: [],
    });
  });

  it('the default alone: the default stands in it', () => {
    expect(renderTemplate(withDefault, EMPTY)).toEqual({
      text: 'For your company.',
      used: [{ name: 'company', value: 'your company', fallback: true }],
      missing: [],
    });
  });

  it('the value alone: the value stands in it', () => {
    expect(renderTemplate(without, { ...EMPTY, company: 'Acme' })).toMatchObject({
      text: 'For Acme.',
      missing: [],
    });
  });

  it('neither: the message lacks it, and says what', () => {
    expect(renderTemplate(without, EMPTY).missing).toEqual(['company']);
    expect(renderTemplate('Hello {{ firstName | default: "" }}', EMPTY).missing).toEqual(['firstName']);
  });

  it('inside a condition that does not hold is no hole, and leaves no gap behind', () => {
    const template =
      'Hello{% if firstName != "" %} {{ firstName }}{% endif %},\n\n{% if company != "" %}At {{ company }}.{% endif %}\n\nYours';
    expect(renderTemplate(template, EMPTY)).toEqual({ text: 'Hello,\n\nYours', used: [], missing: [] });
  });
});

describe('a template of the user', () => {
  it('is accepted when it names only what is known', () => {
    expect(
      checkTemplate('Hello {{ firstName }}{% if company != "" %} at {{ company }}{% endif %}'),
    ).toBeNull();
    expect(checkTemplate('Hello {{ firstName | default: "there" }}')).toBeNull();
  });

  it.each([
    ['Hello {{ fristName }}', '{{ fristName }} is not known. Did you mean {{ firstName }}?'],
    ['At {{ Company }}', 'Did you mean {{ company }}?'],
    ['{% if company == "" %}{{ kompany }}{% endif %}', 'Did you mean {{ company }}?'],
    ['{{ calender_url }}', 'Did you mean {{ calendarUrl }}?'],
    ['{{ zodiac }}', 'Known are firstName, lastName, '],
    ['{{ company.name }}', '{{ company.name }} is not known.'],
  ])('is refused with the nearest name when it could leave a place unfilled: %s', (template, sentence) => {
    expect(checkTemplate(template)).toContain(sentence);
  });

  it.each(['Hello {{ firstName', '{% if company %}no end', '{{ firstName | shout }}'])(
    'is refused in a sentence when it is broken: %s',
    (template) => {
      expect(checkTemplate(template)).toMatch(/^it cannot be read: .+ Mend it, or take it out\.$/);
    },
  );

  it('is refused when it would run away', () => {
    expect(checkTemplate('{% for a in (1..99999999) %}{{ firstName }}{% endfor %}')).toMatch(
      /^it cannot be read/,
    );
  });
});
