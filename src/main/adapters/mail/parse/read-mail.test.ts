import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMail } from './read-mail.ts';

const lines = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'));
const read = (text: string) => readMail(lines(text));
const FROM = 'From: Tom Berg <tom@acme.example>\nSubject: Re: Cyber security\n';
const html = async (body: string) =>
  (await read(`${FROM}Content-Type: text/html; charset=utf-8\n\n<html><body>${body}</body></html>`)).text;

describe('a mail', () => {
  it('gives sender, recipients, subject, thread and time', async () => {
    const mail = await read(
      'From: =?utf-8?B?SsO8cmdlbg==?= Berg <tom@acme.example>\nTo: "Us, Lisa" <lisa@us.example>, ana@us.example\nSubject: =?iso-8859-1?Q?Gr=FC=DFe?=\nMessage-ID: <2@acme.example>\nIn-Reply-To: <1@us.example>\nReferences: <0@us.example>\n <1@us.example>\nDate: Fri, 20 Nov 2026 10:00:00 +0100\n\nYes.\n',
    );
    expect(mail).toMatchObject({
      from: { name: 'Jürgen Berg', address: 'tom@acme.example' },
      to: [
        { name: 'Us, Lisa', address: 'lisa@us.example' },
        { name: '', address: 'ana@us.example' },
      ],
      subject: 'Grüße',
      messageId: '<2@acme.example>',
      inReplyTo: '<1@us.example>',
      references: ['<0@us.example>', '<1@us.example>'],
      date: Date.UTC(2026, 10, 20, 9),
      report: null,
      cut: [],
    });
    expect(mail.text.trim()).toBe('Yes.');
  });

  it('without a message id has one that is the same the next time', async () => {
    const [first, second] = [await read(`${FROM}\nYes.`), await read(`${FROM}\nYes.`)];
    expect(first.messageId).toMatch(/^<[\da-f]{64}@/);
    expect(second.messageId).toBe(first.messageId);
  });

  it('without a date has that of the server that took it', async () => {
    const mail = await read(`Received: from x by y; Fri, 20 Nov 2026 10:00:00 +0100 (CET)\n${FROM}\nYes.`);
    expect(mail.date).toBe(Date.UTC(2026, 10, 20, 9));
  });

  it('in two forms is read from the plain one', async () => {
    const mail = await read(
      `${FROM}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nPlain.\n--b\nContent-Type: text/html\n\n<p>Rich.</p>\n--b--\n`,
    );
    expect(mail.text.trim()).toBe('Plain.');
    expect(mail.html).toBe('<p>Rich.</p>');
  });

  it('whose plain form is empty is read from the other one', async () => {
    const mail = await read(
      `${FROM}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n \n--b\nContent-Type: text/html\n\n<p>Rich.</p>\n--b--\n`,
    );
    expect(mail.text).toBe('Rich.');
  });

  it('with files holds its text alone', async () => {
    const mail = await read(
      `${FROM}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee the file.\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nsecret\n--b--\n`,
    );
    expect(mail.text.trim()).toBe('See the file.');
  });

  it.each([
    [
      'quoted-printable in Latin 1',
      'text/plain; charset=iso-8859-1',
      'quoted-printable',
      Buffer.from('Gr=FC=DFe aus M=\r\n=FCnchen'),
      'Grüße aus München',
    ],
    [
      'base64 in UTF-8',
      'text/plain; charset=utf-8',
      'base64',
      Buffer.from(Buffer.from('Grüße').toString('base64')),
      'Grüße',
    ],
    [
      'Japanese escapes',
      'text/plain; charset=iso-2022-jp',
      '7bit',
      Buffer.from('\u001b$B4A;z\u001b(B', 'latin1'),
      '漢字',
    ],
    [
      'Japanese escapes without a name',
      'text/plain',
      '7bit',
      Buffer.from('\u001b$B4A;z\u001b(B', 'latin1'),
      '漢字',
    ],
    [
      'Shift JIS under a name of Windows',
      'text/plain; charset=cp932',
      '8bit',
      Buffer.from([0x8a, 0xbf, 0x8e, 0x9a]),
      '漢字',
    ],
    ['Chinese', 'text/plain; charset=gb2312', '8bit', Buffer.from([0xc4, 0xe3, 0xba, 0xc3]), '你好'],
    ['Russian', 'text/plain; charset=koi8-r', '8bit', Buffer.from([0xf0, 0xd2, 0xc9]), 'При'],
    [
      'UTF-8 that calls itself Latin 1',
      'text/plain; charset=iso-8859-1',
      '8bit',
      Buffer.from('Grüße'),
      'Grüße',
    ],
    [
      'Latin 1 that calls itself UTF-8',
      'text/plain; charset=utf-8',
      '8bit',
      Buffer.from([0x47, 0x72, 0xfc, 0xdf, 0x65]),
      'Grüße',
    ],
    [
      'a character set that nobody knows',
      'text/plain; charset=x-nobody',
      '8bit',
      Buffer.from('Grüße'),
      'Grüße',
    ],
    ['UTF-7', 'text/plain; charset=utf-7', '7bit', Buffer.from('Gr+APw-n +- wei+AN8-'), 'Grün + weiß'],
    [
      'quoted-printable that is broken',
      'text/plain; charset=utf-8',
      'quoted-printable',
      Buffer.from('a=ZZb=4'),
      'a=ZZb=4',
    ],
  ])('in %s is read as it was written', async (_what, type, encoding, body, text) => {
    const head = lines(`${FROM}Content-Type: ${type}\nContent-Transfer-Encoding: ${encoding}\n\n`);
    expect((await readMail(Buffer.concat([head, body]))).text).toBe(text);
  });

  it('with flowing lines has its paragraphs whole, and its quotations as they are', async () => {
    const mail = await read(
      `${FROM}Content-Type: text/plain; format=flowed\n\nOne line \nthat flows.\n> quoted \n> too\n-- \nTom`,
    );
    expect(mail.text).toBe('One line that flows.\n> quoted\n> too\n-- \nTom');
  });

  it('whose parts have no end, or another name than was said, keeps its text', async () => {
    const open = await read(
      `${FROM}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nYes.`,
    );
    expect(open.text.trim()).toBe('Yes.');
    const misnamed = await read(`${FROM}Content-Type: multipart/mixed; boundary=other\n\nYes.`);
    expect(misnamed.text.trim()).toBe('Yes.');
  });
});

