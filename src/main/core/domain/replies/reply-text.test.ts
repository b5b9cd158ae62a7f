import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownWords } from './reply-text.ts';
import { REPLY_CASES } from './test/reply-cases.ts';

const OWN = 'Tuesday works for us.\n\nPlease bring the contract.';
const QUOTE = '> Hello,\n> would you like to unsubscribe?\n>\n> Lisa';
const PLAIN_QUOTE = 'Hello,\nwould you like to unsubscribe?\n\nLisa';

const ATTRIBUTIONS = [
  'On Tue, 3 Mar 2026 at 10:15, Lisa Assist <lisa@acme.example> wrote:',
  'On 3/3/2026 10:15 AM, Lisa Assist wrote:',
  'On Tue, Mar 3, 2026 at 10:15 AM Lisa Assist <lisa.assist.from.sales@acme.example>\nwrote:',
  'Am 03.03.2026 um 10:15 schrieb Lisa Assist:',
  'Am Di., 3. März 2026 um 10:15 Uhr schrieb Lisa Assist <\nlisa@acme.example>:',
  'Lisa Assist <lisa@acme.example> schrieb am Di., 3. März 2026, 10:15:',
  'Le mar. 3 mars 2026 à 10:15, Lisa Assist <lisa@acme.example> a écrit :',
  'El mar, 3 mar 2026 a las 10:15, Lisa Assist (<lisa@acme.example>) escribió:',
  'Em ter., 3 de mar. de 2026 às 10:15, Lisa Assist <lisa@acme.example> escreveu:',
  'Il giorno mar 3 mar 2026 alle ore 10:15 Lisa Assist <lisa@acme.example> ha scritto:',
  'Op di 3 mrt 2026 om 10:15 schreef Lisa Assist <lisa@acme.example>:',
];

const OUTLOOK_BLOCKS = [
  'From: Lisa Assist <lisa@acme.example>\nSent: Tuesday, March 3, 2026 10:15 AM\nTo: Tom\nSubject: Hello',
  '*From:* Lisa Assist <lisa@acme.example>\n*Sent:* Tuesday\n*To:* Tom\n*Subject:* Hello',
  'Von: Lisa Assist <lisa@acme.example>\nGesendet: Dienstag, 3. März 2026 10:15\nAn: Tom\nBetreff: Hallo',
  'De : Lisa Assist <lisa@acme.example>\nEnvoyé : mardi 3 mars 2026 10:15\nÀ : Tom\nObjet : Bonjour',
  'De: Lisa Assist\nEnviado el: martes, 3 de marzo de 2026\nPara: Tom\nAsunto: Hola',
  'De: Lisa Assist\nEnviada em: terça-feira, 3 de março de 2026\nPara: Tom\nAssunto: Olá',
  'Da: Lisa Assist\nInviato: martedì 3 marzo 2026\nA: Tom\nOggetto: Ciao',
  'Van: Lisa Assist\nVerzonden: dinsdag 3 maart 2026\nAan: Tom\nOnderwerp: Hallo',
];

