import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#contract/names.ts';
import { aLead, MONDAY, someFacts } from '#test/support/lead-facts.ts';
import { decideCommand, decideEvent } from '../leads/decide-event.ts';
import type { Lead } from '../leads/lead.ts';
import { ownWords } from '../replies/reply-text.ts';
import { DAY } from '../time.ts';
import { checkMailWords, isMailAddress } from './check-words.ts';
import { whyNoHumanMail, whyNoIntroduction } from './may-write.ts';
import { answerSubject, introductionWords, quoteOf } from './write-mail.ts';

const NOBODY = { suppressed: [], excludedBy: null };
const SENT = {
  type: 'mail-sent',
  step: null,
  mailId: 'm-1',
  messageId: '<m-1@hers.example>',
  subject: 'Re: bees',
  at: MONDAY,
  byPerson: true,
} as const;

describe('whether a person may write to a lead through the assistant', () => {
  it.each([
    ['while she follows it up', {}],
    ['after the hand-back', { custody: 'HandedBack', state: 'Hot' }],
  ] as const)('%s they may', (_when, changes: Partial<Lead>) => {
    expect(whyNoHumanMail(aLead(changes), NOBODY)).toBeNull();
  });

  it.each([
    ['once a person took the record away', { custody: 'Released' }, 'took the record away'],
    ['to somebody who unsubscribed', { state: 'UnSubscribed' }, 'unsubscribed'],
    ['to a deleted record', { recordDeleted: true }, 'deleted'],
    ['without an address', { email: '' }, 'no e-mail address'],
  ] as const)('%s they may not', (_when, changes: Partial<Lead>, sentence) => {
    expect(whyNoHumanMail(aLead(changes), NOBODY)).toContain(sentence);
  });

  it('never where one of the recipients is suppressed or excluded', () => {
    expect(whyNoHumanMail(aLead(), { suppressed: ['x@y.example'], excludedBy: null })).toContain(
      'unsubscribed',
    );
    expect(whyNoHumanMail(aLead(), { suppressed: [], excludedBy: 'y.example' })).toContain('y.example');
  });

  it('introduces who is Hot, also when at risk since, and nobody else', () => {
    expect(whyNoIntroduction({ state: 'Hot', stateBefore: null })).toBeNull();
    expect(whyNoIntroduction({ state: 'LeadAtRisk', stateBefore: 'Hot' })).toBeNull();
    expect(whyNoIntroduction({ state: 'LeadAtRisk', stateBefore: 'Responded' })).toContain('Hot');
    expect(whyNoIntroduction({ state: 'Cold', stateBefore: null })).toContain('Hot');
  });
});

describe('the words of a mail that a person writes', () => {
  it('are refused with an unfilled placeholder, naming it, and when they are missing', () => {
    const problems = checkMailWords({ subject: ' ', text: 'Hi {{ firstName }}, {% if a %}' });
    expect(problems.map(({ field }) => field)).toEqual(['subject', 'text']);
    expect(problems[1]?.message).toContain('{{ firstName }}');
    expect(checkMailWords({ subject: 'Bees', text: 'Hi Ana, 5 { is fine }.' })).toEqual([]);
  });

  it('keep the subject with one Re:, however often it was answered and in which language', () => {
    for (const subject of ['Bees', 'Re: Bees', 'AW: Re: Bees', 'Sv: re:Bees']) {
      expect(answerSubject(subject)).toBe('Re: Bees');
    }
  });

  it('stay told apart from the quoted mail below them', () => {
    const answered = { text: 'Tuesday works.\n> older', who: 'Ana Silva', on: '7 September 2026, 10:00' };
    const quote = quoteOf(answered, 'en');
    expect(quote).toBe('On 7 September 2026, 10:00, Ana Silva wrote:\n> Tuesday works.\n>> older');
    for (const language of LANGUAGES) {
      const mail = `Great, see you then.\n\n${quoteOf(answered, language)}\n`;
      expect(ownWords(mail)).toBe('Great, see you then.');
    }
    expect(quoteOf({ text: ' ', who: 'Ana', on: '7 September' }, 'en')).toBe('');
  });

  it('quote a huge mail in part only', () => {
    expect(quoteOf({ text: 'x'.repeat(1_000_000), who: 'Ana', on: '7 September' }, 'en').length).toBeLessThan(
      21_000,
    );
  });

  it('introduce with whatever names are known, and never with a gap', () => {
    const name = fc.constantFrom('', 'Ana', 'Ana Maria', ' ');
    fc.assert(
      fc.property(
        name,
        fc.option(name, { nil: null }),
        fc.constantFrom(...LANGUAGES),
        (first, colleague, language) => {
          const lead = { firstName: first.trim() };
          const words = introductionWords(lead, colleague === null ? null : { name: colleague }, language);
          expect(words).not.toMatch(/ {2}| ,|undefined|null|[{}[\]]/);
          expect(words.includes(lead.firstName) && words.includes(colleague?.trim() ?? '')).toBe(true);
        },
      ),
    );
  });

  it('introduce in the language of the assistant', () => {
    const words = introductionWords({ firstName: 'Ana' }, { name: 'Robin Berg' }, 'de');
    expect(words).toMatch(/^Guten Tag Ana,\n\nvielen Dank .* Robin Berg aus unserem Team .* Robin übernimmt/);
    expect(introductionWords({ firstName: 'Ana' }, null, 'en')).toMatch(/^Hello Ana,\n\nthank you/);
  });

  it('go to addresses only', () => {
    expect(['ana@example.com', 'a.b+c@sub.example.co'].every(isMailAddress)).toBe(true);
    expect(['', 'ana', 'ana@', 'ana@local', 'a b@example.com', 'a@b.c, d@e.f'].some(isMailAddress)).toBe(
      false,
    );
  });
});

