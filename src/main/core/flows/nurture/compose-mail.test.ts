import { describe, expect, it } from 'vitest';
import { aLead } from '#test/support/lead-facts.ts';
import { TONES } from '../../domain/schedules/schedule.ts';
import { anAssistant } from '#test/support/an-assistant.ts';
import { checkTemplate, composeBrochure, composeStep, renderStep, valuesFor } from './compose-mail.ts';

const assistant = anAssistant();
const lead = aLead({
  firstName: 'Ana',
  lastName: 'Silva',
  company: 'Acme',
  context: 'cyber security for electric vehicles',
  email: 'ana@acme.example',
  thread: [],
  threadSubject: null,
  nextStep: 0,
});
const introduction = { gapDays: 1, message: { kind: 'assistant', tone: 'introduction' } } as const;

describe('what the assistant writes', () => {
  it.each(TONES)('in the tone %s names the context as it stands and leaves no place unfilled', (tone) => {
    const step = { gapDays: 1, message: { kind: 'assistant', tone } } as const;
    const { subject, text, html } = renderStep(step, valuesFor(lead, assistant), assistant);
    expect(text).toContain('cyber security for electric vehicles');
    for (const part of [subject, text, html]) expect(part).not.toMatch(/\{\{|\}\}|\{%|undefined|null/);
  });

  it.each(TONES)('in the tone %s reads well when nothing but the context is known', (tone) => {
    const step = { gapDays: 1, message: { kind: 'assistant', tone } } as const;
    const bare = anAssistant({ title: '', moreInformation: '', calendarUrl: null });
    const values = valuesFor({ firstName: '', lastName: '', company: '', context: 'energy storage' }, bare);
    const { text } = renderStep(step, values, bare);
    expect(text).toMatch(/^Hello,\n/);
    expect(text).not.toMatch(/ {2}| ,| \./);
  });

  it('begins a thread with the first message and stays in it', () => {
    const first = composeStep({ id: 'm1', lead, assistant, step: introduction, at: 1 });
    expect(first).toMatchObject({ inReplyTo: null, references: [], messageId: '<m1@demo.example>', step: 0 });
    const later = { ...lead, thread: [first.messageId], threadSubject: first.subject, nextStep: 1 };
    const second = composeStep({ id: 'm2', lead: later, assistant, step: introduction, at: 2 });
    expect(second).toMatchObject({
      inReplyTo: first.messageId,
      references: [first.messageId],
      subject: `Re: ${first.subject}`,
    });
  });

  it('lets nothing of a record into a header but one line of text', () => {
    const nasty = { ...lead, company: 'Acme\r\nBcc: everybody@acme.example' };
    expect(composeStep({ id: 'm1', lead: nasty, assistant, step: introduction, at: 1 }).subject).not.toMatch(
      /[\r\n]/,
    );
  });

  it('shows what a record holds as text, never as markup', () => {
    const nasty = { ...lead, company: '<script>alert(1)</script>' };
    expect(composeStep({ id: 'm1', lead: nasty, assistant, step: introduction, at: 1 }).html).not.toContain(
      '<script',
    );
  });

  it('answers a wish for the brochure with the link, in the thread of the wish', () => {
    const wish = {
      ...composeStep({ id: 'w', lead, assistant, step: introduction, at: 1 }),
      subject: 'Re: Hello',
      messageId: '<w@x>',
    };
    const mail = composeBrochure({
      id: 'b',
      lead,
      assistant,
      link: 'https://demo.example/b.pdf',
      answered: wish,
      at: 2,
    });
    expect(mail.text).toContain('https://demo.example/b.pdf');
    expect(mail).toMatchObject({ inReplyTo: '<w@x>', subject: 'Re: Hello', step: null });
  });
});

describe('a template of the user', () => {
  it('is accepted when it names only what is known', () => {
    expect(
      checkTemplate('Hello {{ firstName }}{% if company != "" %} at {{ company }}{% endif %}'),
    ).toBeNull();
  });

  it('is refused, with the name, when it could leave a place unfilled', () => {
    expect(checkTemplate('Hello {{ fristName }}')).toContain('{{ fristName }}');
  });

  it.each(['Hello {{ firstName', '{% if company %}no end', '{{ firstName | shout }}'])(
    'is refused in a sentence when it is broken: %s',
    (template) => {
      expect(checkTemplate(template)).toMatch(/^The message /);
    },
  );
});
