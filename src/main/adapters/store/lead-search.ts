import { sql, type RawBuilder } from 'kysely';
import { searchWords } from './search-words.ts';

/** A typed search: every word must begin a word of the lead's name, addresses, company or context. */
export interface LeadSearch {
  /** For the full-text index. */
  readonly match: string;
  /** The same test on a lead's own `words`, where the rows come from somewhere else. */
  readonly test: RawBuilder<boolean>;
}

/** Null when nothing to search for was typed. */
export function leadSearch(typed: string | undefined): LeadSearch | null {
  const words = [...new Set(searchWords(typed ?? ''))];
  if (words.length === 0) return null;
  return {
    match: words.map((each) => `"${each}"*`).join(' AND '),
    test: sql<boolean>`(${sql.join(
      words.map((each) => sql`instr(lead.words, ${` ${each}`}) > 0`),
      sql` AND `,
    )})`,
  };
}
