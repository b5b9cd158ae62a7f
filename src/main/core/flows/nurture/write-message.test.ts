import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAssistant } from '#test/support/an-assistant.ts';
import { aLead } from '#test/support/lead-facts.ts';
import { TONES } from '../../domain/schedules/schedule.ts';
import { writeMessage, type Written } from './write-message.ts';

const FACTS = [
  'Forty operators of charging points found their first weak spot within a single working day https://demo.example/one',
  'Every fleet we have looked at had at least one charger with a default password https://demo.example/two',
];
const SIGNATURE = 'Rosie Hart\nHead of Business Development';
const CONTEXTS = ['cyber security for electric vehicles', 'heat pumps for old houses', 'eCommerce audits'];

/** Each of these is there or not. */
interface Known {
  readonly context: string;
  readonly firstName: boolean;
  readonly company: boolean;
  readonly more: boolean;
  readonly calendar: boolean;
  readonly signature: boolean;
  readonly fact: boolean;
}

function message(
  tone: (typeof TONES)[number],
  index: number,
  known: Known,
  language: 'en' | 'de' = 'en',
): Written {
  return writeMessage({
    lead: aLead({
      id: `lead-${index}`,
      firstName: known.firstName ? 'Ana' : '',
      lastName: '',
      company: known.company ? 'Acme Inc.' : '',
      context: known.context,
      threadSubject: null,
    }),
    assistant: anAssistant({
      moreInformation: known.more ? 'We protect the charging points of forty operators.' : '',
      calendarUrl: known.calendar ? 'https://demo.example/meet' : null,
      signature: known.signature ? SIGNATURE : '',
      nurture: known.fact ? FACTS : [],
      language,
    }),
    step: { gapDays: 1, message: { kind: 'assistant', tone } },
    place: { index, of: 7 },
    sent: [],
  });
}

const EVERY_KNOWN = Array.from({ length: 64 }, (_, mask): Known => {
  const [
    firstName = false,
    company = false,
    more = false,
    calendar = false,
    signature = false,
    fact = false,
  ] = Array.from({ length: 6 }, (__, bit) => Math.floor(mask / 2 ** bit) % 2 === 1);
  const context = CONTEXTS[mask % CONTEXTS.length] ?? '';
  return { context, firstName, company, more, calendar, signature, fact };
});
const ALL: Known = {
  context: CONTEXTS[0] ?? '',
  firstName: true,
  company: true,
  more: true,
  calendar: true,
  signature: true,
  fact: true,
};

/** How a language opens, closes and introduces. */
const SPEAKING = {
  en: {
    hello: 'Hello',
    closing: 'Best regards,',
    name: /my name is Rosie Hart/i,
    before: /again|earlier|last message|once more|reminder|before,/i,
  },
  de: {
    hello: 'Guten Tag',
    closing: 'Mit freundlichen Grüßen',
    name: /mein Name ist Rosie Hart/i,
    before: /noch einmal|weiterhin|bereits|letzte Nachricht|meine Nachricht/i,
  },
} as const;
const EVERY = TONES.flatMap((tone) => (['en', 'de'] as const).map((language) => ({ tone, language })));

describe.each(EVERY)('a message in the tone $tone, language $language', ({ tone, language }) => {
  const speaking = SPEAKING[language];
  const write = (index: number, values: Known): Written => message(tone, index, values, language);

  it('reads right at each place of a schedule, whatever is known of the lead and the assistant', () => {
    for (const index of [0, 1, 2, 3, 4, 5, 6]) {
      for (const values of EVERY_KNOWN) {
        const { subject, text, html, missing } = write(index, values);
        const words = text.split(/\s+/).filter((word) => /\w/.test(word));
        expect(missing).toEqual([]);
        expect(text).toContain(values.context);
        expect(subject.toLowerCase()).toContain(values.context.toLowerCase());
        expect(subject.length).toBeLessThanOrEqual(78);
        expect(words.length).toBeGreaterThanOrEqual(40);
        expect(words.length).toBeLessThanOrEqual(150);
        expect(text).toContain(`${speaking.hello}${values.firstName ? ' Ana' : ''},\n\n`);
        const end = values.signature ? SIGNATURE : 'Rosie Hart\nBusiness development';
        expect(text).toContain(`\n\n${speaking.closing}\n${end}`);
        for (const part of [subject, text]) {
          expect(part).not.toMatch(/[{}[\]]|undefined|null/);
          expect(part).not.toMatch(/ {2}|\s[,.;:?!]|[,;:][,.;:]|\.\.|about\s*[,.]|\n{3}|[ \t]\n/);
        }
        expect(html).not.toMatch(/[{}]|undefined|null/);
      }
    }
  });

  it('introduces the assistant first, and speaks of earlier messages only when there were some', () => {
    expect(write(0, ALL).text).toMatch(speaking.name);
    expect(write(0, ALL).text).not.toMatch(speaking.before);
    for (const index of [1, 2, 3, 4, 5, 6]) expect(write(index, ALL).text).not.toMatch(speaking.name);
  });

  it('says something else than its neighbours when a schedule repeats it', () => {
    const texts = [0, 1, 2, 3, 4, 5, 6].map((index) => write(index, { ...ALL, more: false }).text);
    for (const [index, text] of texts.entries()) expect(text).not.toBe(texts[index + 1]);
  });
});

