import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { PublicLinks } from '#core/ports/public-links.ts';
import type { TokenVault } from '#core/ports/token-vault.ts';

/** What a link was made for. */
export type LinkMeaning =
  | { readonly kind: 'open'; readonly mailId: string }
  | { readonly kind: 'click'; readonly mailId: string; readonly nth: number }
  | { readonly kind: 'unsubscribe'; readonly mailId: string };

/** Links that carry their own signature, and how to read one back. They hold for as long as the key is kept. */
export interface SignedLinks extends PublicLinks {
  /** What a path under the public address means; null: it is none of ours, or forged. */
  read(path: string): LinkMeaning | null;
}

/** The name under which the signing key lies in the vault. */
const KEY_NAME = 'public-links';
/** 128 of the signature's 256 bits keep a link short. */
const SIGNATURE_BYTES = 16;
const LONGEST_PATH = 300;
const PATH = /^\/(t\/o|t\/c|u)\/([A-Za-z0-9_-]{1,200})\.([A-Za-z0-9_-]{22})(\.gif)?$/;

/** The links of an installation; its key is made once and kept in the vault. @throws VaultUnavailable */
export async function openSignedLinks(address: string, vault: TokenVault): Promise<SignedLinks> {
  const known = await vault.get(KEY_NAME);
  const key = known ?? randomBytes(32).toString('base64url');
  if (known === null) await vault.set(KEY_NAME, key);
  return signedLinks(address, key);
}

export function signedLinks(address: string, key: string): SignedLinks {
  const base = address.replace(/\/+$/, '');
  const sign = (purpose: string, what: string): Buffer =>
    createHmac('sha256', key).update(`${purpose}:${what}`).digest().subarray(0, SIGNATURE_BYTES);
  const path = (purpose: string, what: string): string => {
    const named = Buffer.from(what).toString('base64url');
    return `${base}/${purpose}/${named}.${sign(purpose, what).toString('base64url')}`;
  };
  return {
    address: base,
    pixel: (mailId) => `${path('t/o', mailId)}.gif`,
    click: (mailId, nth) => path('t/c', `${nth}:${mailId}`),
    unsubscribe: (mailId) => path('u', mailId),
    read(asked) {
      const parts = asked.length > LONGEST_PATH ? null : PATH.exec(asked);
      if (parts === null) return null;
      const [, purpose = '', named = '', signature = '', ending] = parts;
      const what = Buffer.from(named, 'base64url').toString();
      if (!timingSafeEqual(Buffer.from(signature, 'base64url'), sign(purpose, what))) return null;
      if ((ending === '.gif') !== (purpose === 't/o')) return null;
      if (purpose === 't/o') return { kind: 'open', mailId: what };
      if (purpose === 'u') return { kind: 'unsubscribe', mailId: what };
      const [nth = '', ...rest] = what.split(':');
      return { kind: 'click', nth: Number(nth), mailId: rest.join(':') };
    },
  };
}
