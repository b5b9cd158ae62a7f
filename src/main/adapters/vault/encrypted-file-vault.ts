import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { VaultUnavailable, type TokenVault } from '#core/ports/token-vault.ts';

const stored = z.object({
  salt: z.string(),
  /** name → iv, tag and ciphertext, base64. */
  secrets: z.record(z.string(), z.object({ iv: z.string(), tag: z.string(), data: z.string() })),
});
type Stored = z.infer<typeof stored>;

/**
 * Secrets in a file, for machines without a keychain: AES-256-GCM, the key from a passphrase of the environment,
 * else from a key file beside it. The warning says which, and what it means.
 */
export function encryptedFileVault(directory: string, passphrase: string | null): TokenVault {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, 'vault.json');
  const secretOfKey = passphrase ?? keyFile(join(directory, 'vault.key'));
  let derived: { salt: string; key: Buffer } | null = null;
  const keyFor = (salt: string): Buffer => {
    if (derived?.salt !== salt)
      derived = { salt, key: scryptSync(secretOfKey, Buffer.from(salt, 'base64'), 32) };
    return derived.key;
  };
  const load = (): Stored => {
    if (!existsSync(file)) return { salt: randomBytes(16).toString('base64'), secrets: {} };
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  };
  const save = (content: Stored): void => {
    writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return {
    kind: 'encrypted-file',
    warning:
      passphrase === null
        ? 'This computer has no keychain, so tokens are in an encrypted file whose key lies beside it: whoever can read the data folder can read them. Set BATON_VAULT_PASSPHRASE, or use a computer with a keychain.'
        : 'This computer has no keychain, so tokens are in an encrypted file, opened with the passphrase of BATON_VAULT_PASSPHRASE.',
    get: (name) => Promise.resolve().then(() => decrypt(load(), name, keyFor)),
    set: (name, secret) =>
      Promise.resolve().then(() => {
        const content = load();
        save({ ...content, secrets: { ...content.secrets, [name]: encrypt(secret, keyFor(content.salt)) } });
      }),
    delete: (name) =>
      Promise.resolve().then(() => {
        const content = load();
        const { [name]: _gone, ...secrets } = content.secrets;
        save({ ...content, secrets });
      }),
  };
}

function keyFile(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8');
}

function encrypt(secret: string, key: Buffer): Stored['secrets'][string] {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const data = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return {
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    data: data.toString('base64'),
  };
}

function decrypt(content: Stored, name: string, keyFor: (salt: string) => Buffer): string | null {
  const secret = content.secrets[name];
  if (secret === undefined) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(content.salt), Buffer.from(secret.iv, 'base64'));
    decipher.setAuthTag(Buffer.from(secret.tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(secret.data, 'base64')), decipher.final()]).toString(
      'utf8',
    );
  } catch (cause) {
    throw new VaultUnavailable(
      'The file with the tokens cannot be opened: the passphrase in BATON_VAULT_PASSPHRASE is another one than before, or its key file was changed.',
      { cause },
    );
  }
}
