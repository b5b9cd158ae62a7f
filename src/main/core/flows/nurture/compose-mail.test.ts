import { describe, expect, it } from 'vitest';
import { aLead } from '#test/support/lead-facts.ts';
import { anAssistant } from '#test/support/an-assistant.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import { composeBrochure, composeStep } from './compose-mail.ts';
import { writeMessage } from './write-message.ts';

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
const wordsFor = (whom: Lead) =>
  writeMessage({
    lead: whom,
    assistant,
    step: introduction,
    place: { index: whom.nextStep, of: 7 },
    sent: [],
  });

describe('what the assistant sends', () => {
  it('begins a thread with the first message and stays in it', () => {
    const first = composeStep({ id: 'm1', lead, assistant, words: wordsFor(lead), at: 1 });
    expect(first).toMatchObject({ inReplyTo: null, references: [], messageId: '<m1@demo.example>', step: 0 });
    const later = { ...lead, thread: [first.messageId], threadSubject: first.subject, nextStep: 1 };
    const second = composeStep({ id: 'm2', lead: later, assistant, words: wordsFor(later), at: 2 });
    expect(second).toMatchObject({
      inReplyTo: first.messageId,
      references: [first.messageId],
      subject: `Re: ${first.subject}`,
    });
  });

  it('lets nothing of a record into a header but one line of text', () => {
    const nasty = { ...lead, company: 'Acme\r\nBcc: everybody@acme.example' };
    expect(
      composeStep({ id: 'm1', lead: nasty, assistant, words: wordsFor(nasty), at: 1 }).subject,
    ).not.toMatch(/[\r\n]/);
  });

  it('shows what a record holds as text, never as markup', () => {
    const nasty = { ...lead, company: '<script>alert(1)</script>' };
    expect(
      composeStep({ id: 'm1', lead: nasty, assistant, words: wordsFor(nasty), at: 1 }).html,
    ).not.toContain('<script');
  });

  it('answers a wish for the brochure with the link, in the thread of the wish', () => {
    const wish = {
      ...composeStep({ id: 'w', lead, assistant, words: wordsFor(lead), at: 1 }),
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
