import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TokenVault } from '#core/ports/token-vault.ts';
import { encryptedFileVault } from './encrypted-file-vault.ts';
import { hasKeychain, keychainVault } from './keychain-vault.ts';

/**
 * The vault of a data folder. The choice is made once: a folder that began with the keychain never falls back to
 * a file because the keychain is locked today.
 */
export async function openVault(directory: string, passphrase: string | null): Promise<TokenVault> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const note = join(directory, 'vault-kind');
  const chosen = existsSync(note) ? readFileSync(note, 'utf8').trim() : null;
  const kind = chosen ?? ((await hasKeychain()) ? 'keychain' : 'encrypted-file');
  if (chosen === null) writeFileSync(note, `${kind}\n`, { mode: 0o600 });
  return kind === 'keychain' ? keychainVault() : encryptedFileVault(directory, passphrase);
}
