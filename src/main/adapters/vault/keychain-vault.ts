import { VaultUnavailable, type TokenVault } from '#core/ports/token-vault.ts';

/** Under this name secrets stand in the keychain. */
const SERVICE = 'Baton';
/** Written to see whether the keychain is open. */
const PROBE = 'is-open';

type Keytar = typeof import('@github/keytar');

/** Secrets in the OS keychain (Keychain, Credential Manager, Secret Service). */
export function keychainVault(): TokenVault {
  return {
    kind: 'keychain',
    warning: null,
    get: (name) =>
      withKeychain(async (keychain) => {
        const secret = await keychain.getPassword(SERVICE, name);
        // A locked keyring of Linux says of everything that it is not there. It takes nothing in, either.
        if (secret === null && process.platform === 'linux')
          await keychain.setPassword(SERVICE, PROBE, 'open');
        return secret;
      }),
    set: (name, secret) => withKeychain((keychain) => keychain.setPassword(SERVICE, name, secret)),
    delete: (name) =>
      withKeychain(async (keychain) => {
        await keychain.deletePassword(SERVICE, name);
      }),
  };
}

/** Whether there is a keychain that answers, be it open or locked. */
export async function hasKeychain(): Promise<boolean> {
  try {
    await withKeychain((keychain) => keychain.getPassword(SERVICE, PROBE));
    return true;
  } catch (error) {
    if (error instanceof VaultUnavailable) return false;
    throw error;
  }
}

async function withKeychain<T>(work: (keychain: Keytar) => Promise<T>): Promise<T> {
  try {
    const module = (await import('@github/keytar')) as Keytar & { default?: Keytar };
    return await work(module.default ?? module);
  } catch (cause) {
    throw new VaultUnavailable(
      'The keychain of this computer is locked or absent. Unlock it, then try again.',
      {
        cause,
      },
    );
  }
}
