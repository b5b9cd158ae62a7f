import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What opens the encrypted file where there is no keychain: BATON_VAULT_PASSPHRASE, else the credential
 * `vault-passphrase` of a systemd service, which only that service can read; null: neither is there.
 */
export function vaultPassphrase(environment: NodeJS.ProcessEnv = process.env): string | null {
  const given = environment['BATON_VAULT_PASSPHRASE'];
  if (given !== undefined) return given;
  const folder = environment['CREDENTIALS_DIRECTORY'];
  if (folder === undefined) return null;
  const file = join(folder, 'vault-passphrase');
  if (!existsSync(file)) return null;
  const words = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  return words === '' ? null : words;
}
