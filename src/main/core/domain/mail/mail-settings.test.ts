import { describe, expect, it } from 'vitest';
import { MAIL_PRESETS, mailPreset } from './mail-presets.ts';
import { checkMailAccount, isLoopback, type MailAccount } from './mail-settings.ts';

const account: MailAccount = {
  preset: 'other',
  imap: { host: 'imap.team.example', port: 993, security: 'tls' },
  smtp: { host: 'smtp.team.example', port: 587, security: 'starttls' },
  user: 'rosie@team.example',
  login: 'password',
  sentFolder: null,
  readsJunk: true,
  dailyLimit: null,
};

const fieldsOf = (changes: Partial<MailAccount>) =>
  checkMailAccount({ ...account, ...changes }).map(({ field }) => field);

describe('a mail account', () => {
  it('is accepted with TLS or STARTTLS', () => {
    expect(fieldsOf({})).toEqual([]);
  });

  it('needs encryption, but on this computer', () => {
    const none = (host: string) => ({ imap: { host, port: 143, security: 'none' as const } });
    expect(fieldsOf(none('imap.team.example'))).toEqual(['imap.security']);
    expect(fieldsOf(none('127.0.0.1.team.example'))).toEqual(['imap.security']);
    for (const host of ['localhost', '127.0.0.1', '127.8.0.1', '::1', '[::1]']) {
      expect(isLoopback(host)).toBe(true);
      expect(fieldsOf(none(host))).toEqual([]);
    }
  });

  it('needs names, ports and a user', () => {
    expect(
      fieldsOf({
        imap: { host: ' ', port: 0, security: 'tls' },
        smtp: { host: 'smtp.team.example/x', port: 70_000, security: 'tls' },
        user: '  ',
        dailyLimit: 0,
      }),
    ).toEqual(['imap.host', 'imap.port', 'smtp.host', 'smtp.port', 'user', 'dailyLimit']);
  });

  it('of every preset is accepted, encrypted, and has something to say when the login is refused', () => {
    for (const { id, imap, smtp, onLoginRefused } of MAIL_PRESETS) {
      expect(onLoginRefused).not.toBe('');
      if (imap === null || smtp === null) continue;
      expect({ id, problems: fieldsOf({ imap, smtp }) }).toEqual({ id, problems: [] });
      expect([imap.security, smtp.security]).not.toContain('none');
    }
  });

  it('of a preset that is not known is one of any other provider', () => {
    expect(mailPreset('gone').id).toBe('other');
    expect(new Set(MAIL_PRESETS.map(({ id }) => id)).size).toBe(MAIL_PRESETS.length);
  });
});