describe('a report', () => {
  const REPORT = `From: MAILER-DAEMON@us.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nSorry.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; us.example\n\nFinal-Recipient: rfc822; tom@acme.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1\n no such user\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <1@us.example>\nSubject: hello\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\ninner text\n--c--\n--b--\n`;

  it('gives the fields of each recipient and the header of the mail that came back', async () => {
    const mail = await read(REPORT);
    expect(mail.text.trim()).toBe('Sorry.');
    expect(mail.report?.delivery).toEqual([
      { 'reporting-mta': 'dns; us.example' },
      {
        'final-recipient': 'rfc822; tom@acme.example',
        action: 'failed',
        status: '5.1.1',
        'diagnostic-code': 'smtp; 550 5.1.1 no such user',
      },
    ]);
    expect(mail.report?.original).toMatchObject({ 'message-id': '<1@us.example>', subject: 'hello' });
  });

  it('of a complaint and of a read receipt gives what they say', async () => {
    const complaint = await read(
      'From: fbl@p.example\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\n\nText.\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nOriginal-Rcpt-To: <tom@acme.example>\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <1@us.example>\n--b--\n',
    );
    expect(complaint.report).toMatchObject({
      feedback: { 'feedback-type': 'abuse', 'original-rcpt-to': '<tom@acme.example>' },
      original: { 'message-id': '<1@us.example>' },
    });
    const receipt = await read(
      'From: tom@acme.example\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\n\nRead.\n--b\nContent-Type: message/disposition-notification\n\nDisposition: manual-action/MDN-sent-manually; displayed\n--b--\n',
    );
    expect(receipt.report?.disposition).toEqual({
      disposition: 'manual-action/MDN-sent-manually; displayed',
    });
  });
});

