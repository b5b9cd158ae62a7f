import type { TokenVault } from '#core/ports/token-vault.ts';

/** Secrets for as long as the program runs: for the demo and for tests. */
export function memoryVault(): TokenVault {
  const secrets = new Map<string, string>();
  return {
    kind: 'memory',
    warning: 'This is a demonstration: tokens are kept in memory only and are gone when it ends.',
    get: (name) => Promise.resolve(secrets.get(name) ?? null),
    set: (name, secret) => {
      secrets.set(name, secret);
      return Promise.resolve();
    },
    delete: (name) => {
      secrets.delete(name);
      return Promise.resolve();
    },
  };
}
