import type { BounceClass } from '../leads/lead-event.ts';

/** Enhanced codes (RFC 3463 and its registry) that say that the address is no good. */
const HARD = /^[45]\.1\.(?:[1236]|10)$|^5\.1\.[045]$|^5\.2\.[01]$|^5\.4\.(?:4|310)$|^5\.7\.(?:13|17|18)$/;
/** These of 4.x.x may be right tomorrow. */
const HARD_IF_PERMANENT = /^4\./;
/** They say nothing: the words or the SMTP reply must. */
const EMPTY = /^[45]\.(?:0\.\d+|3\.0|4\.0|5\.0)$/;

/** The class that an enhanced code stands for; null where it says nothing by itself. */
export function classOfStatus(status: string | null): BounceClass | null {
  if (status === null || EMPTY.test(status)) return null;
  if (HARD.test(status)) return HARD_IF_PERMANENT.test(status) ? 'soft' : 'hard';
  return 'soft';
}

/** The class of the first SMTP reply in a text (RFC 5321 section 4.2); null where there is none that tells. */
export function classOfReplyCode(text: string): BounceClass | null {
  const code = /(?<![\d.:/])([45]\d\d)(?=[ -]\S|[ ]?$)/m.exec(text)?.[1];
  if (code === undefined) return null;
  if (code.startsWith('4') || /^55[24]$|^52|^53/.test(code)) return code === '554' ? 'unknown' : 'soft';
  return /^(?:550|551|553|556|511)$/.test(code) ? 'hard' : 'unknown';
}
