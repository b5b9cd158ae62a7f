import { describe, expect, it } from 'vitest';
import { mailReader, parseMail } from './parse-mail.ts';

const HEAD = 'From: tom@acme.example\r\nSubject: hello\r\n';
/** Patient, so that a busy machine changes nothing. */
const patient = mailReader({ milliseconds: 55_000, megabytes: 256 });
const bytes = (text: string) => Buffer.from(text);

describe('a hostile mail', () => {
  it.each([
    ['twenty megabytes of text', `${HEAD}\r\n${'hello world\r\n'.repeat(1_600_000)}`, ['text']],
    ['one line of twenty megabytes', `${HEAD}\r\n${'x'.repeat(20_000_000)}`, ['text']],
    ['ten thousand headers', `${HEAD}${'X-A: a value\r\n'.repeat(10_000)}\r\nbody`, ['headers']],
    [
      'a subject of three megabytes',
      `From: a@b.example\r\nSubject: hello${'x'.repeat(3_000_000)}\r\n\r\nbody`,
      [],
    ],
    [
      'a hundred thousand parts',
      `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(100_000)}`,
      ['parts'],
    ],
    [
      'parts within parts',
      `${HEAD}${Array.from({ length: 3000 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join('')}`,
      ['parts'],
    ],
    [
      'elements within elements',
      `${HEAD}Content-Type: text/html\r\n\r\n${'<div>'.repeat(150_000)}x`,
      ['html'],
    ],
    [
      'tables within tables',
      `${HEAD}Content-Type: text/html\r\n\r\n${'<table><tr><td>'.repeat(50_000)}x`,
      ['html'],
    ],
    [
      'a page of ten megabytes',
      `${HEAD}Content-Type: text/html\r\n\r\n${'<p>hello</p>'.repeat(900_000)}`,
      ['html', 'text'],
    ],
    ['brackets without an end', `${HEAD}Content-Type: text/html\r\n\r\n${'<'.repeat(300_000)}`, []],
  ])('of %s is read as far as it goes, and says what was left out', async (_what, source, cut) => {
    const mail = await patient(bytes(source));
    expect(mail.subject.startsWith('hello')).toBe(true);
    expect(mail.cut.toSorted((a, b) => a.localeCompare(b))).toEqual(cut);
  });

  it('that takes too long is left at its header, and the next one is read', async () => {
    const read = mailReader({ milliseconds: 0, megabytes: 256 });
    const mail = await read(bytes(`${HEAD}Message-ID: <1@acme.example>\r\n\r\nbody`));
    expect(mail).toMatchObject({ subject: 'hello', messageId: '<1@acme.example>', text: '', cut: ['time'] });
    expect((await parseMail(bytes(`${HEAD}\r\nbody`))).text).toBe('body');
  });

  it('that takes too much memory is left at its header, and the next one is read', async () => {
    const read = mailReader({ milliseconds: 55_000, megabytes: 32 });
    const type = 'Content-Type: text/plain; format=flowed';
    const mail = await read(bytes(`${HEAD}${type}\r\n\r\n${'a\n'.repeat(2_900_000)}`));
    expect(mail).toMatchObject({ subject: 'hello', cut: ['memory'] });
    expect((await read(bytes(`${HEAD}\r\nbody`))).text).toBe('body');
  });
});

describe('many mails at once', () => {
  it('are each read, in any order', async () => {
    const mails = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        parseMail(bytes(`From: a@b.example\r\nSubject: ${n}\r\n\r\n${n}`)),
      ),
    );
    expect(mails.map((mail) => mail.text)).toEqual(Array.from({ length: 40 }, (_, n) => String(n)));
  });
});