describe("a reply's own words", () => {
  it.each(ATTRIBUTIONS)('end where the quotation begins: %s', (attribution) => {
    expect(ownWords(`${OWN}\n\n${attribution}\n\n${QUOTE}\n`)).toBe(OWN);
    expect(ownWords(`${OWN}\r\n\r\n${attribution.replaceAll('\n', '\r\n')}\r\n${PLAIN_QUOTE}`)).toBe(OWN);
  });

  it.each(ATTRIBUTIONS)('are found below the quotation too: %s', (attribution) => {
    expect(ownWords(`${attribution}\n${QUOTE}\n\n${OWN}\n`)).toBe(OWN);
  });

  it.each(OUTLOOK_BLOCKS)('end at a header block: %s', (block) => {
    expect(ownWords(`${OWN}\n\n${block}\n\n${PLAIN_QUOTE}`)).toBe(OWN);
    expect(ownWords(`${OWN}\n\n________________________________\n${block}\n\n${PLAIN_QUOTE}`)).toBe(OWN);
  });

  it.each([
    '-----Original Message-----',
    '-----Ursprüngliche Nachricht-----',
    "-----Message d'origine-----",
    '-----Mensaje original-----',
    '---------- Forwarded message ---------',
  ])('end at %s', (line) => {
    expect(ownWords(`${OWN}\n\n${line}\n${PLAIN_QUOTE}`)).toBe(OWN);
  });

  it('between quoted lines all stay', () => {
    expect(ownWords('> Are you interested?\nYes, very.\n\n> When?\nOn Monday.')).toBe(
      'Yes, very.\n\nOn Monday.',
    );
  });

  it.each([
    '-- \nTom Berg\nHead of Unsubscribe Ltd',
    'Best regards,\nTom Berg\nCEO',
    'Mit freundlichen Grüßen\n\nTom Berg\nGeschäftsführer',
    'Cordialement,\nTom',
    'Un saludo,\nTom',
    'Atenciosamente\nTom',
    'Cordiali saluti\nTom',
    'Met vriendelijke groet,\nTom',
    'Thanks,\nTom',
    'Sent from my iPhone',
    'Von meinem iPhone gesendet',
    'Envoyé de mon iPhone',
    'Enviado desde mi iPhone',
    'Inviato da iPhone',
    'Verstuurd vanaf mijn iPhone',
    'Get Outlook for iOS<https://aka.example/o0ukef>',
    'This e-mail is confidential and intended only for the addressee. Please stop reading.',
  ])('do not contain the signature %s', (signature) => {
    expect(ownWords(`${OWN}\n\n${signature}`)).toBe(OWN);
    expect(ownWords(`${OWN}\n\n${signature}\n\n${ATTRIBUTIONS[0]}\n${QUOTE}`)).toBe(OWN);
  });

  it('keep a postscript', () => {
    expect(ownWords('Tuesday works.\n\nBest regards\nTom\n\nPS: bring Ana')).toBe(
      'Tuesday works.\n\nPS: bring Ana',
    );
  });

  it('keep a thank-you that opens the text', () => {
    expect(ownWords('Thanks,\n\nTuesday works.')).toBe('Thanks,\n\nTuesday works.');
    expect(ownWords('Hello,\nthank you\nWhat does it cost? We have 20 users.')).toContain(
      'What does it cost?',
    );
  });

  it('keep a sentence about somebody who wrote, and one that names a sender', () => {
    const text = 'On Monday my boss wrote that he agrees.\nFrom: here to there it is 5 km.';
    expect(ownWords(text)).toBe(text);
  });

  it('do not contain the banner that a company puts above a mail', () => {
    expect(ownWords(`CAUTION: External email. Do not click links.\n\n${OWN}`)).toBe(OWN);
  });

  it('are empty where all is quoted', () => {
    expect(ownWords(`${ATTRIBUTIONS[0]}\n${QUOTE}`)).toBe('');
    expect(ownWords('')).toBe('');
  });

  it('are the same when read twice, and never longer than the mail', () => {
    const line = fc.constantFrom(
      'Tuesday works.',
      '',
      '> quoted',
      '-- ',
      'Best regards',
      'Tom',
      ATTRIBUTIONS[0] ?? '',
      ...OUTLOOK_BLOCKS.slice(0, 1),
      'What does it cost?',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const own = ownWords(text);
        expect(own.length).toBeLessThanOrEqual(text.length);
        expect(own).not.toContain('> quoted');
        expect(own).not.toContain('Sent: Tuesday');
      }),
    );
  });
});

describe('the own words of a reply in any of seventeen languages', () => {
  it.each(REPLY_CASES.map((each) => [each.what, each] as const))('%s', (_what, each) => {
    expect(ownWords(each.mail)).toBe(each.own);
  });
});

describe('any text at all', () => {
  it('is read without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(ownWords(text).length).toBeLessThanOrEqual(text.length + 1);
      }),
    );
  });
});
