import type { DraftRow } from '#contract/drafts.ts';
import type { ClaimKind, DraftStatus, DraftWriter } from '#contract/names.ts';

const WRITERS: Readonly<Record<DraftWriter, string>> = {
  template: 'Template of the schedule',
  model: 'Written by the language model',
  person: 'Worded by a person',
};

const ENDS: Readonly<Record<DraftStatus, string>> = {
  writing: 'With the language model',
  waiting: 'Waits for approval',
  approved: 'Approved',
  queued: 'Sent or on its way',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};

const CLAIMS: Readonly<Record<ClaimKind, string>> = {
  number: 'number',
  percentage: 'percentage',
  money: 'amount of money',
  date: 'date',
  name: 'name',
  link: 'link',
  address: 'address',
};

/** Whose words it has. */
export function writerWords(row: Pick<DraftRow, 'writer'>): string {
  return WRITERS[row.writer];
}

/** How it stands or ended. */
export function statusWords(row: Pick<DraftRow, 'status'>): string {
  return ENDS[row.status];
}

/** What the claim check found, as a sentence; empty: nothing. */
export function claimWords({ claims }: Pick<DraftRow, 'claims'>): string {
  if (claims.length === 0) return '';
  const named = claims.map(({ kind, words }) => `“${words}” (${CLAIMS[kind]})`).join(', ');
  return `Stands in no fact that the assistant was given: ${named}. Check it, or take it out.`;
}
