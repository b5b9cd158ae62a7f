/** Where tokens and secrets live: the OS keychain, an encrypted file where there is none, or memory in the demo. */
export interface TokenVault {
  /** What it is, for the user: where secrets are kept, and a warning if that is weaker than a keychain. */
  readonly kind: 'keychain' | 'encrypted-file' | 'memory';
  readonly warning: string | null;
  get(name: string): Promise<string | null>;
  set(name: string, secret: string): Promise<void>;
  delete(name: string): Promise<void>;
}

/** The vault cannot be used now: locked, absent, or the passphrase is wrong. The message says what to do. */
export class VaultUnavailable extends Error {}
