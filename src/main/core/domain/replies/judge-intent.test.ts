import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from './fold.ts';
import { asWritten } from './intent/as-written.ts';
import { spokenIntent } from './judge-intent.ts';

const judge = (text: string) => spokenIntent(sentencesOf(text), []);
const HOT = ['AgreedToMeet', 'InterestedToProceed'];

describe('a reply', () => {
  it.each([
    ["I'm not interested in a demo.", 'AskedToStop'],
    ["I'd rather not meet.", 'AskedToStop'],
    ["Please don't send the brochure.", 'AskedToStop'],
    ["Can't do Tuesday, Wednesday is fine.", 'AgreedToMeet'],
    ["We don't need a demo, just send the contract.", 'InterestedToProceed'],
    ["It's not that I'm not interested, I just have no time. Try me in June.", 'ConnectLater'],
    ['Kein Anruf, aber den Katalog bitte gern.', 'BrochureSent'],
    ['Wir brauchen kein Gespräch, nur den Preis.', 'SeekingMoreInfo'],
    ['Ça ne m’intéresse pas du tout.', 'AskedToStop'],
    ['El martes no puedo, pero el jueves a las 10 sí.', 'AgreedToMeet'],
    ['Não precisamos de reunião, mande a proposta.', 'InterestedToProceed'],
    ['Non mi mandi nessuna brochure.', 'AskedToStop'],
    ['Dinsdag lukt niet, woensdag om 10 uur wel.', 'AgreedToMeet'],
  ])('is understood with its "not": %s', (text, intent) => {
    expect(judge(text).intent).toBe(intent);
  });

  it.each([
    ['No problem, Tuesday at 3 works.'],
    ['Why not? Thursday at 11.'],
    ["I don't mind a short call on Monday at 9."],
    ['Warum nicht, Donnerstag um 9?'],
    ['Pas de souci, mardi 10h me va.'],
    ['Sin problema, el martes a las 10.'],
    ['Sem problema, terça às 10.'],
    ['Nessun problema, martedì alle 10.'],
    ['Geen probleem, dinsdag om 10 uur.'],
  ])('is surely Hot where the "no" means yes: %s', (text) => {
    const { intent, confidence } = judge(text);
    expect(intent).toBe('AgreedToMeet');
    expect(confidence).toBeGreaterThanOrEqual(0.7);
  });

  it.each([
    ['opt-out before all', 'Tuesday works, but take me off your mailing list.', 'Unsubscribed'],
    ['opt-out before stop', 'Not interested. Stop writing and take me off your list.', 'Unsubscribed'],
    ['stop before moved', 'Lee has left the company, please stop sending mail here.', 'AskedToStop'],
    ['moved before referred', 'I left Acme in May, write to ana@acme.example.', 'MovedOut'],
    ['retired before referred', 'Retired since June, my successor is ana@acme.example.', 'Retired'],
    [
      'referred before asking',
      'What does it cost? Our buyer will ask, write to ana@acme.example.',
      'ReferredSomeone',
    ],
    ['meeting before going on', "We'd like an offer, but let's first meet on Friday.", 'AgreedToMeet'],
    ['meeting before the brochure', 'Tuesday at 10 works. Please send the brochure too.', 'AgreedToMeet'],
    ['later before the brochure', 'Ask me again in May, and send the brochure now.', 'ConnectLater'],
    ['brochure before asking', 'Send the brochure, and what does it cost?', 'BrochureSent'],
    ['asking before thanks', 'Thanks for the mail. Does it work with SAP?', 'SeekingMoreInfo'],
  ])('with several wishes means the weightiest, %s: %s', (_order, text, intent) => {
    expect(judge(text).intent).toBe(intent);
  });

  it.each([
    ['Ok', 'Other'],
    ['Thanks', 'Other'],
    ['No', 'AskedToStop'],
    ['Stop', 'AskedToStop'],
    ['Interested', 'InterestedToProceed'],
    ['Interesse', 'InterestedToProceed'],
    ['Remove', 'Unsubscribed'],
    ['Abmelden', 'Unsubscribed'],
    ['Désinscription', 'Unsubscribed'],
    ['Baja', 'Unsubscribed'],
    ['Retired', 'Retired'],
    ['Who are you?', 'Other'],
    ['Brochure?', 'BrochureSent'],
    ['Later', 'ConnectLater'],
  ])('of one word or two is understood: %s', (text, intent) => {
    expect(judge(text).intent).toBe(intent);
  });

  it.each([
    ["Can't do Tuesday."],
    ['If we were interested, we would call you.'],
    ['Maybe we could meet one day.'],
    ['Sure'],
    ['Yes please'],
    ['Mardi je ne suis pas disponible.'],
    ['Wenn wir Interesse hätten, würden wir uns melden.'],
    ['Magari un giorno ci sentiamo.'],
    ["Tuesday at 10 works for my colleagues, but I'm not interested."],
  ])('that only half says yes is never surely Hot: %s', (text) => {
    const { intent, confidence } = judge(text);
    expect(HOT.includes(intent) && confidence >= 0.7).toBe(false);
  });

  it('gives the words that decided', () => {
    expect(judge('Dear Lisa, thank you. We already have a supplier. Regards').words.join(' ')).toContain(
      'already have a supplier',
    );
    expect(judge('Tuesday at 10 works.').words).toContain('tuesday at 10 works');
    expect(judge('I have been retired for two years.').words.join(' ')).toContain('retired');
  });

  it('of any kind is judged, with a confidence between 0 and 1 and words that stand in it', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('not', 'Termin', 'réunion', 'ja', 'no', ', ', '. ', '? ', '\n', '10:30', 'a@b.example'),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const sentences = sentencesOf(words.join(' '));
        const verdict = spokenIntent(sentences, []);
        expect(verdict.confidence).toBeGreaterThanOrEqual(0);
        expect(verdict.confidence).toBeLessThanOrEqual(1);
        const text = sentences.map((each) => each.words.replaceAll('-', ' ')).join(' ');
        for (const said of verdict.words) expect(text).toContain(said.replaceAll('-', ' '));
      }),
    );
  });
});

describe('deciding words', () => {
  it('are given as they stand in the reply', () => {
    const text = 'Désolé, je ne suis PAS\n intéressé ; merci.';
    expect(asWritten(['pas interesse'], text)).toEqual(['PAS intéressé']);
    expect(asWritten(['let s talk'], "Let's talk")).toEqual(["Let's talk"]);
    expect(asWritten(['nowhere'], text)).toEqual(['nowhere']);
  });
});
