import { LABELLED_SENTENCES } from '#test/claims/labelled-sentences.ts';
import { scoreClaims } from '#test/claims/score-claims.ts';
import { rounded } from './summary.ts';
import type { Figure } from './summary.ts';

const BENCH = 'claims';
const PLACES = 3;

/** How well the claim check tells sentences with invented facts from those without. */
export async function* benchClaims(): AsyncGenerator<Figure> {
  for (const language of ['en', 'de', 'all'] as const) {
    const sentences = LABELLED_SENTENCES.filter((each) => language === 'all' || each.language === language);
    const started = performance.now();
    const { precision, recall, claimsNamed, wrong } = scoreClaims(sentences);
    const milliseconds = (performance.now() - started) / sentences.length;
    for (const each of language === 'all' ? wrong : []) process.stderr.write(`judged wrongly: ${each}\n`);
    yield {
      bench: BENCH,
      language,
      sentences: sentences.length,
      precision: rounded(precision, PLACES),
      recall: rounded(recall, PLACES),
      claimsNamed: rounded(claimsNamed, PLACES),
      millisecondsEach: rounded(milliseconds, PLACES),
    };
  }
}
