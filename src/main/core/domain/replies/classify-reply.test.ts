import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { REPLY_INTENTS } from '#contract/names.ts';
import { classifyMail } from './classify-reply.ts';
import type { MailToClassify } from './classify-reply.ts';
import { SAMPLES } from './test/samples.ts';
import type { LabelledReply } from './test/samples.ts';

const ZONE = 'Europe/Berlin';
const OURS = 'Re: Cyber security for electric vehicles';
const classify = (text: string, more: Partial<MailToClassify> = {}) =>
  classifyMail({
    headers: {},
    subject: OURS,
    text,
    fromAddress: 'tom@acme.example',
    receivedAt: DateTime.fromISO('2026-11-20T10:00', { zone: ZONE }).toMillis(),
    zone: ZONE,
    report: null,
    ...more,
  });
const day = (moment: number | null) =>
  moment === null ? null : DateTime.fromMillis(moment, { zone: ZONE }).toISODate();
const read = ({ text, subject, headers }: LabelledReply) => classify(text, { subject, headers });

/** The mean over the intents of the harmonic mean of precision and recall. */
function macroF1(samples: readonly LabelledReply[]): number {
  const pairs = samples.map((sample) => [sample.intent, read(sample).intent] as const);
  const scores = REPLY_INTENTS.map((intent) => {
    const hit = pairs.filter(([wanted, got]) => wanted === intent && got === intent).length;
    const either =
      pairs.filter(([wanted]) => wanted === intent).length + pairs.filter(([, got]) => got === intent).length;
    return (2 * hit) / either;
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

describe('labelled replies', () => {
  const heldOut = SAMPLES.filter((sample) => sample.heldOut);
  const known = SAMPLES.filter((sample) => !sample.heldOut);

  it('are many, of every intent in every language', () => {
    expect(SAMPLES.length).toBeGreaterThanOrEqual(200);
    const kinds = new Set(
      SAMPLES.map((sample) => `${sample.language} ${sample.intent} ${String(sample.heldOut)}`),
    );
    expect(kinds.size).toBe(7 * REPLY_INTENTS.length * 2);
  });

  it.each(known.map((sample) => [sample.language, sample.intent, sample.text, sample] as const))(
    '%s %s: %s',
    (_language, intent, _text, sample) => {
      const result = read(sample);
      expect(result.intent).toBe(intent);
      expect(day(result.until)).toBe(sample.until);
    },
  );

  it('that no phrase was written for are told apart with a macro F1 of 0.85 and more', () => {
    expect(macroF1(heldOut)).toBeGreaterThanOrEqual(0.85);
  });

  it('of every language are told apart nine times out of ten', () => {
    const rates = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'].map((language) => {
      const ofLanguage = heldOut.filter((sample) => sample.language === language);
      return ofLanguage.filter((sample) => read(sample).intent === sample.intent).length / ofLanguage.length;
    });
    expect(rates.filter((rate) => rate < 0.9)).toEqual([]);
  });

  it('that name a day are understood, nine times out of ten', () => {
    const dated = heldOut.filter((sample) => sample.until !== null);
    const right = dated.filter((sample) => day(read(sample).until) === sample.until);
    expect(right.length / dated.length).toBeGreaterThanOrEqual(0.9);
  });

  it('from people are never taken for a machine, nor the other way round', () => {
    const automatic = ['OutOfOffice', 'SupportAutoResponse'];
    const byMachine = (sample: LabelledReply) =>
      automatic.includes(sample.intent) || sample.headers['auto-submitted'] !== undefined;
    const wrong = SAMPLES.filter((sample) => (read(sample).kind !== 'human') !== byMachine(sample));
    expect(wrong.map((sample) => sample.text)).toEqual([]);
  });

  it('are never Hot with confidence when they are something else', () => {
    const hot = ['AgreedToMeet', 'InterestedToProceed'];
    const wrong = SAMPLES.filter((sample) => {
      const { intent, confidence } = read(sample);
      return hot.includes(intent) && confidence >= 0.7 && !hot.includes(sample.intent);
    });
    expect(wrong.map((sample) => sample.text)).toEqual([]);
  });
});

describe('a human reply', () => {
  it.each([
    'Unfortunately Tuesday does not work.',
    "If we were interested, we'd call you.",
    "I'd be interested to know where you got my address.",
    'We are not interested.',
    'I cannot meet you on Tuesday.',
    'Maybe we are interested, I have to ask my boss.',
    'Yes.',
    'Wir haben kein Interesse an einem Angebot.',
    'Dienstag passt mir leider nicht.',
    'Das interessiert uns nicht.',
    'Dinsdag komt mij niet uit.',
    'Donderdag lukt helaas niet.',
    'Je ne suis pas disponible mardi.',
    'No estamos interesados en una reunión.',
    'Não temos interesse numa proposta.',
    'Non siamo interessati a un incontro.',
    'Wij zijn niet geïnteresseerd in een afspraak.',
    'Not interested, although Tuesday at 10 works for my colleagues.',
  ])('is not Hot where it says no, or is in doubt: %s', (text) => {
    const { intent, confidence } = classify(text);
    expect(confidence < 0.7 || !['AgreedToMeet', 'InterestedToProceed'].includes(intent)).toBe(true);
  });

  it('is Hot where the no is about something else', () => {
    expect(classify('No, Tuesday works better.')).toMatchObject({ intent: 'AgreedToMeet' });
    expect(classify('Monday does not suit me, but Friday at 2pm works.')).toMatchObject({
      intent: 'AgreedToMeet',
    });
  });

  it('is judged without what it quotes and without the signature', () => {
    const quoting =
      'What does it cost?\n\nBest regards\nTom\nHead of Sales, Unsubscribe Ltd\n\nOn 19 Nov 2026, Lisa <lisa@us.example> wrote:\n> Reply "unsubscribe" to stop these mails.\n> Does Tuesday at 10 work?';
    expect(classify(quoting)).toMatchObject({ intent: 'SeekingMoreInfo', text: 'What does it cost?' });
  });

  it('is judged by its subject only where that is its own', () => {
    expect(classify('', { subject: 'Unsubscribe' }).intent).toBe('Unsubscribed');
    expect(classify('Thanks', { subject: 'Re: How to unsubscribe from anything' }).intent).toBe('Other');
    expect(classify('', { subject: 'Accepted: Intro call' }).intent).toBe('AgreedToMeet');
  });

  it('that wants a later time comes before a polite no, and after a plain stop', () => {
    const later = classify("We're not interested at the moment, but please try again next year.");
    expect([later.intent, day(later.until)]).toEqual(['ConnectLater', '2027-01-01']);
    expect(classify('Stop emailing me. Not now, not next year.').intent).toBe('AskedToStop');
  });

  it('of somebody who is away is still from a person', () => {
    const away = classify("I'm on holiday until 3 December.");
    expect([away.kind, away.intent, day(away.until)]).toEqual(['human', 'ConnectLater', '2026-12-03']);
    expect(classify("I'm out of the office next week, let's talk on 7 December at 10am.")).toMatchObject({
      kind: 'human',
      intent: 'AgreedToMeet',
    });
    expect(
      classify('I am back from vacation, Tuesday at 10 works for me.', {
        subject: 'Re: Vacation rentals software',
      }),
    ).toMatchObject({ kind: 'human', intent: 'AgreedToMeet' });
  });

  it('gives the addresses of others, never its own', () => {
    expect(
      classify('Write to Ana, Ana@acme.example\n\nBest regards\nTom (tom@acme.example)').referred,
    ).toEqual(['ana@acme.example']);
    expect(classify('I will talk to our head of IT about it.').intent).toBe('Other');
  });

  it('says which words decided', () => {
    expect(classify('Please unsubscribe me.').words).toContain('unsubscribe me');
  });

  it('is read in UTC where the zone is not known', () => {
    const { until } = classify('Ask me again in January', { zone: 'europe_slash_berlin' });
    expect(until).toBe(DateTime.utc(2027, 1, 1).toMillis());
  });

  it('without words of its own is doubtful', () => {
    expect(classify('👍')).toMatchObject({ kind: 'human', intent: 'Other', confidence: 0.3 });
  });
});

describe('an automatic mail', () => {
  const text = 'Tuesday at 10 works for me.';

  it.each<Record<string, string>>([
    { 'x-auto-response-suppress': 'All' },
    { 'return-path': '<>' },
    { 'x-auto-response-suppress': 'OOF', 'return-path': '<>', precedence: 'bulk' },
    { 'auto-submitted': 'no' },
    { 'x-zendesk-ticket': '12' },
  ])('is not proved by %o', (headers) => {
    expect(classify(text, { headers })).toMatchObject({ kind: 'human', intent: 'AgreedToMeet' });
  });

  it.each<Record<string, string>>([
    { 'auto-submitted': 'auto-replied' },
    { 'auto-submitted': 'auto-generated (failure)' },
    { 'x-autoreply': 'yes' },
    { 'x-autorespond': 'vacation' },
    { precedence: 'auto_reply' },
  ])('is proved by %o', (headers) => {
    expect(classify(text, { headers }).kind).not.toBe('human');
  });

  it('never stops anything: whatever else it says, it is an absence or a ticket', () => {
    const headers = { 'auto-submitted': 'auto-replied' };
    for (const said of [
      'Please stop emailing me.',
      'We are very interested.',
      'Unsubscribe me',
      'Write to ana@acme.example',
    ]) {
      expect(['OutOfOffice', 'SupportAutoResponse']).toContain(classify(said, { headers }).intent);
    }
  });

  it('may say that somebody has left, with the address of the successor', () => {
    expect(
      classify('I no longer work at Acme. Please write to ana@acme.example.', {
        headers: { 'auto-submitted': 'auto-replied' },
      }),
    ).toMatchObject({ kind: 'auto-reply', intent: 'MovedOut', referred: ['ana@acme.example'] });
  });

  it('that is a receipt of reading counts as no reply', () => {
    const headers = { 'content-type': 'multipart/report; report-type=disposition-notification' };
    expect(classify('Your message was read.', { headers, subject: 'Read: Hello' }).intent).toBe(
      'SupportAutoResponse',
    );
  });

  it('that brings a mail back is a bounce', () => {
    expect(
      classify('Status: 5.1.1', {
        headers: { 'content-type': 'multipart/report; report-type=delivery-status' },
      }),
    ).toMatchObject({ kind: 'bounce', bounce: { class: 'hard', status: '5.1.1' } });
  });
});

describe('odd mails', () => {
  it.each([
    ['one endless word', 'a'.repeat(300_000)],
    ['nothing but dots', '.'.repeat(300_000)],
    ['empty lines', `${'\n'.repeat(300_000)}x`],
    ['half addresses', 'a.b@'.repeat(80_000)],
    ['quotation upon quotation', '> q\n'.repeat(100_000)],
    ['beginnings of attributions', 'on am le el '.repeat(30_000)],
  ])('are read in no time: %s', (_name, text) => {
    const start = performance.now();
    expect(classify(text).intent).toBe('Other');
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
