import type { OutboxRow } from '../ports/store/rows.ts';

/** What is on the record now and was not when a person approved the row: a sentence, or null. */
export function changedSinceHeld(
  row: Pick<OutboxRow, 'before' | 'status'>,
  now: (property: string) => string,
): string | null {
  if (row.before === null || row.status !== 'waiting') return null;
  const changed = Object.entries(row.before).filter(([property, value]) => now(property) !== value);
  if (changed.length === 0) return null;
  const words = changed.map(([property, value]) => `${property} was "${value}" and is "${now(property)}"`);
  return `Changed in the CRM since it was approved: ${words.join(', ')}.`;
}