describe('the context', () => {
  it('missing leaves no message that could be sent', () => {
    expect(message('gentle', 0, { ...ALL, context: '' }).missing).toEqual(['context']);
  });

  it('stands in the subject with a capital letter, unless it has its own way with them', () => {
    const subjects = (context: string) =>
      Array.from(
        { length: 12 },
        (_, n) => message('introduction', n, { ...ALL, context, company: false }).subject,
      );
    expect(subjects('heat pumps').some((subject) => subject.startsWith('Heat pumps'))).toBe(true);
    expect(subjects('eCommerce audits').some((subject) => subject.startsWith('eCommerce'))).toBe(true);
    expect(subjects('AI for sales').some((subject) => subject.startsWith('AI for sales'))).toBe(true);
  });

  it('of any length leaves a subject that mail programs show whole', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), (context) => {
        const { subject } = message('curious', 0, { ...ALL, context });
        expect(subject.length).toBeLessThanOrEqual(78);
        expect(subject).not.toMatch(/[\s.,;:]…|\n/);
      }),
    );
  });
});

describe('more information', () => {
  it('stands before the call to action, and not in two messages after each other', () => {
    const texts = [0, 1, 2].map((index) => message('gentle', index, ALL).text);
    const more = 'We protect the charging points of forty operators.\n\n';
    expect(texts.map((text) => text.includes(more))).toEqual([true, false, true]);
    expect(texts[0]).toMatch(/operators\.\n\nIf you are open to it, which day/);
  });
});

describe('the subject', () => {
  it('is the same for the same lead and run, and differs among leads', () => {
    const of = (id: string, run: number) =>
      writeMessage({
        lead: aLead({ id, run, context: 'heat pumps', company: '', threadSubject: null }),
        assistant: anAssistant(),
        step: { gapDays: 1, message: { kind: 'assistant', tone: 'introduction' } },
        place: { index: 0, of: 7 },
        sent: [],
      }).subject;
    expect(of('a', 0)).toBe(of('a', 0));
    expect(new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => of(id, 0))).size).toBeGreaterThan(1);
  });
});

describe('where a value comes from', () => {
  it('is told of each that stands in the message', () => {
    const { sources } = message('introduction', 0, ALL);
    expect(sources).toEqual([
      { name: 'firstName', value: 'Ana', origin: 'record' },
      { name: 'company', value: 'Acme Inc.', origin: 'record' },
      { name: 'context', value: CONTEXTS[0], origin: aLead({}).contextSource },
      {
        name: 'moreInformation',
        value: 'We protect the charging points of forty operators.',
        origin: 'default',
      },
      { name: 'assistantName', value: 'Rosie Hart', origin: 'assistant' },
      { name: 'calendarUrl', value: 'https://demo.example/meet', origin: 'default' },
      { name: 'nurtureLine', value: FACTS[0], origin: 'nurture' },
    ]);
  });
});

describe('a fact of the nurture table', () => {
  it('stands under each message as a PS, never the same twice, and none when all were told', () => {
    const sent: string[] = [];
    const told: (string | null)[] = [];
    for (let index = 0; index < 4; index += 1) {
      const { text } = writeMessage({
        lead: aLead({ context: 'heat pumps' }),
        assistant: anAssistant({ nurture: FACTS }),
        step: { gapDays: 1, message: { kind: 'template', subject: 'Hello', body: 'Shall we talk?' } },
        place: { index, of: 4 },
        sent,
      });
      sent.push(text);
      told.push(/PS: (.*)\n$/.exec(text)?.[1] ?? null);
    }
    expect(told).toEqual([FACTS[0], FACTS[1], null, null]);
  });
});

describe('the HTML part', () => {
  it('says what the plain text says, with links that can be clicked and nothing of a record as markup', () => {
    const { text, html } = writeMessage({
      lead: aLead({ company: '<b>Acme & "Sons"</b>', context: 'heat pumps', threadSubject: null }),
      assistant: anAssistant({ nurture: FACTS, calendarUrl: 'https://demo.example/meet?a=1&b=2' }),
      step: {
        gapDays: 1,
        message: {
          kind: 'template',
          subject: 'For you',
          body: 'For {{ company }}:\nsee https://demo.example/a_b.',
        },
      },
      place: { index: 0, of: 1 },
      sent: [],
    });
    expect(html).toContain('For &lt;b&gt;Acme &amp; &quot;Sons&quot;&lt;/b&gt;:<br>see ');
    expect(html).toContain('<a href="https://demo.example/a_b">https://demo.example/a_b</a>.');
    expect(html).toContain('<a href="https://demo.example/meet?a=1&amp;b=2">Book a meeting</a>');
    expect(html).toContain('<a href="https://demo.example/one">');
    const plain = html
      .replaceAll(/<a href="([^"]*)">(?!https)([^<]*)<\/a>/g, '$2: $1')
      .replaceAll(/<\/p>\n<p>/g, '\n\n')
      .replaceAll('<br>', '\n')
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    expect(`${plain}\n`).toBe(text);
  });
});
