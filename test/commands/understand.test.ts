import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const PROJECT = join(import.meta.dirname, '../..');
const BOUNCE =
  'From: MAILER-DAEMON@us.example\nSubject: Undelivered Mail Returned to Sender\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nSorry.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; us.example\n\nFinal-Recipient: rfc822; tom@acme.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 user unknown\n--b--\n';
const AWAY =
  'From: tom@acme.example\nSubject: Automatic reply: hello\nAuto-Submitted: auto-replied\nDate: Fri, 20 Nov 2026 10:00:00 +0100\n\nI am out of the office until 3 December.\n';
const REPLY =
  'From: tom@acme.example\nSubject: Re: hello\nDate: Fri, 20 Nov 2026 10:00:00 +0100\n\nTuesday at 5 pm works for me.\n\nOn 19 Nov 2026, Lisa <lisa@us.example> wrote:\n> Does Tuesday work?\n';
const COMPLAINT =
  'From: fbl@p.example\nSubject: FW: hello\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\n\nText.\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: p\nOriginal-Rcpt-To: <tom@acme.example>\n--b--\n';

function understand(args: readonly string[], input = '', cwd = PROJECT) {
  const { INIT_CWD: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(PROJECT, 'src/main/understand.ts'), ...args],
    { cwd, env, input, encoding: 'utf8' },
  );
  const printed = stdout.split('\n').filter((line) => line.startsWith('{'));
  return {
    status,
    stdout,
    stderr,
    lines: printed.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

describe('the command understand', () => {
  it('prints a line of JSON for each mail of a folder, with those in folders below, in the order of their names', () => {
    const folder = temporaryFolder({
      'a.eml': AWAY,
      'b.eml': BOUNCE,
      'c.eml': COMPLAINT,
      'notes.csv': 'no mail',
    });
    mkdirSync(join(folder, 'd'));
    writeFileSync(join(folder, 'd', 'reply.eml'), REPLY);
    const { status, lines } = understand([folder, '--json', '--zone', 'Europe/Berlin']);
    expect(status).toBe(0);
    expect(lines).toMatchObject([
      {
        file: join(folder, 'a.eml'),
        kind: 'auto-reply',
        intent: 'OutOfOffice',
        until: '2026-12-03',
        bounce: null,
      },
      {
        file: join(folder, 'b.eml'),
        kind: 'bounce',
        bounce: { class: 'hard', status: '5.1.1', recipient: 'tom@acme.example' },
      },
      { file: join(folder, 'c.eml'), kind: 'complaint', intent: 'Unsubscribed' },
      {
        file: join(folder, 'd', 'reply.eml'),
        kind: 'human',
        intent: 'AgreedToMeet',
        text: 'Tuesday at 5 pm works for me.',
      },
    ]);
  });

  it('reads bare texts of replies, and a mail from standard input', () => {
    const folder = temporaryFolder({ one: 'Please write to Ana, ana@acme.example, she decides.' });
    expect(understand(['--text', '--json', join(folder, 'one')]).lines).toMatchObject([
      { kind: 'human', intent: 'ReferredSomeone', referred: ['ana@acme.example'] },
    ]);
    expect(understand(['-', '--json'], REPLY).lines).toMatchObject([{ file: '-', kind: 'human' }]);
  });

  it('finds files by the folder in which npm was called', () => {
    const folder = temporaryFolder({ 'a.eml': AWAY });
    const { status, lines } = understand(['a.eml', '--json'], '', folder);
    expect([status, lines.length]).toEqual([0, 1]);
  });

  it('prints for people without --json', () => {
    const { stdout } = understand([join(temporaryFolder({ 'a.eml': BOUNCE }), 'a.eml')]);
    expect(stdout).toContain('bounce     hard, 5.1.1, tom@acme.example');
  });

  it('ends with 1 where a file cannot be read, and reads the others', () => {
    const folder = temporaryFolder({ 'a.eml': AWAY });
    const { status, stderr, lines } = understand([join(folder, 'none.eml'), join(folder, 'a.eml'), '--json']);
    expect(status).toBe(1);
    expect(stderr).toBe(`${join(folder, 'none.eml')} cannot be read: there is no such file.\n`);
    expect(lines).toMatchObject([
      { error: expect.stringContaining('no such file') as string },
      { kind: 'auto-reply' },
    ]);
  });

  it.each([
    [[], 'files'],
    [['--colour', 'x.eml'], '--colour'],
    [['x.eml', '--zone', 'Mars/Base'], 'Mars/Base'],
  ])('ends with 2 and a sentence for wrong arguments: %j', (args, word) => {
    const { status, stderr } = understand(args);
    expect(status).toBe(2);
    expect(stderr).toContain(word);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('explains itself', () => {
    const { status, stdout } = understand(['--help']);
    expect([status, stdout.includes('--zone <name>')]).toEqual([0, true]);
  });
});
