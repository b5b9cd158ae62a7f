import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VaultUnavailable } from '#core/ports/token-vault.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { encryptedFileVault } from './encrypted-file-vault.ts';
import { hasKeychain, keychainVault } from './keychain-vault.ts';
import { openVault } from './open-vault.ts';

const SECRET = 'pat-na1-11111111-2222-3333-4444-555555555555';

describe('the encrypted file', () => {
  it('gives back what was put in, over a restart, and forgets what was deleted', async () => {
    const folder = temporaryFolder();
    await encryptedFileVault(folder, 'open sesame').set('connection/1', SECRET);
    const again = encryptedFileVault(folder, 'open sesame');
    expect(await again.get('connection/1')).toBe(SECRET);
    await again.delete('connection/1');
    expect(await again.get('connection/1')).toBeNull();
  });

  it('holds no secret in clear', async () => {
    const folder = temporaryFolder();
    await encryptedFileVault(folder, 'open sesame').set('connection/1', SECRET);
    expect(readFileSync(join(folder, 'vault.json'), 'utf8')).not.toContain('pat-na1');
  });

  it('says so in a sentence when the passphrase is another one', async () => {
    const folder = temporaryFolder();
    await encryptedFileVault(folder, 'open sesame').set('connection/1', SECRET);
    await expect(encryptedFileVault(folder, 'open barley').get('connection/1')).rejects.toThrow(
      VaultUnavailable,
    );
  });

  it('refuses a file that somebody changed', async () => {
    const folder = temporaryFolder();
    const vault = encryptedFileVault(folder, 'open sesame');
    await vault.set('connection/1', SECRET);
    const file = join(folder, 'vault.json');
    const content = JSON.parse(readFileSync(file, 'utf8')) as { secrets: Record<string, { data: string }> };
    const kept = content.secrets['connection/1'];
    if (kept !== undefined) kept.data = Buffer.from('something else entirely').toString('base64');
    writeFileSync(file, JSON.stringify(content));
    await expect(vault.get('connection/1')).rejects.toThrow(VaultUnavailable);
  });

  it('warns that the key lies beside it when there is no passphrase', () => {
    expect(encryptedFileVault(temporaryFolder(), null).warning).toContain('BATON_VAULT_PASSPHRASE');
  });
});

describe('the choice of the vault', () => {
  it('stays with the keychain once chosen, even when it cannot be used today', async () => {
    const folder = temporaryFolder({ 'vault-kind': 'keychain\n' });
    expect((await openVault(folder, null)).kind).toBe('keychain');
  });

  it('keeps secrets in the keychain of the computer where there is one', async ({ skip }) => {
    if (!(await hasKeychain())) skip('no keychain on this computer');
    const vault = keychainVault();
    await vault.set('test/secret', SECRET);
    expect(await vault.get('test/secret')).toBe(SECRET);
    await vault.delete('test/secret');
    expect(await vault.get('test/secret')).toBeNull();
  });
});
