import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { classifyMail } from './classify-reply.ts';
import { ABSENCES, TICKETS } from './test/automatic-samples.ts';
import type { AutomaticSample } from './test/automatic-samples.ts';
import { PEOPLE } from './test/people-samples.ts';

const ZONE = 'Europe/Berlin';

function read(sample: AutomaticSample) {
  const mail = classifyMail({
    headers: sample.headers ?? {},
    subject: sample.subject ?? 'Re: Cyber security',
    text: sample.text,
    fromAddress: sample.from ?? 'tom@acme.example',
    receivedAt: DateTime.fromISO('2026-11-20T10:00', { zone: ZONE }).toMillis(),
    zone: ZONE,
    report: null,
  });
  const until = mail.until === null ? null : DateTime.fromMillis(mail.until, { zone: ZONE }).toISODate();
  return { ...mail, until };
}

const named = (samples: readonly AutomaticSample[]) =>
  samples.map((sample) => [sample.what, sample] as const);

describe('somebody who is away', () => {
  it.each(named(ABSENCES))('is seen in a mail of %s', (_what, sample) => {
    const found = read(sample);
    expect([found.kind, found.intent]).toEqual([sample.kind, sample.intent]);
    expect(found.until).toBe(sample.until === undefined ? found.until : sample.until);
  });
});

describe('a system that only confirms', () => {
  it.each(named(TICKETS))('is seen in a mail of %s', (_what, sample) => {
    const found = read(sample);
    expect([found.kind, found.intent]).toEqual([sample.kind, sample.intent]);
  });
});

describe('a person', () => {
  it.each(named(PEOPLE))('is not taken for a machine: %s', (_what, sample) => {
    const found = read(sample);
    expect(found.kind).toBe('human');
    expect(sample.intent ?? found.intent).toBe(found.intent);
  });
});
