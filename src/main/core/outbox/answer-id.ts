import type { OutboxRow } from '../ports/store/rows.ts';

/** The id of the mail that a `compose-mail` row writes: the same however often it is carried out. */
export function answerId(row: Pick<OutboxRow, 'id'>): string {
  return `answer-${row.id}`;
}