describe('the text of an HTML mail', () => {
  it.each([
    [
      'Gmail',
      '<div dir="ltr">Yes.<br></div><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Le mar. Lisa a écrit :<br></div><blockquote class="gmail_quote"><div>Old</div></blockquote></div>',
    ],
    [
      'Gmail, answers between',
      '<div class="gmail_quote"><blockquote class="gmail_quote"><div>Old</div></blockquote><div>Yes.</div><blockquote class="gmail_quote"><div>Older</div></blockquote></div>',
    ],
    [
      'Apple Mail',
      '<div>Yes.</div><div><blockquote type="cite"><div>On 17 Nov Lisa wrote:</div><br><div>Old</div></blockquote></div>',
    ],
    [
      'Thunderbird',
      '<p>Yes.</p><div class="moz-cite-prefix">Am 17.11.26 um 10:00 schrieb Lisa:<br></div><blockquote type="cite" cite="mid:1@us.example"><p>Old</p></blockquote>',
    ],
    [
      'Yahoo',
      '<div class="ydp1yahoo-style-wrap">Yes.</div><div id="ydp2yahoo_quoted_3" class="ydp2yahoo_quoted">On Tuesday Lisa wrote:<div>Old</div></div>',
    ],
    [
      'Proton',
      '<div>Yes.</div><div class="protonmail_quote">------- Original Message -------<br>On Tuesday Lisa wrote:<blockquote>Old</blockquote></div>',
    ],
    [
      'a signature that Gmail marks',
      '<div>Yes.</div><div class="gmail_signature">Tom Berg<br>Unsubscribe Ltd</div>',
    ],
    ['a hidden preview line', '<div style="display:none">Old</div><div>Yes.</div>'],
  ])('has quotations of %s behind a sign', async (_what, body) => {
    const own = (await html(body)).split('\n').filter((line) => !line.startsWith('>') && line !== '');
    expect(own).toEqual(['Yes.']);
  });

  it.each([
    [
      'Outlook on the web',
      '<div>Yes.</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>Lähettäjä:</b> Lisa</div><div>Old</div>',
    ],
    [
      'Outlook for Windows',
      '<p class="MsoNormal">Yes.</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>Feladó:</b> Lisa</p></div><p class="MsoNormal">Old</p>',
    ],
  ])('of %s ends at its mark in any language', async (_what, body) => {
    expect((await html(body)).split('-----Original Message-----')[0]?.trim()).toBe('Yes.');
  });

  it('keeps paragraphs, lists, table cells and the address behind a name', async () => {
    expect(
      await html(
        '<p>One<br>two</p><p>Three</p><ul><li>a</li><li>b</li></ul><table><tr><td>x</td><td>y</td></tr></table><p>Ask <a href="mailto:ana@acme.example">Ana</a></p>',
      ),
    ).toBe('One\ntwo\n\nThree\n\n- a\n- b\n\nx y\n\nAsk Ana <ana@acme.example>');
  });

  it('keeps a reply that somebody typed into his signature', async () => {
    expect(await html('<div class="gmail_signature">Yes, Tuesday.</div>')).toBe('Yes, Tuesday.');
  });

  it('holds no script, no style and no title', async () => {
    expect(await html('<style>p{}</style><script>alert(1)</script><p>Yes.</p><noscript>No</noscript>')).toBe(
      'Yes.',
    );
  });
});

describe('the HTML that is shown', () => {
  it('runs nothing, loads nothing and opens links outside', async () => {
    const mail = await read(
      `${FROM}Content-Type: text/html\n\n<p onclick="x()" style="background:url(http://e.example/a)">Hi <img src="https://e.example/p.gif" alt="logo"><script>x()</script><iframe src="https://e.example"></iframe><a href="javascript:x()">bad</a> <a href="https://e.example/">good</a></p><form action="https://e.example"><input></form>`,
    );
    expect(mail.html?.trim()).toBe(
      '<p>Hi <span>[logo]</span><a target="_blank" rel="noopener noreferrer nofollow">bad</a> <a href="https://e.example/" target="_blank" rel="noopener noreferrer nofollow">good</a></p>',
    );
  });
});

describe('any bytes at all', () => {
  it('are read without an error', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'Content-Type: multipart/mixed; boundary=b\r\n',
        '\r\n',
        '--b\r\n',
        '--b--',
        'Content-Type: text/html\r\n',
        '<blockquote>',
        '=?utf-8?b?',
        '?=',
        'Content-Transfer-Encoding: base64\r\n',
        'From: <',
        '>',
        '\0',
      ),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) => {
        const mail = await readMail(Buffer.from(pieces.join('')));
        expect(typeof mail.text).toBe('string');
      }),
    );
  });
});
