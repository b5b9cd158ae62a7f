import { describe, expect, it } from 'vitest';
import { readBounce } from './bounce.ts';
import { ANSWERS_OF_SERVERS } from './test/answers-of-servers.ts';
import { mailOf } from './test/bounce-sample.ts';
import { BOUNCES_OF_OTHER_SERVERS } from './test/bounces-of-other-servers.ts';
import { BOUNCES_OF_PROVIDERS } from './test/bounces-of-providers.ts';
import { BOUNCES_OF_SERVERS } from './test/bounces-of-servers.ts';
import { NO_BOUNCES } from './test/no-bounces.ts';

const REPORT = { 'content-type': 'multipart/report; report-type=delivery-status; boundary="b"' };
const bounce = (
  text: string,
  more: { headers?: Record<string, string>; subject?: string; from?: string } = {},
) =>
  readBounce({
    headers: more.headers ?? REPORT,
    subject: more.subject ?? 'Undelivered Mail Returned to Sender',
    text,
    fromAddress: more.from ?? 'MAILER-DAEMON@mx.acme.example',
    report: null,
  });

describe('a delivery report', () => {
  it('is hard with a status of 5.x.x, and names code and recipient', () => {
    expect(
      bounce(
        'Final-Recipient: rfc822; Tom@Acme.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 unknown',
      ),
    ).toEqual({ class: 'hard', status: '5.1.1', recipient: 'tom@acme.example' });
  });

  it('is soft with a status of 4.x.x, and delayed where it is only a warning', () => {
    expect(bounce('Action: failed\nStatus: 4.2.2')).toMatchObject({ class: 'soft', status: '4.2.2' });
    expect(bounce('Action: delayed\nStatus: 4.4.1')).toMatchObject({ class: 'delayed' });
    expect(
      bounce('The message is delayed. We will keep trying for 2 days.', { subject: 'Delivery delayed' }),
    ).toMatchObject({
      class: 'delayed',
    });
  });

  it('is read from the SMTP answer or from words where it has no status', () => {
    expect(bounce('<tom@acme.example>: host mx said: 550 User unknown')).toMatchObject({
      class: 'hard',
      recipient: 'tom@acme.example',
    });
    expect(bounce('452 try again')).toMatchObject({ class: 'soft' });
    expect(bounce('The mailbox is full.')).toMatchObject({ class: 'soft', status: null });
    expect(bounce('No such user here.')).toMatchObject({ class: 'hard', status: null });
    expect(bounce('Das Postfach existiert nicht.')).toMatchObject({ class: 'hard' });
  });

  it('is unknown where it gives no reason', () => {
    expect(bounce("Sorry, it wasn't delivered to tom@acme.example.")).toEqual({
      class: 'unknown',
      status: null,
      recipient: 'tom@acme.example',
    });
  });

  it('is known by the header of the failed recipient, or by a daemon with a telling subject', () => {
    const text = 'Status: 5.0.0';
    expect(
      bounce(text, { headers: { 'x-failed-recipients': 'Tom@acme.example' }, from: 'x@y.example' }),
    ).toMatchObject({
      recipient: 'tom@acme.example',
    });
    expect(
      bounce(text, { headers: {}, subject: 'Unzustellbar: Hallo', from: 'postmaster@acme.example' }),
    ).not.toBeNull();
  });

  it('is not seen in a person who quotes one, nor in a postmaster who writes', () => {
    const quoting = 'I got this back:\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1';
    expect(bounce(quoting, { headers: {}, subject: 'Re: Hello', from: 'tom@acme.example' })).toBeNull();
    expect(
      bounce('Please stop.', { headers: {}, subject: 'Re: Hello', from: 'postmaster@acme.example' }),
    ).toBeNull();
    expect(
      bounce('Hello', { headers: { 'return-path': '<>' }, subject: 'Re: Hello', from: 'tom@acme.example' }),
    ).toBeNull();
  });
});

describe('a mail of a server', () => {
  const samples = [
    ...BOUNCES_OF_SERVERS,
    ...BOUNCES_OF_OTHER_SERVERS,
    ...BOUNCES_OF_PROVIDERS,
    ...ANSWERS_OF_SERVERS,
    ...NO_BOUNCES,
  ];
  it.each(samples.map((sample) => [sample.system, sample] as const))('%s', (_system, sample) => {
    const found = readBounce(mailOf(sample));
    expect(found?.class ?? null).toBe(sample.class);
    expect(sample.status ?? found?.status).toBe(found?.status);
    expect(sample.recipient ?? found?.recipient).toBe(found?.recipient);
  });
});
