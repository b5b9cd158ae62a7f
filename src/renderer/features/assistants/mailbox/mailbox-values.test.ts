import { describe, expect, it } from 'vitest';
import { blankAccount, isSameLogin, serverWords, usualPort, withPreset } from './mailbox-values.ts';

const GMAIL = {
  id: 'gmail',
  name: 'Gmail',
  imap: { host: 'imap.gmail.com', port: 993, security: 'tls' as const },
  smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' as const },
  hint: '',
};
const OTHER = { id: 'other', name: 'Other', imap: null, smtp: null, hint: '' };

describe('the account of a mailbox', () => {
  it('begins with the address of the assistant as the user name', () => {
    expect(blankAccount('rosie@team.example').user).toBe('rosie@team.example');
  });

  it('gets the servers of the provider that is chosen, and keeps them to be changed under "Other"', () => {
    const gmail = withPreset({ ...blankAccount('r@t.example'), sentFolder: 'Gesendet' }, GMAIL);
    expect(gmail).toMatchObject({ preset: 'gmail', imap: GMAIL.imap, smtp: GMAIL.smtp, sentFolder: null });
    expect(withPreset(gmail, OTHER)).toMatchObject({ preset: 'other', imap: GMAIL.imap });
  });

  it('names a server with its port and encryption', () => {
    expect(serverWords(GMAIL.imap)).toBe('imap.gmail.com, port 993, TLS');
  });

  it('suggests the port that goes with the encryption', () => {
    expect([
      usualPort('imap', 'tls'),
      usualPort('imap', 'starttls'),
      usualPort('smtp', 'tls'),
      usualPort('smtp', 'starttls'),
    ]).toEqual([993, 143, 465, 587]);
  });

  it('needs its password anew at another server or as another user, not for another folder', () => {
    const account = withPreset(blankAccount('r@t.example'), GMAIL);
    expect(isSameLogin(account, { ...account, sentFolder: 'Sent', readsJunk: false })).toBe(true);
    expect(isSameLogin(account, { ...account, user: 'miles@t.example' })).toBe(false);
    expect(isSameLogin(account, { ...account, smtp: { ...account.smtp, host: 'smtp.evil.example' } })).toBe(
      false,
    );
  });
});
