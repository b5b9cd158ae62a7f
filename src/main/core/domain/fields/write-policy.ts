import type { WritePolicy } from '#contract/names.ts';

export { POLICY_FIELDS, WRITE_POLICIES } from '#contract/names.ts';

/** What a record has in a property now, and what we wrote there last; null: we never did. */
export interface PolicyFacts {
  readonly present: string;
  readonly lastOurs: string | null;
}

/** Whether a rule lets a value be written over what is there. */
export function mayWrite(policy: WritePolicy, { present, lastOurs }: PolicyFacts): boolean {
  switch (policy) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'if-empty':
      return present === '';
    case 'if-ours-was-last':
      return present === (lastOurs ?? '');
  }
}

/** Why a value was not written, for Activity. */
export function leftAlone(label: string, policy: WritePolicy, present: string): string {
  if (policy === 'never') return `${label} is not written: its rule is "never".`;
  const rule = policy === 'if-empty' ? 'if empty' : 'if ours was last';
  const why =
    policy === 'if-empty' ? 'it has a value' : 'somebody else wrote it since, or we never wrote it there';
  return `${label} stays "${present}": its rule is "${rule}", and ${why}.`;
}