describe('a mail of a person that went out', () => {
  it('is logged, keeps the thread and leaves the state and the follow-up as they are', () => {
    const lead = aLead({ thread: ['<0@hers.example>'] });
    const { lead: after, effects } = decideEvent(lead, SENT, someFacts());
    expect(effects).toEqual([{ kind: 'crm-email', recordId: lead.recordId, mailId: 'm-1', at: MONDAY }]);
    expect(after).toEqual({ ...lead, thread: [...lead.thread, SENT.messageId], updatedAt: after?.updatedAt });
  });

  it('puts her own next message off for the quiet days, never to an earlier time', () => {
    const facts = someFacts({ quietDays: 3 });
    const soon = aLead({ nextFollowUpAt: MONDAY + DAY });
    expect(decideEvent(soon, SENT, facts).lead?.nextFollowUpAt).toBe(MONDAY + 3 * DAY);
    const late = aLead({ nextFollowUpAt: MONDAY + 9 * DAY });
    expect(decideEvent(late, SENT, facts).lead?.nextFollowUpAt).toBe(MONDAY + 9 * DAY);
    const stopped = aLead({ followUp: 'Stopped', nextFollowUpAt: null });
    expect(decideEvent(stopped, SENT, facts).lead?.nextFollowUpAt).toBeNull();
  });

  it('is the answer that a lead waits for, and ends its being at risk', () => {
    const waiting = { answerAwaitedSince: MONDAY - DAY, nextRiskAt: MONDAY + DAY } as const;
    const hot = aLead({
      state: 'Hot',
      custody: 'HandedBack',
      followUp: 'Stopped',
      nextFollowUpAt: null,
      ...waiting,
    });
    expect(decideEvent(hot, SENT, someFacts()).lead).toMatchObject({
      state: 'Hot',
      answerAwaitedSince: null,
    });
    const risky: Lead = { ...hot, state: 'LeadAtRisk', stateBefore: 'Hot' };
    expect(decideEvent(risky, SENT, someFacts()).lead).toMatchObject({ state: 'Hot', nextRiskAt: null });
  });
});

describe('a message to come', () => {
  it('is left out when it comes due: the next one follows after its gap, and no mail is logged', () => {
    const lead = aLead({ nextStep: 0, nextFollowUpAt: MONDAY });
    const event = { type: 'step-skipped', step: 0, at: MONDAY } as const;
    const { lead: after, effects } = decideEvent(lead, event, someFacts());
    expect(after).toMatchObject({ nextStep: 1, state: lead.state, followUp: 'Scheduled' });
    expect(after?.nextFollowUpAt).toBeGreaterThan(MONDAY);
    expect(effects).toEqual([]);
    expect(decideEvent(after ?? lead, event, someFacts()).lead).toEqual(after);
  });

  it('is moved by a person only while it is the next one, and only to a time to come', () => {
    const lead = aLead({ nextStep: 0, nextFollowUpAt: MONDAY });
    const move = (step: number, at: number) =>
      decideCommand(lead, { type: 'next-message-moved', step, at }, someFacts());
    expect(move(0, MONDAY + 2 * DAY)).toMatchObject({
      lead: { nextFollowUpAt: MONDAY + 2 * DAY, nextStep: 0 },
    });
    expect(move(1, MONDAY + 2 * DAY)).toMatchObject({ refused: true });
    expect(move(0, MONDAY - 2 * DAY)).toMatchObject({ refused: true });
    const stopped = aLead({ followUp: 'Stopped', nextFollowUpAt: null });
    expect(
      decideCommand(stopped, { type: 'next-message-moved', step: 0, at: MONDAY + DAY }, someFacts()),
    ).toMatchObject({ because: 'No message is planned for this lead.' });
  });
});
