import { GIVEN_FACTS, LABELLED_SENTENCES } from '#test/claims/labelled-sentences.ts';
import { scoreClaims } from '#test/claims/score-claims.ts';
import { OTHER_FACTS, UNSEEN_SENTENCES } from '#test/claims/unseen-sentences.ts';
import { rounded } from './summary.ts';
import type { Figure } from './summary.ts';

const BENCH = 'claims';
const PLACES = 3;

/** How well the claim check tells sentences with invented facts from those without. */
export async function* benchClaims(): AsyncGenerator<Figure> {
  const sets = [
    { set: 'seen', all: LABELLED_SENTENCES, facts: GIVEN_FACTS },
    { set: 'unseen', all: UNSEEN_SENTENCES, facts: OTHER_FACTS },
  ];
  const parts = sets.flatMap((each) => (['en', 'de', 'all'] as const).map((part) => ({ ...each, part })));
  for (const { set, all, facts, part } of parts) {
    const sentences = all.filter((each) => part === 'all' || each.language === part);
    const started = performance.now();
    const { precision, recall, claimsNamed, wrong } = scoreClaims(sentences, facts);
    const milliseconds = (performance.now() - started) / sentences.length;
    for (const each of part === 'all' ? wrong : []) process.stderr.write(`judged wrongly: ${each}\n`);
    yield {
      bench: BENCH,
      set,
      language: part,
      sentences: sentences.length,
      precision: rounded(precision, PLACES),
      recall: rounded(recall, PLACES),
      claimsNamed: rounded(claimsNamed, PLACES),
      millisecondsEach: rounded(milliseconds, PLACES),
    };
  }
}
