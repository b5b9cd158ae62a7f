import type { Instant } from '../time.ts';
import type { Claim } from './claim.ts';
import type { Draft, WritingRules } from './draft.ts';

/** What came of asking the language model: words with what in them is given nowhere, or a sentence why there are none. */
export type Written =
  | {
      readonly kind: 'words';
      readonly subject: string;
      readonly text: string;
      readonly html: string;
      readonly claims: readonly Claim[];
    }
  | { readonly kind: 'nothing'; readonly because: string };

/**
 * The draft after the model was asked. What states something that is given nowhere never goes out by itself: a person
 * looks, or the template goes in its place, as the user chose. Everything waits where a person reviews first.
 */
export function afterWriting(
  draft: Draft,
  written: Written,
  rules: Pick<WritingRules, 'reviewFirst' | 'whenRefused'>,
  now: Instant,
): Draft {
  const goesOn = rules.reviewFirst ? 'waiting' : 'approved';
  const asked = { ...draft, attempts: draft.attempts + 1, nextTryAt: now };
  if (written.kind === 'nothing') {
    const remark = `${written.because} The template stands here instead.`;
    if (rules.whenRefused === 'template') return { ...asked, status: goesOn, remark };
    return { ...asked, status: 'waiting', because: 'model-failed', remark };
  }
  const { subject, text, html, claims } = written;
  const words = { subject, text, html, claims, writer: 'model' } as const;
  if (claims.length === 0) return { ...asked, ...words, status: goesOn };
  if (rules.whenRefused === 'hold' || rules.reviewFirst) {
    return { ...asked, ...words, status: 'waiting', because: 'claims' };
  }
  const named = claims.map((claim) => `"${claim.words}"`).join(', ');
  const remark = `The language model stated what was given nowhere (${named}): the template goes instead.`;
  return { ...asked, status: 'approved', remark };
}
