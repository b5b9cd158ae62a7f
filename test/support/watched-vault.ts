import { memoryVault } from '#adapters/vault/memory-vault.ts';
import { VaultUnavailable, type TokenVault } from '#core/ports/token-vault.ts';

/** A keychain that tells what is in it, and what is done when something is put there. */
export interface WatchedVault extends TokenVault {
  /** Names of what is kept, in the order in which they were first kept. */
  names(): string[];
  /** Called before a secret is kept; what it throws is what the keychain throws. */
  onSet: (name: string, secret: string) => void;
  /** A person locked it. */
  isLocked: boolean;
}

export function watchedVault(): WatchedVault {
  const vault = memoryVault();
  const names = new Set<string>();
  return {
    ...vault,
    onSet: () => undefined,
    isLocked: false,
    async get(name) {
      if (this.isLocked) throw new VaultUnavailable('The keychain is locked. Unlock it.');
      return vault.get(name);
    },
    names: () => [...names],
    async set(name, secret) {
      this.onSet(name, secret);
      names.add(name);
      await vault.set(name, secret);
    },
    async delete(name) {
      names.delete(name);
      await vault.delete(name);
    },
  };
}
