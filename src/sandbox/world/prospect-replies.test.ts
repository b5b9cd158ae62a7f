import { describe, expect, it } from 'vitest';
import type { ReplyKind, SentMail, WordedKind } from './mail-types.ts';
import { LANGUAGES, REPLY_KINDS, isBounce } from './mail-types.ts';
import { composeReply } from './prospect-replies.ts';
import { cannotExist, decideBehaviour, mixProblem } from './prospects.ts';
import { HARD_BOUNCES, SOFT_BOUNCES, UNEXPLAINED_BOUNCES } from './words/bounce-texts.ts';
import { WORDINGS } from './words/mail-phrases.ts';

const AT = Date.parse('2026-03-03T10:00:00Z');
const ORIGINAL: SentMail = {
  id: 'out-1',
  messageId: '<m1@baton.example>',
  references: ['<m0@baton.example>'],
  from: { address: 'mia@baton.example', name: 'Mia Lind' },
  to: [{ address: 'ana@acme.example', name: 'Ana Brooks' }],
  subject: 'Cyber security for electric vehicles',
  text: 'First line of the original.\n\nMia',
  date: '2026-03-02T09:00:00.000Z',
  acceptedAt: '2026-03-02T09:00:00.000Z',
};
const WORDED = REPLY_KINDS.filter((kind) => !isBounce(kind)) as WordedKind[];

const compose = (kind: ReplyKind, address: string) =>
  composeReply(3, decideBehaviour(address, { seed: 3 }, kind), kind, ORIGINAL, AT, 1);
const people = (count: number): string[] => Array.from({ length: count }, (_, n) => `p${n}@firm${n}.example`);

describe('what prospects write', () => {
  it.each(WORDED)('has at least ten different wordings for %s, in every language at least two', (kind) => {
    const all = LANGUAGES.flatMap((language) => WORDINGS[language][kind]);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(10);
    for (const language of LANGUAGES) expect(WORDINGS[language][kind].length).toBeGreaterThanOrEqual(2);
  });

  it('has at least ten ways of bouncing hard, softly and without a reason', () => {
    for (const texts of [HARD_BOUNCES, SOFT_BOUNCES, UNEXPLAINED_BOUNCES])
      expect(texts.length).toBeGreaterThanOrEqual(10);
    expect(HARD_BOUNCES.every((one) => one.status?.startsWith('5.'))).toBe(true);
    expect(SOFT_BOUNCES.every((one) => one.status?.startsWith('4.'))).toBe(true);
  });

  it.each(REPLY_KINDS)('fills every placeholder of %s', (kind) => {
    for (const address of people(150)) {
      const mail = compose(kind, address);
      expect(`${mail.subject}\n${mail.text}\n${mail.html ?? ''}`).not.toMatch(
        /\{[a-zA-Z]+\}|undefined|Invalid Date/,
      );
    }
  });

  it('quotes the original as mail programs do, and keeps the thread', () => {
    const mails = people(200).map((address) => compose('neutral', address));
    const quoting = mails.filter((mail) => mail.text.includes('First line of the original.'));
    expect(quoting.length).toBeGreaterThan(140);
    expect(quoting.length).toBeLessThan(200);
    expect(quoting.some((mail) => mail.text.includes('> First line of the original.'))).toBe(true);
    expect(quoting.some((mail) => mail.text.includes('________________________________'))).toBe(true);
    for (const mail of mails) {
      expect(mail.inReplyTo).toBe('<m1@baton.example>');
      expect(mail.references).toEqual(['<m0@baton.example>', '<m1@baton.example>']);
      expect(mail.headers['auto-submitted']).toBeUndefined();
    }
  });

  it('answers now and then from another address of the person or by a colleague', () => {
    const own = people(300).filter((address) => compose('interested', address).from.address === address);
    expect(own.length).toBeGreaterThan(250);
    expect(own.length).toBeLessThan(300);
  });

  it.each(['out-of-office', 'out-of-office-undated', 'ticket', 'hard-bounce', 'soft-bounce'] as const)(
    'marks %s as automatic in the headers',
    (kind) => {
      for (const address of people(40))
        expect(compose(kind, address).headers['auto-submitted']).toMatch(/^auto-/);
    },
  );

  it('names the day of return in an absence, always after the day of writing', () => {
    for (const address of people(60)) {
      const mail = compose('out-of-office', address);
      expect(mail.namedDay).not.toBeNull();
      expect(Date.parse(mail.namedDay ?? '')).toBeGreaterThan(AT);
      expect(compose('out-of-office-undated', address).namedDay).toBeNull();
    }
  });

  it('reports a bounce as RFC 3464 says: recipient, action, status and the original message', () => {
    for (const address of people(40)) {
      const { text, from } = compose('hard-bounce', address);
      expect(text).toContain(`Final-Recipient: rfc822; ${address}`);
      expect(text).toMatch(/^Action: failed$/m);
      expect(text).toMatch(/^Status: 5\.\d\.\d+$/m);
      expect(text).toContain('Message-ID: <m1@baton.example>');
      expect(from.address).toMatch(/^(mailer-daemon|postmaster)@/);
      expect(compose('soft-bounce', address).text).toMatch(/^Status: 4\.\d\.\d+$/m);
      expect(compose('unexplained-bounce', address).text).not.toMatch(/^Status:/m);
    }
  });
});

describe('how prospects decide', () => {
  it('follows the shares of the mix', () => {
    const outcomes = people(2000).map(
      (address) => decideBehaviour(address, { seed: 1, mix: { hot: 0.3, unsubscribe: 0.2 } }).outcome,
    );
    const share = (kinds: string[]): number =>
      outcomes.filter((one) => kinds.includes(one)).length / outcomes.length;
    expect(share(['agreed-to-meet', 'interested'])).toBeCloseTo(0.3, 1);
    expect(share(['unsubscribe'])).toBeCloseTo(0.2, 1);
    expect(share(['silent'])).toBeCloseTo(0.5, 1);
  });

  it('depends on the seed and the address alone', () => {
    const one = decideBehaviour('Ana@Acme.example', { seed: 5 });
    expect(decideBehaviour('ana@acme.example ', { seed: 5 })).toEqual(one);
    const others = people(50).map((address) => decideBehaviour(address, { seed: 5 }).outcome);
    expect(people(50).map((address) => decideBehaviour(address, { seed: 6 }).outcome)).not.toEqual(others);
  });

  it('knows addresses that cannot exist', () => {
    const bad = [
      '',
      'n/a',
      'a b@acme.example',
      'ana@@acme.example',
      'ana@acme',
      'x@gone.invalid',
      'a@.example',
    ];
    const good = ['ana@acme.example', 'o.neill+crm@mail.acme.example', 'info@example.org'];
    expect([...bad, ...good].filter(cannotExist)).toEqual(bad);
  });

  it('says in a sentence what is wrong with a mix', () => {
    expect(mixProblem({ hot: 0.5, silent: 0.5 })).toBeNull();
    expect(mixProblem({ warm: 0.5 })).toContain('"warm"');
    expect(mixProblem({ hot: 2 })).toContain('0 to 1');
    expect(mixProblem({ hot: 0.7, stop: 0.7 })).toContain('1.400');
  });
});
