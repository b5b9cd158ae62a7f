/** Values by CRM property. */
export type Values = Readonly<Record<string, string>>;

/** One property of a write: what it replaced, what it wrote, and what is there now. */
export interface UndoField {
  readonly field: string;
  readonly before: string;
  readonly ours: string;
  readonly theirs: string;
}

/**
 * What an undo would do with a record as it is now. `clean`: every property still has what we wrote, or already
 * what was there before. `changed`: somebody wrote something else since; it is put back only when a person who
 * has seen the three values says so (DESIGN, undo).
 */
export interface UndoComparison {
  readonly state: 'clean' | 'changed' | 'already';
  readonly fields: readonly UndoField[];
}

/** Compares a delivered write with the record as just read. */
export function compareUndo(
  write: { readonly before: Values; readonly after: Values },
  now: Values,
): UndoComparison {
  const fields = Object.entries(write.after).map(([field, ours]) => ({
    field,
    before: write.before[field] ?? '',
    ours,
    theirs: now[field] ?? '',
  }));
  const isBack = (each: UndoField): boolean => each.theirs === each.before;
  if (fields.every(isBack)) return { state: 'already', fields };
  const isClean = fields.every((each) => isBack(each) || each.theirs === each.ours);
  return { state: isClean ? 'clean' : 'changed', fields };
}

/** The properties of an undo that somebody changed after a person agreed to it; empty: it may be written. */
export function changedSince(expected: Values, target: Values, now: Values): readonly string[] {
  return Object.keys(target).filter((field) => {
    const value = now[field] ?? '';
    return value !== target[field] && value !== expected[field];
  });
}
