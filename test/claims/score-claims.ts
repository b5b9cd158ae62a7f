import { checkClaims } from '#core/domain/drafts/claims/check-claims.ts';
import { GIVEN_FACTS, type LabelledSentence } from './labelled-sentences.ts';

/** How the claim check did on labelled sentences. */
export interface ClaimScore {
  readonly sentences: number;
  /** Of the sentences that it flagged, how many state something that is not given. */
  readonly precision: number;
  /** Of the sentences that state something not given, how many it flagged. */
  readonly recall: number;
  /** Of the single claims planted, how many it named, in these words or in more. */
  readonly claimsNamed: number;
  /** Sentences that it judged wrongly. */
  readonly wrong: readonly string[];
}

export function scoreClaims(
  sentences: readonly LabelledSentence[],
  facts: readonly string[] = GIVEN_FACTS,
): ClaimScore {
  const judged = sentences.map((each) => ({
    ...each,
    found: checkClaims({ subject: '', text: each.text }, facts).map(({ words }) => words),
  }));
  const flagged = judged.filter(({ found }) => found.length > 0);
  const stating = judged.filter(({ claims }) => claims.length > 0);
  const hit = flagged.filter(({ claims }) => claims.length > 0).length;
  const planted = stating.flatMap(({ claims, found }) =>
    claims.map((claim) => found.some((words) => words.includes(claim))),
  );
  return {
    sentences: sentences.length,
    precision: flagged.length === 0 ? 1 : hit / flagged.length,
    recall: stating.length === 0 ? 1 : hit / stating.length,
    claimsNamed: planted.length === 0 ? 1 : planted.filter(Boolean).length / planted.length,
    wrong: judged
      .filter(({ claims, found }) => claims.length > 0 !== found.length > 0)
      .map(({ text, found }) => `${text} [${found.join(', ')}]`),
  };
}
